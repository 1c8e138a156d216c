"""How heavy an event's entry will be on a page, known from its texts before it is rendered.

The unit is a byte as it is sent, compressed by gzip. Markup repeats itself and weighs little; what is said in words is
nearly all of it. The figures are fitted to rendered pages, and a test holds them to those.
"""

from collections.abc import Iterable

from generator.model.event import Event
from generator.model.source import Citation, Source
from generator.model.text import Text

FRAME = 100  # of an entry with no words
OF_PROSE, OF_NAMES = 45, 10  # per cent of its bytes that are left of prose, and of names that return page by page
OF_A_ROW = 8  # of a row in a list, but for its words
OF_A_SOURCE, OF_A_PLAN = 40, 60  # likewise, in the bibliography, and in the ledger and among corrections


def entry_weight(event: Event) -> int:
    """What an entry adds to a page, in bytes sent. The same in each language, so that pages part alike in all."""
    prose = _bytes(event.title) + _bytes(event.summary) + _bytes(event.disputed)
    for citation in event.citations:
        prose += _of_citation(citation)
    names = 2 * len(event.place)  # each stands in an address, and in words
    for row in event.actors:
        names += 2 * len(row.actor) + _bytes(row.role)
    for topic in event.topics:
        names += 2 * len(topic)
    return FRAME + (OF_PROSE * prose + OF_NAMES * names) // 100


def row_weight(name: str, note: str) -> int:
    """What a row of a list adds to a page, in bytes sent."""
    return OF_A_ROW + OF_PROSE * (_length(name) + _length(note)) // 100


def source_weight(source: Source, events: Iterable[Event]) -> int:
    """What a source adds to the bibliography with the events that rest on it, in bytes sent."""
    return OF_A_SOURCE + OF_PROSE * _of_source(source) // 100 + sum(map(_of_link, events))


def plan_weight(event: Event) -> int:
    """What a plan adds to the ledger, in bytes sent."""
    return OF_A_PLAN + _of_link(event)


def change_weight(event: Event, *texts: Text | None) -> int:
    """What a change adds to the page of corrections, in bytes sent."""
    return OF_A_PLAN + _of_link(event) + OF_PROSE * sum(map(_bytes, texts)) // 100


def _of_link(event: Event) -> int:
    return OF_A_ROW + OF_PROSE * (_bytes(event.title) + len(event.date.edtf)) // 100


def _of_citation(citation: Citation) -> int:
    claim = citation.claim
    plain = (citation.quote, citation.locator, citation.article)
    texts = (citation.translation, citation.according_to)
    said = sum(_length(one.name) + _length(one.written) for one in claim.said) if claim else 0
    return sum(map(_length, plain)) + sum(map(_bytes, texts)) + said + _of_source(citation.source)


def _of_source(source: Source) -> int:
    plain = (source.url, source.archived, source.doi, source.symbol, source.archive_reference)
    texts = (source.title, source.author, source.publisher, source.relies_on)
    return sum(map(_length, plain)) + sum(map(_bytes, texts))


def _bytes(text: Text | None) -> int:
    """The bytes of a text in the language in which it is longest."""
    return max(_length(words) for _, words in text.versions) if text else 0


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
