"""A chronology's pages: of the whole site, or of an actor, a place or a topic, each below its own address."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from generator.dates import month_words
from generator.layout import Chronology, Paged, Sheet, YearSheets
from generator.model.text import Localised
from generator.plan.addresses import sheet_address, year_name
from generator.plan.embedding import EmbedView, tell_embed
from generator.plan.framing import Framing
from generator.plan.headings import tell_years
from generator.plan.page import Page
from generator.plan.telling import Telling
from generator.plan.views import Link


class Sheets:
    """The pages of a chronology below `base`. `subject` leads to what it is the chronology of; None: the whole site."""

    def __init__(self, framing: Framing, base: str, paged: Paged, subject: Link | None = None) -> None:
        self.framing = framing
        self.base = base
        self.paged = paged
        self.subject = subject

    def first_page(
        self, template: str, *, told: Mapping[str, Callable[[], object]] | None = None, **values: Any
    ) -> Page:
        """The page at `base`: all of the chronology, or the newest of it and a list of the years."""
        paged = self.paged
        return self.framing.page(
            self.base,
            template,
            events=paged.front.events,
            told={**self._told(paged.front), **(told or {})},
            all_years=() if paged.is_whole else tuple(self._year_links.values()),
            newest_from=beginning_of(paged, self.framing.telling),
            earlier=None if paged.is_whole else self._before_the_front(),
            **values,
        )

    def pages(self) -> Iterator[Page]:
        """The pages of the years and months, each with a link to the one before it and the one after it."""
        sheets, links = self.paged.sheets, self._links
        years = {year.number: year for year in self.paged.years}
        for index, sheet in enumerate(sheets):
            year = years[sheet.year.number]
            is_of_year = sheet.month is None
            yield self.framing.page(
                sheet_address(self.base, sheet),
                "year.html",
                events=sheet.events,
                told=self._told(Chronology((sheet.year,) if sheet.events else ())),
                heading=sheet_name(sheet, self.framing.telling),
                subject=self.subject,
                year=None if is_of_year else self._year_links[year.number],
                months=tuple(map(self._month_link, year.months)) if is_of_year else (),
                earlier=links[index - 1] if index else None,
                later=links[index + 1] if index + 1 < len(links) else None,
                embed=self._embed(year) if is_of_year and self.subject is None else None,
            )

    def _embed(self, year: YearSheets) -> EmbedView | None:
        framing, name = self.framing, self.framing.telling.year_name(year.number)
        address = framing.telling.addresses.year(year.number)
        count = sum(len(sheet.events) for sheet in year.sheets)
        return tell_embed(framing, "year", year_name(year.number), name, address, count)

    def _told(self, chronology: Chronology) -> dict[str, Callable[[], object]]:
        return {"years": partial(tell_years, chronology, self.framing.telling, self.framing.entries)}

    @cached_property
    def _year_links(self) -> dict[int, Link]:
        return {year.number: self._year_link(year) for year in self.paged.years}

    def _year_link(self, year: YearSheets) -> Link:
        return self._link_to(year.own, sum(len(sheet.events) for sheet in year.sheets))

    def _month_link(self, parts: tuple[Sheet, ...]) -> Link:
        return self._link_to(parts[0], sum(len(part.events) for part in parts))

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        """A link to each page, in the order in which they are read."""
        return tuple(
            self._year_links[sheet.year.number] if sheet.month is None else self._link_to(sheet, len(sheet.events))
            for sheet in self.paged.sheets
        )

    def _link_to(self, sheet: Sheet, events: int) -> Link:
        telling = self.framing.telling
        return Link(sheet_name(sheet, telling), sheet_address(self.base, sheet), telling.event_count(events))

    def _before_the_front(self) -> Link:
        """A link to the last page with an event that the first page does not hold."""
        shown = {event.id for event in self.paged.front.events}
        pages = zip(reversed(self.paged.sheets), reversed(self._links), strict=True)
        return next(link for sheet, link in pages if any(event.id not in shown for event in sheet.events))


def beginning_of(paged: Paged, telling: Telling) -> str:
    """The month in which a first page begins that is not the whole, in words, or the year; '' for the whole."""
    if paged.is_whole:
        return ""
    year = paged.front.years[0]
    month = year.months[0].number
    return month_words(year.number, month, telling.language) if month else telling.year_name(year.number).text


def sheet_name(sheet: Sheet, telling: Telling) -> Localised:
    """What a page of a chronology is called: '2023', 'April 2023', 'April 2023, part 2'."""
    year = telling.year_name(sheet.year.number)
    if sheet.month is None:
        return year
    if sheet.month:
        words = month_words(sheet.year.number, sheet.month, telling.language)
    else:
        words = telling.say("%(year)s, no month") % {"year": year.text}
    name = Localised(words, telling.language)
    return telling.part_name(name, sheet.part) if sheet.part > 1 else name
