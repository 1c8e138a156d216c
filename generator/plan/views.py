"""What a template is given: words in the reader's language and addresses, with nothing left to work out.

Addresses are from the root of the site and begin with `addresses.ROOT`; addresses elsewhere stand as they are. HTML is
sanitised, and its targets are resolved.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.dates import Marker, RailDate
from generator.model.text import Localised

if TYPE_CHECKING:
    from generator.plan.standings import StandingView


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere."""

    name: Localised
    address: str
    note: str = ""  # a count or a date that stands beside it


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, for people and for machines."""

    words: str
    edtf: str
    datetimes: tuple[str, ...]  # of HTML's <time>: one, two for a span, none where HTML has no form for it
    rail: RailDate
    marker: Marker


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status as a word and a sign."""

    id: str
    label: str
    sign: str
    means: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor in an event, under the name of that day."""

    name: Localised
    address: str
    part: str = ""  # in words; '' for a plain participant
    role: Localised | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What a source says of the event."""

    date: str = ""
    status: str = ""
    others: tuple[tuple[str, Localised], ...] = ()  # each with its label


@dataclass(frozen=True, slots=True)
class SaidView:
    """What a source says of one field, and what was said of it before where that was something else."""

    words: Localised
    before: Localised | None = None
    label: str = ""  # '' for a status or a date, which need none


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Who said it, and when that became known."""

    name: Localised  # of the publisher, or of the source where that is not known
    address: str  # of the quoted words, the article, or where the source is published; '' where it is nowhere
    leads_out: bool
    date: DateView | None


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A claim among those before it."""

    by: SaidBy  # its date is since when it is known; None where the source is undated
    status: SaidView | None
    date: SaidView | None
    others: tuple[SaidView, ...] = ()
    is_moved: bool = False  # a plan with another date than before, not only a finer or a coarser one


@dataclass(frozen=True, slots=True)
class RetractionView:
    """That an entry was withdrawn, on which day and why."""

    words: str
    why: Localised | None = None


@dataclass(frozen=True, slots=True)
class CitationView:
    """One of an event's sources, with the quote that the entry rests on."""

    title: Localised
    address: str  # of the article's page, or where the source is published, at the quoted words; '' for neither
    is_article: bool
    passage: str = ""  # the address of the quoted words in the article
    quote: str = ""
    quote_language: str = ""
    translation: Localised | None = None
    publisher: Localised | None = None
    author: Localised | None = None
    relies_on: Localised | None = None
    according_to: Localised | None = None
    kind: str = ""
    date: DateView | None = None
    lead: str = ""  # how long before or after the event the source is: '3 days before'
    locator: str = ""
    url: str = ""
    original: str = ""  # as `url`, at the quoted words
    archived: str = ""
    archived_on: str = ""  # the day of that copy, or on which the source was read, as '2023-04-02'; '' for neither
    accessed: str = ""
    doi: str = ""
    symbol: str = ""
    archive_reference: str = ""
    claim: ClaimView | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    """An event as the chronology tells it. The same on every page that lists it."""

    id: str
    address: str
    title: Localised
    date: DateView
    status: StatusView
    type: str
    type_id: str
    place: Link | None = None
    actors: tuple[ActorView, ...] = ()
    topics: tuple[Link, ...] = ()
    summary: Localised | None = None  # HTML
    citations: tuple[CitationView, ...] = ()
    is_key: bool = False
    is_contradicted: bool = False
    is_overdue: bool = False
    disputed: Localised | None = None
    retraction: RetractionView | None = None
    hindsight: tuple[str, ...] = ()
    standings: "tuple[StandingView, ...]" = ()  # how it looked on earlier days, each look once


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture at several widths, or a file or a link elsewhere."""

    address: str
    is_picture: bool
    alt: Localised | None = None
    title: Localised | None = None
    caption: Localised | None = None
    credit: Localised | None = None
    licence: Localised | None = None
    width: int = 0  # pixels
    height: int = 0
    smaller: tuple[tuple[str, int], ...] = ()  # (address, width in pixels)


@dataclass(frozen=True, slots=True)
class PictureOfPage:
    """What a picture shows that stands where a link to a page is shared."""

    title: Localised
    date: str  # in words
    figures: str  # the date without words, for a language that cannot be drawn
    direction: str
    accent: str  # as #rrggbb; '' for the shipped one
    under: Localised | None = None  # a site's description
    site: Localised | None = None  # the title of an event's site
    marker: Marker | None = None  # of an event
    sign: str = ""  # of its status


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A text that belongs to an event."""

    title: Localised
    kind: str
    symbol: str
    url: str
    archived: str
    vote: tuple[tuple[str, int], ...] = ()  # (label, number of voters)


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A change, told openly."""

    date: DateView
    what: Localised
    why: Localised | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """All that an event's own page tells beyond its entry."""

    entry: EntryView
    date_note: Localised | None = None
    date_written: str = ""  # where the author's words differ from the date in words
    note: Localised | None = None  # HTML
    whole: Link | None = None  # the event that holds this one
    parts: tuple[EntryView, ...] = ()
    related: tuple[Link, ...] = ()
    supersedes: Link | None = None
    superseded_by: tuple[Link, ...] = ()
    corrections: tuple[CorrectionView, ...] = ()
    updated: DateView | None = None
    documents: tuple[DocumentView, ...] = ()
    media: tuple[PictureView, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    history: tuple[HistoryView, ...] = ()
    earlier: Link | None = None
    later: Link | None = None


@dataclass(frozen=True, slots=True)
class MonthView:
    """Entries under a month's heading; '' where they are known to no month."""

    heading: str
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Entries under a year's heading."""

    heading: str
    anchor: str
    address: str
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A quoted passage of an article, and the event that rests on it."""

    number: int
    anchor: str
    event: Link
    date: str
    quote: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as its page tells it."""

    title: Localised
    has_own_title: bool
    html: str  # with the quoted passages marked
    language: str
    date: DateView
    citation: CitationView
    passages: tuple[PassageView, ...]
    released: DateView | None = None
