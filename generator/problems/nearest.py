"""The known word that a mistaken one was probably meant to be."""

from collections.abc import Iterable

SIMILAR = 72.0  # per cent; below it a suggestion misleads more often than it helps


def nearest(word: str, known: Iterable[str], least: float = SIMILAR) -> str | None:
    """The known word most like `word`, where one is like enough; ties go to the first in the order of the alphabet."""
    from rapidfuzz import fuzz, process, utils  # imported late: only a mistake needs it

    found = process.extractOne(
        word,
        sorted(known),
        scorer=fuzz.WRatio if len(word) > 12 else fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=least,
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or the whole list where it is short."""
    words = sorted(known)
    if match := nearest(word, words):
        return f"did you mean '{match}'?"
    if words and len(words) <= 20:
        return f"one of: {', '.join(words)}"
    return ""
