"""A manuscript cut down to what fits: quotes are shortened first, then entries at the end are left out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.reports.tree import (
    Block,
    Blocks,
    Emphasis,
    Heading,
    Inline,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    SourceNumber,
    Strong,
    Table,
    Words,
    text_of,
)

ENTRY = 3  # the level of the heading that an entry begins with
QUOTE = 160  # signs that are left of a quote


def abridge(
    manuscript: Manuscript, fits: Callable[[Manuscript], bool], left_out: Callable[[int], str]
) -> Manuscript | None:
    """The manuscript itself where it fits, else as much of it as does; None where not even its head does.

    `left_out` says in a sentence how many entries are not shown, which leads to the site where it has an address.
    """
    if fits(manuscript):
        return manuscript
    short = replace(manuscript, body=tuple(map(_shortened, manuscript.body)))
    if fits(short):
        return short
    ends = _ends(short.body)
    total = len(ends) - 1
    most, too_many = -1, total  # entries that are known to fit, and not to
    while too_many - most > 1:
        count = (most + too_many) // 2
        if fits(_first(short, ends[count], left_out(total - count))):
            most = count
        else:
            too_many = count
    return None if most < 0 else _first(short, ends[most], left_out(total - most))


def _ends(body: Blocks) -> list[int]:
    """Where the body ends that has no entry, one, two, and so on: before the headings that the next stands below.

    Of a body that is a table these are its rows.
    """
    match body:
        case (Table(rows=rows),):
            return list(range(len(rows) + 1))
    ends = []
    end = 0  # of what belongs to the entry before
    for place, block in enumerate(body):
        if not isinstance(block, Heading):
            end = place + 1
        elif block.level == ENTRY:
            ends.append(end)
    return [*ends, len(body)]


def _first(manuscript: Manuscript, end: int, sentence: str) -> Manuscript:
    """The manuscript up to a block of its body, with the sources that are cited up to there."""
    words = (Words(sentence),)
    told = Paragraph((Link(words, manuscript.address),) if manuscript.address else words, "left-out")
    body = _upto(manuscript.body, end)
    cited = set(_cited(body))
    sources = tuple(row for row in manuscript.sources if row.number in cited)
    return replace(manuscript, body=(*body, told), sources=sources)


def _upto(body: Blocks, end: int) -> Blocks:
    match body:
        case (Table() as table,):
            return (replace(table, rows=table.rows[:end]),)
    return body[:end]


def _shortened(block: Block) -> Block:
    """The block with the beginnings of its quotes."""
    match block:
        case Listing(items):
            return replace(block, items=tuple(tuple(map(_shortened, item)) for item in items))
        case Quotation(children):
            text = " ".join(_lines(children))
            if len(text) <= QUOTE:
                return block
            beginning = text[:QUOTE]
            whole_words, found, _ = beginning.rpartition(" ")
            return replace(block, children=(Paragraph((Words(f"{whole_words if found else beginning} […]"),)),))
        case other:
            return other


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of each block of a quote."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(children=children):
                yield text_of(children)
            case Quotation(children):
                yield from _lines(children)
            case Listing(items):
                for item in items:
                    yield from _lines(item)
            case Table(header, rows):
                yield from (text_of(cell) for row in (header, *rows) for cell in row)
            case Preformatted(text):
                yield text
            case Rule():
                pass


def _cited(blocks: Iterable[Block]) -> Iterator[int]:
    """The numbers of the sources that some blocks cite."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(children=children):
                yield from _numbers(children)
            case Quotation(children):
                yield from _cited(children)
            case Listing(items):
                for item in items:
                    yield from _cited(item)
            case Table(header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _numbers(cell)
            case Preformatted() | Rule():
                pass


def _numbers(children: Iterable[Inline]) -> Iterator[int]:
    for child in children:
        match child:
            case SourceNumber(number):
                yield number
            case Emphasis(inner) | Strong(inner) | Link(inner):
                yield from _numbers(inner)
            case _:
                pass
