"""What the lanes of the overview are grouped by: the name of each group, and the groups that each event stands in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.event import Event
from generator.plan.telling import Telling

TOGETHER = "together"
REST = "\0"  # the key of those that stand in no group that is shown; no entry has such an id


@dataclass(frozen=True, slots=True)
class Lanes:
    """The groups of a way to group events. `of` is None where all stand together."""

    names: Mapping[str, str]
    of: Mapping[str, tuple[str, ...]] | None = None  # by the id of each event


def lanes_by(way: str, telling: Telling) -> Lanes:
    """The groups of a site's events by one of WAYS, or by nothing."""
    if way not in WAYS:
        return Lanes({})
    named, of = WAYS[way]
    return Lanes(named(telling), {event.id: of(event) for event in telling.site.events})


def ways_of(events: Iterable[Event]) -> tuple[str, ...]:
    """The ways to group these events, of which each gives one of them a group at the least; together first."""
    some = tuple(events)
    return (TOGETHER, *(way for way, (_, of) in WAYS.items() if any(map(of, some))))


def _actors(telling: Telling) -> Mapping[str, str]:
    return {actor.id: telling.text(actor.name).text for actor in telling.site.actors}


def _topics(telling: Telling) -> Mapping[str, str]:
    return {topic.id: telling.text(topic.name).text for topic in telling.site.topics}


def _places(telling: Telling) -> Mapping[str, str]:
    return {place.id: telling.text(place.name).text for place in telling.site.places}


# Of each way the names of its groups, and those that an event stands in.
WAYS: Mapping[str, tuple[Callable[[Telling], Mapping[str, str]], Callable[[Event], tuple[str, ...]]]] = {
    "type": (lambda telling: telling.types, lambda event: (event.type,)),
    "actor": (_actors, lambda event: tuple(dict.fromkeys(row.actor for row in event.actors))),
    "topic": (_topics, lambda event: tuple(dict.fromkeys(event.topics))),
    "place": (_places, lambda event: (event.place,) if event.place else ()),
}
