"""What the rules look at: the whole site, and where each entry of it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.records.events import EventRecord
from generator.check.records.lists import ActorEntry, PageRecord, PlaceEntry
from generator.check.records.record import Record
from generator.check.records.settings import SiteRecord
from generator.check.records.sources import ArticleRecord, CitedSource
from generator.memory import Memory
from generator.model.site import Site
from generator.parse.document import Document, Keys


@dataclass(frozen=True, slots=True)
class Subject:
    """A site whose entries are right by themselves, with the documents that they come from."""

    site: Site
    settings: Document
    events: Mapping[str, Document]
    articles: Mapping[str, Document]
    sources: Mapping[str, Document]  # of sources.yaml
    actors: Mapping[str, tuple[Document, Keys]]  # where each was declared, or first named
    declared_actors: frozenset[str]
    pages: Sequence[tuple[str, Document]]  # each version, with the id of its page
    places: Sequence[Document]
    shown_media: frozenset[str]
    memory: Memory

    def entries(self) -> Iterator[tuple[type[Record], Document]]:
        """Every entry, with its schema."""
        yield SiteRecord, self.settings
        yield from ((EventRecord, document) for document in self.events.values())
        yield from ((ArticleRecord, document) for document in self.articles.values())
        yield from ((PageRecord, document) for _, document in self.pages)
        yield from ((ActorEntry, self.actors[actor][0]) for actor in sorted(self.declared_actors))
        yield from ((PlaceEntry, document) for document in self.places)
        yield from ((CitedSource, document) for document in self.sources.values())
