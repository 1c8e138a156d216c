"""What an entry rests on: articles of the site, and sources that are only cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.dates import Date
from generator.model.text import Text
from generator.quotes import Passage

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody's word, an article or a source that is only cited: who published it, when, and where it can be found."""

    title: Text | None = None
    date: Date | None = None
    known: int | None = None  # the day since which it could be known: `released`, else the last day of its date
    released: Date | None = None
    publisher: Text | None = None
    author: Text | None = None
    relies_on: Text | None = None
    kind: str = ""
    url: str = ""
    archived: str = ""
    accessed: Date | None = None
    language: str = ""
    doi: str = ""
    symbol: str = ""
    archive_reference: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)  # of the site's own


@dataclass(frozen=True, slots=True)
class SharedSource:
    """A source of sources.yaml, which any event may cite by its id."""

    id: str
    source: Source


@dataclass(frozen=True, slots=True)
class Article:
    """A source whose text stands on the site, so that quotes from it can be checked."""

    id: str
    title: Text
    source: Source
    html: str  # sanitised, with symbolic targets
    has_own_title: bool = True  # false where the title was made from the text's first words


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says in one field of an event, and how that is to be told."""

    name: str
    written: str  # in a line, in the site's first language
    texts: tuple[Text, ...] = ()  # for people: a title, a place, the title of each document
    named: tuple[tuple[str, str], ...] = ()  # actors, topics or a type by id or name; each actor's part
    value: Value | None = None  # of a field of the site's own


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says of an event, as of the day on which that source became known."""

    known: int | None  # None: the source is undated
    date: Date | None = None
    date_written: str = ""
    status: str = ""  # a status, or denied
    said: tuple[Said, ...] = ()  # any other field
    according_to: Text | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One of an event's sources: which, the words of it, and what it claims."""

    source: Source
    article: str = ""  # the id of an article of this site
    shared: str = ""  # the id of a source of sources.yaml
    quote: str = ""
    prefix: str = ""  # what stands directly before the quote, where it occurs twice
    suffix: str = ""
    passage: Passage | None = None  # where the quote stands in the article's visible text
    translation: Text | None = None
    locator: str = ""
    according_to: Text | None = None
    claim: Claim | None = None
    row: int = field(default=0, compare=False)  # its place among the event's sources as written, for messages
