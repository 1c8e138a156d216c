"""What was known when: a site as of a day, and the newest day that it knows of.

The rules are those of *Known when* in docs/content.md. Their property: a site as of a day is the same site as one from
which everything later was taken away before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.dates import Date, span_of
from generator.model.claims import are_contradictory, history, latest_date, latest_status
from generator.model.event import Event
from generator.model.site import Site
from generator.model.vocabulary import NOT_YET


def known_since(event: Event) -> int | None:
    """The day since which the event is known: of its first dated source, else its last possible day (open: its earliest)."""
    days = [citation.source.known for citation in event.citations if citation.source.known is not None]
    if days:
        return min(days)
    return event.date.latest if event.date.latest is not None else event.date.earliest


def has_dated_source(event: Event) -> bool:
    """Whether any source says when the event became known."""
    return any(citation.source.known is not None for citation in event.citations)


def newest_day(site: Site) -> int | None:
    """The newest day on which a source became known or a change was made."""
    days = [article.source.known for article in site.articles]
    for event in site.events:
        days += [citation.source.known for citation in event.citations]
        days += [correction.date.latest for correction in event.corrections]
        days += [event.updated.latest] if event.updated else []
    return max((day for day in days if day is not None), default=None)


def is_overdue(event: Event, knowledge_day: int | None) -> bool:
    """Whether the event should have happened by then, and no source says what became of it."""
    latest = event.date.latest
    return event.status in NOT_YET and knowledge_day is not None and latest is not None and latest < knowledge_day


def as_of(site: Site, day: int, declared: Mapping[str, frozenset[str]]) -> Site:
    """The site as it was known on a day. `declared` names, of 'actors' and 'places', those that need no event to be there."""
    events = _events_as_of(site.events, day)
    there = {event.id for event in events}
    events = [_without_links(event, there) for event in events]
    actors = {named.actor for event in events for named in event.actors} | declared["actors"]
    places = {event.place for event in events} | declared["places"]
    topics = {topic for event in events for topic in event.topics}
    return replace(
        site,
        events=tuple(events),
        articles=tuple(a for a in site.articles if a.source.known is not None and a.source.known <= day),
        sources=tuple(s for s in site.sources if s.source.known is not None and s.source.known <= day),
        actors=tuple(actor for actor in site.actors if actor.id in actors),
        places=tuple(place for place in site.places if place.id in places),
        topics=tuple(topic for topic in site.topics if topic.id in topics),
        as_of=day,
        knowledge_day=day,
    )


def _events_as_of(events: Iterable[Event], day: int) -> list[Event]:
    """The events that were known, parts before what holds them, since a whole may take its date from its parts."""
    parts: dict[str, list[Event]] = {}
    told: list[Event] = []
    for event in _parts_first(events):
        known = _event_as_of(event, day, tuple(parts.get(event.id, ())))
        if known:
            told.append(known)
            if known.part_of:
                parts.setdefault(known.part_of, []).append(known)
    return told


def _parts_first(events: Iterable[Event]) -> list[Event]:
    listed = list(events)
    holder = {event.id: event.part_of for event in listed}

    def depth(event: Event) -> int:
        steps, name = 0, event.part_of
        while name and steps <= len(listed):
            steps, name = steps + 1, holder.get(name, "")
        return steps

    return sorted(listed, key=depth, reverse=True)


def _event_as_of(event: Event, day: int, parts: tuple[Event, ...]) -> Event | None:
    citations = tuple(c for c in event.citations if c.source.known is not None and c.source.known <= day)
    hindsight: list[str] = []
    own_date: Date | None = event.date
    if event.takes_date_from_parts:
        own_date = span_of(part.date for part in parts) if parts else None
    if has_dated_source(event):
        if not citations:
            return None
    elif own_date is None or not _known_without_source(own_date, day):
        return None
    else:
        hindsight.append("known")

    claims = history(citations)
    status = latest_status(claims)
    dated = latest_date(claims)
    if not status:
        hindsight.append("status")
    if dated is None and not event.takes_date_from_parts:
        hindsight.append("date")
    if dated is None and own_date is None:
        own_date = event.date  # its parts came later than its sources: today's judgement, and labelled so
        hindsight.append("date")
    return replace(
        event,
        date=dated.date if dated and dated.date else own_date or event.date,
        date_written=dated.date_written if dated else event.date_written,
        status=status or event.status,
        is_contradicted=are_contradictory(claims),
        citations=citations,
        corrections=tuple(c for c in event.corrections if c.date.latest is not None and c.date.latest <= day),
        updated=event.updated
        if event.updated and event.updated.latest is not None and event.updated.latest <= day
        else None,
        hindsight=tuple(hindsight),
    )


def _known_without_source(date: Date, day: int) -> bool:
    known = date.latest if date.latest is not None else date.earliest
    return known is not None and known <= day


def _without_links(event: Event, there: set[str]) -> Event:
    """The event with links only to events that are there."""
    return replace(
        event,
        part_of=event.part_of if event.part_of in there else "",
        related=tuple(name for name in event.related if name in there),
        after=tuple(name for name in event.after if name in there),
        supersedes=event.supersedes if event.supersedes in there else "",
    )
