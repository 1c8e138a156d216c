"""Entries that were withdrawn say why."""

from collections.abc import Mapping, Sequence

from generator.check.report import Report
from generator.model.event import Event
from generator.parse.document import Document


def check_retractions(events: Sequence[Event], documents: Mapping[str, Document], report: Report) -> None:
    """A retracted event keeps its page, with the reason: the `why` of its newest correction."""
    for event in events:
        if event.status == "retracted" and (not event.corrections or event.corrections[-1].why is None):
            hint = "add 'corrections: [{date: …, what: …, why: …}]'"
            if event.corrections:
                hint = "add 'why:' to its newest correction"
            report.error(documents[event.id], ("status",), "a retracted event tells why", hint, code="missing-field")
