"""An audit as text for a terminal, and for whatever reads it through a pipe."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.plan.audit_views import Audit, Figure, Row, counted

SHOWN = 10  # rows of a figure
Kind = Literal["title", "heading", "figure", "note", "row", "blank"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what it is: a terminal may show some of them otherwise."""

    kind: Kind
    text: str


def audit_lines(audit: Audit, *, shown: int = SHOWN) -> Iterator[Line]:
    """The audit line by line. Of a figure's rows no more than `shown`."""
    figures = [figure for group in audit.groups for figure in group.figures]
    width = max(len(figure.label) for figure in figures)
    numbers = max(len(figure.counted) for figure in figures)
    yield Line("title", audit.title)
    yield Line("note", ", ".join(counted(part.number, part.label.removesuffix("s")) for part in audit.counts))
    if audit.as_of:
        yield Line("note", f"as known on {audit.as_of}")
    elif audit.knowledge_day:
        yield Line("note", f"newest source or change: {audit.knowledge_day}")
    for group in audit.groups:
        yield Line("blank", "")
        yield Line("heading", group.heading)
        for figure in group.figures:
            numbered = f"{figure.label:<{width}}  {figure.counted:>{numbers}}  {figure.percent:>7}"
            yield Line("figure", f"  {numbered}".rstrip())
            yield from _details(figure, shown)


def _details(figure: Figure, shown: int) -> Iterator[Line]:
    if figure.verdict:
        yield Line("note", f"    {figure.verdict}")
    if figure.means and figure.number:
        yield Line("note", f"    ({figure.means})")
    yield from _parts(figure)
    for row in figure.rows[:shown]:
        yield Line("row", f"      {_told(row)}")
        yield from _sides(row)
    if len(figure.rows) > shown:
        yield Line("note", f"      and {len(figure.rows) - shown:,} more: '--format json' lists them all")


def _parts(figure: Figure) -> Iterator[Line]:
    rows = figure.shares
    labels = max((len(label) for label, _, _ in rows), default=0)
    numbers = max((len(number) for _, number, _ in rows), default=0)
    for label, number, share in rows:
        yield Line("row", f"      {label:<{labels}}  {number:>{numbers}}  {share:>7}")


def _told(row: Row) -> str:
    return "  ".join(part for part in (row.place, row.id, row.words) if part)


def _sides(row: Row) -> Iterator[Line]:
    for index, side in enumerate(row.sides):
        for place, words in enumerate(side):
            mark = "against" if index and not place else ""
            yield Line("row", f"        {mark:>7}  {words}")
