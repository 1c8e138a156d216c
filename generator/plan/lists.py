"""Lists of what a site has: articles, actors, places, topics, each with what it is counted by."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.dates import Date, order_key, word_date
from generator.languages import sort_key
from generator.layout import row_weight, split_rows, year_of
from generator.layout.paging import BUDGET
from generator.model.source import Article
from generator.model.text import Localised
from generator.plan.addresses import year_name
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.shelves import Shelf, by_letter, by_year, whole
from generator.plan.telling import Telling
from generator.plan.views import Link

# Below the list's own folder, since no entry has a page within another's: an article may be called '2019', or 'list'.
PARTS = "list/"


@dataclass(frozen=True, slots=True)
class ListPart:
    """What one page of a long list holds."""

    link: Link  # that leads to it
    links: tuple[Link, ...]


def list_pages(framing: Framing) -> Iterator[Page]:
    """A list for each kind of entry that the site has; a long one leads to pages of its parts."""
    telling = framing.telling
    listed = {"actor": list_actors, "place": list_places, "topic": list_topics}
    for kind, heading in framing.kinds.items():
        links = list_articles(telling) if kind == "article" else listed[kind](telling)
        if sum(map(_weight, links)) <= BUDGET:
            yield _page(framing, kind, heading, len(links), shelves=_shelves(telling, kind, links))
        elif kind == "article":
            yield from _pages(framing, kind, heading, _by_year(telling, links), are_dated=True)
        else:
            yield from _pages(framing, kind, heading, _by_first_names(telling, kind, links))


def _pages(
    framing: Framing, kind: str, heading: str, parts: Sequence[ListPart], *, are_dated: bool = False
) -> Iterator[Page]:
    links = [part.link for part in parts]
    yield _page(framing, kind, heading, sum(len(part.links) for part in parts), parts=tuple(links))
    for index, part in enumerate(parts):
        yield _page(
            framing,
            kind,
            heading,
            len(part.links),
            shelves=whole(part.links) if are_dated else by_letter(part.links),
            part=part.link,
            earlier=links[index - 1] if are_dated and index else None,
            later=links[index + 1] if are_dated and index + 1 < len(links) else None,
        )


def _page(
    framing: Framing,
    kind: str,
    heading: str,
    number: int,
    *,
    shelves: tuple[Shelf, ...] = (),
    parts: tuple[Link, ...] = (),
    part: Link | None = None,
    earlier: Link | None = None,
    later: Link | None = None,
) -> Page:
    telling = framing.telling
    address = telling.addresses.list(kind)
    return framing.page(
        part.address if part else address,
        "list.html",
        heading=heading,
        kind=kind,
        count=telling.speech.count("%(entries)d entry", "%(entries)d entries", number) % {"entries": number},
        shelves=shelves,
        parts=parts,
        part=part.name if part else None,
        whole=address,
        earlier=earlier,
        later=later,
    )


def _shelves(telling: Telling, kind: str, links: Sequence[Link]) -> tuple[Shelf, ...]:
    if kind != "article":
        return by_letter(links)
    years = (year_of(date) for date, _ in _dated(telling.site.articles))
    return by_year(zip(years, links, strict=True), telling)


def _weight(link: Link) -> int:
    return row_weight(link.name.text, link.note)


def _by_year(telling: Telling, links: Sequence[Link]) -> list[ListPart]:
    """The articles' links by the years of their dates, in their order."""
    base = f"{telling.addresses.list('article')}{PARTS}"
    found = []
    dated = zip(_dated(telling.site.articles), links, strict=True)
    for year, rows in groupby(dated, key=lambda row: year_of(row[0][0])):
        for number, part in enumerate(split_rows((link for _, link in rows), _weight), start=1):
            name, address = telling.year_name(year), f"{base}{year_name(year)}/"
            if number > 1:
                name, address = telling.part_name(name, number), f"{address}{number}/"
            found.append(ListPart(Link(name, address, telling.article_count(len(part))), part))
    return found


def _by_first_names(telling: Telling, kind: str, links: Sequence[Link]) -> list[ListPart]:
    """Links by name in parts, each called by its first name and its last."""
    base = f"{telling.addresses.list(kind)}{PARTS}"
    return [
        ListPart(Link(Localised(f"{part[0].name} – {part[-1].name}", telling.language), f"{base}{number}/"), part)
        for number, part in enumerate(split_rows(links, _weight), start=1)
    ]


def list_articles(telling: Telling) -> tuple[Link, ...]:
    """The articles in the order of their dates, then by id."""
    return tuple(
        Link(
            telling.text(article.title),
            telling.addresses.page("article", article.id),
            word_date(date, telling.language),
        )
        for date, article in _dated(telling.site.articles)
    )


def _dated(articles: Iterable[Article]) -> list[tuple[Date, Article]]:
    """The articles with their dates, in order."""
    dated = [(date, article) for article in articles if (date := article.source.date)]
    return sorted(dated, key=lambda row: (order_key(row[0]), row[1].id))


def list_actors(telling: Telling) -> tuple[Link, ...]:
    """The actors by name, each with the number of its events."""
    counts = Counter(named for event in telling.site.events for named in {row.actor for row in event.actors})
    links = (_counted(telling, "actor", actor.id, telling.text(actor.name), counts) for actor in telling.site.actors)
    return _by_name(links)


def list_places(telling: Telling) -> tuple[Link, ...]:
    """The places by name, each with the number of its events."""
    counts = Counter(event.place for event in telling.site.events if event.place)
    links = (_counted(telling, "place", place.id, telling.text(place.name), counts) for place in telling.site.places)
    return _by_name(links)


def list_topics(telling: Telling) -> tuple[Link, ...]:
    """The topics by name, each with the number of its events."""
    counts = Counter(topic for event in telling.site.events for topic in event.topics)
    links = (_counted(telling, "topic", topic.id, telling.text(topic.name), counts) for topic in telling.site.topics)
    return _by_name(links)


def _counted(telling: Telling, kind: str, entry: str, name: Localised, counts: Counter[str]) -> Link:
    return Link(name, telling.addresses.page(kind, entry), telling.event_count(counts[entry]))


def _by_name(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (sort_key(link.name.text), link.address)))
