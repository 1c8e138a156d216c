"""On whose word an event rests: how many independent sources it has, and what they say against one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.claims import sides
from generator.model.corroboration import Corroboration, Voice, Why
from generator.model.event import Event
from generator.model.source import Citation
from generator.plan.citations import tell_citations
from generator.plan.telling import Telling
from generator.plan.views import CitationView


@dataclass(frozen=True, slots=True)
class SupportView:
    """How many independent sources there are, and why some of the sources count once."""

    words: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a contradiction."""

    support: str  # how many independent sources take it; '' where none says so by itself, as with a denial
    citations: tuple[CitationView, ...]  # each with a claim


def tell_support(event: Event, corroboration: Corroboration, telling: Telling) -> SupportView | None:
    """What the event rests on; None where it has no source, or one, of which no more can be said than is seen."""
    if len(event.citations) < 2:
        return None
    voices = corroboration.voices(event)
    notes = dict.fromkeys(_note(voice, why, telling) for voice in voices for why in voice.reasons)
    return SupportView(_count(len(voices), telling), tuple(notes))


def tell_sides(event: Event, corroboration: Corroboration, telling: Telling) -> tuple[SideView, ...]:
    """The sides that the event's sources take; none where they do not contradict each other."""
    if not event.is_contradicted:
        return ()
    told = dict(zip(map(id, event.citations), tell_citations(event, telling), strict=True))
    return tuple(
        SideView(
            _count(voices, telling) if (voices := len(corroboration.among(side))) else "",
            tuple(told[id(citation)] for citation in side),
        )
        for side in sides(event.citations)
    )


def _count(number: int, telling: Telling) -> str:
    words = telling.speech.count("%(sources)d independent source", "%(sources)d independent sources", number)
    return words % {"sources": number}


def _note(voice: Voice, why: Why, telling: Telling) -> str:
    names = telling.say(", ").join(_names(voice.citations, telling))
    match why:
        case "publisher":
            words = telling.say("Counted once, since they have one publisher: %(names)s.")
        case "relies":
            words = telling.say("Counted once, since one relies on the other, or both on a third: %(names)s.")
        case "text":
            words = telling.say("Counted once, since their texts are nearly the same: %(names)s.")
    return words % {"names": names}


def _names(citations: Sequence[Citation], telling: Telling) -> list[str]:
    """Who published the sources, else who wrote them, else what they are called; each once."""
    found: dict[str, None] = {}
    for citation in citations:
        source = citation.source
        name = source.publisher or source.author or source.title
        found[telling.text(name).text if name else source.symbol or source.url] = None
    return list(found)
