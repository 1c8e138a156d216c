"""What an audit says of the evidence: sources, quotes, stored copies, and whose word it is."""

from generator.check.written import Spot
from generator.model.claims import history
from generator.model.corroboration import Voice
from generator.model.evidence import (
    Unarchived,
    citing_addresses,
    on_one_voice,
    unarchived,
    undated,
    without_quote,
    without_source,
)
from generator.model.source import Citation
from generator.plan.audit_views import Desk, Figure, Finding, Group, counted

ONCE = {
    "publisher": "they have one publisher",
    "relies": "one has it from the other, or both from a third",
    "text": "they print nearly the same words",
}


def evidence(desk: Desk) -> Group:
    """What events rest on."""
    site = desk.site
    events = len(site.events)
    no_source, no_quote = without_source(site), without_quote(site)
    alone = tuple(on_one_voice(site))
    lacking = tuple(unarchived(site))
    return Group(
        "evidence",
        "Evidence",
        (
            Figure("no_source", "Events with no source", len(no_source), events, rows=desk.events(no_source)),
            Figure(
                "no_quote",
                "Events with no quote",
                len(no_quote),
                events,
                means="none of their sources is quoted, or they have none",
                rows=desk.events(no_quote),
            ),
            Figure(
                "one_source",
                "Events with one independent source only",
                len(alone),
                events,
                means="one publisher, one that others have it from, and nearly the same words count once",
                rows=desk.rows(
                    Finding(event.id, desk.spot(event), _once(voice), facts=_facts_of_voice(voice))
                    for event, voice in alone
                ),
            ),
            Figure(
                "no_archive",
                "Events that cite an address without a stored copy",
                len(lacking),
                len(citing_addresses(site)),
                means="out of those that cite an address",
                rows=desk.rows(
                    Finding(row.event.id, _first_of(row, desk), ", ".join(row.urls), facts={"urls": row.urls})
                    for row in lacking
                ),
            ),
            _undated(desk),
            _according(desk),
        ),
    )


def name_of(citation: Citation) -> str:
    """A source by its publisher, else by its title, its author, or where it is found."""
    source = citation.source
    texts = (source.publisher, source.title, source.author)
    named = next((text.first for text in texts if text), "")
    return named or source.symbol or source.doi or source.url or source.archive_reference or "a source without a name"


def _once(voice: Voice) -> str:
    name = name_of(voice.citations[0])
    if len(voice.citations) == 1:
        return name
    reasons = ", and ".join(ONCE[why] for why in voice.reasons)
    return f"{name}; {counted(len(voice.citations), 'source')} count once: {reasons}"


def _facts_of_voice(voice: Voice) -> dict[str, int | tuple[str, ...]]:
    return {
        "sources": len(voice.citations),
        "names": tuple(name_of(row) for row in voice.citations),
        "reasons": voice.reasons,
    }


def _first_of(lacking: Unarchived, desk: Desk) -> Spot:
    """The first of an event's sources or documents that lacks a copy."""
    if lacking.citations:
        return desk.spot(lacking.event, "sources", lacking.citations[0].row)
    return desk.spot(lacking.event, "documents", lacking.documents[0])


def _undated(desk: Desk) -> Figure:
    found = tuple(undated(desk.site))
    return Figure(
        "undated_sources",
        "Citations of an undated source",
        len(found),
        sum(len(event.citations) for event in desk.site.events),
        means="nobody can say since when what they tell was known",
        rows=desk.rows(
            Finding(event.id, desk.spot(event, "sources", row.row), name_of(row), facts={"source": name_of(row)})
            for event, row in found
        ),
    )


def _according(desk: Desk) -> Figure:
    claims = [claim for event in desk.site.events for claim in history(event.citations)]
    return Figure(
        "according_to",
        "Claims that a source has from somebody it names",
        sum(claim.according_to is not None for claim in claims),
        len(claims),
        means="by 'according_to'",
    )
