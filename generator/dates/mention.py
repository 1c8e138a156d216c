"""What a quotation says of dates, in English or French."""

import re
from dataclasses import dataclass
from functools import cache

from generator.dates import french
from generator.dates.date import Date
from generator.dates.edtf import read_part
from generator.dates.english import MONTH_NUMBERS, SEASONS
from generator.dates.error import DateError
from generator.dates.partial import PartialDate

_MONTH_NUMBERS = MONTH_NUMBERS | french.MONTH_NUMBERS
_SEASON_NUMBERS = SEASONS | french.SEASONS
_VERBS = ("may", "march", "mar")  # also other words: in small letters they are months only beside a figure

_WORDS = "|".join(sorted(_MONTH_NUMBERS.keys() - {*_VERBS}, key=len, reverse=True))
_BESIDE = "|".join(_VERBS)
_MONTH = rf"(?:(?i:{_WORDS})|(?<=\d )(?:{_BESIDE})|(?:{_BESIDE})(?= \d)|March|MARCH|Mar|May|MAY)(?![^\W\d_])"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?(?![\d:%]|[.,]\d)"
_MENTION = re.compile(
    rf"(?<![^\W\d_])({_MONTH})\.?(?:,? (?:the )?{_DAY}(?:[^\d\n]{{1,9}}{_DAY})*)?(?:,? (?:of )?(\d{{4}})(?!\d))?"
)
_FIGURE = re.compile(r"(?<![\d.,:/$€£-])(\d{1,2})(?:st|nd|rd|th|er)?(?![^\W_]|[.,:/]\d|%)")
_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(\d{1,13})(?![\d%]|[.,]\d{3})")
_SEASON = re.compile(rf"(?<![^\W\d_])({'|'.join(_SEASON_NUMBERS)})(?![^\W\d_])", re.IGNORECASE)
_SUMMER = re.compile(r"(?:l[’']|en |cet |d[’'])été\b|\bété (?:de )?\d{4}", re.IGNORECASE)  # 'été' alone is also 'been'
_EDTF = re.compile(r"(?<![\w-])-?\d{4}-\d\d(?:-\d\d)?(?![\w-])")
_CENTURIES = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|e|ème)[ -](?:century|siècle)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words in a text that can be of a date; false where there are none of month, season or year."""

    months: frozenset[tuple[int, int | None]]  # with the year that stands beside the name, or None
    days: frozenset[int]  # figures that can be a day of a month
    years: frozenset[int]  # figures of up to 13 digits, without their era
    seasons: frozenset[int]
    centuries: frozenset[int]  # the first year that most readers take it to have: 1900 for the 20th
    written: frozenset[PartialDate]  # in full, as ISO 8601 or EDTF

    def __bool__(self) -> bool:
        return bool(self.months or self.seasons or self.written or any(999 < year < 10_000 for year in self.years))


def date_words_in(text: str) -> DateWords:
    """The words of dates in the text. Words such as 'today', 'Tuesday' or 'next week' are none."""
    text = " ".join(text.split())
    mentions = ((_MONTH_NUMBERS[found[1].lower()], found[2]) for found in _MENTION.finditer(text))
    seasons = {_SEASON_NUMBERS[found[1].lower()] for found in _SEASON.finditer(text)}
    return DateWords(
        frozenset((month, int(year) if year else None) for month, year in mentions),
        frozenset(int(found[1]) for found in _FIGURE.finditer(text)),
        frozenset(int(found[1]) for found in _YEAR.finditer(text)),
        frozenset(seasons | ({22} if _SUMMER.search(text) else set())),
        frozenset(int(found[1]) * 100 - 100 for found in _CENTURIES.finditer(text)),
        frozenset(part for found in _EDTF.finditer(text) if (part := _written(found[0]))),
    )


@cache
def _written(text: str) -> PartialDate | None:
    try:
        return read_part(text, "gregorian")
    except DateError:  # such as a file number, 2023-99: no date, and no mistake in a quotation
        return None


def supports(text: str, date: Date) -> bool:
    """Whether a quotation names the date: every end that is given, in either calendar.

    A day is named by its month's name, in full or short, and its figure, anywhere in the text, or in ISO form; a month
    by its name; a season by its word; a year by its figures; a decade or century by any year in it. A day or month
    needs no year, but is not named where each mention of its month stands beside another year. English and French only.
    """
    words = date_words_in(text)
    return any(ends and all(_names(words, end) for end in ends) for ends in (date.ends, date.julian))


def _names(words: DateWords, end: PartialDate) -> bool:
    if any(_agrees(part, end) for part in words.written):
        return True
    if end.month is not None:
        is_month = bool(words.months & {(end.month, None), (end.month, end.year if end.year > 0 else 1 - end.year)})
        return is_month and (end.day is None or end.day in words.days)
    if end.season is not None:
        return end.season in words.seasons
    if end.precision == "century" and end.year in words.centuries:
        return True
    first, last = sorted(year if year > 0 else 1 - year for year in (end.year, end.last_year))
    return any(first <= year <= last for year in words.years)


def _agrees(part: PartialDate, end: PartialDate) -> bool:
    """Whether a date that is written in full says the end, or more than it."""
    first, last = end.days()
    earliest, latest = part.days()
    return first <= earliest and latest <= last
