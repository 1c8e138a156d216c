"""Sources: articles of the site, those of sources.yaml, and those that an event describes itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.check.ids import Ids, id_of
from generator.check.own_fields import OwnFields
from generator.check.records.sources import ArticleRecord, CitedSource, SourceFields
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.check.validation import validate
from generator.dates import Date
from generator.model.identity import folded
from generator.model.settings import Settings
from generator.model.source import Article, SharedSource, Source
from generator.model.text import Text
from generator.parse.document import Document, Keys

TITLE_WORDS = 12  # of a text without a title, that stand for one


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """What it takes to read a source, wherever it is described."""

    settings: Settings
    own: OwnFields
    report: Report

    def read(self, record: SourceFields, document: Document, keys: Keys, written: Mapping[str, object]) -> Source:
        """What a record says of a source. `keys` lead to it in the entry, `written` are its fields as they stand."""
        language = self.settings.language
        released = self._date(record.released, document, (*keys, "released"))
        date = self._date(record.date, document, (*keys, "date"))
        public = released or date
        cited = record if isinstance(record, CitedSource) else None
        return Source(
            title=text_of(record.title, record.language or language),  # a source's title is in its own language
            date=date,
            known=public.latest if public else None,
            released=released,
            publisher=text_of(record.publisher, language),
            author=text_of(record.author, language),
            relies_on=text_of(record.relies_on, language),
            kind=record.kind or "",
            url=record.url or "",
            archived=record.archived or "",
            accessed=self._date(record.accessed, document, (*keys, "accessed")),
            language=record.language or "",
            doi=(cited and cited.doi) or "",
            symbol=(cited and cited.symbol) or "",
            archive_reference=(cited and cited.archive_reference) or "",
            fields=self.own.read(written, "source", document, keys),
        )

    def _date(self, written: str | None, document: Document, keys: Keys) -> Date | None:
        return read_date(written, document, keys, self.report, zone=self.settings.time_zone)

    def article(
        self, given: str | None, record: ArticleRecord, document: Document, html: str, text: str
    ) -> Article | None:
        """An article of an id, with its prose as HTML; its visible text, which quotes are held against, may title it.

        None, with its mistakes reported, where it has no id.
        """
        source = self.read(record, document, (), document.fields)
        for name, date in (("date", source.date), ("released", source.released)):
            if date is not None and date.latest is None:
                hint = "an article was published, and released, on or by some day"
                self.report.error(document, (name,), "this date has no last day", hint, code="date")
        if given is None:
            return None
        title = source.title or Text.of(_first_words(text) or given, source.language or self.settings.language)
        return Article(given, title, source, html, has_own_title=source.title is not None)

    def shared(self, entries: Sequence[Document]) -> dict[str, tuple[SharedSource, Document]]:
        """The sources of sources.yaml, with their documents, by their folded ids."""
        ids = Ids("source", self.report)
        found: dict[str, tuple[SharedSource, Document]] = {}
        for document in entries:
            is_key = id_of(document) != ""
            fields = dict(document.fields)
            written = id_of(document) or str(fields.pop("id", ""))
            if not written:
                self.report.error(
                    document, (), "'id' is missing", "add 'id:', by which events cite it", code="missing-field"
                )
                continue
            record = validate(CitedSource, document, self.report, own=self.own.of("source"), fields=fields)
            given = ids.give(written, document, () if is_key else ("id",), of_key=is_key)
            if record is None or given is None:
                continue
            if record.title is None and record.url is None:
                self.report.error(document, (), "a source needs a title", "or at least a url", code="missing-field")
                continue
            found[folded(given)] = (SharedSource(given, self.read(record, document, (), fields)), document)
        return found


def _first_words(text: str) -> str:
    words = text.split()
    shown = " ".join(words[:TITLE_WORDS])
    return f"{shown} …" if len(words) > TITLE_WORDS else shown
