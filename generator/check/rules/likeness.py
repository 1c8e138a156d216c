"""Names that look alike, found without comparing each with each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

SHORTEST = 6  # characters; below it one letter makes another name: Iran, Iraq


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """A name without case, accents, punctuation, articles and the order of its words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain)
    return " ".join(sorted(word for word in words if word not in ("the", "of", "and", "le", "la", "les", "de", "et")))


def look_alikes(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of entries, of (id, name) rows, whose names are the same but for a letter, accents or the order of words.

    Names that are alike share a form with one letter left out, so that each name costs its own length and no more.
    A digit makes a difference: the second round is not the first.
    """
    by_form: dict[str, list[tuple[str, str]]] = {}
    reported = set()
    for entry, name in names:
        plain = bare(name)
        if not plain:
            continue
        forms = {plain}
        if len(plain) >= SHORTEST:
            forms |= {plain[:i] + plain[i + 1 :] for i in range(len(plain)) if not plain[i].isdigit()}
        for form in sorted(forms):
            for other, other_plain in by_form.get(form, ()):
                pair = (other, entry)
                if other != entry and pair not in reported and _are_alike(plain, other_plain):
                    reported.add(pair)
                    yield pair
            by_form.setdefault(form, []).append((entry, plain))


def _are_alike(one: str, other: str) -> bool:
    """Whether two bare names are the same, or differ by one letter that is no digit."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < SHORTEST - 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if len(long) == len(short):
        return long[start + 1 :] == short[start + 1 :] and not (long[start].isdigit() or short[start].isdigit())
    return long[start + 1 :] == short[start:] and not long[start].isdigit()
