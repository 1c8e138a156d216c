"""What the events of a site rest on, and where that is thin."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.corroboration import Corroboration, Voice
from generator.model.event import Event
from generator.model.site import Site
from generator.model.source import Citation


@dataclass(frozen=True, slots=True)
class Unarchived:
    """What an event cites by an address alone: none of it has a stored copy."""

    event: Event
    citations: tuple[Citation, ...]
    documents: tuple[int, ...]  # places among the event's documents

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses, each once."""
        texts = (self.event.documents[place].url for place in self.documents)
        return tuple(dict.fromkeys((*(row.source.url for row in self.citations), *texts)))


def without_source(site: Site) -> tuple[Event, ...]:
    """The events that name no source."""
    return tuple(event for event in site.events if not event.citations)


def without_quote(site: Site) -> tuple[Event, ...]:
    """The events that quote none of their sources, those with no source among them."""
    return tuple(event for event in site.events if not any(row.quote for row in event.citations))


def on_one_voice(site: Site) -> Iterator[tuple[Event, Voice]]:
    """The events that rest on one independent source alone, however many say the same after it."""
    corroboration = Corroboration(site)
    for event in site.events:
        voices = corroboration.voices(event)
        if len(voices) == 1:
            yield event, voices[0]


def citing_addresses(site: Site) -> tuple[Event, ...]:
    """The events that cite a web address, by a source or a document."""
    return tuple(event for event in site.events if _cites_addresses(event))


def _cites_addresses(event: Event) -> bool:
    return any(row.source.url for row in event.citations) or any(row.url for row in event.documents)


def unarchived(site: Site) -> Iterator[Unarchived]:
    """What events cite without a stored copy."""
    for event in site.events:
        citations = tuple(row for row in event.citations if row.source.url and not row.source.archived)
        documents = tuple(place for place, row in enumerate(event.documents) if row.url and not row.archived)
        if citations or documents:
            yield Unarchived(event, citations, documents)


def undated(site: Site) -> Iterator[tuple[Event, Citation]]:
    """The sources of which nobody knows since when they were known, with the events that cite them."""
    for event in site.events:
        yield from ((event, row) for row in event.citations if row.source.known is None)
