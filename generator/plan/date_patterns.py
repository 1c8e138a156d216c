"""How dates are told, for scripts that have none of the words."""

from dataclasses import dataclass
from functools import cache

from generator.dates import parse_date, word_date, year_words

YEAR, OTHER_ERA, LATE_YEAR, DAY = 2222, -2221, 22222, 27  # their digits stand in no other part of a date


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """How dates are told: `{y}` gives way to the year in words, `{n}` and `{d}` to the numbers of the year and the day.

    Months, and the days in them, are in twelve patterns each. The first day of a month is told by itself.
    """

    year: str  # of four digits
    bce: str  # before 1 CE; 0 is 1 BCE
    ce: str  # of less or more digits
    months: tuple[str, ...]
    first: tuple[str, ...]
    days: tuple[str, ...]


@cache
def date_patterns(language: str) -> DatePatterns:
    """How a year, a month and a day are told, from those that `word_date` tells."""
    year = year_words(YEAR, language)

    def told(ending: str) -> tuple[str, ...]:
        dates = (parse_date(f"{YEAR}-{month:02d}{ending}") for month in range(1, 13))
        return tuple(word_date(date, language).replace(year, "{y}").replace(str(DAY), "{d}") for date in dates)

    return DatePatterns(
        year=year.replace(str(YEAR), "{n}"),
        bce=year_words(OTHER_ERA, language).replace(str(YEAR), "{n}"),
        ce=year_words(LATE_YEAR, language).replace(str(LATE_YEAR), "{n}"),
        months=told(""),
        first=told("-01"),
        days=told(f"-{DAY}"),
    )
