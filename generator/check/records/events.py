"""The fields of an event."""

from typing import Annotated

from generator.check.records.kinds import (
    SCALAR,
    WORDS_SCHEMA,
    Answers,
    CalendarWord,
    ClaimedStatus,
    Count,
    DateText,
    Flag,
    JsonSchema,
    Listed,
    PartWord,
    Reading,
    StatusWord,
    Url,
    Word,
    WordList,
    Words,
    WrongValue,
)
from generator.check.records.record import STAND_IN, Record, field
from generator.check.records.sources import CitedSource
from generator.model.vocabulary import PARTICIPANT


class ActorRecord(Record):
    """An actor of an event, written in full."""

    actor: Word = field(description="A name, an id or an alias")
    part: PartWord = field(PARTICIPANT, description="In what part: to be named is not to attend")
    role: Words | None = field(None, alias="as", description="In what capacity")


def read_actor(value: object) -> object:
    """The long form of an actor. `NATO` alone is a name; `Name: role` unquoted is to YAML a mapping of one key."""
    if value == STAND_IN:
        return value
    if isinstance(value, str):
        return {"actor": value}
    if not isinstance(value, dict):
        raise WrongValue("an actor is expected here, not a list", "as in NATO, or {actor: NATO, part: host}")
    if "actor" in value:
        return value
    if len(value) > 1 or not value or value.keys() & {"part", "as"}:
        raise WrongValue("this does not say which actor", "as in {actor: NATO, part: host}")
    ((name, role),) = value.items()
    return {"actor": f"{name}: {role}"} if isinstance(role, str) else {"actor": name, "as": role}


def _actor_schema(long_form: JsonSchema) -> JsonSchema:
    """A name, the long form, or `name: role`."""
    names = {"propertyNames": {"not": {"enum": list(ActorRecord.field_names())}}, "additionalProperties": WORDS_SCHEMA}
    return {"anyOf": [SCALAR, long_form, {"type": "object", "minProperties": 1, "maxProperties": 1, **names}]}


Actors = Annotated[tuple[Annotated[ActorRecord, Reading(read_actor, _actor_schema)], ...], Listed]


class VoteRecord(Record):
    """How a vote went, in numbers."""

    votes_for: Count | None = field(None, alias="for")
    against: Count | None = None
    abstained: Count | None = None
    absent: Count | None = None


class DocumentRecord(Record):
    """A text that belongs to an event."""

    title: Words = field(description="The document's title")
    kind: Word | None = field(None, description="resolution, treaty, communiqué …")
    symbol: Word | None = None
    url: Url | None = None
    archived: Url | None = None
    vote: VoteRecord | None = None


class MediaRecord(Record):
    """A picture or a file kept in content/media/, or a link to one elsewhere."""

    file: Word | None = field(None, description="Its path below content/media/")
    url: Url | None = field(None, description="Elsewhere: becomes a link, never loaded unasked")
    title: Words | None = None
    alt: Words | None = field(None, description="What a picture shows, for those who do not see it")
    caption: Words | None = None
    credit: Words | None = None
    licence: Words | None = None


class CorrectionRecord(Record):
    """A change to an entry, told openly."""

    date: DateText
    what: Words
    why: Words | None = None


class EventFields(Record):
    """The fields in which an event may be told, by its author or by one of its sources."""

    date: DateText | None = field(None, description="When: EDTF or words. Required, unless the event has parts")
    date_note: Words | None = field(None, description="Why this date, where it was inferred")
    type: Word = field("other", description="summit, ministerial, talks, visit, meeting, statement …")
    disputed: Words | None = field(None, description="Why it is disputed")
    place: Words | None = field(None, description="A name, or an id from places.yaml")
    actors: Actors = field((), description="Who: names, ids or aliases; 'Name: role'; or {actor, part, as}")
    topics: WordList = field((), description="What it has in common with others")
    summary: Words | None = field(None, description="Markdown, a paragraph or two")
    documents: Annotated[tuple[DocumentRecord, ...], Listed] = field((), description="Texts that belong to it")


class SaysRecord(EventFields):
    """What a source claims of an event, as of the source's own date."""

    title: Words | None = None
    status: ClaimedStatus | None = field(None, description="What had become of it, by this source; or denied")


class EventSourceRecord(CitedSource):
    """One of an event's sources: an article of the site, a source of sources.yaml, or one that is described here."""

    article: Word | None = field(None, description="The id of an article of this site")
    source: Word | None = field(None, description="The id of a source of sources.yaml")
    quote: Word | None = field(None, description="The words that the entry rests on, exactly as they stand there")
    prefix: Word | None = field(None, description="What stands directly before a quote that occurs twice")
    suffix: Word | None = field(None, description="What stands directly after a quote that occurs twice")
    translation: Words | None = field(None, description="The quote in the reader's language, marked as ours")
    says: SaysRecord | None = field(
        None, description="What this source claims of the event: date, status, any other field"
    )
    according_to: Words | None = field(None, description="Whose word the source gives")
    locator: Word | None = field(None, description="A page, a paragraph or a time, as in p. 14 or 00:12:30")


class EventRecord(EventFields):
    """An event: what happened or is to happen, and when."""

    id: Word | None = field(None, description="Default: the file's name without its ending")
    aliases: WordList = field((), description="Former ids: their addresses lead on")
    title: Words = field(description="What happened, in a line")
    status: StatusWord | None = field(
        None, description="How far it has come; default: what the last claim says, else reported"
    )
    key: Flag = field(False, description="A main event: one switch shows only these")
    note: Words | None = field(None, description="The editor's own words, set apart from the summary")
    part_of: Word | None = field(None, description="The id of an event that holds this one")
    related: WordList = field((), description="Ids of events")
    after: WordList = field((), description="Ids of events of the same day that come first")
    supersedes: Word | None = field(None, description="The id of an entry that this one corrects")
    updated: DateText | None = field(None, description="The day of the last change")
    corrections: Annotated[tuple[CorrectionRecord, ...], Listed] = field(
        (), description="What was changed, when and why"
    )
    media: Annotated[tuple[MediaRecord, ...], Listed] = field((), description="Pictures and files")
    calendar: CalendarWord = field("gregorian", description="julian: the dates are Old Style")
    draft: Flag = field(False, description="Left out unless drafts are asked for")
    accept: Answers | None = None
    sources: Annotated[tuple[EventSourceRecord, ...], Listed] = field((), description="On whose word")
