"""An event's sources: which each is, what it is quoted with, and what it says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.check.claims import ClaimReader
from generator.check.quotations import Library
from generator.check.reading import is_unread
from generator.check.records.events import EventSourceRecord
from generator.check.records.record import is_empty
from generator.check.records.sources import CitedSource
from generator.check.report import Report
from generator.check.sources import SourceDesk
from generator.check.texts import text_of
from generator.dates.calendar import Calendar
from generator.model.identity import folded
from generator.model.source import Article, Citation, SharedSource, Source
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

OF_THE_SOURCE = tuple(name for name in CitedSource.field_names() if name != "accept")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every source that an event may cite by id. All are found by their folded ids."""

    articles: Mapping[str, Article]
    shared: Mapping[str, SharedSource]
    drafts: frozenset[str]  # articles that are there, but not in this build
    faulty: frozenset[str]  # articles and shared sources with mistakes, as 'article:…' and 'source:…'
    library: Library
    desk: SourceDesk
    claims: ClaimReader
    report: Report

    def found(self, keys: Iterable[tuple[str, str]]) -> Iterator[object]:
        """What an event's sources rest on, by folded ids: the article with its text, and the shared source, of each."""
        for article_key, source_key in keys:
            if article_key:
                article = self.articles.get(article_key)
                yield article
                yield self.library.texts.get(article.id) if article else None
            if source_key:
                yield self.shared.get(source_key)

    def cite(
        self,
        record: EventSourceRecord,
        document: Document,
        index: int,
        written: Mapping[str, object],
        calendar: Calendar,
        zone: str,
    ) -> Citation | None:
        """One of an event's sources; None where it is not to be found, or stands in a draft that is left out.

        `written` are the row's fields as they stand, `zone` is that of times in what it says.
        """
        keys: Keys = ("sources", index)
        language = self.desk.settings.language
        self._refuse_words_without_quote(record, document, keys)
        if record.article and record.source:
            message = "a source is either an article of the site or one of sources.yaml"
            self.report.error(document, (*keys, "source"), message, "keep one")
            return None
        if record.article or record.source:
            self._refuse_double_description(record, document, keys, written)
        article = self.articles.get(folded(record.article)) if record.article else None
        shared = self.shared.get(folded(record.source)) if record.source else None
        if {f"article:{folded(record.article or '')}", f"source:{folded(record.source or '')}"} & self.faulty:
            self.report.mark_faulty(document)
        source = self._source(record, article, shared, document, keys, written)
        if source is None:
            return None
        return Citation(
            source=source,
            article=article.id if article else "",
            shared=shared.id if shared else "",
            quote=record.quote or "",
            prefix=record.prefix or "",
            suffix=record.suffix or "",
            passage=self.library.verify(record, article.id, document, keys) if article and record.quote else None,
            translation=text_of(record.translation, language),
            locator=record.locator or "",
            according_to=text_of(record.according_to, language),
            claim=self.claims.read(record, source, document, keys, written, calendar, zone),
            row=index,
        )

    def _source(
        self,
        record: EventSourceRecord,
        article: Article | None,
        shared: SharedSource | None,
        document: Document,
        keys: Keys,
        written: Mapping[str, object],
    ) -> Source | None:
        if article:
            return article.source if article.source.title else replace(article.source, title=article.title)
        if shared:
            return shared.source
        if record.article:
            names = [known.id for known in self.articles.values()]
            self._report_unknown(
                record.article, f"there is no article '{record.article}'", "article", names, document, keys
            )
            return None
        if record.source:
            message = f"there is no source '{record.source}' in content/sources.yaml"
            names = [known.id for known in self.shared.values()]
            self._report_unknown(record.source, message, "source", names, document, keys)
            return None
        if record.title is None and record.url is None:
            hint = "give 'article:', 'source:', or at least a title or a url"
            self.report.error(document, keys, "this does not say what the source is", hint, code="missing-field")
            return None
        return self.desk.read(record, document, keys, written)

    def _report_unknown(
        self, name: str, message: str, field: str, names: list[str], document: Document, keys: Keys
    ) -> None:
        if not is_unread(field, name, self.faulty) and (field != "article" or folded(name) not in self.drafts):
            self.report.error(document, (*keys, field), message, did_you_mean(name, names), code="unknown-id")

    def _refuse_words_without_quote(self, record: EventSourceRecord, document: Document, keys: Keys) -> None:
        for name in ("prefix", "suffix", "translation"):
            if getattr(record, name) and not record.quote:
                message = f"a {name} stands beside a quote, and there is none"
                self.report.error(document, (*keys, name), message, "add 'quote:'")

    def _refuse_double_description(
        self, record: EventSourceRecord, document: Document, keys: Keys, written: Mapping[str, object]
    ) -> None:
        """Report what belongs to the source and stands with its citation, where it would be left out in silence."""
        where = "the article" if record.article else "content/sources.yaml"
        for name in sorted(written.keys() & {*OF_THE_SOURCE, *self.desk.own.of("source")}):
            if not is_empty(written[name]):
                message = f"'{name}' is said of the source itself, in {where}"
                self.report.error(document, (*keys, name), message, "take it away here", of_key=True)
