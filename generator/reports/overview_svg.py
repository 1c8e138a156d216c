"""The overview as a picture of its own: SVG in pixels, its text as text, for programs without style sheets."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.plan.labels import width_of
from generator.plan.picture import BarView, LabelView, MarkView, NameView, OverviewView, TickView

SVG = "http://www.w3.org/2000/svg"
SIZE = re.compile(rf'<svg xmlns="{re.escape(SVG)}" width="(\d+)" height="(\d+)"')
MARGIN = 16  # pixels on each side
TITLE = 34  # pixels for the title above
GROUP_NAME = 24  # pixels that the name of a group takes, with the space above it
BOLD = 1.15  # times as wide as other letters
PAPER, INK, MUTED, RULE = "#fbf9f3", "#1f1c18", "#5e574c", "#dad3c4"
HALF = "#948e86"  # between ink and paper
LINK = "#8a2f1d"
# Fonts that one or another of is on every machine, whatever its system.
FACES = "Arial, 'Liberation Sans', 'DejaVu Sans', Helvetica, 'Noto Sans', sans-serif"
LETTERS = 12  # pixels
ATTRIBUTES = {
    "anchor": "text-anchor",
    "dashes": "stroke-dasharray",
    "opacity": "fill-opacity",
    "size": "font-size",
    "thick": "stroke-width",
    "weight": "font-weight",
}
Given = dict[str, str | float]  # attributes, some by shorter names


def render_overview_svg(overview: OverviewView, title: str, width: int, language: str) -> bytes:
    """The picture, so many pixels wide, with a title above it. Its marks are links where they have addresses."""
    svg: bytes = ET.tostring(_Drawing(overview, title, width, language).svg(), encoding="utf-8", xml_declaration=True)
    return svg


def frame_of(width: int) -> float:
    """How many of a picture's pixels the overview itself has."""
    return width - 2.0 * MARGIN


def height_of(overview: OverviewView) -> int:
    """How many pixels high the picture is."""
    return TITLE + overview.height + MARGIN


def enlarged(svg: str, times: float) -> str:
    """The picture so many times as large, for what draws each of its pixels as one."""

    def enlarge(found: re.Match[str]) -> str:
        width, height = (f"{float(side) * times:g}" for side in found.groups())
        return f'<svg xmlns="{SVG}" width="{width}" height="{height}"'

    return SIZE.sub(enlarge, svg, count=1)


def written_in(svg: str) -> str:
    """All that is written in a picture, for which there must be a font."""
    return "\n".join("".join(row.itertext()) for row in ET.fromstring(svg).iter(f"{{{SVG}}}text"))  # noqa: S314  # ours


