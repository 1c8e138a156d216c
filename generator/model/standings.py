"""How each event stood from day to day: what `knowledge.as_of` says of a site, for every day at once."""

from bisect import bisect_right
from dataclasses import dataclass

from generator.model.event import Event
from generator.model.knowledge import Standing, has_dated_source, known_without_source, own_date, standing
from generator.model.site import Site
from generator.model.vocabulary import RETRACTED


@dataclass(frozen=True, slots=True)
class Stood:
    """How an event stood from a day on, until its next row; None where it was not known, or no longer."""

    since: int
    standing: Standing | None


class Standings:
    """The standings of a site's events, each worked out when it is asked for."""

    def __init__(self, site: Site) -> None:
        self._parts: dict[str, list[Event]] = {}
        for event in site.events:
            if event.part_of:
                self._parts.setdefault(event.part_of, []).append(event)
        self._of: dict[str, tuple[Stood, ...]] = {}

    def of(self, event: Event) -> tuple[Stood, ...]:
        """The rows of an event, by their days. Two that follow each other differ, if only in why it was retracted."""
        known = self._of.get(event.id)
        if known is None:
            self._of[event.id] = ()  # a circle of parts has no standings of its own
            known = self._of[event.id] = self._work_out(event)
        return known

    def _work_out(self, event: Event) -> tuple[Stood, ...]:
        parts = self._parts.get(event.id, []) if event.takes_date_from_parts else []
        corrected = {row.date.latest for row in event.corrections}
        rows: list[Stood] = []
        before: Standing | None = None
        for day in self._days(event, parts, corrected):
            stood = standing(event, day, self._known(parts, day))
            is_corrected = day in corrected and stood is not None and stood.status == RETRACTED
            if stood != before or is_corrected:
                rows.append(Stood(day, stood))
            before = stood
        return tuple(rows)

    def _days(self, event: Event, parts: list[Event], corrected: set[int | None]) -> list[int]:
        """The days on which anything may change."""
        days = corrected | {citation.source.known for citation in event.citations}
        moves = {row.since for part in parts for row in self.of(part)}
        days |= moves
        if not has_dated_source(event):
            days.add(known_without_source(event.date))
            days |= {known_without_source(own_date(event, self._known(parts, day))[0]) for day in moves}
        return sorted(day for day in days if day is not None)

    def _known(self, parts: list[Event], day: int) -> list[Standing]:
        """How those of the parts stood that were known on a day."""
        found = []
        for part in parts:
            rows = self.of(part)
            place = bisect_right(rows, day, key=lambda row: row.since)
            stood = rows[place - 1].standing if place else None
            if stood:
                found.append(stood)
        return found
