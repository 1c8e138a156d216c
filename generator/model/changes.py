"""What was changed in the entries of a site, and what in it is disputed: told openly, in one place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.dates import Date, order_key
from generator.model.event import Event
from generator.model.text import Text
from generator.model.vocabulary import RETRACTED

Kind = Literal["corrected", "retracted", "replaced"]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction of an event, its withdrawal, or that it took the place of another."""

    event: Event
    kind: Kind
    date: Date | None  # None where an entry replaces another and does not say since when
    what: Text | None = None
    why: Text | None = None
    replaced: str = ""  # the id of the event whose place it took


def changes(events: Iterable[Event]) -> tuple[Change, ...]:
    """All changes by their dates, the undated first; those of one day in the order of their events."""
    found = [change for event in events for change in _of(event)]
    return tuple(
        sorted(found, key=lambda change: (change.date is not None, order_key(change.date) if change.date else ()))
    )


def disputes(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that their authors call disputed, or whose sources contradict each other."""
    return tuple(event for event in events if event.disputed or event.is_contradicted)


def _of(event: Event) -> Iterable[Change]:
    if event.supersedes:
        yield Change(event, "replaced", event.updated, replaced=event.supersedes)
    last = len(event.corrections) - 1
    for place, row in enumerate(event.corrections):
        is_withdrawal = event.status == RETRACTED and place == last
        yield Change(event, "retracted" if is_withdrawal else "corrected", row.date, row.what, row.why)
