"""The icons of a site beyond the one that pages show."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.render.drawing import draw_icon, may_be_icon

TOUCH_ICON = "apple-touch-icon.png"
SIDES = {TOUCH_ICON: 180, "icon-192.png": 192, "icon-512.png": 512}  # pixels


def drawn_icons(path: str, files: Mapping[str, bytes]) -> dict[str, Callable[[], bytes]]:
    """What makes the icons as PNG from the picture at a path of the output; nothing where that cannot be drawn."""
    if path not in files or not may_be_icon(path):
        return {}
    return {name: partial(draw_icon, path, files[path], side) for name, side in SIDES.items()}
