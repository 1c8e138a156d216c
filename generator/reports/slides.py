"""Which slide has what: entries by period, as many on a slide as fit, and the sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.reports.measure import LEADING, broken, height, shortened
from generator.reports.tree import (
    Block,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Reference,
    SourceNumber,
    Table,
    Words,
    Year,
    text_of,
)

TITLE, TEXT, FACTS, SOURCE = 20.0, 16.0, 14.0, 12.0  # points
GAP, APART = 12.0, 3.0  # points between two entries, and above what one tells
MOST_OF_TITLE, MOST_OF_FACTS, MOST_OF_TEXT, MOST_OF_SOURCE = 2, 2, 3, 4  # lines


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a slide has for text, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as a slide shows it, and whole for the notes."""

    title: str
    address: str  # where its title leads; '' for nowhere
    language: str
    facts: str
    remarks: str  # notices, and what it tells
    numbers: tuple[int, ...]
    lines: tuple[str, ...]  # everything it has, for the notes
    height: float


@dataclass(slots=True)
class Slide:
    """The entries of a slide, and of which years they are."""

    years: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    is_continued: bool = False

    def title(self, continued: str) -> str:
        """The year, or the first and the last."""
        words = self.years[0] if len(self.years) == 1 else f"{self.years[0]} – {self.years[-1]}"
        return f"{words} ({continued})" if self.is_continued else words

    def height(self) -> float:
        """Points."""
        return sum(entry.height + GAP for entry in self.entries)


def entry_slides(manuscript: Manuscript, box: Box) -> tuple[Slide, ...]:
    """All entries in order. A year that fits is not parted; one that does not goes on on the next slide."""
    slides: list[Slide] = []
    for year, entries in _years(manuscript, box):
        taken = sum(entry.height + GAP for entry in entries)
        if not slides or slides[-1].is_continued or slides[-1].height() + taken > box.height:
            slides.append(Slide())
        for entry in entries:
            if slides[-1].entries and slides[-1].height() + entry.height > box.height:
                is_continued = year in slides[-1].years
                slides.append(Slide(is_continued=is_continued))
            if year not in slides[-1].years:
                slides[-1].years.append(year)
            slides[-1].entries.append(entry)
    return tuple(slides)


def source_slides(references: Iterable[Reference], box: Box) -> tuple[tuple[Reference, ...], ...]:
    """The sources in order, as many on a slide as fit."""
    slides: list[list[Reference]] = []
    room = 0.0
    for row in references:
        taken = source_height(row, box)
        if not slides or taken > room:
            slides.append([])
            room = box.height
        slides[-1].append(row)
        room -= taken
    return tuple(map(tuple, slides))


def source_height(row: Reference, box: Box) -> float:
    """Points, with what stands between it and the next."""
    lines = min(MOST_OF_SOURCE, len(broken(source_words(row), SOURCE, box.width)))
    return lines * SOURCE * LEADING + SOURCE / 2


def source_words(row: Reference) -> str:
    """A source in one line."""
    return f"[{row.number}] {text_of(row.children)}"


def number_words(number: int) -> str:
    """The number of a source as it is cited."""
    return f"[{number}]"


def _years(manuscript: Manuscript, box: Box) -> Iterator[tuple[str, list[Entry]]]:
    year, entries = "", list[Entry]()
    heading: Heading | None = None
    below: list[Block] = []
    for block in (*manuscript.body, Heading(1, ())):
        if isinstance(block, Heading):
            if heading:
                entries.append(_entry(heading, below, box))
            heading, below = (block, []) if block.level >= 3 else (None, [])
            if block.level == 1:
                if entries:
                    yield year, entries
                year, entries = text_of(block.children), []
        else:
            below.append(block)


def _entry(heading: Heading, blocks: list[Block], box: Box) -> Entry:
    numbers = tuple(dict.fromkeys(_numbers(blocks)))
    title = text_of(heading.children)
    facts = [text_of(block.children) for block in blocks if isinstance(block, Paragraph) and block.role == "facts"]
    remarks = [line for block in blocks if not _is_beside(block) for line in lines_of(block)]
    shown_title = shortened(title, TITLE, box.width, MOST_OF_TITLE)
    shown_facts = shortened(" · ".join(facts), FACTS, box.width, MOST_OF_FACTS)
    shown_remarks = shortened(" ".join(remarks), TEXT, box.width, MOST_OF_TEXT)
    taken = height(shown_title, TITLE, box.width)
    taken += height(" ".join([shown_facts, *map(number_words, numbers)]), FACTS, box.width)
    if shown_remarks:
        taken += height(shown_remarks, TEXT, box.width) + APART
    address = next((child.address for child in heading.children if isinstance(child, Link)), "")
    language = next(iter(_languages(heading.children)), heading.language)
    lines = (title, *(line for block in blocks for line in lines_of(block)))
    return Entry(shown_title, address, language, shown_facts, shown_remarks, numbers, lines, taken)


def _is_beside(block: Block) -> bool:
    """Whether a block is none that a slide has room for: who took part, and the evidence, which the notes have."""
    if isinstance(block, Listing):
        return block.role == "evidence"
    return isinstance(block, Paragraph) and block.role in ("facts", "actors")


def lines_of(block: Block) -> Iterator[str]:
    """The words of a block, line by line."""
    match block:
        case Heading(_, children) | Paragraph(children):
            yield text_of(children)
        case Quotation(children):
            for child in children:
                yield from (f"“{line}”" for line in lines_of(child))
        case Listing(items, start):
            for place, item in enumerate(items):
                lines = [line for child in item for line in lines_of(child)]
                mark = "•" if start is None else f"{start + place}."
                yield f"{mark} {'; '.join(lines)}"
        case Preformatted(text):
            yield from text.split("\n")
        case Table(header, rows):
            yield from (" | ".join(text_of(cell) for cell in row) for row in (header, *rows))


def _numbers(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _numbers_among(block.children)
        elif isinstance(block, Quotation):
            yield from _numbers(block.children)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _numbers(item)
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                yield from _numbers_among(cell)


def _numbers_among(children: Inlines) -> Iterator[int]:
    for child in children:
        if isinstance(child, SourceNumber):
            yield child.number
        else:
            yield from _numbers_among(_inside(child))


def _languages(children: Inlines) -> Iterator[str]:
    for child in children:
        if isinstance(child, Words):
            yield child.language
        else:
            yield from _languages(_inside(child))


def _inside(child: Inline) -> Inlines:
    return getattr(child, "children", ())


def in_parts(years: tuple[Year, ...], most: int) -> list[list[Year]]:
    """Rows in pieces of about one size, none of which is longer than `most`."""
    pieces = max(1, -(-len(years) // most))
    size = max(1, -(-len(years) // pieces))
    return [list(years[start : start + size]) for start in range(0, len(years), size)]
