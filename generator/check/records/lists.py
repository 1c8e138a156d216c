"""The fields of actors.yaml, places.yaml, sources.yaml and of plain pages."""

from typing import Annotated

from generator.check.records.kinds import (
    ActorKind,
    Answers,
    Country,
    DateText,
    Degrees,
    Flag,
    Listed,
    Url,
    Word,
    WordList,
    Words,
)
from generator.check.records.record import Record, field


class NameRecord(Record):
    """A former name."""

    name: Words
    since: DateText | None = field(None, alias="from")
    until: DateText | None = None


class MembershipRecord(Record):
    """What an actor belongs to, from when to when."""

    actor: Word
    since: DateText | None = field(None, alias="from")
    until: DateText | None = None


class ActorEntry(Record):
    """An actor of actors.yaml."""

    id: Word | None = field(None, description="Default: the name as a slug")
    name: Words = field(description="The name that readers see")
    kind: ActorKind | None = None
    aliases: WordList = field((), description="Other names by which events may call it")
    iso: Country | None = field(None, description="ISO 3166 code")
    url: Url | None = None
    same_as: Annotated[tuple[Url, ...], Listed] = field(
        (), description="Addresses of the same actor elsewhere, as in Wikidata"
    )
    names: Annotated[tuple[NameRecord, ...], Listed] = field(
        (), description="Former names: an event shows the name of its day"
    )
    member_of: Annotated[tuple[MembershipRecord, ...], Listed] = field((), description="What it belongs to")
    accept: Answers | None = None


class PlaceEntry(Record):
    """A place of places.yaml."""

    id: Word | None = field(None, description="Default: the name as a slug")
    name: Words
    country: Country | None = field(None, description="ISO 3166 code")
    latitude: Degrees | None = field(None, description="Degrees north, WGS 84")
    longitude: Degrees | None = field(None, description="Degrees east, WGS 84")
    time_zone: Word | None = field(None, description="IANA, as in Europe/Brussels")
    aliases: WordList = ()


class PageRecord(Record):
    """The head of a plain page."""

    title: Words
    draft: Flag = False
