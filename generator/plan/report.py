"""A chosen part of a chronology for a document: its entries under headings, and its sources by number."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.layout import by_period
from generator.model.bibliography import name_of
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.addresses import outward
from generator.plan.citing import Work, chicago, works_of
from generator.plan.framing import Framing
from generator.plan.headings import tell_years
from generator.plan.newest import newest, newest_change
from generator.plan.selection import Selected
from generator.plan.telling import Telling
from generator.plan.views import YearView


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source by its number, as a reference in Chicago style: HTML with nothing but `<i>` in it."""

    number: int
    id: str
    work: Work
    reference: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a document tells, in one language. Addresses are still symbolic."""

    telling: Telling
    title: Localised
    selection: str  # what was chosen, in words; '' for everything
    count: str
    as_of: str  # the day as of which it is told, or the newest change, in a sentence; '' for neither
    years: tuple[YearView, ...]
    sources: tuple[NumberedSource, ...]
    numbers: dict[str, tuple[int, ...]]  # of each event: its citations' sources
    limits: Localised | None = None  # what of it is not told as of an earlier day, where it is told as of one
    description: Localised | None = None
    notice: Localised | None = None
    licence: Localised | None = None
    cite_as: Localised | None = None
    base_url: str = ""

    def address(self, symbolic: str) -> str:
        """Where an address leads from the document; '' for nowhere."""
        return outward(symbolic, self.base_url)


def tell_report(framing: Framing, selected: Selected) -> ReportView:
    """The report of some of a site's events. Sources are numbered as they are first cited."""
    telling, site = framing.telling, framing.site
    settings = site.settings
    numbers = {
        name: number
        for number, name in enumerate(
            dict.fromkeys(name_of(citation) for event in selected.events for citation in event.citations), start=1
        )
    }
    references = {reference.id: reference for reference in framing.derived.references}
    works = works_of((references[name] for name in numbers), telling)
    return ReportView(
        telling=telling,
        title=telling.text(settings.title),
        selection=selected.words,
        count=telling.event_count(len(selected.events)),
        as_of=_as_of(framing, selected.events),
        years=tell_years(by_period(selected.events), telling, framing.entries),
        sources=tuple(
            NumberedSource(number, name, work, chicago(work))
            for (name, number), work in zip(numbers.items(), works, strict=True)
        ),
        numbers={event.id: tuple(numbers[name_of(row)] for row in event.citations) for event in selected.events},
        limits=_limits(framing),
        description=telling.maybe(settings.description),
        notice=telling.maybe(settings.notice),
        licence=telling.maybe(settings.licence),
        cite_as=telling.maybe(settings.cite_as),
        base_url=settings.base_url,
    )


def _limits(framing: Framing) -> Localised | None:
    if framing.site.as_of is None:
        return None
    telling = framing.telling
    words = telling.say("Whatever became known later is left out. Titles, summaries, places and actors are today’s.")
    return Localised(words, telling.language)


def _as_of(framing: Framing, events: Iterable[Event]) -> str:
    """As of when the document tells what it tells: no clock is asked."""
    telling = framing.telling
    if framing.site.as_of is not None:
        return telling.say("As known on %(day)s.") % {"day": telling.day(framing.site.as_of)}
    date = newest(newest_change(event) for event in events)
    return telling.say("Newest source or change: %(day)s") % {"day": telling.date(date).words} if date else ""
