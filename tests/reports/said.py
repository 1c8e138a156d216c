"""What a manuscript says, sign by sign and without blanks, which formats set as they like."""

import re
from collections.abc import Iterable

from generator.reports.tree import (
    Block,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Table,
    text_of,
)


def said(manuscript: Manuscript, *, numbered: bool = False, rows_numbered: bool = False) -> str:
    """All its words in order: with the numbers of sources where they are listed, and those of lists, if asked for."""
    parts = [manuscript.title, manuscript.subtitle, " · ".join(manuscript.facts)]
    parts += [*_of(manuscript.opening, rows_numbered), *_of(manuscript.body, rows_numbered), manuscript.sources_heading]
    for row in manuscript.sources:
        parts += [f"[{row.number}]" if numbered else "", text_of(row.children)]
    parts += _of(manuscript.closing, rows_numbered)
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """The text without any blank."""
    return re.sub(r"\s+", "", text)


def _of(blocks: Iterable[Block], rows_numbered: bool) -> list[str]:
    parts: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                parts.append(text_of(block.children))
            case Quotation(children):
                parts += _of(children, rows_numbered)
            case Listing(items, start):
                for place, item in enumerate(items):
                    sign = "" if not rows_numbered else f"{start + place}." if start is not None else "•"
                    parts += [sign, *_of(item, rows_numbered)]
            case Preformatted(text):
                parts.append(text)
            case Table():
                parts += [block.caption, *(text_of(cell) for row in (block.header, *block.rows) for cell in row)]
    return parts