class _Drawing:
    def __init__(self, overview: OverviewView, title: str, width: int, language: str) -> None:
        self._overview = overview
        self._title = title
        self._width = width
        self._height = height_of(overview)
        self._language = language

    def svg(self) -> ET.Element:
        overview, width, height = self._overview, self._width, self._height
        size = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
        face = {"font-family": FACES, "font-size": str(LETTERS)}
        named = {"role": "img", "lang": self._language, "aria-label": overview.words}
        root = ET.Element("svg", {"xmlns": SVG, **size, **face, **named})
        _add(root, "title").text = f"{self._title} – {overview.words}"
        _add(root, "rect", width=width, height=height, fill=PAPER)
        self._text(root, self._title, MARGIN, 24, size=17, fill=INK)
        plot = _add(root, "g", transform=f"translate(0 {TITLE})")
        for row in overview.periods:
            self._period(plot, row)
        for tick in overview.ticks:
            self._tick(plot, tick)
        for start, end in overview.stretches:
            self._line(plot, start, end, overview.foot, MUTED)
        for start, end in overview.breaks:
            self._line(plot, start, end, overview.foot, MUTED, "1 3")
        if overview.knowledge:
            x = self._x(overview.knowledge)
            across = {"x1": x, "x2": x, "y1": overview.top - 4, "y2": overview.foot + 5}
            _add(plot, "line", stroke=LINK, dashes="4 3", **across)
        for label in overview.labels:
            self._label(plot, label)
        for place, name in enumerate(overview.names):
            self._group(plot, name, is_first=place == 0)
        for mark in overview.marks:
            self._mark(plot, mark)
        for bar in overview.bars:
            self._bar(plot, bar)
        return root

    def _x(self, percent: str) -> float:
        return round(MARGIN + float(percent) / 100 * frame_of(self._width), 2)

    def _across(self, percent: str) -> float:
        return round(float(percent) / 100 * frame_of(self._width), 2)

    def _text(self, within: ET.Element, words: str, x: float, y: float, **given: str | float) -> None:
        _add(within, "text", x=x, y=y, **given).text = words

    def _line(self, plot: ET.Element, start: str, end: str, y: int, colour: str, dashes: str = "") -> None:
        _add(plot, "line", x1=self._x(start), x2=self._x(end), y1=y, y2=y, stroke=colour, dashes=dashes)

    def _group(self, plot: ET.Element, name: NameView, *, is_first: bool) -> None:
        if not is_first:
            self._line(plot, "0", "100", name.y - 16, RULE)
        self._text(plot, name.text, self._x(name.x), name.y, fill=INK, weight="bold")
        _add(plot[-1], "tspan", fill=MUTED, weight="normal").text = f"\u2002{name.count}"

    def _upright(self, plot: ET.Element, x: float, top: float, foot: float) -> None:
        """A line downwards, which does not run through the names of groups."""
        start = top
        for name in self._overview.names:
            end = MARGIN + BOLD * width_of(f"{name.text}  {name.count}") + 4
            above, below = max(top, name.y - 11.0), min(foot, name.y + 4.0)
            if x <= end and above < below:
                if above > start:
                    _add(plot, "line", x1=x, x2=x, y1=start, y2=above, stroke=RULE)
                start = below
        if foot > start:
            _add(plot, "line", x1=x, x2=x, y1=start, y2=foot, stroke=RULE)

    def _period(self, plot: ET.Element, row: NameView) -> None:
        overview = self._overview
        x, width = self._x(row.x), max(1.0, self._across(row.width))
        tall = {"y": overview.top, "height": overview.foot - overview.top}
        _add(plot, "rect", x=x, width=width, fill=RULE, opacity=0.3, **tall)
        _add(plot, "rect", x=x, width=width, y=row.y, height=17, fill=RULE, opacity=0.3)
        if x + 5 + width_of(row.text) <= self._width - MARGIN:
            self._text(plot, row.text, x + 5, row.y + 13, fill=MUTED)
        else:  # it would leave the frame
            self._text(plot, row.text, x + width - 5, row.y + 13, fill=MUTED, anchor="end")

    def _tick(self, plot: ET.Element, tick: TickView) -> None:
        overview, x = self._overview, self._x(tick.x)
        self._upright(plot, x, overview.top, overview.foot + 5)
        if tick.text:
            self._text(plot, tick.text, x + 3, overview.foot + 18, fill=MUTED)

    def _label(self, plot: ET.Element, label: LabelView) -> None:
        x = self._x(label.x)
        self._upright(plot, x, label.y + 4, label.foot)
        self._text(plot, label.text, x, label.y, anchor=label.anchor, fill=INK)

    def _mark(self, plot: ET.Element, mark: MarkView) -> None:
        within = self._linked(plot, mark.address, mark.words)
        x, y = self._x(mark.x), mark.y
        fill = {"hollow": PAPER, "struck": PAPER, "half": HALF}.get(mark.sign, INK)
        edge: Given = {"stroke": INK, "thick": 2.5 if mark.is_key else 1.5}
        if mark.shape == "dot":
            _add(within, "circle", cx=x, cy=y, r=4.5, fill=fill, **edge)
        else:
            start, width = (x - 3, 7.0) if mark.is_short else (x, self._across(mark.width))
            shape: Given = {"x": start, "width": width, "y": y - 4, "height": 8, "fill": fill}
            if mark.shape == "capsule":
                _add(within, "rect", rx=3.5, dashes="2 2", opacity=0.45, **shape, **edge)
            elif mark.shape == "arrow":
                _add(within, "rect", opacity=0.25, **shape)
            else:
                _add(within, "rect", **shape, **edge)
        if mark.sign == "struck" or mark.is_split:
            _add(within, "line", x1=x, x2=x, y1=y - 7, y2=y + 7, stroke=INK, thick=1.5)

    def _bar(self, plot: ET.Element, bar: BarView) -> None:
        within = self._linked(plot, bar.address, bar.words)
        across = {"x": self._x(bar.x), "width": self._across(bar.width)}
        _add(within, "rect", y=bar.y, height=bar.height, fill=MUTED, stroke=PAPER, **across)

    def _linked(self, plot: ET.Element, address: str, words: str) -> ET.Element:
        within = _add(plot, "a", href=address, target="_top") if address else _add(plot, "g")
        _add(within, "title").text = words
        return within


def _add(within: ET.Element, tag: str, **given: str | float) -> ET.Element:
    """A new element, whose attributes are these; one that is '' is left out."""
    return ET.SubElement(within, tag, dict(_attributes(given)))


def _attributes(given: Given) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        if value != "":
            words = f"{value:g}" if isinstance(value, float) else str(value)
            yield ATTRIBUTES.get(name, name), words
