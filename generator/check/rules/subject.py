"""What the rules look at: the whole site, and where each entry of it was written."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    shown_media: frozenset[str]
