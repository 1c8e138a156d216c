"""Whether two texts are nearly the same, as a report is that two newspapers took from one agency."""

from dataclasses import dataclass

from generator.quotes.fold import fold
from generator.quotes.visible import visible_text

ALIKE = 85.0  # per cent of the letters, as RapidFuzz counts them
SHARED = 0.6  # of the words of both; with fewer, no text of any length is as alike as that
COMPARED = 20_000  # characters: aligning takes time by the product of the lengths
SHORTEST = 80  # characters; below it two notices of one thing cannot but say the same


@dataclass(frozen=True, slots=True)
class Comparable:
    """A text made ready to be compared with many."""

    text: str
    words: frozenset[str]


def comparable(html: str) -> Comparable:
    """The visible text of sanitised HTML, without the difference of capitals, kinds of quotes and white space."""
    text = fold(visible_text(html)).text.lower().strip()[:COMPARED]
    return Comparable(text, frozenset(text.split()))


def are_nearly_the_same(one: Comparable, other: Comparable) -> bool:
    """Whether one of two texts must come from the other, or both from a third."""
    lengths = sorted((len(one.text), len(other.text)))
    if lengths[0] < SHORTEST or lengths[0] < lengths[1] * 2 / 3:
        return False
    shared = len(one.words & other.words)
    if shared < SHARED * max(len(one.words), len(other.words)):
        return False
    from rapidfuzz import fuzz  # imported late: hardly any two texts come this far

    return fuzz.ratio(one.text, other.text, score_cutoff=ALIKE) > 0
