"""Fonts for every sign of a text: those that come with packages, then those of the machine."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from generator.render.lettering import packaged_fonts

# By the first word of a sign's name in Unicode: what to install for it, as Debian and others call it.
PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "IDEOGRAPHIC": "fonts-noto-cjk",
    "FULLWIDTH": "fonts-noto-cjk",
}
OTHERS = "fonts-noto-core"
ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


class NoFont(ValueError):
    """A sign that no font at hand has. `hint` names what to install."""

    def __init__(self, sign: str) -> None:
        name = unicodedata.name(sign, f"U+{ord(sign):04X}")
        super().__init__(f"no font here has '{sign}' (U+{ord(sign):04X}, {name})")
        package = PACKAGES.get(name.partition(" ")[0], OTHERS)
        self.hint = f"install one that has it, as with 'apt install {package}'"


def fonts_for(text: str, *, only_packaged: bool = False) -> tuple[str, ...]:
    """Files of fonts which have all signs of a text between them. NoFont where there are none for one.

    With `only_packaged` no font of the machine is looked at, so that the outcome is the same on every one.
    """
    wanted = {ord(sign) for sign in text if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf")}
    found: list[str] = []
    for file in packaged_fonts() if only_packaged else chain(packaged_fonts(), _installed()):
        if not wanted:
            break
        has = wanted & _signs(file)
        if has:
            wanted -= has
            found.append(file)
    if wanted:
        raise NoFont(chr(min(wanted)))
    return tuple(found)


@cache
def _signs(file: str) -> frozenset[int]:
    """The code points that a font has; none where it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(file, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or ())
    except (OSError, TTLibError):
        return frozenset()


def _installed() -> Iterator[str]:
    """The fonts of the machine, folder by folder."""
    for folder in _folders():
        for root, folders, files in os.walk(folder):
            folders.sort()
            yield from (f"{root}/{file}" for file in sorted(files, key=_rank) if file.lower().endswith(ENDINGS))


def _rank(file: str) -> tuple[bool, str]:
    """Those of plain text come before bold and slanted ones."""
    return "regular" not in file.lower(), file


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",)
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"
