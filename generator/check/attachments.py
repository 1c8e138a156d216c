"""What comes with an event: documents, media, corrections."""

from collections.abc import Iterable, Mapping

from generator.check.pictures import fault_of_picture, is_picture
from generator.check.records.events import CorrectionRecord, DocumentRecord, MediaRecord
from generator.check.records.record import numbered
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.dates import Date
from generator.model.event import Correction, EventDocument, Media, Vote
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean


def read_day(written: str | None, document: Document, keys: Keys, report: Report) -> Date | None:
    """The date of a change: it needs a last day, by which the change was made."""
    date = read_date(written, document, keys, report)
    if date and date.latest is None:
        report.error(document, keys, "a day is expected here", "as in 2023-04-06", code="date")
        return None
    return date


def read_corrections(
    rows: Iterable[CorrectionRecord], language: str, document: Document, report: Report
) -> tuple[Correction, ...]:
    """The changes to an entry, the newest last."""
    found = []
    for index, row in numbered(rows):
        date = read_day(row.date, document, ("corrections", index, "date"), report)
        if date:
            found.append(Correction(date, text_of(row.what, language), text_of(row.why, language)))
    return tuple(sorted(found, key=lambda correction: correction.date.latest or 0))


def read_documents(rows: Iterable[DocumentRecord], language: str) -> tuple[EventDocument, ...]:
    """The texts that belong to an event."""
    return tuple(
        EventDocument(
            text_of(row.title, language),
            row.kind or "",
            row.symbol or "",
            row.url or "",
            row.archived or "",
            Vote(row.vote.votes_for, row.vote.against, row.vote.abstained, row.vote.absent) if row.vote else None,
        )
        for _, row in numbered(rows)
    )


def read_media(
    rows: Iterable[MediaRecord], files: Mapping[str, bytes], language: str, document: Document, report: Report
) -> tuple[Media, ...]:
    """Pictures and files of content/media/, and links to those elsewhere."""
    return tuple(
        Media(
            file_of(row),
            row.url or "",
            text_of(row.title, language),
            text_of(row.alt, language),
            text_of(row.caption, language),
            text_of(row.credit, language),
            text_of(row.licence, language),
        )
        for index, row in numbered(rows)
        if _is_right(row, index, files, document, report)
    )


def file_of(row: MediaRecord) -> str:
    """The file of a row below content/media/, however its author wrote the way there; '' for a link."""
    return (row.file or "").removeprefix("content/").removeprefix("media/")


def _is_right(row: MediaRecord, index: int, files: Mapping[str, bytes], document: Document, report: Report) -> bool:
    keys: Keys = ("media", index)
    file = file_of(row)
    if bool(row.file) == bool(row.url):
        message = "this needs either a 'file' of content/media/ or a 'url'"
        report.error(document, keys, message, "keep one" if row.file else "add one", code="missing-field")
    elif file and file not in files:
        hint = did_you_mean(file, files) or "it belongs in content/media/"
        message = f"there is no file '{file}' in content/media/"
        report.error(document, (*keys, "file"), message, hint, code="unknown-id")
    elif file and (fault := fault_of_picture(file, files)):
        report.error(document, (*keys, "file"), *fault, code="wrong-value")
    elif file and is_picture(file) and row.alt is None:
        hint = "add 'alt:', what it shows, for those who do not see it"
        report.error(document, (*keys, "file"), f"the picture '{file}' has no 'alt'", hint, code="missing-field")
    else:
        return True
    return False
