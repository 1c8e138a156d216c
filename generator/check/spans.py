"""Events that take their date from their parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.check.report import Report
from generator.dates import span_of
from generator.model.event import Event
from generator.parse.document import Document


def date_by_parts(
    events: Sequence[Event], documents: Mapping[str, Document], left_out: Iterable[str], report: Report
) -> list[Event]:
    """The events, with the span of its parts as the date of each that has none of its own. There are no circles."""
    by_id = {event.id: event for event in events}
    hidden = frozenset(left_out)
    parts: dict[str, list[str]] = {}
    for event in events:
        if event.part_of and (event.id not in hidden or event.part_of in hidden):
            parts.setdefault(event.part_of, []).append(event.id)
    waiting = [event.id for event in events if event.takes_date_from_parts]
    done: set[str] = set()
    while waiting:
        name = waiting[-1]
        needed = [part for part in parts.get(name, ()) if by_id[part].takes_date_from_parts and part not in done]
        if name in done:
            waiting.pop()
        elif needed:
            waiting += needed
        else:
            waiting.pop()
            done.add(name)
            _date(name, parts.get(name, ()), by_id, documents, report)
    return [by_id[event.id] for event in events]


def _date(
    name: str, parts: Sequence[str], events: dict[str, Event], documents: Mapping[str, Document], report: Report
) -> None:
    if not parts:
        hint = "add 'date:'; only an event that others are 'part_of' can do without"
        report.error(documents[name], (), "'date' is missing", hint, code="missing-field")
        return
    span = span_of(events[part].date for part in parts)
    events[name] = replace(events[name], date=span, date_written=span.edtf)
