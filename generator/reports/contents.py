"""Which headings the contents of a document list."""

from dataclasses import dataclass

from generator.reports.tree import Heading, Manuscript, text_of

SOURCES = "sources"  # the mark of the list at the end
MOST = 60  # headings, so that the contents take a page; where there are more, years stand there without their months


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, and what links to it name. The entries themselves stand in the table."""

    level: int  # 1 is a year, or the sources; 2 a month
    words: str
    mark: str
    language: str = ""


def contents(manuscript: Manuscript) -> tuple[Row, ...]:
    """The headings in order; none where there would be one alone."""
    headings = [block for block in manuscript.body if isinstance(block, Heading) and block.mark and block.level <= 2]
    deepest = 2 if len(headings) < MOST else 1
    rows = [
        Row(heading.level, text_of(heading.children), heading.mark, heading.language)
        for heading in headings
        if heading.level <= deepest
    ]
    if manuscript.sources:
        rows.append(Row(1, manuscript.sources_heading, SOURCES))
    return tuple(rows) if len(rows) > 1 else ()
