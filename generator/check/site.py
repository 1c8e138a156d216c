"""A whole site checked: from files to a Site, or to every mistake at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.check.accepted import check_accepted
from generator.check.actors import Actors
from generator.check.circles import report_circles
from generator.check.citations import Shelf
from generator.check.events import EventDesk, EventDraft
from generator.check.ids import Ids
from generator.check.options import Options
from generator.check.own_fields import OwnFields
from generator.check.pages import make_pages, read_pages
from generator.check.places import Places
from generator.check.prose import Convert, ProseDesk, convert_here
from generator.check.quotations import Library
from generator.check.reading import ArticleDraft, Reader
from generator.check.report import Report
from generator.check.retractions import check_retractions
from generator.check.rules.all import SITE_RULES
from generator.check.rules.subject import Subject
from generator.check.settings import read_settings, with_slash
from generator.check.sources import read_article, read_shared_sources
from generator.check.spans import date_by_parts
from generator.model.event import Event, Topic
from generator.model.identity import folded
from generator.model.knowledge import as_of, newest_day
from generator.model.order import in_order
from generator.model.settings import Settings
from generator.model.site import Site, by_id
from generator.model.source import Article
from generator.model.text import Text
from generator.parse.document import Document
from generator.parse.prose import Prose
from generator.parse.plain_text import paragraphs_html
from generator.problems import Problem, in_order as problems_in_order
from generator.quotes import visible_text

SITE_FILE = "site.yaml"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the site, unless something is wrong with it, and every problem in order."""

    site: Site | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(problem.severity == "error" for problem in self.problems)


def check(sources: Mapping[str, bytes], options: Options = Options(), convert: Convert = convert_here) -> Checked:
    """Check a site's files, by path from its folder, and make of them a Site.

    `convert` turns Markdown into HTML; it is handed every text at once, so that a caller may share them out among
    processes or remember them.
    """
    report = Report()
    site = _Check(sources, options, convert, report).run()
    problems = problems_in_order(report.problems)
    checked = Checked(site, problems)
    return replace(checked, site=None) if checked.has_errors else checked


class _Check:
    """One check from start to end, in the order in which one thing rests on another."""

    def __init__(self, sources: Mapping[str, bytes], options: Options, convert: Convert, report: Report) -> None:
        self.sources = sources
        self.options = options
        self.convert = convert
        self.report = report
        self.reader = Reader(sources, report)

    def run(self) -> Site | None:
        found = self._settings()
        if found is None:
            self._read_all(Settings(Text.of("", "en")))  # so that every other mistake shows as well
            return None
        settings, document = found
        site = self._read_all(settings, document)
        return site

    def _settings(self) -> tuple[Settings, Document] | None:
        if SITE_FILE not in self.sources:
            self.report.error_in_file(
                SITE_FILE,
                "there is no site.yaml here",
                "a file with 'title: …' alone will do; 'dateline new' makes one",
            )
            return None
        documents = self.reader.entries(SITE_FILE)
        if len(documents) != 1:
            if documents:
                self.report.error_in_file(SITE_FILE, "site.yaml holds one mapping of settings", "keep one")
            return None
        settings = read_settings(documents[0], self.report)
        if settings is None:
            return None
        if self.options.base_url is not None:
            settings = replace(settings, base_url=with_slash(self.options.base_url))
        return settings, documents[0]

    def _read_all(self, settings: Settings, settings_document: Document | None = None) -> Site | None:
        report, language = self.report, settings.language
        own = OwnFields(settings.fields, report)
        actors = Actors(self.reader.listed("actors"), language, report)
        places = Places(self.reader.listed("places"), language, report)
        shared = read_shared_sources(self.reader.listed("sources"), language, report, own)
        event_ids = Ids("event", report)
        event_drafts = self.reader.events(own, event_ids)
        article_drafts = self.reader.articles(own)
        desk = ProseDesk(report)
        page_drafts = read_pages(
            [document for path in self.reader.contents.pages for document in self.reader.entries(path)],
            settings.languages,
            desk,
            report,
            drafts=self.options.drafts,
        )
        _ask_for_prose(event_drafts, article_drafts, desk)
        desk.convert(self.convert)

        articles, texts = self._articles(article_drafts, desk, language, own)
        told_articles = [draft for draft in article_drafts if self.options.drafts or not draft.record.draft]
        shelf = Shelf(
            {draft.id: articles[draft.id] for draft in told_articles if draft.id in articles},
            frozenset(draft.id for draft in article_drafts),
            {name: row for name, (row, _) in shared.items()},
            Library(texts, report),
            language,
            own,
            report,
        )
        known = _known_events(event_drafts, event_ids)
        left_out = frozenset(draft.id for draft in event_drafts if draft.record.draft and not self.options.drafts)
        media = {path.removeprefix("content/media/"): path for path in self.reader.contents.media}
        event_desk = EventDesk(
            settings, actors, places, shelf, own, known, left_out, desk.html, frozenset(media), report
        )
        events = [event_desk.tell(draft) for draft in event_drafts]
        event_documents = {draft.id: draft.document for draft in event_drafts}
        pages = make_pages(page_drafts, desk)
        topics = {topic for event in events for topic in event.topics}
        targets: dict[str, dict[str, str]] = {
            "event": known,
            "article": {folded(name): name for name in articles},
            "actor": {folded(name): name for name in actors.actors},
            "place": {folded(name): name for name in places.places},
            "topic": {folded(name): name for name in topics},
            "page": {folded(page.id): page.id for page in pages},
            "media": {file: file for file in media},
        }
        desk.check(targets, {kind: tuple(names.values()) for kind, names in targets.items()})
        documents = [*event_documents.values(), *(draft.document for draft in article_drafts)]
        check_accepted(documents, report)
        check_retractions(events, event_documents, report)
        if report_circles(events, event_documents, report):
            return None
        events = date_by_parts(events, event_documents, left_out, report)
        if settings_document is None:
            return None

        told = [event for event in events if event.id not in left_out]
        there = {named.actor for event in told for named in event.actors} | actors.declared
        lived = {event.place for event in told} | places.declared
        site = Site(
            settings=settings,
            events=in_order(told),
            articles=tuple(shelf.articles[name] for name in sorted(shelf.articles)),
            actors=tuple(actor for name, actor in sorted(actors.actors.items()) if name in there),
            places=tuple(place for name, place in sorted(places.places.items()) if name in lived),
            topics=_topics(told, settings, event_documents),
            sources=tuple(row for _, (row, _) in sorted(shared.items())),
            pages=pages,
            media=_Files(self.sources, media),
        )
        site = replace(site, knowledge_day=newest_day(site))
        subject = Subject(
            site,
            settings_document,
            event_documents,
            {draft.id: draft.document for draft in article_drafts},
            {name: document for name, (_, document) in shared.items()},
            actors.first_named,
            frozenset(row.file for event in events for row in event.media if row.file)
            | desk.media()
            | {settings.theme.logo},
        )
        for rule in SITE_RULES:
            rule(subject, report)
        if self.options.as_of is not None:
            site = as_of(site, self.options.as_of, {"actors": actors.declared, "places": places.declared})
        return site

    def _articles(
        self, drafts: Sequence[ArticleDraft], desk: ProseDesk, language: str, own: OwnFields
    ) -> tuple[dict[str, Article], dict[str, str]]:
        """The articles and their visible texts, by id."""
        ids = Ids("article", self.report)
        articles: dict[str, Article] = {}
        texts: dict[str, str] = {}
        for draft in drafts:
            document = draft.document
            html = paragraphs_html(document.body) if document.is_plain else desk.html(document.body)
            text = visible_text(html)
            article = read_article(draft.id, draft.record, document, html, text, ids, language, self.report, own)
            if article:
                articles[article.id] = article
                texts[article.id] = text
        return articles, texts


