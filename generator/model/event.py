"""An event of the chronology, and what belongs to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.dates import Date
from generator.model.source import Citation, Value
from generator.model.text import Text
from generator.model.vocabulary import DEFAULT_STATUS, DEFAULT_TYPE, PARTICIPANT


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor's part in an event. To be named is not to attend."""

    actor: str  # an actor's id
    part: str = PARTICIPANT
    role: Text | None = None  # `as`: in what capacity


@dataclass(frozen=True, slots=True)
class Vote:
    """How a vote went, in numbers of voters; None where it is not known."""

    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class EventDocument:
    """A text that belongs to an event: a resolution, a treaty, a communiqué."""

    title: Text
    kind: str = ""
    symbol: str = ""
    url: str = ""
    archived: str = ""
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a file of content/media/, or a link to one elsewhere, which is never loaded unasked."""

    file: str = ""  # its path below content/media/
    url: str = ""
    title: Text | None = None
    alt: Text | None = None
    caption: Text | None = None
    credit: Text | None = None
    licence: Text | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to an entry, told openly."""

    date: Date
    what: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened or is to happen, when, how sure that is, and on whose word."""

    id: str
    title: Text
    date: Date
    date_written: str
    type: str = DEFAULT_TYPE
    status: str = DEFAULT_STATUS
    own_status: str = ""  # as the author gives it; '' where the status comes from the claims
    aliases: tuple[str, ...] = ()
    date_note: Text | None = None
    disputed: Text | None = None  # the author's reason
    is_contradicted: bool = False  # derived: its sources cannot all be right
    place: str = ""  # a place's id
    actors: tuple[Participation, ...] = ()
    topics: tuple[str, ...] = ()
    is_key: bool = False
    summary: Text | None = None  # HTML, with symbolic targets
    note: Text | None = None  # HTML likewise; the editor's own words
    part_of: str = ""
    related: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    supersedes: str = ""
    updated: Date | None = None
    corrections: tuple[Correction, ...] = ()
    documents: tuple[EventDocument, ...] = ()
    media: tuple[Media, ...] = ()
    citations: tuple[Citation, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)
    takes_date_from_parts: bool = False  # no date of its own: the span of its parts
    hindsight: tuple[str, ...] = ()  # as of a day: what is today's judgement, of 'date', 'status', 'known'


@dataclass(frozen=True, slots=True)
class Topic:
    """What events have in common."""

    id: str
    name: Text
