"""The pieces of which a page sets a fragment together: where they stand, and the words for it that need a rule.

What they hold is told by `generator/build/fragments.py`, from what `dateline export fragment` writes.
"""

from dataclasses import dataclass

from generator.dates import parse_date, word_date, year_words
from generator.plan.telling import Telling

FOLDER = "data/fragments/"  # in the output
SHARD = 200  # events in a file of them, at the least
MOST = 300  # events of one fragment: a browser takes more, but no editor likes them
HOLE = "{}"  # gives way to a value
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


def count_words(telling: Telling) -> tuple[tuple[str, ...], str]:
    """The words for so many events, and for each number up to MOST, from 0 on, which of them are meant."""
    said = [telling.event_count(number).replace(str(number), HOLE) for number in range(MOST + 1)]
    words = tuple(dict.fromkeys(said))
    return words, "".join(str(words.index(one)) for one in said)


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
