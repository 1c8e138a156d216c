"""A site put together from its files, in the order in which one thing rests on another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.check.accepted import check_accepted
from generator.check.actors import Actors
from generator.check.articles import ArticleDesk
from generator.check.attachments import file_of
from generator.check.circles import report_circles
from generator.check.citations import Shelf
from generator.check.claims import ClaimReader
from generator.check.drafts import EventDraft
from generator.check.events import EventDesk
from generator.check.ids import Ids, id_of
from generator.check.media import Files
from generator.check.options import Options
from generator.check.own_fields import OwnFields
from generator.check.pages import PageVersion, make_pages, read_pages
from generator.check.places import Places
from generator.check.prose import Convert, Passage, ProseDesk, passage_of_body, passages_of
from generator.check.quotations import Library
from generator.check.reading import Reader
from generator.check.records.record import numbered
from generator.check.report import Report
from generator.check.retractions import check_retractions
from generator.check.rules.all import apply_rules
from generator.check.rules.subject import Subject
from generator.check.settings import possible_languages
from generator.check.sources import SourceDesk
from generator.check.spans import date_by_parts
from generator.check.theme import check_theme_files
from generator.check.topics import Topics
from generator.model.event import Event
from generator.model.identity import folded
from generator.model.knowledge import as_of, change_days, newest_day
from generator.model.order import in_order
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.source import Article, SharedSource
from generator.parse.document import Document

T = TypeVar("T")


class Assembly:
    """The entries of a site as they are read, and what they make together."""

    def __init__(
        self,
        settings: Settings,
        settings_document: Document | None,
        reader: Reader,
        options: Options,
        convert: Convert,
        report: Report,
    ) -> None:
        self.settings = settings
        self.settings_document = settings_document
        self.reader = reader
        self.memory = reader.memory
        self.options = options
        self.report = report
        self.own = OwnFields(settings.fields, report)
        self.actors = Actors(reader.listed("actors"), settings.language, report)
        self.places = Places(reader.listed("places"), settings.language, report)
        self.topics = Topics(settings, report)
        self.sources = SourceDesk(settings, self.own, report)
        self.shared_documents = reader.listed("sources")
        self.shared = self._shared()
        self.event_ids = Ids("event", report)
        self.event_drafts = reader.events(self.own, self.event_ids)
        self.known_events = self._known_events()
        self.article_drafts = reader.articles(self.own)
        self.media = Files(reader.sources, reader.contents.media)
        self.prose = ProseDesk(report, self.memory)
        self.pages = self._read_pages()
        self.subject: Subject | None = None  # what the rules looked at
        self._ask_for_prose()
        self.prose.convert(convert)

    def site(self) -> Site:
        """The whole site; where mistakes were reported it is not to be used."""
        desk = ArticleDesk(self.settings, self.sources, self.prose, self.report, self.memory)
        articles, texts = desk.tell(self.article_drafts)
        events = self._tell(articles, texts)
        documents = {draft.id: draft.document for draft in self.event_drafts}
        self._check(events, articles, documents)
        left_out = self._left_out()
        events = date_by_parts(events, documents, left_out, self.report)
        told = [event for event in events if event.id not in left_out]
        site = Site(
            settings=self.settings,
            events=self.memory.recall("in order", lambda: in_order(told), told),
            articles=tuple(articles[name] for name in sorted(self._published() & articles.keys())),
            sources=tuple(row for row, _ in sorted(self.shared.values(), key=lambda row: row[0].id)),
            pages=make_pages([page for page in self.pages if self.options.drafts or not page.record.draft], self.prose),
            media=self.media,
        )
        changes = self.memory.each("days of changes", site.events, change_days)
        site = self._with_names(replace(site, knowledge_day=newest_day(site.articles, changes)))
        self._apply_rules(site, articles, documents)
        return site if self.options.as_of is None else self._with_names(as_of(site, self.options.as_of))

    def _read_pages(self) -> list[PageVersion]:
        documents = [document for path in self.reader.contents.pages for document in self.reader.entries(path)]
        languages = possible_languages(self.settings, self.settings_document)
        return read_pages(documents, languages, self.prose, self.report)

    def _ask_for_prose(self) -> None:
        for passages in self.memory.each("prose of an event", self.event_drafts, _prose_of_event):
            self.prose.ask_all(passages)
        articles = [draft.document for draft in self.article_drafts if not draft.document.is_plain]
        self.prose.ask_all(self.memory.each("prose of an article", articles, passage_of_body))

    def _shared(self) -> dict[str, tuple[SharedSource, Document]]:
        """The sources of sources.yaml, the same ones as before where they say the same."""
        read = self.sources.shared(self.shared_documents)
        return {name: (self.memory.same(("source", name), row), document) for name, (row, document) in read.items()}

    def _published(self) -> set[str]:
        """The folded ids of the articles of this build."""
        return {draft.key for draft in self.article_drafts if self.options.drafts or not draft.record.draft}

    def _left_out(self) -> frozenset[str]:
        """The events that are drafts, and not asked for."""
        drafts = (draft.id for draft in self.event_drafts if draft.record.draft)
        return frozenset() if self.options.drafts else frozenset(drafts)

    def _tell(self, articles: Mapping[str, Article], texts: Mapping[str, str]) -> list[Event]:
        published = self._published()
        shelf = Shelf(
            articles={name: article for name, article in articles.items() if name in published},
            shared={name: row for name, (row, _) in self.shared.items()},
            drafts=frozenset(articles) - published,
            faulty=self._faulty_sources(),
            library=Library(texts, self.report),
            desk=self.sources,
            claims=ClaimReader(self.settings, self.own, self.prose.html, self.report),
            report=self.report,
        )
        desk = EventDesk(
            settings=self.settings,
            actors=self.actors,
            places=self.places,
            topics=self.topics,
            shelf=shelf,
            own=self.own,
            known=self.known_events,
            left_out=self._left_out(),
            unread=frozenset(self.reader.unread),
            html=self.prose.html,
            media=self.media,
            report=self.report,
            memory=self.memory,
        )
        return desk.tell(self.event_drafts)

    def _faulty_sources(self) -> frozenset[str]:
        if not self.report.has_faulty:
            return frozenset(self.reader.unread)
        articles = (f"article:{folded(d.id)}" for d in self.article_drafts if self.report.is_faulty(d.document))
        shared = (
            f"source:{folded(id_of(document) or str(document.fields.get('id')))}"
            for document in self.shared_documents
            if self.report.is_faulty(document)
        )
        return frozenset((*articles, *shared, *self.reader.unread))

    def _known_events(self) -> dict[str, str]:
        """Every id by which an event is known, folded: its own and its former ones, which are taken now."""
        known = {draft.key: draft.id for draft in self.event_drafts if draft.has_own_id}
        for draft in self.event_drafts:
            for index, alias in numbered(draft.record.aliases):
                given = self.event_ids.give(alias, draft.document, ("aliases", index))
                if given:
                    known[folded(given)] = draft.id
        return known

    def _check(
        self, events: Sequence[Event], articles: Mapping[str, Article], documents: Mapping[str, Document]
    ) -> None:
        """Report what can only be seen once every entry has been read, but rests on no date."""
        ids: dict[str, Iterable[str]] = {
            "article": (article.id for article in articles.values()),
            "actor": self.actors.actors,
            "place": self.places.places,
            "topic": {topic for event in events for topic in event.topics},
            "page": (page.id for page in self.pages),
        }
        targets = {kind: {folded(name): name for name in names} for kind, names in ids.items()}
        targets["event"] = self.known_events
        targets["media"] = {file: file for file in self.media}
        self.prose.check(targets, self.reader.unread, self.media)
        answered = [*documents.values(), *(draft.document for draft in self.article_drafts)]
        answered += [*self.actors.documents, *self.shared_documents]
        check_accepted(answered, self.report, self.memory)
        check_retractions(events, documents, self.report)
        report_circles(events, documents, self.report)
        if self.settings_document:
            theme = self.settings.theme
            check_theme_files(theme, self.media, self.reader.sources, self.settings_document, self.report)

    def _with_names(self, site: Site) -> Site:
        """The site with those that are declared or that its events name, as they name them."""
        told = {event.id for event in site.events}
        return replace(site, actors=self.actors.of(told), places=self.places.of(told), topics=self.topics.of(told))

    def _apply_rules(
        self,
        site: Site,
        articles: Mapping[str, Article],
        documents: Mapping[str, Document],
    ) -> None:
        """Let every rule look at what is right by itself."""
        article_documents = {draft.key: draft.document for draft in self.article_drafts}
        subject = Subject(
            site=replace(
                site,
                events=self._sound(site.events, lambda event: documents[event.id]),
                articles=self._sound(site.articles, lambda row: article_documents[folded(row.id)]),
                sources=self._sound(site.sources, lambda row: self.shared[folded(row.id)][1]),
            ),
            settings=self.settings_document or Document("site.yaml", {}),
            events=documents,
            articles={article.id: article_documents[name] for name, article in articles.items()},
            sources={row.id: document for row, document in self.shared.values()},
            actors=self.actors.written,
            declared_actors=self.actors.declared,
            pages=[(page.id, page.document) for page in self.pages],
            places=self.places.documents,
            shown_media=self.prose.media() | self._named_media(),
            memory=self.memory,
        )
        self.subject = subject
        apply_rules(subject, self.report)

    def _named_media(self) -> frozenset[str]:
        """The files that an event or the theme names, whether or not all is right with it."""
        named = (file_of(row) for draft in self.event_drafts for _, row in numbered(draft.record.media))
        return frozenset((*named, self.settings.theme.logo))

    def _sound(self, entries: Sequence[T], document_of: Callable[[T], Document]) -> tuple[T, ...]:
        """Those of the entries that have no mistake and rest on none."""
        if not self.report.has_faulty:
            return tuple(entries)
        return tuple(entry for entry in entries if not self.report.is_faulty(document_of(entry)))


def _prose_of_event(draft: EventDraft) -> tuple[Passage, ...]:
    document, record = draft.document, draft.record
    body = (passage_of_body(document),) if document.body.strip() else ()
    return (
        *body,
        *passages_of(document, record.summary, "summary"),
        *passages_of(document, record.note, "note"),
        *(
            passage
            for index, source in numbered(record.sources)
            if source.says
            for passage in passages_of(document, source.says.summary, "sources", index, "says", "summary")
        ),
    )
