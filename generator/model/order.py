"""The order of a chronology: total, so that the same events always stand in the same places."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import groupby

from generator.dates import order_key
from generator.model.event import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events by date (see `dates.order_key`), then as `after` says, then by id."""
    keyed = sorted(((order_key(event.date), event.id, event) for event in events), key=lambda row: row[:2])
    ordered: list[Event] = []
    for _, same in groupby(keyed, key=lambda row: row[0]):
        group = [event for _, _, event in same]
        ordered += _after_each_other(group) if len(group) > 1 else group
    return tuple(ordered)


def _after_each_other(group: Sequence[Event]) -> list[Event]:
    """Events of equal dates, each after those that it names; by id where nothing is said."""
    events = {event.id: event for event in group}
    awaited = {event.id: {name for name in event.after if name in events and name != event.id} for event in group}
    followers: dict[str, list[str]] = {}
    for name, names in awaited.items():
        for earlier in names:
            followers.setdefault(earlier, []).append(name)
    ready = [name for name, names in awaited.items() if not names]
    heapify(ready)
    ordered: list[Event] = []
    while ready:
        done = heappop(ready)
        ordered.append(events[done])
        del awaited[done]
        for name in followers.get(done, ()):
            awaited[name].discard(done)
            if not awaited[name]:
                heappush(ready, name)
    return ordered + [events[name] for name in sorted(awaited)]  # a circle, which check reports
