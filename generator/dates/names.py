"""The names of months in a language, read from Babel once: a look-up in it costs twenty times one in a tuple."""

from dataclasses import dataclass
from functools import cache

from generator.dates.wording import WORDINGS


@dataclass(frozen=True, slots=True)
class Names:
    """Months by number from 1; the first place is empty."""

    in_dates: tuple[str, ...]  # '4 April', and the genitive where a language has one
    alone: tuple[str, ...]  # as a heading
    short: tuple[str, ...]


@cache
def names(language: str) -> Names:
    """The names of a language that has a wording, else the English ones, so that the words of a date agree."""
    from babel import Locale  # imported late: reading dates needs none of it

    code = language.partition("-")[0].lower()
    months = Locale.parse(code if code in WORDINGS else "en").months
    widths = (("format", "wide"), ("stand-alone", "wide"), ("stand-alone", "abbreviated"))
    return Names(*(("", *(months[use][width][n] for n in range(1, 13))) for use, width in widths))
