"""The chronology's pages: the first page, and one for each year."""

from collections.abc import Iterator
from functools import partial

from generator.layout import Chronology, Year, by_period
from generator.model.event import Event
from generator.model.vocabulary import STATUSES
from generator.plan.framing import Framing
from generator.plan.headings import tell_years
from generator.plan.page import Page
from generator.plan.profiles import tell_periods
from generator.plan.structured_site import written_of_site
from generator.plan.telling import Telling
from generator.plan.views import Link

WHOLE = 1_000  # events that the first page holds; beyond that it has the newest years and a list of the others


def chronology_pages(framing: Framing) -> Iterator[Page]:
    """The first page, then the years in order."""
    chronology = by_period(framing.site.events)
    yield _home(framing, chronology)
    yield from _years(framing, chronology)


def _home(framing: Framing, chronology: Chronology) -> Page:
    telling = framing.telling
    is_whole = len(chronology) <= WHOLE
    shown = chronology if is_whole else chronology.newest(WHOLE)
    return framing.page(
        telling.addresses.home,
        "timeline.html",
        events=_events(shown),
        told={"years": partial(tell_years, shown, telling, framing.entries)},
        structured=partial(written_of_site, framing),
        all_years=() if is_whole else tuple(_year_link(year, telling) for year in chronology.years),
        periods=tell_periods(telling),
        count=len(framing.site.events),
        signs=tuple(telling.status(status.id, "") for status in STATUSES),
    )


def _years(framing: Framing, chronology: Chronology) -> Iterator[Page]:
    telling, years = framing.telling, chronology.years
    for index, year in enumerate(years):
        yield framing.page(
            telling.addresses.year(year.number),
            "year.html",
            events=year.events,
            told={"years": partial(tell_years, Chronology((year,)), telling, framing.entries)},
            heading=telling.year_name(year.number),
            earlier=_year_link(years[index - 1], telling) if index else None,
            later=_year_link(years[index + 1], telling) if index + 1 < len(years) else None,
        )


def _year_link(year: Year, telling: Telling) -> Link:
    number = len(year.events)
    return Link(telling.year_name(year.number), telling.addresses.year(year.number), telling.event_count(number))


def _events(chronology: Chronology) -> tuple[Event, ...]:
    return tuple(event for year in chronology.years for event in year.events)
