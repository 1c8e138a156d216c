"""What follows from a site as a whole, worked out once for all of its languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.dates import Date
from generator.layout import entry_weight
from generator.memory import Memory
from generator.model.bibliography import Reference, bibliography
from generator.model.changes import Change, changes
from generator.model.corroboration import Corroboration
from generator.model.event import Event
from generator.model.gaps import Gaps, gaps
from generator.model.ledger import Plan, plans
from generator.model.meetings import Meetings, meetings
from generator.model.site import Site
from generator.plan.calendar_days import dated_events
from generator.plan.naming import events_of_actors
from generator.plan.newest import newest_change


@dataclass
class Derived:
    """Not frozen only because it remembers what it has worked out."""

    site: Site
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def weights(self) -> dict[str, int]:
        """What each event's entry adds to a page, by its id."""
        events, recall = self.site.events, self.memory.recall
        return {event.id: recall("weight", partial(entry_weight, event), (event,)) for event in events}

    @cached_property
    def newest(self) -> dict[str, Date | None]:
        """The newest change of each event, by its id."""
        return {event.id: newest_change(event) for event in self.site.events}

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """What was planned, in the order of the events."""
        return tuple(plans(self.site))

    @cached_property
    def corroboration(self) -> Corroboration:
        """How many independent sources each event has."""
        return Corroboration(self.site)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What was corrected, withdrawn and replaced, by date."""
        return changes(self.site.events)

    @cached_property
    def meetings(self) -> Meetings:
        """Who met whom."""
        return meetings(self.site)

    @cached_property
    def gaps(self) -> Gaps:
        """For how long they did not meet."""
        return gaps(self.site, self.meetings)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All sources, by date."""
        return bibliography(self.site)

    @cached_property
    def dated(self) -> tuple[Event, ...]:
        """The events that stand in calendars; none where no calendar is asked for."""
        return dated_events(self.site)

    @cached_property
    def dated_of_actors(self) -> Mapping[str, tuple[Event, ...]]:
        """Those of them that name each actor, by its id."""
        return events_of_actors(self.dated)
