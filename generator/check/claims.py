"""What a source says of an event: a claim, as of the day on which the source became known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.check.own_fields import OwnFields
from generator.check.records.events import EventSourceRecord, SaysRecord
from generator.check.records.record import is_empty, numbered
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.check.types import check_type
from generator.dates.calendar import Calendar
from generator.model.settings import Settings
from generator.model.source import Claim, Said, Source
from generator.model.vocabulary import PARTICIPANT
from generator.parse.document import Document, Keys
from generator.quotes import visible_text

OWN_PLACES = ("date", "status")  # in a claim; any other field is kept as a line of text


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads `says:`, which may carry any field in which an event is told."""

    settings: Settings
    own: OwnFields
    html: Callable[[str], str]  # of a summary
    report: Report

    def read(
        self,
        record: EventSourceRecord,
        source: Source,
        document: Document,
        keys: Keys,
        written: Mapping[str, object],
        calendar: Calendar,
        zone: str,
    ) -> Claim | None:
        """What the source says, or None where it says nothing. `written` are the fields of its row as they stand."""
        says, fields = record.says, written.get("says")
        if says is None or not isinstance(fields, Mapping):
            return None
        keys = (*keys, "says")
        if all(is_empty(value) for value in fields.values()):
            hint = "as in {date: 2023-04-04, status: held}, or leave 'says' out"
            self.report.error(document, keys, "this says nothing", hint, code="missing-field")
            return None
        date = read_date(says.date, document, (*keys, "date"), self.report, calendar=calendar, zone=zone)
        if says.was_written("type"):
            check_type(says.type.strip(), self.settings, document, (*keys, "type"), self.report)
        own = self.own.read(fields, "event", document, keys)
        return Claim(
            known=source.known,
            date=date,
            date_written=says.date or "",
            status=says.status or "",
            said=tuple(
                Said(name, str(value), value=own[name]) if name in own else self._said(name, says)
                for name, value in fields.items()
                if name not in OWN_PLACES and not is_empty(value)
            ),
            according_to=text_of(record.according_to, self.settings.language),
        )

    def _said(self, name: str, says: SaysRecord) -> Said:
        """What is said in one field."""
        match name:
            case "actors":
                rows = ((row.actor, row.part) for _, row in numbered(says.actors))
                named = tuple((actor, "" if part == PARTICIPANT else part) for actor, part in rows)
                return Said(name, ", ".join(f"{who} ({part})" if part else who for who, part in named), named=named)
            case "topics":
                return Said(name, ", ".join(says.topics), named=tuple((topic, "") for topic in says.topics))
            case "type":
                return Said(name, says.type, named=((says.type.strip(), ""),))
            case "summary" if says.summary:
                told = self._told(name, says.summary)
                return replace(told, texts=tuple(text.map(self._plain) for text in told.texts))
            case "documents":
                return self._told(name, *(row.title for _, row in numbered(says.documents)))
            case _:
                value = getattr(says, name, None)
                return self._told(name, value) if isinstance(value, Mapping) else Said(name, str(value or ""))

    def _plain(self, prose: str) -> str:
        """Prose as words in a line."""
        return " ".join(visible_text(self.html(prose)).split())

    def _told(self, name: str, *words: Mapping[str, str]) -> Said:
        language = self.settings.language
        texts = tuple(text_of(one, language) for one in words)
        return Said(name, ", ".join(text.in_language(language).text for text in texts), texts)
