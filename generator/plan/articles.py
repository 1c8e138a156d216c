"""Articles with their quoted passages marked."""

from collections.abc import Iterator
from functools import cached_property, partial

from generator.model.source import Article
from generator.parse import prefix_ids, resolve_targets, shift_headings
from generator.plan.citations import tell_source
from generator.plan.framing import Framing
from generator.plan.newest import since
from generator.plan.page import Page
from generator.plan.structured_articles import StructuredArticles
from generator.plan.telling import Telling
from generator.plan.views import ArticleView, PassageView
from generator.quotes import Mark, Passage, mark_passages


class ArticlePages:
    """The pages of the articles of one language."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._articles = Articles(framing.telling)
        self._structured = StructuredArticles(framing)
        self.entries = framing.site.articles

    def of(self, place: int) -> Iterator[Page]:
        """The page of the article at a place among all of them."""
        article, articles = self.entries[place], self._articles
        yield self._framing.page(
            self._framing.telling.addresses.page("article", article.id),
            "article.html",
            told={"article": partial(articles.whole, article)},
            changed=since(article.source),
            structured=lambda: self._structured.written(article, articles.events(article)),
        )


class Articles:
    """The articles of a site in one language."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling

    @cached_property
    def _quoted(self) -> dict[str, list[tuple[int, Passage, str, str]]]:
        telling = self.telling
        quoted: dict[str, list[tuple[int, Passage, str, str]]] = {}
        for event in telling.site.events:
            for index, citation in enumerate(event.citations):
                number = telling.numbers.get((event.id, index))
                if number and citation.passage:
                    row = (number, citation.passage, event.id, citation.quote)
                    quoted.setdefault(citation.article, []).append(row)
        return quoted

    def events(self, article: Article) -> tuple[str, ...]:
        """The events that quote the article, in the order of the text."""
        quoted = sorted(self._quoted.get(article.id, ()), key=lambda row: row[0])
        return tuple(name for _, _, name, _ in quoted)

    def whole(self, article: Article) -> ArticleView:
        """The article as its page tells it."""
        telling = self.telling
        quoted = sorted(self._quoted.get(article.id, ()), key=lambda row: row[0])
        marked = mark_passages(article.html, [Mark(f"quote-{number}", passage) for number, passage, _, _ in quoted])
        source = article.source
        title = telling.text(article.title)
        return ArticleView(
            title=title,
            has_own_title=article.has_own_title,
            html=resolve_targets(prefix_ids(shift_headings(marked, 2), "text-"), telling.resolve),
            language=telling.language_of(source),
            date=telling.date(source.date) if source.date else telling.date(source.released),  # type: ignore[arg-type]  # one is there
            citation=tell_source(source, telling, address=source.url, is_article=True),
            passages=tuple(
                PassageView(number, f"quote-{number}", link := telling.event_link(name), link.note, quote)
                for number, _, name, quote in quoted
            ),
            released=telling.maybe_date(source.released),
        )
