"""Pictures as they are published: at several widths, and without what tells where they were taken."""

import re
from collections.abc import Iterable, Mapping

from generator.plan import Published
from generator.render.assets import hashed_path

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
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
            from generator.render.scaling import publish_picture  # 10 ms, which most sites need not wait for

            try:
                published[file], versions = publish_picture(file, content, FORMATS[ending])
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
