"""Pictures as they are published: at several widths, and without what tells where they were taken."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.plan import Published
from generator.render.assets import hashed_path

WIDTHS = (480, 960, 1440)  # pixels of the smaller versions
KEPT_AS_THEY_ARE = frozenset({"svg"})
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
ANIMATED = frozenset({"GIF", "PNG", "WEBP", "AVIF"})  # a JPEG of several pictures, as telephones make, is its first
MOST_PIXELS = 100_000_000  # a file that claims more is not opened: it may be a bomb


VIEW_BOX = re.compile(rb'\bviewBox="[0-9.eE+-]+[ ,]+[0-9.eE+-]+[ ,]+([0-9]+(?:\.[0-9]+)?)[ ,]+([0-9]+(?:\.[0-9]+)?)"')


class NotAPicture(ValueError):
    """A file of content/media/ that its name calls a picture, and that cannot be shown as one."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(message)
        self.file = file


class BrokenPictures(ValueError):
    """Every file that its name calls a picture and that cannot be shown as one, at once."""

    def __init__(self, faults: Iterable[NotAPicture]) -> None:
        super().__init__("there are pictures that cannot be shown")
        self.faults = tuple(faults)


def publish_media(files: Iterable[str], media: Mapping[str, bytes]) -> tuple[dict[str, Published], dict[str, bytes]]:
    """How the files are published, by their paths below content/media/, and the bytes to publish.

    Raises BrokenPictures, which has all of them.
    """
    published: dict[str, Published] = {}
    made: dict[str, bytes] = {}
    faults: list[NotAPicture] = []
    for file in sorted(files):
        content = media[file]
        ending = file.rpartition(".")[2].lower()
        if ending in FORMATS:
            try:
                published[file], versions = _publish_picture(file, content, FORMATS[ending])
            except NotAPicture as fault:
                faults.append(fault)
            else:
                made |= versions
        else:
            path = hashed_path(file, content)
            width, height = _size_of_svg(content) if ending == "svg" else (0, 0)
            published[file] = Published(path, ending == "svg", width, height)
            made[path] = content
    if faults:
        raise BrokenPictures(faults)
    return published, made


def _publish_picture(file: str, content: bytes, picture_format: str) -> tuple[Published, dict[str, bytes]]:
    try:
        picture = Image.open(BytesIO(content))
        if picture.width * picture.height > MOST_PIXELS:
            raise NotAPicture(file, f"this picture has more than {MOST_PIXELS // 1_000_000} million pixels")
        if picture_format in ANIMATED and getattr(picture, "is_animated", False):
            return _publish_animation(file, picture, picture_format)
        upright = ImageOps.exif_transpose(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture(file, "this cannot be read as a picture") from error
    stem, _, ending = file.rpartition(".")
    whole = _encoded(upright, picture_format)
    path = hashed_path(file, whole)
    made = {path: whole}
    smaller = []
    for width in WIDTHS:
        if width < upright.width:
            scaled = upright.resize((width, round(upright.height * width / upright.width)), Image.Resampling.LANCZOS)
            version = _encoded(scaled, picture_format)
            version_path = hashed_path(f"{stem}-{width}.{ending}", version)
            made[version_path] = version
            smaller.append((version_path, width))
    return Published(path, True, upright.width, upright.height, tuple(smaller)), made


def _encoded(picture: Image.Image, picture_format: str) -> bytes:
    """The picture anew, with its colours and nothing else that a camera wrote into it."""
    bare = picture.copy()
    profile = bare.info.get("icc_profile")
    bare.info.clear()
    bare.getexif().clear()
    written = BytesIO()
    options = {"icc_profile": profile} if profile and picture_format != "GIF" else {}
    if picture_format == "JPEG":
        bare = bare if bare.mode in ("RGB", "L", "CMYK") else bare.convert("RGB")
        options |= {"quality": 88, "optimize": True, "progressive": True}
    elif picture_format == "PNG":
        options |= {"optimize": True}
    elif picture_format in ("WEBP", "AVIF"):
        options |= {"quality": 85}
    bare.save(written, picture_format, **options)
    return written.getvalue()


def _publish_animation(file: str, picture: Image.Image, picture_format: str) -> tuple[Published, dict[str, bytes]]:
    """An animation keeps its frames and their times, and has no smaller versions."""
    written = BytesIO()
    picture.save(
        written, picture_format, save_all=True, exif=b"", xmp=b""
    ) if picture_format != "GIF" else picture.save(written, "GIF", save_all=True, comment=b"")
    path = hashed_path(file, written.getvalue())
    return Published(path, True, picture.width, picture.height), {path: written.getvalue()}


def _size_of_svg(content: bytes) -> tuple[int, int]:
    """The width and height that an SVG states in pixels, else those of its view box; 0 where it states none."""
    head = re.search(rb"<svg\b[^>]*>", content)
    if not head:
        return 0, 0
    sizes = [re.search(rb'\b%s="([0-9]+(?:\.[0-9]+)?)(?:px)?"' % name, head[0]) for name in (b"width", b"height")]
    if all(sizes):
        return tuple(round(float(size[1])) for size in sizes if size)  # type: ignore[return-value]  # two of them
    box = VIEW_BOX.search(head[0])
    return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
