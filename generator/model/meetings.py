"""Who met whom: actors who took part in the same meeting.

A meeting is an event of a type that counts as one and that has happened. Those who took part, hosted, chaired or
mediated have met; observers were there, which is counted apart; whoever is only named has not met anybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from generator.model.event import Event
from generator.model.site import Site
from generator.model.vocabulary import HAPPENED, PARTICIPANT

MET = frozenset({PARTICIPANT, "host", "chair", "mediator"})
OBSERVED = frozenset({"observer"})
Who = TypeVar("Who", str, tuple[str, str])  # an actor's id, or those of two


@dataclass(frozen=True, slots=True)
class Encounters:
    """The meetings of two actors, in the order of the site's events."""

    one: str  # an actor's id; of the two the first by id
    other: str
    met: tuple[Event, ...] = ()
    observed: tuple[Event, ...] = ()  # at which one of the two, or both, only looked on


@dataclass(frozen=True, slots=True)
class Meetings:
    """All encounters of a site: of each actor, with each other actor, by their ids."""

    of: Mapping[str, Mapping[str, Encounters]]
    attended: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)  # of each actor, whoever else was there

    def __bool__(self) -> bool:
        return any(encounters.met for encounters in self.pairs())

    def between(self, one: str, other: str) -> Encounters | None:
        """The encounters of two actors; None where they had none."""
        return self.of.get(one, {}).get(other)

    def pairs(self) -> Iterator[Encounters]:
        """Each two actors who were at a meeting together, once."""
        return (found for name, others in self.of.items() for other, found in others.items() if name < other)


def meetings(site: Site) -> Meetings:
    """Who met whom. A meeting that holds others is not counted again for those who met at one of them."""
    kinds = {kind.id for kind in site.settings.types if kind.is_meeting}
    holders = {event.id: event.part_of for event in site.events if event.part_of}
    met: dict[tuple[str, str], list[Event]] = {}
    observed: dict[tuple[str, str], list[Event]] = {}
    attended: dict[str, list[Event]] = {}
    for event in site.events:
        if event.type in kinds and event.status in HAPPENED:
            took_part, were_there = _present(event)
            for actor in sorted(took_part):
                attended.setdefault(actor, []).append(event)
            for pair in combinations(were_there, 2):
                counted = met if took_part.issuperset(pair) else observed
                counted.setdefault(pair, []).append(event)
    by_actor = _by_actor(_without_holders(met, holders), _without_holders(observed, holders))
    return Meetings(by_actor, _without_holders(attended, holders))


def _present(event: Event) -> tuple[set[str], list[str]]:
    """Who took part, and in the order of their ids all who were there. One who also observed has taken part."""
    took_part = {row.actor for row in event.actors if row.part in MET}
    return took_part, sorted(took_part | {row.actor for row in event.actors if row.part in OBSERVED})


def _without_holders(found: Mapping[Who, list[Event]], holders: Mapping[str, str]) -> dict[Who, tuple[Event, ...]]:
    """The events of each pair, or of each actor, without those that hold another of them."""
    return {who: without_holders(events, holders) for who, events in found.items()}


def without_holders(events: Sequence[Event], holders: Mapping[str, str]) -> tuple[Event, ...]:
    """Events without those that hold another of them. `holders` tells of each part what it is part of."""
    holding = {holder for event in events for holder in _holders(event.id, holders)} if holders else set()
    return tuple(event for event in events if event.id not in holding)


def _holders(event: str, holders: Mapping[str, str]) -> Iterator[str]:
    """What an event is part of, and what that is part of."""
    seen = {event}
    holder = holders.get(event, "")
    while holder and holder not in seen:  # a circle is a mistake, which check reports
        yield holder
        seen.add(holder)
        holder = holders.get(holder, "")


def _by_actor(
    met: Mapping[tuple[str, str], tuple[Event, ...]], observed: Mapping[tuple[str, str], tuple[Event, ...]]
) -> dict[str, dict[str, Encounters]]:
    found: dict[str, dict[str, Encounters]] = {}
    for one, other in sorted({*met, *observed}):
        encounters = Encounters(one, other, met.get((one, other), ()), observed.get((one, other), ()))
        found.setdefault(one, {})[other] = encounters
        found.setdefault(other, {})[one] = encounters
    return found
