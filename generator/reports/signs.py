"""Which signs a text has: those that XML knows, and the direction in which it is read."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.reports.scripts import LETTERS

NOT_OF_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2
EAST_ASIAN = re.compile(f"[{LETTERS['han']}]")


def of_xml(text: str) -> str:
    """A text without the control characters that no XML may hold."""
    return NOT_OF_XML.sub("", text)


def is_east_asian(text: str) -> bool:
    """Whether a text has signs of Chinese, Japanese or Korean."""
    return EAST_ASIAN.search(text) is not None


@lru_cache(4096)
def first_direction(text: str) -> str:
    """'rtl' or 'ltr', as the first sign says that has a direction; '' where none has."""
    for sign in text:
        direction = _direction(sign)
        if direction:
            return direction
    return ""


def direction_within(text: str, language: str, around: str) -> str:
    """'rtl' or 'ltr' of a paragraph in a document that runs `around`.

    A document's own words run as it does, even if they begin with a name in other letters. `language` is that of words
    in another one, '' for the document's; these run as they begin.
    """
    return (first_direction(text) if language else "") or around


def by_direction(text: str, first: str) -> Iterator[tuple[str, str]]:
    """A text in pieces that are read in one direction: each with 'ltr' or 'rtl'. Neutral signs go with what is before.

    `first` is the direction of the signs before the first that has one.
    """
    if text.isascii() and first == "ltr":
        yield text, first
        return
    begin, direction = 0, first
    for place, sign in enumerate(text):
        found = _direction(sign)
        if found and found != direction:
            if place > begin:
                yield text[begin:place], direction
            begin, direction = place, found
    if begin < len(text):
        yield text[begin:], direction


def _direction(sign: str) -> str:
    if sign < "\u0590":
        return "ltr" if sign.isalpha() else ""
    kind = unicodedata.bidirectional(sign)
    return "ltr" if kind == "L" else "rtl" if kind in ("R", "AL") else ""
