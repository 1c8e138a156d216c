"""Pictures that stand where a link is shared: what stands where in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dates import Marker
from generator.plan.views import PictureOfPage
from generator.render.lettering import Lines, set_in_lines

WIDTH, HEIGHT = 1200, 630  # pixels, as Open Graph's readers like them
RAIL, TEXT, MARGIN = 120, 196, 84  # from the side where lines begin; the margin from the other
WRITABLE = WIDTH - TEXT - MARGIN
FOOT = 560
FROM_THE_RIGHT = "\u202b{}\u202c"  # a line that begins with a name in Latin letters runs from the right nevertheless
TITLE = ((80, 3), (66, 4), (54, 5))  # a size, and how many lines it may take
SMALL = ((34, 1), (30, 1))
ACCENT = "#8a2f1d"  # as in the style sheet
UNDER = ((34, 3),)
LEADING = 1.16


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text as it is drawn."""

    text: str
    x: int
    y: int  # of its base line
    size: int
    family: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class MarkerAt:
    """A marker on the rail."""

    y: int
    marker: Marker
    sign: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture as it is drawn."""

    rows: tuple[Row, ...]
    fonts: tuple[str, ...]  # files
    anchor: str  # which end of a line stands at its place
    rail: int
    markers: tuple[MarkerAt, ...]
    accent: str


OF_SITE = (
    MarkerAt(158, Marker("dot"), "solid"),
    MarkerAt(302, Marker("capsule"), "hollow"),
    MarkerAt(492, Marker("bar"), "solid"),
)


def lay_out(shown: PictureOfPage) -> Layout:
    """Where each line stands. Words that no font can draw are left out, and a date then stands in figures."""
    is_rtl = shown.direction == "rtl"
    told = set_in_lines(shown.title.text, WRITABLE, TITLE)
    title = told or set_in_lines(shown.figures, WRITABLE, TITLE)
    date = set_in_lines(shown.date, WRITABLE, SMALL) or set_in_lines(shown.figures, WRITABLE, SMALL) if told else None
    under = set_in_lines(shown.under.text, WRITABLE, UNDER) if shown.under else None
    foot = set_in_lines(shown.site.text, WRITABLE, SMALL) if shown.site else date
    placed: list[tuple[Lines, int]] = []
    top = 96
    if date and shown.site:
        top = 128
        placed.append((date, top))
    if title:
        first = top + round(title.size * 1.2)
        placed.append((title, first))
        top = first + round(title.size * LEADING * (len(title.lines) - 1))
    if under and top + 70 + len(under.lines) * under.size * LEADING < FOOT - 60:
        placed.append((under, top + 70))
    if foot:
        placed.append((foot, FOOT))
    x = WIDTH - TEXT if is_rtl else TEXT
    return Layout(
        rows=tuple(
            row
            for lines, y in placed
            for row in _rows(lines, x, y, FROM_THE_RIGHT if is_rtl else "{}", is_title=lines is title)
        ),
        fonts=tuple(dict.fromkeys(lines.face.file for lines, _ in placed)),
        anchor="end" if is_rtl else "start",
        rail=WIDTH - RAIL if is_rtl else RAIL,
        markers=(MarkerAt(117, shown.marker, shown.sign),) if shown.marker else OF_SITE,
        accent=shown.accent or ACCENT,
    )


def _rows(lines: Lines, x: int, y: int, run: str, *, is_title: bool) -> Iterator[Row]:
    for place, text in enumerate(lines.lines):
        yield Row(run.format(text), x, y + round(place * lines.size * LEADING), lines.size, lines.face.family, is_title)
