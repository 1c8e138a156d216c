"""What an audit says: figures in groups, each with the rows that an editor goes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.check.written import Spot, Where, Written
from generator.model.event import Event
from generator.model.site import Site

Fact: TypeAlias = "str | int | float | bool | tuple[Fact, ...] | Mapping[str, Fact] | None"


@dataclass(frozen=True, slots=True)
class Row:
    """One of those that a figure counts, and where it stands in the content."""

    id: str  # of an event or an actor; '' for a text that has none
    path: str  # '' where it stands in no one place
    line: int  # 0 for the file as a whole
    words: str = ""  # what there is to say of it
    sides: tuple[tuple[str, ...], ...] = ()  # of a contradiction: who says what, side by side
    facts: Mapping[str, Fact] = field(default_factory=dict)  # the same for programs

    @property
    def place(self) -> str:
        """The file and the line, as editors and terminals know them: 'content/events/x.yaml:12'."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a distribution."""

    key: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. What there is none of is a figure as well."""

    key: str  # for programs, and stable
    label: str
    number: int
    of: int | None = None  # out of so many
    means: str = ""  # what is counted, where the label does not say it all
    verdict: str = ""
    parts: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is nothing to take a share of."""
        return self.number / self.of if self.of else None

    @property
    def counted(self) -> str:
        """The number in words: '3 of 12'."""
        return f"{self.number:,}" if self.of is None else f"{self.number:,} of {self.of:,}"

    @property
    def percent(self) -> str:
        """The share in words: '25.0 %'; '' where there is none."""
        return "" if self.share is None else percent(self.share)

    @property
    def shares(self) -> tuple[tuple[str, str, str], ...]:
        """The parts that are not empty, in words: (label, number, share)."""
        whole = sum(part.number for part in self.parts)
        return tuple((row.label, f"{row.number:,}", percent(row.number / whole)) for row in self.parts if row.number)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one matter."""

    key: str
    heading: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """The state of a dossier."""

    title: str
    as_of: str  # the day as of which it is told, as ISO 8601; '' for today's judgement
    knowledge_day: str  # the newest day on which a source became known or a change was made; '' where there is none
    counts: tuple[Part, ...]  # how many events, articles and so on there are
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A row before it is known where it stands."""

    id: str
    spot: Spot
    words: str = ""
    sides: tuple[tuple[str, ...], ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """What is audited: the site as it is told, and where it was written."""

    site: Site
    written: Written

    def spot(self, event: Event, *keys: str | int) -> Spot:
        """Where an event was written, or a field of it."""
        return self.written.subject.events[event.id], keys

    def places(self, spots: Iterable[Spot]) -> tuple[Where, ...]:
        """The file and the line of each."""
        return self.written.places(tuple(spots))

    def rows(self, findings: Iterable[Finding]) -> tuple[Row, ...]:
        """Findings with their places."""
        listed = tuple(findings)
        places = self.places(finding.spot for finding in listed)
        return tuple(
            Row(found.id, path, line, found.words, found.sides, found.facts)
            for found, (path, line) in zip(listed, places, strict=True)
        )

    def events(self, events: Iterable[Event]) -> tuple[Row, ...]:
        """Rows that say no more than which event."""
        return self.rows(Finding(event.id, self.spot(event)) for event in events)


def percent(share: float) -> str:
    """A share in words, with one digit."""
    return f"{100 * share:.1f} %"


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with the word that goes with it."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"
