"""Events, from what their authors wrote to what the site tells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import eq

from generator.check.actors import Actors, Mention
from generator.check.attachments import read_corrections, read_day, read_documents, read_media
from generator.check.citations import Shelf
from generator.check.drafts import EventDraft
from generator.check.names import Spellings
from generator.check.own_fields import OwnFields
from generator.check.places import Places
from generator.check.reading import is_unread
from generator.check.records.record import is_empty, numbered
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.check.topics import Topics
from generator.check.types import check_type
from generator.dates import parse_date
from generator.memory import Memory, ids
from generator.model.claims import are_contradictory, history, latest_status
from generator.model.event import Event, Participation
from generator.model.identity import folded, normal_id
from generator.model.settings import Settings
from generator.model.source import Citation
from generator.model.text import Text
from generator.model.vocabulary import DEFAULT_STATUS
from generator.problems import did_you_mean

UNDATED = parse_date("2000")  # stands until the parts of an event have given it their span
REASONS = frozenset({"true", "false", "yes", "no"})  # which are none


@dataclass(frozen=True, slots=True)
class _Named:
    """What an event names, which may mean what is declared elsewhere."""

    place: str
    zone: str  # of the place, in which the event's times are
    actors: tuple[Participation, ...]
    topics: tuple[str, ...]
    place_name: Text | None  # as the event writes it; None where it is declared
    mentions: tuple[Mention, ...]  # of actors
    topic_words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Noted:
    """How all events write what they name."""

    actors: Spellings[str] = field(default_factory=Spellings)
    places: Spellings[Text] = field(default_factory=Spellings)
    topics: Spellings[str] = field(default_factory=Spellings)
    first: dict[str, tuple[int, Mention]] = field(default_factory=dict)  # the place of the first event of each actor


@dataclass(frozen=True)
class EventDesk:
    """What it takes to tell an event: the rest of the site, and the prose as HTML."""

    settings: Settings
    actors: Actors
    places: Places
    topics: Topics
    shelf: Shelf
    own: OwnFields
    known: Mapping[str, str]  # folded ids, present and former → the event's id
    left_out: frozenset[str]  # drafts
    unread: frozenset[str]  # entries too broken to be read, as 'event:…'
    html: Callable[[str], str]
    media: Mapping[str, bytes]
    report: Report
    memory: Memory

    @cached_property
    def _around(self) -> object:
        """What stays the same from build to build while no event can have changed by what is said elsewhere."""
        rests_on = (self.known, self.left_out, self.unread, self.shelf.drafts, self.shelf.faulty, self.report.levels)
        return self.memory.same("around events", rests_on)

    def tell(self, drafts: Sequence[EventDraft]) -> list[Event]:
        """The events, with each mistake in them reported; the same ones while nothing that they rest on changes."""
        memory = self.memory
        declared = memory.whole("declared", (*self.actors.documents, *self.places.documents, self.settings))
        named = memory.each(
            "named",
            [(draft, declared) for draft in drafts],
            lambda row: self._named(row[0]),
            key=ids,
            is_sound=lambda row: self.report.is_silent_about(row[0].document),
            alike=eq,
        )
        noted = memory.recall(("noted", tuple(draft.id for draft in drafts)), lambda: _note(drafts, named), (named,))
        first = {actor: (drafts[place].document, mention) for actor, (place, mention) in noted.first.items()}
        self.actors.take_in(noted.actors, first)
        self.places.take_in(noted.places)
        self.topics.take_in(noted.topics)
        cited = memory.each("cited", drafts, _cited)
        rests_on = [
            ((draft, names), (draft, names, self.settings, self._around, *self.shelf.found(keys)))
            for draft, names, keys in zip(drafts, named, cited, strict=True)
        ]
        told = memory.each(
            "event",
            rests_on,
            lambda row: self._told(*row[0]),
            key=lambda row: ids(row[1]),
            is_sound=lambda row: self._is_sound(row[0][0]),
            alike=_are_alike,
        )
        return list(told)

    def _is_sound(self, draft: EventDraft) -> Callable[[], bool]:
        """What tells later whether the event may be kept. Pictures may change under their names, and are few."""
        return (lambda: False) if draft.record.media else self.report.is_silent_about(draft.document)

    def _named(self, draft: EventDraft) -> _Named:
        record, document = draft.record, draft.document
        place, place_name = self.places.meant(record.place, document)
        zone = (self.places.places[place].time_zone if place in self.places.places else "") or self.settings.time_zone
        actors, mentions = self.actors.take_part(record.actors, document)
        topics = self.topics.named(record.topics, document)
        return _Named(place, zone, actors, tuple(topics), place_name, mentions, topics)

    def _told(self, draft: EventDraft, named: "_Named") -> Event:
        record, document, report = draft.record, draft.document, self.report
        language, zone = self.settings.language, named.zone
        date = read_date(record.date, document, ("date",), report, calendar=record.calendar, zone=zone)
        citations = self._cite(draft, zone)
        claims = history(citations)
        if record.was_written("type"):
            check_type(record.type.strip(), self.settings, document, ("type",), report)
        return Event(
            id=draft.id,
            title=text_of(record.title, language),
            date=date or UNDATED,
            date_written=record.date or "",
            takes_date_from_parts=is_empty(document.fields.get("date", "")),
            type=record.type.strip(),
            status=record.status or latest_status(claims) or DEFAULT_STATUS,
            own_status=record.status or "",
            aliases=tuple(normal_id(alias) for _, alias in numbered(record.aliases)),
            date_note=text_of(record.date_note, language),
            disputed=self._reason(draft),
            is_contradicted=are_contradictory(claims),
            place=named.place,
            actors=named.actors,
            topics=named.topics,
            is_key=record.key,
            summary=self._prose(self._summary(draft)),
            note=self._prose(text_of(record.note, language)),
            part_of=self._one_event(record.part_of, "part_of", draft),
            related=self._other_events(record.related, "related", draft),
            after=self._other_events(record.after, "after", draft),
            supersedes=self._one_event(record.supersedes, "supersedes", draft),
            updated=read_day(record.updated, document, ("updated",), report),
            corrections=read_corrections(record.corrections, language, document, report),
            documents=read_documents(record.documents, language),
            media=read_media(record.media, self.media, language, document, report),
            citations=citations,
            fields=self.own.read(document.fields, "event", document),
        )

    def _reason(self, draft: EventDraft) -> Text | None:
        reason = text_of(draft.record.disputed, self.settings.language)
        if reason and reason.first.lower() in REASONS:
            message = f"'disputed' is a reason, not '{reason.first}'"
            hint = "as in: two accounts of who came; what sources contradict each other in is found without it"
            self.report.error(draft.document, ("disputed",), message, hint, code="wrong-value")
        return reason

    def _summary(self, draft: EventDraft) -> Text | None:
        """The summary from its field, or from the body of a Markdown file."""
        record, document = draft.record, draft.document
        body = document.body.strip()
        if body and record.summary:
            message = "the summary stands in the text below as well"
            self.report.error(document, ("summary",), message, "keep one of them", of_key=True)
        if body:
            return Text.of(body, self.settings.language)
        return text_of(record.summary, self.settings.language)

    def _prose(self, text: Text | None) -> Text | None:
        return text.map(self.html) if text else None

    def _one_event(self, name: str | None, field: str, draft: EventDraft) -> str:
        found = self._event(name, (field,), draft) if name else None
        return found or ""

    def _other_events(self, names: Iterable[str], field: str, draft: EventDraft) -> tuple[str, ...]:
        found = (self._event(name, (field, index), draft) for index, name in numbered(names))
        return tuple(dict.fromkeys(event for event in found if event))

    def _event(self, name: str, keys: tuple[str | int, ...], draft: EventDraft) -> str | None:
        """The id of another event; None where there is none, or one that is left out of this build."""
        event = self.known.get(folded(name))
        if event == draft.id:
            message = f"this event stands in its own '{keys[0]}'"
            self.report.error(draft.document, keys, message, "name another one", code="circle")
            return None
        if event is None and not is_unread("event", name, self.unread):
            hint = did_you_mean(name, {other for other in self.known.values() if other != draft.id})
            self.report.error(draft.document, keys, f"there is no event '{name}'", hint, code="unknown-id")
        return None if event in self.left_out else event

    def _cite(self, draft: EventDraft, zone: str) -> tuple[Citation, ...]:
        rows = draft.document.fields.get("sources", [])
        written = rows if isinstance(rows, list) else [rows]
        cited = (
            self.shelf.cite(record, draft.document, index, _mapping(written[index]), draft.record.calendar, zone)
            for index, record in numbered(draft.record.sources)
        )
        return tuple(citation for citation in cited if citation)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _note(drafts: Sequence[EventDraft], named: Sequence[_Named]) -> _Noted:
    noted = _Noted()
    for place, (draft, names) in enumerate(zip(drafts, named, strict=True)):
        for mention in names.mentions:
            noted.actors.note(mention.actor, draft.id, mention.name)
            noted.first.setdefault(mention.actor, (place, mention))
        if names.place_name:
            noted.places.note(names.place, draft.id, names.place_name)
        for topic, word in names.topic_words.items():
            noted.topics.note(topic, draft.id, word)
    return noted


def _cited(draft: EventDraft) -> tuple[tuple[str, str], ...]:
    """The folded ids of the article and of the shared source that each row of an event's sources names, or ''."""
    return tuple((folded(row.article or ""), folded(row.source or "")) for row in draft.record.sources)


def _are_alike(one: Event, other: Event) -> bool:
    """Whether two events are the same in all that they say, and in where their sources were written."""
    return (
        one == other
        and [citation.row for citation in one.citations] == [citation.row for citation in other.citations]
        and _types(one) == _types(other)
    )


def _types(event: Event) -> list[type]:
    """The types of the values of the site's own fields: 1, 1.0 and true are equal."""
    own = [event.fields, *(citation.source.fields for citation in event.citations)]
    return [type(value) for fields in own for value in fields.values()]
