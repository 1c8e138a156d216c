"""What each actor of an event did before it and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.event import Event
from generator.plan.telling import Telling
from generator.plan.views import Link

Neighbours = dict[str, tuple[str, str]]  # by actor: the ids of its events before and after, '' for none


@dataclass(frozen=True, slots=True)
class AlongView:
    """The events of an actor that stand next to the page's own."""

    actor: Link
    earlier: Link | None
    later: Link | None


def neighbours(events: Sequence[Event]) -> dict[str, Neighbours]:
    """For each event, by id, what stands before and after it among the events of each of its actors."""
    found: dict[str, Neighbours] = {event.id: {} for event in events}
    last: dict[str, str] = {}  # the event of an actor that was passed last
    for event in events:
        for name in dict.fromkeys(row.actor for row in event.actors):
            earlier = last.get(name, "")
            found[event.id][name] = (earlier, "")
            if earlier:
                found[earlier][name] = (found[earlier][name][0], event.id)
            last[name] = event.id
    return found


def tell_along(found: Neighbours, telling: Telling) -> tuple[AlongView, ...]:
    """The neighbours in words, in the order of the event's actors. Actors without another event are left out."""
    return tuple(
        AlongView(
            telling.actors[name],
            telling.event_link(earlier) if earlier else None,
            telling.event_link(later) if later else None,
        )
        for name, (earlier, later) in found.items()
        if earlier or later
    )
