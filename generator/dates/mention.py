"""What a quotation says of dates, in any of the languages that dates are worded in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.dates import french, quoted
from generator.dates.date import Date
from generator.dates.edtf import read_part
from generator.dates.english import MONTH_NUMBERS, SEASONS
from generator.dates.error import DateError
from generator.dates.partial import PartialDate

_MONTH_NUMBERS = MONTH_NUMBERS | french.MONTH_NUMBERS | quoted.MONTH_NUMBERS
_SEASON_NUMBERS = SEASONS | french.SEASONS | quoted.SEASONS
_VERBS = ("may", "march", "mar", "آب", "اب")  # also other words: so written they are months only beside a figure

_OTHER_SCRIPTS = re.compile(r"[\u0400-\u1fff]|[^\u0000-\u2fff]")  # what is not Latin, Greek or a sign
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|-?го)?(?![\d:%]|[.,]\d)"
_FIGURE = re.compile(r"(?<![\d.,:/$€£-])(\d{1,2})(?:st|nd|rd|th|er|º|-?го)?(?![^\W_]|[.,:/]\d|%)")
_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(\d{1,13})(?![\d%]|[.,]\d{3})")
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
    is_latin = not _OTHER_SCRIPTS.search(text)
    mention, season = _patterns(is_latin)
    mentions = [(_MONTH_NUMBERS[found[1].lower()], found[2]) for found in mention.finditer(text)]
    figures = [found[1] for found in _FIGURE.finditer(text)]
    seasons = {_SEASON_NUMBERS[found[1].lower()] for found in season.finditer(text)}
    if not is_latin:
        chinese_month, chinese_day, chinese_season = _chinese_patterns()
        mentions += [(int(found[2]), found[1]) for found in chinese_month.finditer(text)]
        figures += [found[1] or found[2] for found in chinese_day.finditer(text)]
        seasons |= {quoted.CHINESE_SEASONS[found[0]] for found in chinese_season.finditer(text)}
    return DateWords(
        frozenset((month, int(year) if year else None) for month, year in mentions),
        frozenset(int(figure) for figure in figures),
        frozenset(int(found[1]) for found in _YEAR.finditer(text)),
        frozenset(seasons | ({22} if _SUMMER.search(text) else set())),
        frozenset(int(found[1]) * 100 - 100 for found in _CENTURIES.finditer(text)),
        frozenset(part for found in _EDTF.finditer(text) if (part := _written(found[0]))),
    )


@cache
def _patterns(is_latin: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds months and seasons: fewer words, and quicker, in a text of Latin letters alone."""

    def either(words: Iterable[str]) -> str:
        return "|".join(sorted((word for word in words if not is_latin or word < "\u0400"), key=len, reverse=True))

    words, beside = either(_MONTH_NUMBERS.keys() - {*_VERBS}), either(_VERBS)
    month = rf"(?:(?i:{words})|(?<=\d )(?:{beside})|(?:{beside})(?= \d)|March|MARCH|Mar|May|MAY)(?![^\W\d_])"
    mention = (
        rf"(?<![^\W\d_])[ولب]?({month})\.?(?:,? (?:the )?{_DAY}(?:[^\d\n]{{1,9}}{_DAY})*)?"
        r"(?:,? (?:of |de |del |عام )?(\d{4})(?!\d))?"
    )
    season = rf"(?<![^\W\d_])({either(_SEASON_NUMBERS)})(?![^\W\d_])"
    return re.compile(mention), re.compile(season, re.IGNORECASE)


@cache
def _chinese_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What finds months, days and seasons: 2023年4月4日至5日, 4月4、5日, 1949年春."""
    return (
        re.compile(r"(?:(?<!\d)(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月"),
        re.compile(r"(?<!\d)(\d{1,2}) ?[日号]|(?<=月)(\d{1,2})(?=[至到和、及—–-])"),
        re.compile(r"(?<=年)[春夏秋冬]|[春夏秋冬](?=[季天])"),
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
    needs no year, but is not named where each mention of its month stands beside another year.
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
