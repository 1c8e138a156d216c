"""An event's sources: which each is, what it is quoted with, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.check.own_fields import OwnFields
from generator.check.quotations import Library
from generator.check.records.events import EventSourceRecord
from generator.check.records.sources import CitedSource
from generator.check.report import Report
from generator.check.sources import read_source
from generator.check.texts import read_date, text_of
from generator.model.source import Article, Citation, Claim, SharedSource, Source
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

OF_THE_SOURCE = tuple(name for name in CitedSource.field_names() if name != "accept")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every source that an event may cite by id."""

    articles: Mapping[str, Article]
    drafts: frozenset[str]  # articles that are there, but not in this build
    shared: Mapping[str, SharedSource]
    library: Library
    language: str
    own: OwnFields
    report: Report

    def cite(
        self,
        record: EventSourceRecord,
        document: Document,
        index: int,
        written: Mapping[str, object],
        calendar: str,
        zone: str,
    ) -> Citation | None:
        """One of an event's sources; None where it is not to be found, or stands in a draft that is left out."""
        keys: Keys = ("sources", index)
        found = self._source(record, document, keys, written)
        if found is None:
            return None
        passage = None
        if record.quote and record.article:
            passage = self.library.verify(record, document, keys)
        elif (record.prefix or record.suffix) and not record.quote:
            name = "prefix" if record.prefix else "suffix"
            self.report.error(
                document, (*keys, name), f"a {name} stands beside a quote, and there is none", "add 'quote:'"
            )
        says = written.get("says")
        return Citation(
            source=found,
            article=record.article or "",
            shared=record.source or "",
            quote=record.quote or "",
            passage=passage,
            translation=text_of(record.translation, self.language),
            locator=record.locator or "",
            according_to=text_of(record.according_to, self.language),
            claim=self._claim(record, found, document, keys, says if isinstance(says, Mapping) else {}, calendar, zone),
        )

    def _source(
        self, record: EventSourceRecord, document: Document, keys: Keys, written: Mapping[str, object]
    ) -> Source | None:
        if record.article and record.source:
            self.report.error(
                document,
                (*keys, "source"),
                "a source is either an article of the site or one of sources.yaml",
                "keep one",
            )
            return None
        if record.article or record.source:
            self._refuse_double_description(record, document, keys, written)
        if record.article:
            if article := self.articles.get(record.article):
                return article.source if article.source.title else _titled(article)
            if record.article not in self.drafts:
                hint = did_you_mean(record.article, self.articles)
                self.report.error(
                    document, (*keys, "article"), f"there is no article '{record.article}'", hint, code="unknown-id"
                )
            return None
        if record.source:
            if shared := self.shared.get(record.source):
                return shared.source
            hint = did_you_mean(record.source, self.shared)
            self.report.error(
                document,
                (*keys, "source"),
                f"there is no source '{record.source}' in sources.yaml",
                hint,
                code="unknown-id",
            )
            return None
        if record.title is None and record.url is None:
            hint = "give 'article:', 'source:', or at least a title or a url"
            self.report.error(document, keys, "this does not say what the source is", hint, code="missing-field")
            return None
        return read_source(record, document, keys, self.language, self.report, self.own, written)

    def _refuse_double_description(
        self, record: EventSourceRecord, document: Document, keys: Keys, written: Mapping[str, object]
    ) -> None:
        where = "the article" if record.article else "sources.yaml"
        for name in OF_THE_SOURCE:
            if written.get(name, "") != "":
                self.report.error(
                    document,
                    (*keys, name),
                    f"'{name}' stands with the source itself, in {where}",
                    "take it away here",
                    of_key=True,
                )

    def _claim(
        self,
        record: EventSourceRecord,
        source: Source,
        document: Document,
        keys: Keys,
        written: Mapping[str, object],
        calendar: str,
        zone: str,
    ) -> Claim | None:
        if record.says is None:
            return None
        date = read_date(record.says.date, document, (*keys, "says", "date"), self.report, calendar=calendar, zone=zone)
        others = tuple(
            (name, _as_text(value)) for name, value in written.items() if name not in ("date", "status") and value != ""
        )
        return Claim(
            known=source.known,
            date=date,
            date_written=record.says.date or "",
            status=record.says.status or "",
            said=others,
            according_to=text_of(record.according_to, self.language),
        )


def _titled(article: Article) -> Source:
    return replace(article.source, title=article.title)


def _as_text(value: object) -> str:
    """What a source says in any other field, as one line of text."""
    if isinstance(value, list):
        return ", ".join(_as_text(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_as_text(part)}" for name, part in value.items())
    return str(value)
