"""Lists of what a site has: articles, actors, places, topics, each with what it is counted by."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.dates import order_key, word_date
from generator.languages import sort_key
from generator.model.text import Localised
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.telling import Telling
from generator.plan.views import Link


def list_pages(framing: Framing) -> Iterator[Page]:
    """A list for each kind of entry that the site has."""
    telling = framing.telling
    listed = {"article": list_articles, "actor": list_actors, "place": list_places, "topic": list_topics}
    for kind, heading in framing.kinds.items():
        address, links = telling.addresses.list(kind), listed[kind](telling)
        yield framing.page(address, "list.html", heading=heading, kind=kind, links=links)


def list_articles(telling: Telling) -> tuple[Link, ...]:
    """The articles in the order of their dates, then by id."""
    dated = sorted(
        (order_key(article.source.date), article.id, article)
        for article in telling.site.articles
        if article.source.date
    )
    return tuple(
        Link(
            telling.text(article.title),
            telling.addresses.page("article", name),
            word_date(article.source.date, telling.language) if article.source.date else "",
        )
        for _, name, article in dated
    )


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
