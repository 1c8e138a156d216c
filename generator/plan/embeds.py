"""The pages that other sites show in frames."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.layout import year_of
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.addresses import escaped, year_name
from generator.plan.embed_choices import tell_choices
from generator.plan.embedding import OVERVIEW, embed_address, tell_embed
from generator.plan.filters import result_words, tell_words
from generator.plan.framing import Framing
from generator.plan.headings import tell_years
from generator.plan.lanes import TOGETHER, WAYS, ways_of
from generator.plan.naming import events_of_actors
from generator.plan.overview import tell_overview
from generator.plan.page import Page
from generator.plan.picture import OverviewView
from generator.plan.sheets import beginning_of
from generator.plan.telling import Telling

TEMPLATE = "embed.html"
WIDTH = 608  # pixels of the overview, in a column of an article as wide as 640


@dataclass(frozen=True, slots=True)
class FoldView:
    """Where the filters of a frame lead on: to a page of the site that has filters."""

    address: str
    facet: str = ""  # what has to be chosen there as well, as in 'topic'
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What one frame shows."""

    kind: str  # '' for the whole site, and OVERVIEW for its entries below the overview
    id: str
    name: Localised
    address: str  # of the page of the site that shows it
    fold: FoldView
    events: Sequence[Event]


def embed_pages(framing: Framing) -> Iterator[Page]:
    """The pages for frames: of the whole site, its overview, and each actor, topic, type and year that has events."""
    if framing.site_view.embeds is None:
        return
    telling = framing.telling
    for subject in _subjects(framing):
        paged = framing.page_out(subject.events)
        shown = paged.front.events
        address = embed_address(telling.addresses, subject.kind, subject.id)
        has_overview = subject.kind == OVERVIEW
        yield framing.page(
            address,
            TEMPLATE,
            events=subject.events if has_overview else shown,
            told={
                "overview": partial(_overview, framing, subject.id, shown) if has_overview else _nothing,
                "years": partial(tell_years, paged.front, telling, framing.entries),
                "choices": partial(tell_choices, framing, shown, _words(telling, len(subject.events))),
            },
            heading=subject.name,
            count=len(subject.events),
            newest_from=beginning_of(paged, telling),
            subject=subject.address,
            fold=subject.fold,
            embed=tell_embed(framing, subject.kind, subject.id, subject.name, subject.address, len(subject.events)),
        )


def _overview(framing: Framing, way: str, shown: Sequence[Event]) -> OverviewView | None:
    """The overview of the site, whose marks lead to the entries below it, or to where the site has them.

    Events that a `way` gives no group at all stand together, since pages of others ask for it for years.
    """
    if way and way not in ways_of(framing.site.events):
        way = TOGETHER
    here = frozenset(event.id for event in shown)
    told = tell_overview(framing, partial(framing.entry_address, here), WIDTH, way=way)
    return replace(told, is_alone=True, is_framed=True) if told else None


def _nothing() -> None:
    """The overview of a page that has none."""


def _subjects(framing: Framing) -> Iterator[_Subject]:
    telling, site = framing.telling, framing.site
    addresses, home = telling.addresses, FoldView(telling.addresses.home)

    def chosen(kind: str, name: str) -> FoldView:
        return FoldView(home.address, kind, name)

    title = telling.text(site.settings.title)
    yield _Subject("", "", title, addresses.home, home, site.events)
    for way in ("", TOGETHER, *WAYS):
        yield _Subject(OVERVIEW, way, title, addresses.home, home, site.events)
    named = events_of_actors(site.events)
    for actor in site.actors:
        if actor.id in named:
            page, name = addresses.page("actor", actor.id), telling.text(actor.name)
            yield _Subject("actor", actor.id, name, page, chosen("actor", actor.id), named[actor.id])
    for topic in site.topics:
        events = _having(site.events, topic.id)
        if events:
            page, name = addresses.page("topic", topic.id), telling.text(topic.name)
            yield _Subject("topic", topic.id, name, page, chosen("topic", topic.id), events)
    for kind in site.settings.types:
        events = tuple(event for event in site.events if event.type == kind.id)
        if events:
            name = Localised(telling.types[kind.id], telling.language)
            page = f"{addresses.home}?type={escaped(kind.id)}"
            yield _Subject("type", kind.id, name, page, chosen("type", kind.id), events)
    for number, rows in groupby(site.events, key=lambda event: year_of(event.date)):
        page = addresses.year(number)
        yield _Subject("year", year_name(number), telling.year_name(number), page, FoldView(page), tuple(rows))


def _having(events: Iterable[Event], topic: str) -> tuple[Event, ...]:
    return tuple(event for event in events if topic in event.topics)


def _words(telling: Telling, events: int) -> dict[str, str]:
    """What the script of a frame says; `{}` gives way to a value."""
    said = tell_words(telling)
    words = {name: said[name] for name in ("unknown", "undated", "unday", "unordered", "none")}
    return {
        **words,
        "result": result_words(telling, events),
        "failed": telling.say("The filters could not be loaded."),
    }
