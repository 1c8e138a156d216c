"""Text in lines of a width, in fonts that come with packages: no picture depends on the fonts of a machine."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

# Family, package and file. The first that has every sign of a text draws it: Latin, Greek and Cyrillic, then Arabic.
FACES = (
    ("Source Serif 4", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    ("Amiri", "fontpkg_amiri", "Amiri-Regular.ttf"),
)
LEFT_OUT = "…"


class Face:
    """A font: its file, which signs it has, and how far each moves the pen."""

    def __init__(self, family: str, file: str) -> None:
        from fontTools.ttLib import TTFont  # late: 25 ms, which only pictures that are drawn need

        self.family = family
        self.file = file
        self._font = TTFont(file, lazy=True)
        self._names: dict[int, str] = self._font.getBestCmap()
        self._unit: int = self._font["head"].unitsPerEm
        self._glyphs: dict[int, Any] = {}  # by size, since letters of some fonts are narrower where they are larger
        self._moves: dict[tuple[str, int], float] = {}

    def has(self, text: str) -> bool:
        """Whether it can draw all of a text."""
        return all(ord(sign) in self._names or unicodedata.category(sign) == "Cf" for sign in text)

    def width(self, text: str, size: int) -> float:
        """How wide a text is. Kerning and joined letters make it a little narrower, hardly ever wider."""
        return sum(self._move(sign, size) for sign in text)

    def _move(self, sign: str, size: int) -> float:
        move = self._moves.get((sign, size))
        if move is None:
            if size not in self._glyphs:
                self._glyphs[size] = self._font.getGlyphSet(location={"opsz": size})
            name = self._names.get(ord(sign))
            move = self._moves[sign, size] = size * self._glyphs[size][name].width / self._unit if name else 0.0
        return move


@dataclass(frozen=True, slots=True)
class Lines:
    """A text as it is set."""

    face: Face
    size: int
    lines: tuple[str, ...]


def set_in_lines(text: str, width: float, sizes: Sequence[tuple[int, int]]) -> Lines | None:
    """A text in the largest size in which it takes no more lines than that may have; the last size leaves out the rest.

    `sizes` are (size, lines) from the largest on. None where there is nothing to draw, or no font that could.
    """
    face = _face_of(text)
    if face is None or not text.strip():
        return None
    for size, most in sizes:
        lines = _broken(text, face, size, width)
        if len(lines) <= most:
            return Lines(face, size, _balanced(text, face, size, width, len(lines)))
    last = _shortened(lines[most - 1], face, size, width)
    return Lines(face, size, (*lines[: most - 1], last))


def packaged_fonts() -> tuple[str, ...]:
    """The files of the fonts that come with packages."""
    return tuple(_file(package, name) for _, package, name in FACES)


def _file(package: str, name: str) -> str:
    return str(import_module(package).ROOT / "files" / name)


def _face_of(text: str) -> Face | None:
    return next((face for face in map(_face, range(len(FACES))) if face.has(text)), None)


@cache
def _face(place: int) -> Face:
    family, package, name = FACES[place]
    return Face(family, _file(package, name))


def _broken(text: str, face: Face, size: int, width: float) -> list[str]:
    """The words in lines, as many in each as it takes; a word that is wider than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if face.width(tried, size) <= width:
            line = tried
            continue
        if line:
            lines.append(line)
        line = word
        while face.width(line, size) > width:
            kept = _beginning(line, face, size, width)
            lines.append(kept)
            line = line[len(kept) :]
    return [*lines, line] if line else lines


def _beginning(word: str, face: Face, size: int, width: float) -> str:
    """As much of a word as fits, one sign at the least."""
    length = 1
    while length < len(word) and face.width(word[: length + 1], size) <= width:
        length += 1
    return word[:length]


def _balanced(text: str, face: Face, size: int, width: float, number: int) -> tuple[str, ...]:
    """The text in so many lines that are about as wide as one another, so that no word is left alone in the last."""
    lines, narrowest = _broken(text, face, size, width), width / 2
    while width - narrowest > 4:
        tried = (width + narrowest) / 2
        found = _broken(text, face, size, tried)
        if len(found) > number:
            narrowest = tried
        else:
            lines, width = found, tried
    return tuple(lines)


def _shortened(line: str, face: Face, size: int, width: float) -> str:
    words = line.split()
    while len(words) > 1 and face.width(" ".join(words) + LEFT_OUT, size) > width:
        words.pop()
    return " ".join(words).rstrip(".,;:–—-") + LEFT_OUT
