"""Entries under their headings of years and months."""

from generator.dates import month_words, year_words
from generator.layout import Chronology, Month, Year
from generator.plan.addresses import year_name
from generator.plan.entries import Entries
from generator.plan.telling import Telling
from generator.plan.views import MonthView, YearView


def tell_years(chronology: Chronology, telling: Telling, entries: Entries) -> tuple[YearView, ...]:
    """The years of a chronology in words."""
    return tuple(_tell_year(year, telling, entries) for year in chronology.years)


def _tell_year(year: Year, telling: Telling, entries: Entries) -> YearView:
    return YearView(
        heading=year_words(year.number, telling.language),
        anchor=f"year:{year_name(year.number)}",
        address=telling.addresses.year(year.number),
        months=_tell_months(year, telling, entries),
    )


def _tell_months(year: Year, telling: Telling, entries: Entries) -> tuple[MonthView, ...]:
    """The months of a year. A month that a season parts in two is headed once."""
    told: list[MonthView] = []
    headed: set[int] = set()
    for month in year.months:
        told.append(_tell_month(year, month, telling, entries, is_first=month.number not in headed))
        headed |= {month.number} if month.number else set()
    return tuple(told)


def _tell_month(year: Year, month: Month, telling: Telling, entries: Entries, *, is_first: bool) -> MonthView:
    shown = tuple(entries.entry(event) for event in month.events)
    if month.number is None or not is_first:
        return MonthView("", "", shown)
    anchor = f"month:{year_name(year.number)}-{month.number:02d}"  # no id of an event has a colon
    return MonthView(month_words(year.number, month.number, telling.language), anchor, shown)
