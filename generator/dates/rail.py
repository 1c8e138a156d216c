"""A date as the date rail shows it: a large figure with its month and year."""

from dataclasses import dataclass, replace

from generator.dates.date import Date
from generator.dates.names import names
from generator.dates.partial import SPRING, WINTER, PartialDate
from generator.dates.wording import Wording
from generator.dates.wordings import wording
from generator.dates.words import is_named_decade, winter_years, year_words

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class RailDate:
    """The figure is the finest part that is known, and never empty; month and year are what is left above it."""

    figure: str  # '4', '4–5', 'c. 1949', 'Apr', 'spring', '1990s', '≤ 1'
    month: str = ""  # short; empty where the figure is a month or coarser
    year: str = ""  # empty where the figure is a year or coarser
    until: str = ""  # the other day with its month, where the figure is the first with its own: '30 Apr –', '2 May'


def word_ends(date: Date, language: str) -> RailDate:
    """The date in parts. What goes on is told by the marker alone; an end that is unknown by a question mark."""
    said = wording(language)
    start, end = date.start, date.end
    if start and end:
        if date.kind == "single" or start == end:
            return _of_part(start, language)
        first, last = _coarsened(start, end), _coarsened(end, start)
        return (
            _of_part(first, language)
            if first == last
            else _joined(_of_part(first, language), _of_part(last, language), said)
        )
    rail = _of_part(start or end or PartialDate(0), language)
    if date.kind == "set":
        pattern = said.short_after if start else said.short_before
    elif start:
        pattern = "{figure}" if date.is_open_end else f"{{figure}}–{said.short_unknown}"
    else:
        pattern = "–{figure}" if date.is_open_start else f"{said.short_unknown}–{{figure}}"
    return RailDate(pattern.format(figure=rail.figure), rail.month, rail.year)


def _of_part(part: PartialDate, language: str) -> RailDate:
    said, year = wording(language), _year(part.year, language)
    if part.day is not None:
        rail = RailDate(str(part.day), names(language).short_in_dates[part.month or 0], year)
    elif part.month is not None:
        rail = RailDate(names(language).short[part.month], "", year)
    elif part.season is not None:
        year = winter_years(part.year, language, said.short_winter_years) if part.season == WINTER else year
        rail = RailDate(said.seasons[part.season - SPRING], "", year)
    elif is_named_decade(part):
        rail = RailDate((said.short_decade or said.decade).format(year=part.year, last=part.last_year))
    elif part.precision in ("decade", "century"):
        rail = RailDate(f"{year}–{_year(part.last_year, language)}")
    else:
        rail = RailDate(year)
    return RailDate(said.short_about.format(figure=rail.figure), rail.month, rail.year) if part.approximate else rail


def _year(year: int, language: str) -> str:
    """A year without the word that some languages have for it, where four digits tell that it is one."""
    return str(year) if 1000 <= year <= 9999 else year_words(year, language)


def _joined(first: RailDate, last: RailDate, said: Wording) -> RailDate:
    """Both ends in one, month and year told once where they are shared. Days of two months keep each its own."""
    year = _joint(first.year, last.year)
    if first.month and last.month and (first.month, first.year) != (last.month, last.year):
        with_month, until = (said.short_day.format(day=end.figure, month=end.month) for end in (first, last))
        return RailDate(f"{with_month}{NO_BREAK}–", "", year, until=until)
    return RailDate(f"{first.figure}–{last.figure}", _joint(first.month, last.month), year)


def _joint(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _coarsened(part: PartialDate, other: PartialDate) -> PartialDate:
    """An end told no finer than the other, since a figure cannot be half a day and half a month."""
    precision, both = part.precision, {part.precision, other.precision}
    if len(both) == 1 or both == {"day", "time"}:
        return part
    if both == {"day", "month"}:
        return replace(part, day=None) if precision == "day" else part
    return PartialDate(part.year, approximate=part.approximate, uncertain=part.uncertain)
