"""Where a quote stands in an article's text (W3C Web Annotation, TextQuoteSelector)."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from generator.quotes.fold import Folded, fold

OMISSION = re.compile(r"\[\.\.\.\]|\.\.\.(?!\.)")  # of four dots, the first ends a sentence
ENOUGH = 2  # places: one is right, more are too many
Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quote stands: half-open offsets in the text, in order; several where `…` joined pieces."""

    ranges: tuple[Range, ...]


def find_quote(text: str | Folded, quote: str, prefix: str = "", suffix: str = "") -> tuple[Passage, ...]:
    """The places where a quote stands in a text, from the left, not overlapping; the first two where there are more.

    The two are compared as `fold` leaves them. A literal `…` is tried first; then `…`, `...`, `[…]` or `[...]` stands
    for any words left out. The prefix and the suffix must stand directly before and after, white space aside. A text
    that is searched often should be folded once.
    """
    folded = text if isinstance(text, Folded) else fold(text)
    words = fold(quote).text.strip()
    before, after = fold(prefix).text.strip(), fold(suffix).text.strip()
    places = _places(folded.text, (words,), before, after) if words else []
    if not places and "..." in words:
        pieces = tuple(stripped for piece in OMISSION.split(words) if (stripped := piece.strip()))
        places = _places(folded.text, pieces, before, after) if pieces else []
    return tuple(Passage(tuple(folded.original(*piece) for piece in place)) for place in places)


def _places(text: str, pieces: tuple[str, ...], before: str, after: str) -> list[tuple[Range, ...]]:
    places: list[tuple[Range, ...]] = []
    start = 0
    while len(places) < ENOUGH and (place := _next_place(text, pieces, before, after, start)):
        places.append(place)
        start = place[-1][1]
    return places


def _next_place(text: str, pieces: tuple[str, ...], before: str, after: str, start: int) -> tuple[Range, ...]:
    """The leftmost place of the pieces in order; empty where there is none."""
    first = _find(text, pieces[0], start, before, after if len(pieces) == 1 else "")
    place = [first]
    for piece in pieces[1:-1]:
        place.append(_find(text, piece, place[-1][1]) if place[-1] else ())
    if len(pieces) > 1:
        place.append(_find(text, pieces[-1], place[-1][1], "", after) if place[-1] else ())
    return tuple(found for found in place if found) if place[-1] else ()


def _find(text: str, piece: str, start: int, before: str = "", after: str = "") -> Range | tuple[()]:
    while (start := text.find(piece, start)) >= 0:
        end = start + len(piece)
        if _ends_with(text, before, start) and _begins_with(text, after, end):
            return start, end
        start += 1
    return ()


def _ends_with(text: str, before: str, end: int) -> bool:
    blank = end > 0 and text[end - 1] == " "  # one at most, since the text is folded
    return not before or text.endswith(before, 0, end - blank)


def _begins_with(text: str, after: str, start: int) -> bool:
    return not after or text.startswith(after, start + text.startswith(" ", start))
