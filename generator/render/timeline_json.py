"""timeline.json: the chronology as data, as docs/timeline-json.md describes it and a JSON Schema fixes it."""

import json
from collections.abc import Iterator, Mapping

from generator.dates import iso_day
from generator.model.claims import history
from generator.model.corroboration import Corroboration
from generator.model.event import Event, EventDocument, Media
from generator.model.source import Citation, Claim, Source
from generator.model.text import Text
from generator.plan import ROOT
from generator.plan.telling import Telling

VERSION = 1
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def render_timeline_json(telling: Telling) -> bytes:
    """The whole chronology in one language. Addresses are absolute where the site has a base URL."""
    site, corroboration = telling.site, Corroboration(telling.site)
    whole: dict[str, Json | Iterator[Json]] = {
        "version": VERSION,
        "site": {
            "title": _text(site.settings.title, telling),
            "id": site.settings.id or None,
            "description": _text(site.settings.description, telling),
            "language": telling.language,
            "base_url": site.settings.base_url or None,
            "licence": _text(site.settings.licence, telling),
        },
        "as_of": _day(site.as_of),
        "knowledge_day": _day(site.knowledge_day),
        "events": (_event(event, corroboration, telling) for event in site.events),
        "actors": (
            {
                "id": actor.id,
                "name": _text(actor.name, telling),
                "kind": actor.kind or None,
                "url": _page("actor", actor.id, telling),
            }
            for actor in site.actors
        ),
        "places": (
            {
                "id": place.id,
                "name": _text(place.name, telling),
                "country": place.country or None,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "url": _page("place", place.id, telling),
            }
            for place in site.places
        ),
        "topics": (
            {"id": topic.id, "name": _text(topic.name, telling), "url": _page("topic", topic.id, telling)}
            for topic in site.topics
        ),
        "articles": (
            {
                "id": article.id,
                **_source(article.source, telling),
                "title": _text(article.title, telling),
                "page": _page("article", article.id, telling),
            }
            for article in site.articles
        ),
        "sources": ({"id": shared.id, **_source(shared.source, telling)} for shared in site.sources),
    }
    return _in_lines(whole)


def _in_lines(whole: Mapping[str, Json | Iterator[Json]]) -> bytes:
    """One entry a line: a change shows as the line that it is, and the fast encoder, which cannot indent, serves.

    An entry is bytes before the next is made, since all those of a large site would fill the memory.
    """
    members = []
    for key, value in whole.items():
        if isinstance(value, Iterator):
            entries = b",\n  ".join([_line(entry) for entry in value])
            members.append(_line(key) + (b": [\n  " + entries + b"\n ]" if entries else b": []"))
        else:
            members.append(_line(key) + b": " + _line(value))
    return b"{\n " + b",\n ".join(members) + b"\n}\n"


def _line(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _page(kind: str, name: str, telling: Telling) -> str:
    return _address(telling.addresses.page(kind, name), telling)


def _address(address: str, telling: Telling) -> str:
    return address.replace(ROOT, telling.site.settings.base_url)


def _text(text: Text | None, telling: Telling) -> str | None:
    return telling.text(text).text if text else None


def _day(day: int | None) -> str | None:
    return iso_day(day) if day is not None else None


def _event(event: Event, corroboration: Corroboration, telling: Telling) -> dict[str, Json]:
    date = event.date
    summary = telling.html(event.summary, prefix=f"{event.id}-", base=4)
    return {
        "id": event.id,
        "title": _text(event.title, telling),
        "date": date.edtf,
        "date_written": event.date_written,
        "earliest": _day(date.earliest),
        "latest": _day(date.latest),
        "extent": date.extent,
        "precision": date.precision,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "date_note": _text(event.date_note, telling),
        "status": event.status,
        "disputed": _disputed(event, telling),
        "independent_sources": len(corroboration.voices(event)),
        "type": event.type,
        "key": event.is_key,
        "place": event.place or None,
        "actors": [{"id": row.actor, "part": row.part, "as": _text(row.role, telling)} for row in event.actors],
        "topics": list(event.topics),
        "summary_html": _address(summary.text, telling) if summary else "",
        "url": _page("event", event.id, telling),
        "part_of": event.part_of or None,
        "related": list(event.related),
        "supersedes": event.supersedes or None,
        "updated": event.updated.edtf if event.updated else None,
        "corrections": [
            {"date": row.date.edtf, "what": _text(row.what, telling), "why": _text(row.why, telling)}
            for row in event.corrections
        ],
        "hindsight": list(event.hindsight),
        "claims": [{"known": _day(claim.known), **_claim(claim, telling)} for claim in history(event.citations)],
        "documents": [_document(row, telling) for row in event.documents],
        "media": [_media(row, telling) for row in event.media],
        "fields": dict(event.fields),
        "sources": [_citation(citation, telling) for citation in event.citations],
    }


def _disputed(event: Event, telling: Telling) -> Json:
    """The author's reason; true where the sources contradict each other and the author gives none; else false."""
    return _text(event.disputed, telling) if event.disputed else event.is_contradicted


def _claim(claim: Claim, telling: Telling) -> dict[str, Json]:
    said: dict[str, Json] = {}
    if claim.date:
        said |= {"date": claim.date.edtf, "date_written": claim.date_written}
    if claim.status:
        said["status"] = claim.status
    said |= {one.name: one.written for one in claim.said}
    if claim.according_to:
        said["according_to"] = _text(claim.according_to, telling)
    return said


def _citation(citation: Citation, telling: Telling) -> dict[str, Json]:
    return {
        "article": citation.article or None,
        "source": citation.shared or None,
        **_source(citation.source, telling),
        "quote": citation.quote or None,
        "translation": _text(citation.translation, telling),
        "locator": citation.locator or None,
        "according_to": _text(citation.according_to, telling),
        "says": _claim(citation.claim, telling) if citation.claim else None,
    }


def _source(source: Source, telling: Telling) -> dict[str, Json]:
    return {
        "url": source.url or None,
        "title": _text(source.title, telling),
        "date": source.date.edtf if source.date else None,
        "released": source.released.edtf if source.released else None,
        "publisher": _text(source.publisher, telling),
        "author": _text(source.author, telling),
        "relies_on": _text(source.relies_on, telling),
        "kind": source.kind or None,
        "archived": source.archived or None,
        "accessed": source.accessed.edtf if source.accessed else None,
        "language": source.language or None,
        "doi": source.doi or None,
        "symbol": source.symbol or None,
        "archive_reference": source.archive_reference or None,
        "fields": dict(source.fields),
    }


def _document(row: EventDocument, telling: Telling) -> dict[str, Json]:
    vote: Json = None
    if row.vote:
        given = row.vote
        vote = {"for": given.votes_for, "against": given.against, "abstained": given.abstained, "absent": given.absent}
    return {
        "title": _text(row.title, telling),
        "kind": row.kind or None,
        "symbol": row.symbol or None,
        "url": row.url or None,
        "archived": row.archived or None,
        "vote": vote,
    }


def _media(row: Media, telling: Telling) -> dict[str, Json]:
    file = telling.published.get(row.file) if row.file else None
    return {
        "url": _address(f"{ROOT}{file.path}", telling) if file else row.url or None,
        "title": _text(row.title, telling),
        "alt": _text(row.alt, telling),
        "caption": _text(row.caption, telling),
        "credit": _text(row.credit, telling),
        "licence": _text(row.licence, telling),
        "width": (file.width or None) if file else None,
        "height": (file.height or None) if file else None,
    }
