"""What follows from a site as a whole, worked out once for all of its languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress

from generator.dates import Date
from generator.layout import entry_weight
from generator.memory import Memory, Nothing
from generator.model.bibliography import Reference, bibliography
from generator.model.changes import Change, changes, disputes
from generator.model.corroboration import Corroboration
from generator.model.event import Event
from generator.model.gaps import Gaps, gaps
from generator.model.ledger import Plan, plans
from generator.model.meetings import Meetings, meetings
from generator.model.site import Site
from generator.model.source import Article
from generator.plan.calendar_days import calendar_days, wants_calendars
from generator.plan.facets import Facets
from generator.plan.naming import events_of_actors
from generator.plan.newest import newest_change


@dataclass
class Derived:
    """Not frozen only because it remembers what it has worked out."""

    site: Site
    memory: Memory = field(default_factory=Nothing)

    @cached_property
    def weights(self) -> dict[str, int]:
        """What each event's entry adds to a page, by its id."""
        return dict(zip(self._ids, self.memory.each("weight", self.site.events, entry_weight), strict=True))

    @cached_property
    def newest(self) -> dict[str, Date | None]:
        """The newest change of each event, by its id."""
        return dict(zip(self._ids, self.memory.each("newest", self.site.events, newest_change), strict=True))

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(event.id for event in self.site.events)

    @cached_property
    def traits(self) -> tuple[object, ...]:
        """All that decides where pages stand, but for the weights: the site without its longer texts.

        Each is the very object of the last build, if it equals that: so `Memory` can tell whether anything moved. A
        single build, which remembers nothing, has no use for them.
        """
        if not self.memory.is_kept:
            return ()
        site, memory = self.site, self.memory
        events = memory.each("trait of an event", site.events, _without_prose)
        articles = memory.each("trait of an article", site.articles, _without_text)
        parts = (events, articles, site.settings, site.actors, site.places, site.topics, site.sources)
        titles = tuple((page.id, page.title) for page in site.pages)
        days = (site.as_of, site.knowledge_day)
        return tuple(memory.same(("traits", place), part) for place, part in enumerate((*parts, titles, days)))

    @cached_property
    def heavy_traits(self) -> tuple[object, ...]:
        """The traits with what each event weighs, by which chronologies are parted."""
        if not self.memory.is_kept:
            return ()
        weights = self.memory.each("weight", self.site.events, entry_weight)
        return (*self.traits, self.memory.same("weights", weights))

    @cached_property
    def has(self) -> Mapping[str, bool]:
        """Whether the site has sources, plans, meetings and changes, for which it has pages."""
        return self.memory.recall("has", self._has, self.traits)

    def _has(self) -> Mapping[str, bool]:
        return {
            "sources": bool(self.references),
            "plans": bool(self.plans),
            "meetings": bool(self.meetings),
            "changes": bool(self.changes or disputes(self.site.events)),
        }

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """What was planned, in the order of the events."""
        return tuple(plans(self.site))

    @cached_property
    def corroboration(self) -> Corroboration:
        """How many independent sources each event has."""
        return Corroboration(self.site)

    @cached_property
    def facets(self) -> Facets:
        """What events can be chosen by."""
        return Facets(self.site, self.corroboration)

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
        if not wants_calendars(self.site):
            return ()
        events = self.site.events
        return tuple(compress(events, self.memory.each("has days", events, _has_days)))

    @cached_property
    def dated_actors(self) -> tuple[str, ...]:
        """The ids of the actors that any of them names."""
        return self.memory.recall("dated actors", lambda: tuple(self.dated_of_actors), self.traits)

    @cached_property
    def dated_of_actors(self) -> Mapping[str, tuple[Event, ...]]:
        """Those of them that name each actor, by its id."""
        return events_of_actors(self.dated)


def _has_days(event: Event) -> bool:
    return calendar_days(event.date) is not None


def _without_prose(event: Event) -> Event:
    return replace(event, summary=None, note=None)


def _without_text(article: Article) -> Article:
    return replace(article, html="")
