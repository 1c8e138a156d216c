"""Events as the chronology tells them, and as their own pages do."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from generator.dates import Date, word_date
from generator.model.event import Correction, Event, EventDocument, Media, Participation, Vote
from generator.model.knowledge import is_overdue
from generator.model.site import by_id
from generator.model.vocabulary import PARTICIPANT, PARTS, RETRACTED
from generator.plan.addresses import ROOT
from generator.plan.citations import tell_citations, tell_fields
from generator.plan.history import tell_history
from generator.plan.standings import StandingView, looks_of, tell_standings
from generator.plan.telling import Telling
from generator.plan.views import (
    ActorView,
    CorrectionView,
    DocumentView,
    EntryView,
    EventView,
    PictureView,
    RetractionView,
)


class Entries:
    """The entries of a site in one language; each is told once and stands on many pages."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.actors = by_id(telling.site.actors)
        self._told: dict[str, EntryView] = {}

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """The events that are part of each, by its id."""
        return _led_to((event.part_of, event.id) for event in self.telling.site.events)

    @cached_property
    def superseded_by(self) -> dict[str, list[str]]:
        """The events that stand in place of each, by its id."""
        return _led_to((event.supersedes, event.id) for event in self.telling.site.events)

    def entry(self, event: Event) -> EntryView:
        """The event as every page that lists it tells it."""
        told = self._told.get(event.id)
        if told is None:
            told = self._told[event.id] = self._entry(event)
        return told

    def _entry(self, event: Event) -> EntryView:
        telling = self.telling
        return EntryView(
            id=event.id,
            address=telling.addresses.page("event", event.id),
            title=telling.text(event.title),
            date=telling.date(event.date),
            status=telling.status(event.status, event.type),
            type=telling.types[event.type],
            type_id=event.type,
            place=telling.places[event.place] if event.place else None,
            actors=self._actors(event, event.date),
            topics=tuple(telling.topics[topic] for topic in event.topics),
            summary=telling.html(event.summary, prefix=f"{event.id}-", base=5),
            citations=tell_citations(event, telling),
            is_key=event.is_key,
            is_contradicted=event.is_contradicted,
            is_overdue=is_overdue(event, telling.site.knowledge_day),
            disputed=telling.maybe(event.disputed),
            retraction=self.retraction(event.corrections, event.hindsight) if event.status == RETRACTED else None,
            hindsight=event.hindsight,
            standings=self._standings(event),
        )

    def _standings(self, event: Event) -> tuple[StandingView, ...]:
        """How the event looked on earlier days, where that was otherwise than now."""
        standings = self.telling.standings
        if standings is None:
            return ()
        looks = looks_of(event, standings)
        today = self._actors(event, event.date) if looks.other else ()

        def named(date: Date) -> tuple[ActorView, ...]:
            actors = self._actors(event, date)
            return () if actors == today else actors

        return tell_standings(event, looks, self.telling, self.retraction, named)

    def retraction(self, corrections: Sequence[Correction], hindsight: Collection[str]) -> RetractionView:
        """Why an entry was withdrawn: its newest correction's reason, unless that may be of a later day than told."""
        say = self.telling.say
        if not corrections or "status" in hindsight:
            return RetractionView(say("Retracted."))
        newest = corrections[-1]
        is_day = newest.date.kind == "single" and newest.date.precision in ("day", "time")
        words = say("Retracted on %(day)s:") if is_day else say("Retracted, %(day)s:")
        day = word_date(newest.date, self.telling.language)
        return RetractionView(words % {"day": day}, self.telling.text(newest.why or newest.what))

    def _actors(self, event: Event, date: Date) -> tuple[ActorView, ...]:
        day = date.earliest if date.earliest is not None else date.latest
        return tuple(self._actor(named, day) for named in event.actors)

    def _actor(self, named: Participation, day: int | None) -> ActorView:
        actor = self.actors[named.actor]
        part = "" if named.part == PARTICIPANT else self.telling.say(PARTS[named.part])
        name = self.telling.text(actor.name_on(day))
        return ActorView(name, self.telling.addresses.page("actor", actor.id), part, self.telling.maybe(named.role))

    def whole(self, event: Event, earlier: Event | None, later: Event | None) -> EventView:
        """The event as its own page tells it."""
        telling = self.telling
        return EventView(
            entry=self.entry(event),
            date_note=telling.maybe(event.date_note),
            date_written=event.date_written if event.date.julian else "",
            note=telling.html(event.note, prefix=f"{event.id}-note-", base=3),
            whole=telling.event_link(event.part_of) if event.part_of else None,
            parts=tuple(self.entry(telling.events[part]) for part in self.parts.get(event.id, ())),
            related=tuple(telling.event_link(other) for other in event.related),
            supersedes=telling.event_link(event.supersedes) if event.supersedes else None,
            superseded_by=tuple(telling.event_link(other) for other in self.superseded_by.get(event.id, ())),
            corrections=tuple(
                CorrectionView(telling.date(row.date), telling.text(row.what), telling.maybe(row.why))
                for row in event.corrections
            ),
            updated=telling.maybe_date(event.updated),
            documents=tuple(self._document(row) for row in event.documents),
            media=tuple(self._media(row) for row in event.media),
            fields=tell_fields(event.fields, "event", telling),
            history=tell_history(event, telling),
            earlier=telling.event_link(earlier.id) if earlier else None,
            later=telling.event_link(later.id) if later else None,
        )

    def _document(self, row: EventDocument) -> DocumentView:
        return DocumentView(
            self.telling.text(row.title),
            row.kind,
            row.symbol,
            row.url,
            row.archived,
            self._vote(row.vote) if row.vote else (),
        )

    def _vote(self, vote: Vote) -> tuple[tuple[str, int], ...]:
        say = self.telling.say
        rows = (
            (say("For"), vote.votes_for),
            (say("Against"), vote.against),
            (say("Abstained"), vote.abstained),
            (say("Absent"), vote.absent),
        )
        return tuple((label, number) for label, number in rows if number is not None)

    def _media(self, row: Media) -> PictureView:
        telling = self.telling
        file = telling.published.get(row.file) if row.file else None
        return PictureView(
            address=f"{ROOT}{file.path}" if file else row.url,
            is_picture=bool(file and file.is_picture),
            alt=telling.maybe(row.alt),
            title=telling.maybe(row.title),
            caption=telling.maybe(row.caption),
            credit=telling.maybe(row.credit),
            licence=telling.maybe(row.licence),
            width=file.width if file else 0,
            height=file.height if file else 0,
            smaller=tuple((f"{ROOT}{path}", width) for path, width in file.smaller) if file else (),
        )


def _led_to(links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """What leads to each event; '' leads nowhere."""
    found: dict[str, list[str]] = {}
    for target, event in links:
        if target:
            found.setdefault(target, []).append(event)
    return found
