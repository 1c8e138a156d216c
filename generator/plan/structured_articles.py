"""Articles in words of schema.org: what each was published as, and where it was taken from."""

from collections.abc import Iterable

from generator.model.source import Article
from generator.model.text import Localised
from generator.plan.framing import Framing
from generator.plan.structured import Json, Trails, linked, published_on, structured, thing, together
from generator.plan.views import Link

ARTICLE_TYPES = {
    "news": "NewsArticle",
    "official": "CreativeWork",
    "treaty": "Legislation",
    "transcript": "CreativeWork",
    "speech": "CreativeWork",
    "post": "SocialMediaPosting",
    "archive": "ArchiveComponent",
    "report": "Report",
}


class StructuredArticles:
    """The articles of a site in one language, as their pages tell them to programs."""

    def __init__(self, framing: Framing) -> None:
        self._telling = framing.telling
        self._trails = Trails(framing.telling)
        heading = Localised(framing.kinds.get("article", ""), framing.telling.language)
        self._list = self._trails.step(Link(heading, framing.telling.addresses.list("article")))

    def written(self, article: Article, events: Iterable[str]) -> str:
        """The article, with the events that rest on it, and where its page stands."""
        title = self._telling.text(article.title).text
        mentions = together(linked("Event", self._telling.event_link(name)) for name in dict.fromkeys(events))
        return structured(self._article(article, title, mentions), self._trails.trail(self._list, title))

    def _article(self, article: Article, title: str, mentions: Json) -> Json:
        source, telling = article.source, self._telling
        publisher, author = telling.maybe(source.publisher), telling.maybe(source.author)
        return thing(
            ARTICLE_TYPES.get(source.kind, "Article"),
            {
                # A title that was made from the first words is nobody's headline.
                "headline" if article.has_own_title else "name": title,
                "url": self._trails.absolute(telling.addresses.page("article", article.id)),
                "datePublished": published_on(source.date or source.released),
                "inLanguage": telling.language_of(source),
                "publisher": thing("Organization", {"name": publisher.text}) if publisher else "",
                "author": thing("", {"name": author.text}) if author else "",  # a person, an agency or a ministry
                "isBasedOn": source.url or source.archived,
                "archivedAt": source.archived,
                "identifier": source.doi and f"https://doi.org/{source.doi}",
                "mentions": mentions,
            },
        )
