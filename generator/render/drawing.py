"""SVG as PNG, by a library that is asked for only where it is there."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TypeAlias

Draw: TypeAlias = Callable[[str, Sequence[str]], bytes]  # an SVG and files of fonts to a PNG

NEEDED = ("resvg_py", "fontTools", "fontpkg_source_serif_4", "fontpkg_amiri")  # the extra 'pictures' of pyproject.toml
PAPER = "#fbf9f3"
SANS_SERIF = "Source Serif 4"  # what draws text that asks for any such font: the one that comes with a package
# What may stand for the site's icon within an SVG. AVIF may not.
KINDS = {"svg": "svg+xml", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp"}


def can_draw() -> bool:
    """Whether all that drawing needs is installed."""
    return all(find_spec(name) for name in NEEDED)


def draw(svg: str, fonts: Sequence[str] = (), *, zoom: float = 1) -> bytes:
    """A picture as PNG, so many times as large as it says.

    It has no fonts but these files, so that the bytes are the same on every machine.
    """
    from resvg_py import svg_to_bytes

    return svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=list(fonts), zoom=zoom, sans_serif_family=SANS_SERIF
    )


def may_be_icon(file: str) -> bool:
    """Whether an icon can be drawn from a picture of this name."""
    return _ending(file) in KINDS


def draw_icon(file: str, picture: bytes, side: int) -> bytes:
    """A picture, whatever its shape, as the icon of a site: a square of paper with the picture within it, as PNG."""
    address = f"data:image/{KINDS[_ending(file)]};base64,{b64encode(picture).decode()}"
    return draw(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
        f'<rect width="{side}" height="{side}" fill="{PAPER}"/>'
        f'<image width="{side}" height="{side}" href="{address}"/></svg>'
    )


def _ending(file: str) -> str:
    return file.rpartition(".")[2].lower()
