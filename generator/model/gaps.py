"""Silences: how long nothing happened between one event and the next, or how long two actors did not meet.

A silence is told only as far as it is certain. An event whose day is not known may have been on any day of its date, so
a silence begins after the last of them and ends before the first; what goes on, or has an end that nobody knows, may
still be going on and leaves none behind it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from generator.dates import Date
from generator.model.event import Event
from generator.model.meetings import Meetings, without_holders
from generator.model.site import Site
from generator.model.vocabulary import HAPPENED


@dataclass(frozen=True, slots=True)
class Silence:
    """At least one day between two events on which there was certainly none."""

    since: Event  # the event before it
    until: Event  # the event after it
    first: int  # the last day that the event before it can have touched
    last: int  # the first day that the event after it can have touched

    @property
    def days(self) -> int:
        """From the one event to the other, as one counts from 1 April to 10 April: 9."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Gaps:
    """The longest silence of each actor and of each two actors who met, where they have one."""

    actors: Mapping[str, Silence]
    pairs: Mapping[tuple[str, str], Silence]  # by the ids of both, the first by id first

    def between(self, one: str, other: str) -> Silence | None:
        """The longest silence between two actors; None where they have none."""
        return self.pairs.get((min(one, other), max(one, other)))


def silences(events: Iterable[Event], until: int | None = None, *, by_ends: bool = False) -> Iterator[Silence]:
    """The silences between events, by time. `until` is a day after which nothing is looked at.

    By its ends, what is dated by one end alone, since it goes on or none knows more, is only there on that day.
    """
    touched = _touched_by_ends if by_ends else _touched
    spans = sorted((*touched(event.date), order, event) for order, event in enumerate(events))
    latest: Event | None = None
    reach = -inf  # the last day that those so far can have touched
    for start, end, _, event in spans:
        if until is not None and start > until:
            return
        if latest is not None and start - reach > 1:
            yield Silence(latest, event, int(reach), int(start))
        if latest is None or end > reach:
            latest, reach = event, end


def _touched(date: Date) -> tuple[float, float]:
    """The first and the last day that an event of this date can have touched."""
    return -inf if date.earliest is None else date.earliest, inf if date.latest is None else date.latest


def _touched_by_ends(date: Date) -> tuple[float, float]:
    """The same, but of a date of which one end is not given, the days of the other."""
    if date.kind != "single" and len(date.ends) == 1:
        return date.ends[0].days()
    return _touched(date)


def longest(events: Iterable[Event], until: int | None = None) -> Silence | None:
    """The longest silence between events, of several the first; None where there is none."""
    return max(silences(events, until), key=lambda silence: silence.days, default=None)


def gaps(site: Site, meetings: Meetings) -> Gaps:
    """The longest silences of those who met. Of a site as of a day, none that ends after it."""
    actors = {actor: longest(events, site.as_of) for actor, events in sorted(meetings.attended.items())}
    pairs = {(pair.one, pair.other): longest(pair.met, site.as_of) for pair in meetings.pairs()}
    return Gaps(
        actors={actor: silence for actor, silence in actors.items() if silence},
        pairs={pair: silence for pair, silence in pairs.items() if silence},
    )


def silences_of_chronology(site: Site) -> tuple[Silence, ...]:
    """The silences between all events that have happened, the longest first. What has parts is told by them.

    Else a treaty that is in force would leave nothing silent after it.
    """
    happened = [event for event in site.events if event.status in HAPPENED]
    holders = {event.id: event.part_of for event in happened if event.part_of}
    found = silences(without_holders(happened, holders), site.as_of, by_ends=True)
    return tuple(sorted(found, key=lambda silence: -silence.days))
