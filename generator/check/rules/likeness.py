"""Names that look alike, found without comparing each with each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

SHORTEST = 6  # characters; below it one letter makes another name: Iran, Iraq


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """A name without case, accents, punctuation, articles and the order of its words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain)
    return " ".join(sorted(word for word in words if word not in ("the", "of", "and", "le", "la", "les", "de", "et")))


Named: TypeAlias = tuple[str, str]  # an entry's id and one of its names


def look_alikes(names: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs of entries with names that are the same but for a letter, accents or the order of words, each pair once.

    An entry may have several names. Names that are alike share a form with one letter left out, so that each name costs
    its own length and no more. A digit makes a difference: the second round is not the first.
    """
    by_form: dict[str, list[Named]] = {}
    told: set[frozenset[str]] = set()
    for entry, name in names:
        plain = bare(name)
        for form in sorted(_forms(plain)):
            for other, other_name in by_form.get(form, ()):
                pair = frozenset((entry, other))
                if other != entry and pair not in told and _are_alike(plain, bare(other_name)):
                    told.add(pair)
                    yield (other, other_name), (entry, name)
            by_form.setdefault(form, []).append((entry, name))


def _forms(plain: str) -> set[str]:
    if len(plain) < SHORTEST:
        return {plain} - {""}
    return {plain, *(plain[:i] + plain[i + 1 :] for i in range(len(plain)) if not plain[i].isdigit())}


def _are_alike(one: str, other: str) -> bool:
    """Whether two bare names are the same, or differ by one letter that is no digit, or by two neighbours exchanged."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < SHORTEST - 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if any(character.isdigit() for character in long[start : start + 1] + short[start : start + 1]):
        return False
    if len(long) > len(short):
        return long[start + 1 :] == short[start:]
    exchanged = long[start : start + 2] == short[start : start + 2][::-1] and long[start + 2 :] == short[start + 2 :]
    return exchanged or long[start + 1 :] == short[start + 1 :]
