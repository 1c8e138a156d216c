"""Entries whose fields are of the right kind, before they are held against the rest of the site."""

from dataclasses import dataclass

from generator.check.ids import Ids
from generator.check.records.events import EventRecord
from generator.check.records.sources import ArticleRecord
from generator.check.report import Report
from generator.dates import DateError, iso_day, parse_date
from generator.model.identity import as_slug, fault_of_id, folded, normal_id, shortened
from generator.parse.document import Document

LONGEST_MADE_ID = 90  # bytes of an id that is made from a title


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article whose id is not yet held against the others."""

    id: str
    record: ArticleRecord
    document: Document
    key: str  # the id, folded


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event and its id; where that is wrong or taken, one that no author could give, so that the rest is told."""

    id: str
    record: EventRecord
    document: Document
    has_own_id: bool = True
    key: str = ""  # the id, folded


def propose(record: EventRecord, document: Document) -> EventDraft | None:
    """An event under the id that it asks for; None where that is none, or would be made of others of its fields."""
    if not record.id and not document.is_alone:
        return None
    name = normal_id(record.id or id_as_written(document))
    return None if fault_of_id(name) else EventDraft(name, record, document, key=folded(name))


def name_event(record: EventRecord, document: Document, ids: Ids, report: Report) -> EventDraft:
    """Give an event its id: its own, else the file's stem, else, among others, its earliest day and its title."""
    given: str | None
    if record.id:
        given = ids.give(record.id, document, ("id",))
    elif document.is_alone:
        given = ids.give(id_as_written(document), document, ())
    elif report.is_faulty(document):
        given = None  # what the id would be made from may be what is wrong
    else:
        given = ids.give(_made_id(record), document, ("title",))
    name = given or f"{document.path}:{document.number}:{document.keys}"
    return EventDraft(name, record, document, has_own_id=given is not None, key=folded(name))


def id_as_written(document: Document) -> str:
    """The id that an entry gives, or its file's stem."""
    written = document.fields.get("id")
    return written if isinstance(written, str) and written else document.path.rpartition("/")[2].rpartition(".")[0]


def _made_id(record: EventRecord) -> str:
    slug = as_slug(next(iter(record.title.values())))
    try:
        date = parse_date(record.date or "", calendar=record.calendar)
    except DateError:
        return shortened(slug, LONGEST_MADE_ID)  # no date of its own, or a mistake that is reported where it is read
    day = date.earliest if date.earliest is not None else date.latest
    return shortened(f"{iso_day(day or 0).removeprefix('+')}-{slug}".rstrip("-"), LONGEST_MADE_ID)
