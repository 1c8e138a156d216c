"""Articles with their quoted passages marked."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

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


def article_pages(framing: Framing) -> Iterator[Page]:
    """The pages of the articles."""
    articles = Articles(framing.telling)
    structured = StructuredArticles(framing)
    for article in framing.site.articles:
        yield framing.page(
            framing.telling.addresses.page("article", article.id),
            "article.html",
            told={"article": partial(articles.whole, article)},
            changed=since(article.source),
            structured=partial(structured.written, article, articles.events(article)),
        )


class Articles:
    """The articles of a site in one language."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self._quoted: dict[str, list[tuple[int, Passage, str, str]]] = defaultdict(list)
        for event in telling.site.events:
            for index, citation in enumerate(event.citations):
                number = telling.numbers.get((event.id, index))
                if number and citation.passage:
                    self._quoted[citation.article].append((number, citation.passage, event.id, citation.quote))

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
