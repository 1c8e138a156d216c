"""Sources: articles of the site, those of sources.yaml, and those that an event describes itself."""

from collections.abc import Mapping, Sequence

from generator.check.ids import Ids, id_of
from generator.check.own_fields import OwnFields
from generator.check.records.sources import ArticleRecord, CitedSource, SourceFields
from generator.check.report import Report
from generator.check.texts import last_day, read_date, text_of
from generator.check.validation import validate
from generator.model.source import Article, SharedSource, Source
from generator.model.text import Text
from generator.parse.document import Document, Keys

TITLE_WORDS = 12  # of a text without a title, that stand for one


def read_source(
    record: SourceFields,
    document: Document,
    keys: Keys,
    language: str,
    report: Report,
    own: OwnFields,
    fields: Mapping[str, object],
) -> Source:
    """What a record says of a source. `keys` lead to it within the entry, `fields` are its own as written."""
    released = read_date(record.released, document, (*keys, "released"), report)
    date = read_date(record.date, document, (*keys, "date"), report)
    cited = record if isinstance(record, CitedSource) else None
    return Source(
        title=text_of(record.title, language),
        date=date,
        known=last_day(released) if released else last_day(date),
        released=released,
        publisher=text_of(record.publisher, language),
        author=text_of(record.author, language),
        relies_on=text_of(record.relies_on, language),
        kind=record.kind or "",
        url=record.url or "",
        archived=record.archived or "",
        accessed=read_date(record.accessed, document, (*keys, "accessed"), report),
        language=record.language or "",
        doi=(cited.doi or "") if cited else "",
        symbol=(cited.symbol or "") if cited else "",
        archive_reference=(cited.archive_reference or "") if cited else "",
        fields=own.read(fields, "source", document, keys),
    )


def read_article(
    written_id: str,
    record: ArticleRecord,
    document: Document,
    html: str,
    text: str,
    ids: Ids,
    language: str,
    report: Report,
    own: OwnFields,
) -> Article | None:
    """An article, with its prose as HTML and as the text that quotes are held against."""
    given = ids.give(written_id, document, ())
    source = read_source(record, document, (), language, report, own, document.fields)
    if source.date is not None and source.known is None:
        report.error(
            document, ("date",), "an article's date needs a last day", "an article was published on or by some day"
        )
        return None
    if given is None or source.date is None:
        return None
    title = source.title or Text.of(_first_words(text) or given, source.language or language)
    return Article(given, title, source, html, has_own_title=source.title is not None)


def _first_words(text: str) -> str:
    words = text.split()
    shown = " ".join(words[:TITLE_WORDS])
    return f"{shown} …" if len(words) > TITLE_WORDS else shown


def read_shared_sources(
    entries: Sequence[Document], language: str, report: Report, own: OwnFields
) -> dict[str, tuple[SharedSource, Document]]:
    """The sources of sources.yaml by their ids."""
    ids = Ids("source", report)
    found: dict[str, tuple[SharedSource, Document]] = {}
    for document in entries:
        fields = dict(document.fields)
        written = id_of(document)
        if not written:
            written = str(fields.pop("id", ""))
            if not written:
                report.error(document, (), "'id' is missing")
                continue
        record = validate(CitedSource, document, report, own=own.of("source"), fields=fields)
        given = ids.give(written, document, ("id",) if "id" in document.fields else ())
        if record is None or given is None:
            continue
        if record.title is None and record.url is None:
            report.error(document, (), "a source needs a title", "or at least a url")
            continue
        found[given] = (SharedSource(given, read_source(record, document, (), language, report, own, fields)), document)
    return found
