"""The pages that other sites show in frames."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.layout import year_of
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.addresses import escaped, year_name
from generator.plan.embed_choices import tell_choices
from generator.plan.embedding import embed_address, tell_embed
from generator.plan.filters import result_words, tell_words
from generator.plan.framing import Framing
from generator.plan.headings import tell_years
from generator.plan.naming import events_of_actors
from generator.plan.page import Page
from generator.plan.sheets import beginning_of
from generator.plan.telling import Telling

TEMPLATE = "embed.html"


@dataclass(frozen=True, slots=True)
class FoldView:
    """Where the filters of a frame lead on: to a page of the site that has filters."""

    address: str
    facet: str = ""  # what has to be chosen there as well, as in 'topic'
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What one frame shows."""

    kind: str  # '' for the whole site
    id: str
    name: Localised
    address: str  # of the page of the site that shows it
    fold: FoldView
    events: Sequence[Event]


def embed_pages(framing: Framing) -> Iterator[Page]:
    """The pages for frames: of the whole site, and of each actor, topic, type and year that has events."""
    if framing.site_view.embeds is None:
        return
    telling = framing.telling
    for subject in _subjects(framing):
        paged = framing.page_out(subject.events)
        shown = paged.front.events
        address = embed_address(telling.addresses, subject.kind, subject.id)
        yield framing.page(
            address,
            TEMPLATE,
            events=shown,
            told={
                "years": partial(tell_years, paged.front, telling, framing.entries),
                "choices": partial(tell_choices, framing, shown, _words(telling, len(subject.events))),
            },
            heading=subject.name,
            count=len(subject.events),
            newest_from=beginning_of(paged, telling),
            subject=subject.address,
            fold=subject.fold,
            embed=tell_embed(framing, subject.kind, subject.id, subject.name, subject.address),
        )


def _subjects(framing: Framing) -> Iterator[_Subject]:
    telling, site = framing.telling, framing.site
    addresses, home = telling.addresses, FoldView(telling.addresses.home)

    def chosen(kind: str, name: str) -> FoldView:
        return FoldView(home.address, kind, name)

    title = telling.text(site.settings.title)
    yield _Subject("", "", title, addresses.home, home, site.events)
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
    words = {name: said[name] for name in ("unknown", "undated", "unordered", "none")}
    return {
        **words,
        "result": result_words(telling, events),
        "as-of": telling.say("How things stood on an earlier day is told on the site itself."),
    }
