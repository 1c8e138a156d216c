"""What readers may choose events by: actors, types, places and so on, each with its options as numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.dates import Date
from generator.model.actor import Actor, Membership
from generator.model.corroboration import Corroboration
from generator.model.event import Event
from generator.model.identity import as_slug
from generator.model.settings import CustomField
from generator.model.site import Site, by_id
from generator.model.source import Citation, Source
from generator.model.text import Text
from generator.model.vocabulary import STATUSES

MOST_VALUES = 12  # of a field of the site's own; one that has more is no choice
LISTED = frozenset({"text", "integer", "boolean"})  # types of such fields
KEPT = frozenset(
    {"actor", "type", "place", "topic", "status", "source", "support", "key", "from", "to", "as-of", "order", "q"}
)
SUPPORT = ("0", "1", "2", "3")  # how many independent sources; the last stands for more, too


@dataclass(frozen=True, slots=True)
class Facet:
    """One way of choosing. The events' numbers are places in `options`."""

    name: str  # as in the address: 'actor', or the id of one of the site's own fields
    options: tuple[str, ...]  # ids, sorted
    chosen: tuple[tuple[int, ...], ...]  # the options of each event, in the site's order

    @property
    def totals(self) -> tuple[int, ...]:
        """How many events each option has."""
        counts = Counter(number for numbers in self.chosen for number in numbers)
        return tuple(counts[number] for number in range(len(self.options)))


class Facets:
    """The facets of a site."""

    def __init__(self, site: Site, corroboration: Corroboration | None = None) -> None:
        self._site = site
        self._corroboration = corroboration or Corroboration(site)
        self._actors: Mapping[str, Actor] = by_id(site.actors)

    @cached_property
    def all(self) -> tuple[Facet, ...]:
        """Those that have anything to choose, in the order in which a reader is shown them."""
        events = self._site.events
        ids: tuple[tuple[str, list[Sequence[str]]], ...] = (
            ("actor", [self.actors_on(event, event.date) for event in events]),
            ("type", [(event.type,) for event in events]),
            ("place", [(event.place,) if event.place else () for event in events]),
            ("topic", [event.topics for event in events]),
            ("status", [(event.status,) for event in events]),
            ("source", [publishers_of(citation.source for citation in event.citations) for event in events]),
            ("support", [(self.support_of(event.citations),) for event in events]),
        )
        own: list[tuple[str, list[Sequence[str]]]] = [
            (field.id, [_values(field, event) for event in events]) for field in self.fields
        ]
        facets = (_facet(name, chosen) for name, chosen in (*ids, *own))
        return tuple(facet for facet in facets if any(facet.chosen))

    @cached_property
    def numbers(self) -> Mapping[str, Mapping[str, int]]:
        """The number of each option, by facet and id."""
        return {facet.name: {option: place for place, option in enumerate(facet.options)} for facet in self.all}

    @cached_property
    def fields(self) -> tuple[CustomField, ...]:
        """The fields of the site's own that have few enough values."""
        fields = [field for field in self._site.settings.fields if field.on == "event" and field.is_shown]
        return tuple(field for field in fields if self._is_choice(field))

    def _is_choice(self, field: CustomField) -> bool:
        if field.type not in LISTED or field.id in KEPT:
            return False
        values = {value for event in self._site.events for value in _values(field, event)}
        return 0 < len(values) <= MOST_VALUES

    def actors_on(self, event: Event, date: Date) -> tuple[str, ...]:
        """The event's actors, and what they belonged to on its day."""
        day = date.earliest if date.earliest is not None else date.latest
        found = dict.fromkeys(row.actor for row in event.actors)
        waiting = list(found)
        while waiting:
            actor = self._actors.get(waiting.pop())
            for row in actor.member_of if actor else ():
                if row.actor not in found and row.actor in self._actors and _lasts_on(row, day):
                    found[row.actor] = None
                    waiting.append(row.actor)
        return tuple(found)

    def support_of(self, citations: Iterable[Citation]) -> str:
        """How many independent sources there are among some, as an option."""
        return SUPPORT[min(len(self._corroboration.among(citations)), len(SUPPORT) - 1)]

    @cached_property
    def publishers(self) -> dict[str, Text]:
        """The names of the publishers by the ids that they are chosen by."""
        names: dict[str, Text] = {}
        for event in self._site.events:
            for citation in event.citations:
                publisher = citation.source.publisher
                if publisher and (name := as_slug(publisher.first)):
                    names.setdefault(name, publisher)
        return names


def publishers_of(sources: Iterable[Source]) -> tuple[str, ...]:
    """The ids of those who published the sources."""
    names = (as_slug(source.publisher.first) for source in sources if source.publisher)
    return tuple(dict.fromkeys(name for name in names if name))


def value_id(value: str | float) -> str:
    """The value of a field of the site's own, as it stands in an address."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return as_slug(value) if isinstance(value, str) else str(value)


def _values(field: CustomField, event: Event) -> tuple[str, ...]:
    if field.id not in event.fields:
        return ()
    value = value_id(event.fields[field.id])
    return (value,) if value else ()


def _lasts_on(row: Membership, day: int | None) -> bool:
    starts = row.since.earliest if row.since else None
    ends = row.until.latest if row.until else None
    return day is None or ((starts is None or starts <= day) and (ends is None or day <= ends))


def _facet(name: str, chosen: Sequence[Sequence[str]]) -> Facet:
    """Each option that an event has; of what may have been another on an earlier day all that there are."""
    all_of = {"status": {status.id for status in STATUSES}, "support": set(SUPPORT)}
    ids = all_of.get(name) or {option for row in chosen for option in row}
    options = tuple(sorted(ids))
    numbers = {option: number for number, option in enumerate(options)}
    return Facet(name, options, tuple(tuple(sorted({numbers[option] for option in row})) for row in chosen))
