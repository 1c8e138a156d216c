"""Articles as they are told: each under its id, with its text as HTML and as a reader sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.check.drafts import ArticleDraft
from generator.check.ids import Ids
from generator.check.prose import ProseDesk, text_of_prose
from generator.check.report import Report
from generator.check.sources import SourceDesk
from generator.memory import Memory
from generator.memory import ids as by_identity
from generator.model.identity import fault_of_id, normal_id
from generator.model.settings import Settings
from generator.model.source import Article
from generator.parse.document import Document
from generator.parse.plain_text import paragraphs_html
from generator.parse.prose import Prose
from generator.quotes import visible_text


@dataclass(frozen=True, slots=True)
class ArticleDesk:
    """What it takes to tell an article: what is said of its source, and its prose as HTML."""

    settings: Settings
    sources: SourceDesk
    prose: ProseDesk
    report: Report
    memory: Memory

    def tell(self, drafts: Sequence[ArticleDraft]) -> tuple[dict[str, Article], dict[str, str]]:
        """The articles by their folded ids, and their visible texts by id, with each mistake in them reported."""
        ids = Ids("article", self.report)
        rests_on = [(draft, self._prose_of(draft.document), self.settings) for draft in drafts]
        told = self.memory.each(
            "article",
            rests_on,
            lambda row: self._article(row[0]),
            key=by_identity,
            is_sound=lambda row: self.report.is_silent_about(row[0].document),
        )
        articles: dict[str, Article] = {}
        texts: dict[str, str] = {}
        for draft, (article, text) in zip(drafts, told, strict=True):
            if article is None or not ids.take(draft.key, draft.document):
                ids.give(draft.id, draft.document, ())  # which tells why not
                continue
            articles[draft.key] = article
            texts[article.id] = text
        return articles, texts

    def _prose_of(self, document: Document) -> Prose | None:
        return None if document.is_plain else self.prose.converted(document.body)

    def _article(self, draft: ArticleDraft) -> tuple[Article | None, str]:
        """The article under the id that its file's name asks for, if it may have it, and its visible text."""
        document, name = draft.document, normal_id(draft.id)
        html, text = self._read(document)
        given = None if fault_of_id(name) else name
        return self.sources.article(given, draft.record, document, html, text), text

    def _read(self, document: Document) -> tuple[str, str]:
        """The HTML of an article's text, and what a reader sees of it."""
        if document.is_plain:
            html = paragraphs_html(document.body)
            return html, visible_text(html)
        prose = self.prose.converted(document.body)
        return prose.html, text_of_prose(prose)