class _Files(Mapping[str, bytes]):
    """The files of content/media/ by their paths below it, read when they are asked for."""

    def __init__(self, sources: Mapping[str, bytes], paths: Mapping[str, str]) -> None:
        self._sources = sources
        self._paths = paths

    def __getitem__(self, file: str) -> bytes:
        return self._sources[self._paths[file]]

    def __iter__(self) -> Iterable[str]:  # type: ignore[override]  # an iterator, which the paths give
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _ask_for_prose(events: Sequence[EventDraft], articles: Sequence[ArticleDraft], desk: ProseDesk) -> None:
    for draft in events:
        if draft.document.body.strip():
            desk.ask_body(draft.document)
        desk.ask(draft.document, draft.record.summary, "summary")
        desk.ask(draft.document, draft.record.note, "note")
    for article in articles:
        if not article.document.is_plain:
            desk.ask_body(article.document)


def _known_events(drafts: Sequence[EventDraft], ids: Ids) -> dict[str, str]:
    """Every id by which an event is known, folded: its own and its former ones, which are taken now."""
    known = {folded(draft.id): draft.id for draft in drafts}
    for draft in drafts:
        for index, alias in enumerate(draft.record.aliases):
            given = ids.give(alias, draft.document, ("aliases", index))
            if given:
                known[folded(given)] = draft.id
    return known


def _topics(events: Sequence[Event], settings: Settings, documents: Mapping[str, Document]) -> tuple[Topic, ...]:
    """The topics of the events: with the site's label, else the word as it was first written."""
    words: dict[str, str] = {}
    from generator.check.records.kinds import read_list  # as the record read them
    from generator.model.identity import as_slug

    for name in sorted(documents):
        written = read_list(documents[name].fields.get("topics", []))
        for word in written if isinstance(written, list) else ():
            words.setdefault(as_slug(str(word)), str(word))
    ids = sorted({topic for event in events for topic in event.topics})
    return tuple(
        Topic(name, settings.topics.get(name) or Text.of(words.get(name, name), settings.language)) for name in ids
    )


__all__ = ["Checked", "Prose", "by_id", "check"]
