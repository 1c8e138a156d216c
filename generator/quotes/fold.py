"""Text folded for comparing: what differs only in how it was typed becomes the same, and the way back is kept."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

# Soft hyphens, and marks of direction and of breaking that no one sees.
INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
SAME: tuple[tuple[str, str], ...] = (  # what it is folded to, and what is folded to it, each a single character
    (
        " ",
        "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
        + "".join(map(chr, range(0x2000, 0x200B))),
    ),
    ("'", "‘’‚‛\u02bc"),
    ('"', "“”„‟"),
    ("-", "‐\u2011‒–—―−\u2e3a\u2e3b\ufe58\ufe63\uff0d"),
)
REPLACED = tuple((character, to) for to, characters in SAME for character in characters)
REPLACED_ASCII = tuple(pair for pair in REPLACED if pair[0].isascii())
UNSEEN = re.compile(f"[{INVISIBLE}]+")
RUNS = re.compile("  +|--+|…")  # '--' and '---' are dashes as typewriters set them, '...' is their ellipsis
SHORT = {" ": " ", "-": "-", "…": "..."}

Edit: TypeAlias = tuple[int, int, int, int]  # a stretch of the folded text and of the text before, as offsets
Layer: TypeAlias = tuple[Edit, ...]  # the edits of one step, in order: between them nothing changed its length


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that can tell where each character of it stood."""

    text: str
    layers: tuple[Layer, ...] = ()  # in the order in which they were laid

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text before folding of a stretch of the folded one that is not empty."""
        last = end - 1
        for layer in reversed(self.layers):
            start = _before(layer, start)[0]
            last = _before(layer, last)[1] - 1
        return start, last + 1


def fold(text: str) -> Folded:
    """The text in NFC, with single blanks, straight quotes, plain dashes and dots; case is kept."""
    layers: list[Layer] = []
    if not text.isascii():
        if any(character in text for character in INVISIBLE):
            text, layer = _rewritten(text, ((found.start(), found.end(), "") for found in UNSEEN.finditer(text)))
            layers.append(layer)
        if not unicodedata.is_normalized("NFC", text):
            text, layer = _rewritten(text, _compositions(text))
            layers.append(layer)
    for character, replacement in REPLACED_ASCII if text.isascii() else REPLACED:
        if character in text:  # thirty such looks at a text cost a tenth of one pass of a pattern over it
            text = text.replace(character, replacement)
    if "  " in text or "--" in text or "…" in text:
        text, layer = _rewritten(
            text, ((found.start(), found.end(), SHORT[found[0][0]]) for found in RUNS.finditer(text))
        )
        layers.append(layer)
    return Folded(text, tuple(layers))


def _rewritten(text: str, changes: Iterator[tuple[int, int, str]]) -> tuple[str, Layer]:
    pieces: list[str] = []
    edits: list[Edit] = []
    copied = length = 0
    for start, end, replacement in changes:
        pieces += (text[copied:start], replacement)
        begin = length + start - copied
        length = begin + len(replacement)
        edits.append((begin, length, start, end))
        copied = end
    pieces.append(text[copied:])
    return "".join(pieces), tuple(edits)


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches that NFC changes; each begins with a character that never joins the one before it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and _may_join(text[index]):
            continue
        stretch = text[start:index]
        composed = unicodedata.normalize("NFC", stretch)
        if composed != stretch:
            yield start, index, composed
        start = index


def _may_join(character: str) -> bool:
    """Whether NFC may join the character to the one before it: a mark, or a vowel or final consonant of Hangul."""
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\U00016d63" <= character <= "\U00016d6a"  # Kirat Rai, whose vowel signs are letters
    )


def _before(layer: Layer, index: int) -> tuple[int, int]:
    """The offsets, before the layer was laid, of a character of the text after it."""
    found = bisect_right(layer, index, key=lambda edit: edit[0]) - 1
    if found < 0:
        return index, index + 1
    begin, end, start, stop = layer[found]
    if begin <= index < end:
        return start, stop
    return index - end + stop, index - end + stop + 1
