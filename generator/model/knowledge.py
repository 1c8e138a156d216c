"""What was known when: a site as of a day, and the newest day that it knows of.

The rules are those of *Known when* in docs/content.md. Their property: a site as of a day is the same site as one from
which everything later was taken away before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

from generator.dates import Date, DateError, span_of
from generator.model.claims import are_contradictory, history, latest_date, latest_status
from generator.model.event import Event
from generator.model.excerpt import without_links
from generator.model.order import in_order
from generator.model.site import Site
from generator.model.source import Article, Citation
from generator.model.vocabulary import DEFAULT_STATUS, NOT_YET


class Dated(Protocol):
    """A part as far as its whole asks: its date, and what of it is today's judgement."""

    @property
    def date(self) -> Date:
        """When it happens."""

    @property
    def hindsight(self) -> tuple[str, ...]:
        """What is today's judgement, of 'date', 'status', 'known'."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stood on a day, by those of its sources that were known."""

    date: Date
    date_written: str
    status: str
    is_contradicted: bool
    citations: tuple[Citation, ...]
    hindsight: tuple[str, ...]


def has_dated_source(event: Event) -> bool:
    """Whether any source says when the event became known."""
    return any(citation.source.known is not None for citation in event.citations)


def newest_day(articles: Iterable[Article], changes: Iterable[Iterable[int]]) -> int | None:
    """The newest day on which a source became known or a change was made; `changes` has the days of each event."""
    days = [article.source.known for article in articles if article.source.known is not None]
    return max(chain(days, *changes), default=None)


def change_days(event: Event) -> list[int]:
    """The days on which one of the event's sources became known or its entry was changed."""
    days = [citation.source.known for citation in event.citations]
    days += [correction.date.latest for correction in event.corrections]
    days += [event.updated.latest] if event.updated else []
    return [day for day in days if day is not None]


def known_since(event: Event) -> int | None:
    """The day since which the event has been known; None where neither a source nor its own date says it."""
    days = (citation.source.known for citation in event.citations)
    return min((day for day in days if day is not None), default=known_without_source(event.date))


def is_overdue(event: Event, knowledge_day: int | None) -> bool:
    """Whether the event should have happened by then, and no source says what became of it."""
    latest = event.date.latest
    return event.status in NOT_YET and knowledge_day is not None and latest is not None and latest < knowledge_day


def as_of(site: Site, day: int) -> Site:
    """The site as it was known on a day. Actors, places and topics stay, whether or not an event is left with them."""
    events = _events_as_of(site.events, day)
    there = {event.id for event in events}
    return replace(
        site,
        events=in_order(without_links(event, there) for event in events),
        articles=tuple(article for article in site.articles if _is_known(article.source.known, day)),
        sources=tuple(shared for shared in site.sources if _is_known(shared.source.known, day)),
        as_of=day,
        knowledge_day=day,
    )


def _is_known(since: int | None, day: int) -> bool:
    return since is not None and since <= day


def _events_as_of(events: Iterable[Event], day: int) -> list[Event]:
    """The events that were known, parts before what holds them, since a whole may take its date from its parts."""
    parts: dict[str, list[Event]] = {}
    told: list[Event] = []
    for event in parts_first(events):
        known = _event_as_of(event, day, tuple(parts.get(event.id, ())))
        if known:
            told.append(known)
            if known.part_of:
                parts.setdefault(known.part_of, []).append(known)
    return told


def parts_first(events: Iterable[Event]) -> list[Event]:
    """The events with those that are held by others before their holders."""
    listed = list(events)
    holder = {event.id: event.part_of for event in listed}

    def depth(event: Event) -> int:
        steps, name = 0, event.part_of
        while name and steps <= len(listed):
            steps, name = steps + 1, holder.get(name, "")
        return steps

    return sorted(listed, key=depth, reverse=True)


def _event_as_of(event: Event, day: int, parts: Sequence[Event]) -> Event | None:
    """The event by those of its sources that were known; None where it was not. `parts` are those that were."""
    stood = standing(event, day, parts)
    if stood is None:
        return None
    return replace(
        event,
        date=stood.date,
        date_written=stood.date_written,
        status=stood.status,
        is_contradicted=stood.is_contradicted,
        citations=stood.citations,
        corrections=tuple(row for row in event.corrections if _is_known(row.date.latest, day)),
        updated=event.updated if event.updated and _is_known(event.updated.latest, day) else None,
        hindsight=stood.hindsight,
    )


def standing(event: Event, day: int, parts: Sequence[Dated]) -> Standing | None:
    """How the event stood on a day; None where it was not known. `parts` are those of its parts that were."""
    citations = tuple(citation for citation in event.citations if _is_known(citation.source.known, day))
    own, own_hindsight = own_date(event, parts)
    hindsight = []
    if not has_dated_source(event):
        hindsight.append("known")
        if (event.takes_date_from_parts and not parts) or not _is_known(known_without_source(own), day):
            return None
    elif not citations:
        return None
    claims = history(citations)
    status, dated = latest_status(claims), latest_date(claims)
    if not status:
        hindsight.append("status")
    if dated is None:
        hindsight += own_hindsight
    return Standing(
        date=dated.date if dated and dated.date else own,
        date_written=dated.date_written if dated else event.date_written if own is event.date else own.edtf,
        status=status or event.own_status or DEFAULT_STATUS,
        is_contradicted=are_contradictory(claims),
        citations=citations,
        hindsight=tuple(hindsight),
    )


def own_date(event: Event, parts: Iterable[Dated]) -> tuple[Date, list[str]]:
    """The date that the event has where no claim gives one, and whether that is today's judgement."""
    listed = list(parts)
    if not event.takes_date_from_parts or not listed:
        return event.date, ["date"]
    try:
        span = span_of(part.date for part in listed)
    except DateError:  # as claimed then, they left neither end
        return event.date, ["date"]
    return span, ["date"] if any("date" in part.hindsight for part in listed) else []


def known_without_source(date: Date) -> int | None:
    """The last day of a date; where it goes on, the first."""
    return date.latest if date.latest is not None else date.earliest
