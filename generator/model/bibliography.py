"""Everything that a site rests on: its articles, and each source that is only cited, with the events that cite it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from generator.dates import order_key
from generator.model.event import Event
from generator.model.site import Site
from generator.model.source import Citation, Source


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, and the events that cite it."""

    id: str  # of its own among all sources of the site, and the same in each build: 'article:x', 'source:y', 'cited:…'
    source: Source
    article: str  # the id of an article of this site, or ''
    events: tuple[Event, ...]  # in the site's order


def bibliography(site: Site) -> tuple[Reference, ...]:
    """The articles of a site and what its events cite, each once, by date; the undated stand last."""
    sources = {f"article:{article.id}": replace(article.source, title=article.title) for article in site.articles}
    articles = {f"article:{article.id}": article.id for article in site.articles}
    cited: dict[str, dict[str, Event]] = {name: {} for name in sources}
    for event in site.events:
        for citation in event.citations:
            name = name_of(citation)
            sources.setdefault(name, citation.source)
            cited.setdefault(name, {})[event.id] = event
    found = (
        Reference(name, source, articles.get(name, ""), tuple(cited[name].values())) for name, source in sources.items()
    )
    return _by_date(found)


def name_of(citation: Citation) -> str:
    """The id of the reference that a citation is of."""
    if citation.article:
        return f"article:{citation.article}"
    return f"source:{citation.shared}" if citation.shared else f"cited:{_digest(citation.source)}"


def _by_date(references: Iterable[Reference]) -> tuple[Reference, ...]:
    dated = []
    undated = []
    for reference in references:
        date = reference.source.date or reference.source.released
        if date:
            dated.append((order_key(date), reference.id, reference))
        else:
            undated.append((reference.id, reference))
    dated.sort(key=lambda row: row[:2])
    undated.sort(key=lambda row: row[0])
    return (*(row[2] for row in dated), *(row[1] for row in undated))


def _digest(source: Source) -> str:
    """What tells a source from others: where it was published and when, or else all that names it."""
    texts = (source.title, source.publisher, source.author)
    named = [text.first if text else "" for text in texts] + [source.doi, source.symbol, source.archive_reference]
    date = source.date.edtf if source.date else ""
    return blake2b("\0".join([source.url, date] if source.url else [*named, date]).encode(), digest_size=5).hexdigest()
