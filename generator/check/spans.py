"""Events that take their date from their parts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.check.report import Report
from generator.dates import DateError, span_of
from generator.model.event import Event
from generator.parse.document import Document


def date_by_parts(
    events: Sequence[Event], documents: Mapping[str, Document], left_out: Collection[str], report: Report
) -> list[Event]:
    """The events, with the span of its parts as the date of each that has none of its own.

    Drafts that are left out are no parts, but of each other. In a circle, which is reported elsewhere, dates stay open.
    """
    by_id = {event.id: event for event in events}
    parts: dict[str, list[str]] = {}
    for event in events:
        if event.part_of and (event.id not in left_out or event.part_of in left_out):
            parts.setdefault(event.part_of, []).append(event.id)
    waiting = [event.id for event in events if event.takes_date_from_parts]
    begun: set[str] = set()
    done: set[str] = set()
    while waiting:
        name = waiting[-1]
        needed = [part for part in parts.get(name, ()) if by_id[part].takes_date_from_parts and part not in begun]
        begun.add(name)
        if needed:
            waiting += needed
            continue
        waiting.pop()
        if name not in done:
            done.add(name)
            _date(name, parts.get(name, ()), by_id, documents, report)
    return [by_id[event.id] for event in events]


def _date(
    name: str, parts: Sequence[str], events: dict[str, Event], documents: Mapping[str, Document], report: Report
) -> None:
    if any(report.is_faulty(documents[part]) for part in parts):
        report.mark_faulty(documents[name])
    elif not parts:
        hint = "add 'date:'; only an event that others are 'part_of' can do without"
        if any(event.part_of == name for event in events.values()):
            hint = "add 'date:'; its parts are drafts, which are left out"
        report.error(documents[name], (), "'date' is missing", hint, code="missing-field")
        return
    try:
        span = span_of(events[part].date for part in parts)
    except DateError as error:
        report.error(documents[name], (), f"{error}, so that they give this event no date", error.hint, code="date")
        return
    events[name] = replace(events[name], date=span, date_written=span.edtf)
