"""How events stood from day to day, in the numbers from which scripts tell an earlier day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generator.model.event import Event
from generator.model.standings import Standings, Stood
from generator.plan.facets import Facets, publishers_of
from generator.plan.standings import looks_of
from generator.plan.time_columns import time_columns

HINDSIGHT = {"date": 1, "status": 2, "known": 4}
CONTRADICTED = 8
SUPPORTED = 16  # times the number of the option
NOBODY = -1  # who published a source that does not say it
T = TypeVar("T")
Number: TypeAlias = int | Sequence[int] | None
Numbers: TypeAlias = Mapping[str, Mapping[str, int]]  # of each facet's options, by their ids


@dataclass(frozen=True, slots=True)
class _Row:
    """From which day on an event stood so; what of it the day decides. Days count from the event's own first one."""

    since: int
    columns: tuple[int, int, int, int] | None = None  # of its date; None where it was not known
    status: str = ""
    look: int = 0
    doubts: int = 0
    support: str = ""
    actors: tuple[str, ...] | None = None  # None where they are today's


@dataclass(frozen=True, slots=True)
class EventDays:
    """One event's days."""

    cited: tuple[tuple[int | None, str], ...]  # of each source: since when it is known, and who published it
    rows: tuple[_Row, ...]

    def options(self) -> dict[str, set[str]]:
        """The options of facets that it had on any day."""
        known = [row for row in self.rows if row.columns]
        return {
            "status": {row.status for row in known},
            "support": {row.support for row in known},
            "actor": {actor for row in known for actor in row.actors or ()},
        }

    def cited_as(self, numbers: Numbers) -> list[int | None]:
        """Of each source, in turn: since when it is known, and the number of who published it."""
        sources = numbers.get("source", {})
        return [number for day, name in self.cited for number in (day, sources[name] if name else NOBODY)]

    def rows_as(self, numbers: Numbers) -> list[Sequence[Number]]:
        """Each row as [since, day, length, form, status, look, doubts, instant, actors], without zeros at its end.

        Where the first stands alone, the event was not known.
        """
        return [bare(_numbered(row, numbers)) for row in self.rows]


class Earlier:
    """The days of a site's events, each worked out when it is asked for."""

    def __init__(self, standings: Standings, facets: Facets) -> None:
        self._standings = standings
        self._facets = facets
        self._of: dict[str, EventDays] = {}

    def of(self, event: Event) -> EventDays:
        """The days of an event."""
        known = self._of.get(event.id)
        if known is None:
            rows = tuple(self._row(event, row, look) for row, look in looks_of(event, self._standings).rows)
            known = self._of[event.id] = EventDays(_cited(event), rows)
        return known

    def _row(self, event: Event, row: Stood, look: int) -> _Row:
        first, stood = time_columns(event.date)[0], row.standing
        if stood is None:
            return _Row(row.since - first)
        day, length, form, instant = time_columns(stood.date)
        doubts = sum(HINDSIGHT[name] for name in stood.hindsight) + (CONTRADICTED if stood.is_contradicted else 0)
        actors = self._facets.actors_on(event, stood.date)
        return _Row(
            row.since - first,
            (day - first, length, form, instant),
            stood.status,
            look,
            doubts,
            self._facets.support_of(stood.citations),
            None if actors == self._facets.actors_on(event, event.date) else actors,
        )


def _cited(event: Event) -> tuple[tuple[int | None, str], ...]:
    first = time_columns(event.date)[0]
    found = []
    for citation in event.citations:
        known, names = citation.source.known, publishers_of([citation.source])
        found.append((known - first if known is not None else None, names[0] if names else ""))
    return tuple(found)


def _numbered(row: _Row, numbers: Numbers) -> list[Number]:
    if row.columns is None:
        return [row.since]
    day, length, form, instant = row.columns
    doubts = row.doubts + SUPPORTED * numbers["support"][row.support]
    actors = numbers.get("actor", {})
    had: Number = 0 if row.actors is None else sorted(actors[name] for name in row.actors if name in actors)
    return [row.since, day, length, form, numbers["status"][row.status], row.look, doubts, instant, had]


def bare(row: Sequence[T]) -> Sequence[T]:
    """The row without what is nothing at its end. Two stay: one alone says that the event was not known."""
    while len(row) > 2 and not row[-1]:
        row = row[:-1]
    return row
