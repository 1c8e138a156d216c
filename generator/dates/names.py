"""The names of months in a language."""

from dataclasses import dataclass
from functools import cache

from generator.dates.months import MONTHS


@dataclass(frozen=True, slots=True)
class Names:
    """Months by number from 1; the first place is empty."""

    in_dates: tuple[str, ...]  # '4 April', and the genitive where a language has one
    alone: tuple[str, ...]  # as a heading
    short_in_dates: tuple[str, ...]
    short: tuple[str, ...]


@cache
def names(language: str) -> Names:
    """The names of a language that has a wording, else the English ones, so that the words of a date agree."""
    rows = MONTHS.get(language.partition("-")[0].lower(), MONTHS["en"])
    return Names(*(("", *row.split()) for row in rows))
