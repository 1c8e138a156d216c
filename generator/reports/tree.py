"""A document as a tree: what stands in it, and not how it looks. Each format has a writer that walks it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text; white space in it is one blank."""

    text: str
    language: str = ""  # where that is not the language of what holds it


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed, or set apart as a title is."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """Words of a program, to be given sign by sign."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address elsewhere, or, where that begins with '#', to a mark in the document."""

    children: "Inlines"
    address: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class SourceNumber:
    """The number of a source of the list at the end."""

    number: int


Inline: TypeAlias = Words | Emphasis | Strong | Code | Link | Break | SourceNumber
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 is a part of the document, such as a year; its title has none."""

    level: int
    children: Inlines
    mark: str = ""  # what links lead to
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `role` says what it is for: 'facts', 'notice', 'source' and so on; '' for prose."""

    children: Inlines
    role: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else."""

    children: "Blocks"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered from `start`, or with bullets where that is None."""

    items: "tuple[Blocks, ...]"
    start: int | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines to be given as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between two parts."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row has as many cells as the header; the first cell of a row names it."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()  # of the width, in hundredths; () for columns alike


Block: TypeAlias = Heading | Paragraph | Quotation | Listing | Preformatted | Rule | Table
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, and what it shows in words, for those who do not see it."""

    content: bytes
    words: str
    width: int  # pixels
    height: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or another part of the chronology, and the titles of its entries."""

    heading: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the list at the end."""

    number: int
    key: str  # of BibTeX
    children: Inlines
    language: str = ""  # of the style that it is written in, where that is not the manuscript's


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole document in one language."""

    title: str
    language: str
    direction: str  # 'ltr' or 'rtl'
    subtitle: str = ""  # which part of the chronology it is
    facts: tuple[str, ...] = ()  # how many events, as of when
    opening: Blocks = ()  # what stands before the entries
    overview: Table | None = None  # every entry in a row: when, what, how sure, on whose word
    picture: Picture | None = None  # of all entries
    years: tuple[Year, ...] = ()  # of all entries, even where the body has none of them
    body: Blocks = ()  # the entries below headings of years and months
    sources_heading: str = ""
    sources: tuple[Reference, ...] = ()
    closing: Blocks = ()  # licence, how to cite
    address: str = ""  # of the site; '' where it has none
    words: dict[str, str] = field(default_factory=dict)  # of the interface that writers need: 'contents' and so on


def text_of(children: Iterable[Inline]) -> str:
    """The words alone."""
    return "".join(_texts(children))


def _texts(children: Iterable[Inline]) -> Iterator[str]:
    for child in children:
        match child:
            case Words(text) | Code(text):
                yield text
            case Break():
                yield " "
            case SourceNumber(number):
                yield f"[{number}]"
            case Emphasis(inner) | Strong(inner) | Link(inner):
                yield text_of(inner)
