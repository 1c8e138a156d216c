"""Which files of content/media/ are pictures, and which files may not be published as they are.

Pictures that browsers show are written anew before they are published. Others would go out byte for byte, with the
place and the time that a camera wrote into them.
"""

import re
from collections.abc import Mapping

from generator.check.active import active_part

SHOWN = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "svg"})
REWRITTEN = SHOWN - {"svg"}
NOT_SHOWN = frozenset(
    re.findall(
        r"\w+",
        "heic heif hif tif tiff bmp psd psb xcf jxl jp2 j2k jpx raw dng 3fr arw cr2 cr3 crw dcr erf gpr iiq kdc mrw "
        "nef nrw orf pef raf rw2 rwl sr2 srf srw x3f",
    )
)
PLAYED = frozenset(re.findall(r"\w+", "mp4 m4v mov webm mkv avi mp3 m4a ogg oga opus wav flac"))  # large: not opened

# How the formats begin, and the ending under which each is written anew; '' where none is.
BEGINNINGS = (
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"\x89PNG\r\n"), "png"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "avif"),
    (re.compile(rb"....ftyp(?:he[iv][cmsx]|mif1|msf1|crx )", re.DOTALL), ""),  # HEIF, and Canon's raw
    (re.compile(rb"II\*\0|MM\0\*|IIU\0|IIR[OS]|MMOR"), ""),  # TIFF, and the raw formats made from it
    (re.compile(rb"8BPS|FUJIFILMCCD-RAW|\xff\x0a|\0\0\0\x0c(?:JXL |jP  )\r\n"), ""),
)


def is_picture(file: str) -> bool:
    """Whether a file of content/media/ is shown as a picture."""
    return _ending(file) in SHOWN


def fault_of_picture(file: str, media: Mapping[str, bytes]) -> tuple[str, str] | None:
    """Why a file may not be published, and what to do; None where it may, or where there is none of this name."""
    ending = _ending(file)
    if file not in media or ending in REWRITTEN or ending in PLAYED:
        return None
    content = media[file] if ending not in NOT_SHOWN else b""
    begins = next((written for pattern, written in BEGINNINGS if pattern.match(content)), None)
    if begins:
        message = f"'{file}' is a picture by what is in it, and would tell where it was taken"
        stem = file.rpartition(".")[0] or file
        return message, f"name it {stem}.{begins}, and it is published without that"
    if begins is None and ending not in NOT_SHOWN:
        active = active_part(file, content)
        return (
            (active, "take that out, or save it as PNG" if ending == "svg" else "put it into a zip") if active else None
        )
    message = f"'{file}' is a picture in a format that browsers do not show, and that would tell where it was taken"
    return message, "save it as JPEG, PNG or WebP"


def _ending(file: str) -> str:
    return file.rpartition(".")[2].lower()
