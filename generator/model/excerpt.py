"""A part of a site as a site of its own."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model.event import Event
from generator.model.site import Site, by_id


def excerpt(site: Site, events: Iterable[Event]) -> Site:
    """The site with some of its events, in their order, and with what they name, rest on or belong to, alone."""
    kept = tuple(events)
    there = {event.id for event in kept}
    actors = _with_bodies(site, {row.actor for event in kept for row in event.actors})
    places, topics = {event.place for event in kept}, {topic for event in kept for topic in event.topics}
    articles = {row.article for event in kept for row in event.citations}
    shared = {row.shared for event in kept for row in event.citations}
    return replace(
        site,
        events=tuple(without_links(event, there) for event in kept),
        actors=tuple(actor for actor in site.actors if actor.id in actors),
        places=tuple(place for place in site.places if place.id in places),
        topics=tuple(topic for topic in site.topics if topic.id in topics),
        articles=tuple(article for article in site.articles if article.id in articles),
        sources=tuple(source for source in site.sources if source.id in shared),
    )


def without_links(event: Event, there: set[str]) -> Event:
    """The event with links only to events that are there."""
    return replace(
        event,
        part_of=event.part_of if event.part_of in there else "",
        related=tuple(name for name in event.related if name in there),
        after=tuple(name for name in event.after if name in there),
        supersedes=event.supersedes if event.supersedes in there else "",
    )


def _with_bodies(site: Site, named: set[str]) -> set[str]:
    """The actors, and what they belong to."""
    actors = by_id(site.actors)
    waiting, found = list(named), set(named)
    while waiting:
        actor = actors.get(waiting.pop())
        new = {row.actor for row in actor.member_of} - found if actor else set()
        found |= new
        waiting += new
    return found
