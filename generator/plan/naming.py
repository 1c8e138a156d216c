"""Which events name whom."""

from collections.abc import Iterable, Mapping

from generator.model.event import Event


def events_of_actors(events: Iterable[Event]) -> Mapping[str, tuple[Event, ...]]:
    """The events that name each actor, by its id, in their order."""
    named: dict[str, list[Event]] = {}
    for event in events:
        for actor in dict.fromkeys(row.actor for row in event.actors):
            named.setdefault(actor, []).append(event)
    return {actor: tuple(rows) for actor, rows in named.items()}
