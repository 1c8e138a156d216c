"""The formats of exports: what writes each of a chosen part of a chronology."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from generator.build.overview_picture import as_png, overview_of, overview_svg
from generator.build.single_file import single_file
from generator.build.templates import SiteTemplates
from generator.model.excerpt import excerpt
from generator.plan.addresses import outward
from generator.plan.framing import Framing
from generator.plan.overview_files import DPI, PNG, WIDTH, has_overview_files
from generator.plan.pages import frame
from generator.plan.report import tell_report
from generator.plan.selection import Selected, SelectionFault
from generator.render.drawing import can_draw
from generator.render.fonts import NoFont
from generator.render.timeline_csv import render_timeline_csv
from generator.render.timeline_json import render_timeline_json
from generator.reports.composition import ENTRIES, OVERVIEW, as_body, compose, left_out
from generator.reports.fragment import LEVEL, TooLong, write_fragment, write_mail
from generator.reports.fragment import Picture as PictureElsewhere
from generator.reports.latex import write_latex, write_latex_part
from generator.reports.markdown import write_markdown
from generator.reports.overview_svg import height_of, render_overview_svg
from generator.reports.pandoc import write_pandoc
from generator.reports.tree import Manuscript, Picture

ON_PAPER, ON_SLIDES = 720, 860  # pixels of a picture's width, so that its letters can be read there
WIDEST, OF_SLIDES = 1_600, 0.44  # pixels, and height by width, of one on slides: what has many lanes is drawn wider

Make = Callable[["Chosen"], bytes]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an export is to be, as far as its format asks."""

    language: str = ""  # one of the site's; '' for its first
    width: int = WIDTH  # of a picture, in pixels of which an inch has 96
    dpi: int = DPI
    is_for_mail: bool = False  # of a fragment
    heading: int = 0  # the level of the title's heading in Markdown or a fragment; 0 for the usual one
    template: bytes | None = None  # of the reader's own, for office formats
    picture: str = ""  # of a fragment: the address at which its picture will stand; '' for the site's own
    group: str = ""  # what the lanes of the overview are, as `overview` of a site says it; '' for the site's own
    only: str = ""  # of a format that has both: OVERVIEW or ENTRIES; '' for both
    apart: str = ""  # what places within a fragment or a part of LaTeX are named by, where several stand on one page


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is exported: a site in one language, and which of its events."""

    framing: Framing
    selected: Selected
    templates: SiteTemplates
    media: Mapping[str, bytes] = field(default_factory=dict)  # the files that the site publishes, by path
    wishes: Wishes = field(default_factory=Wishes)
    is_whole: bool = False  # all that the site tells, as it tells it

    def title(self) -> str:
        """What the part is called: by the site, and by what was chosen."""
        telling = self.framing.telling
        title = telling.text(telling.site.settings.title).text
        return f"{title}: {self.selected.words}" if self.selected.words else title

    def part(self) -> Framing:
        """The chosen events as a site of their own."""
        telling = self.framing.telling
        framings = frame(excerpt(self.framing.site, self.selected.events), telling.published)
        return next(framing for framing in framings if framing.telling.language == telling.language)


def _written(write: Callable[[Manuscript], bytes], chosen: Chosen) -> bytes:
    return write(as_body(_composed(chosen)) if chosen.wishes.only == OVERVIEW else _composed(chosen))


def _composed(chosen: Chosen) -> Manuscript:
    return compose(tell_report(chosen.framing, chosen.selected), chosen.wishes.only)


def _illustrated(chosen: Chosen, width: int, shape: float | None = None) -> Manuscript:
    """The document with a picture of all entries; without where it cannot be drawn, since a table has them, too.

    `shape` is the height by the width of the room that it has, if that is one.
    """
    manuscript = _composed(chosen)
    if chosen.wishes.only == ENTRIES or not can_draw():
        return manuscript
    part = chosen.part()
    told = overview_of(part, width)
    if shape is not None and height_of(told) > shape * width:
        width = min(WIDEST, int(height_of(told) / shape))
        told = overview_of(part, width)
    svg = render_overview_svg(told, told.words, width, manuscript.language)
    try:
        content = as_png(svg, chosen.wishes.dpi)
    except NoFont:
        return manuscript
    return replace(manuscript, picture=Picture(content, told.words, *_size_of(content)))


def _size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, which stand at the beginning (ISO/IEC 15948 §11.2.2)."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def _docx(chosen: Chosen) -> bytes:
    from generator.reports.docx import write_docx  # each of these libraries takes its time, and may not be there

    return write_docx(_illustrated(chosen, ON_PAPER), chosen.wishes.template)


def _pptx(chosen: Chosen) -> bytes:
    from generator.reports.pptx import write_pptx

    return write_pptx(_illustrated(chosen, ON_SLIDES, OF_SLIDES), chosen.wishes.template)


def _pdf(chosen: Chosen) -> bytes:
    from generator.reports.pdf import write_pdf

    return write_pdf(_illustrated(chosen, ON_PAPER))


def _md(chosen: Chosen) -> bytes:
    return _written(partial(write_markdown, level=chosen.wishes.heading or 1), chosen)


def _fragment(chosen: Chosen) -> bytes:
    picture, level = _picture_elsewhere(chosen), chosen.wishes.heading or LEVEL
    if not chosen.wishes.is_for_mail:
        return _written(partial(write_fragment, picture=picture, apart=chosen.wishes.apart, level=level), chosen)
    say = partial(left_out, chosen.framing.telling)
    try:
        return _written(partial(write_mail, left_out=say, picture=picture, level=level), chosen)
    except TooLong as fault:
        raise SelectionFault([(str(fault), "shorten the site's description or its notice")]) from fault


def _picture_elsewhere(chosen: Chosen) -> PictureElsewhere | None:
    """The picture where the reader will put it, or where the site has it: that of all that the site tells."""
    telling, settings = chosen.framing.telling, chosen.framing.site.settings
    wishes = chosen.wishes
    if wishes.only == ENTRIES:
        return None
    is_published = chosen.is_whole and has_overview_files(chosen.framing.site) and bool(settings.base_url)
    if not wishes.picture and not is_published:
        return None
    width = wishes.width if wishes.picture else WIDTH
    told = overview_of(chosen.part(), width)
    file = wishes.picture or f"{settings.base_url}{telling.prefix}{PNG}"
    home = outward(telling.addresses.home, settings.base_url)
    return PictureElsewhere(file, home, told.words, width, height_of(told))


def _latex_part(chosen: Chosen) -> bytes:
    return _written(partial(write_latex_part, apart=chosen.wishes.apart), chosen)


def _html(chosen: Chosen) -> bytes:
    return single_file(chosen.framing.telling, chosen.selected, chosen.media, chosen.templates.all, chosen.wishes.only)


def _svg(chosen: Chosen) -> bytes:
    return overview_svg(chosen.part(), chosen.title(), chosen.wishes.width)


def _png(chosen: Chosen) -> bytes:
    return as_png(_svg(chosen), chosen.wishes.dpi)


def _csv(chosen: Chosen) -> bytes:
    part = chosen.part()
    return render_timeline_csv(part.telling, part.derived.corroboration)


def _json(chosen: Chosen) -> bytes:
    return render_timeline_json(chosen.part().telling)


def _ics(chosen: Chosen) -> bytes:
    from generator.plan.calendars import Calendars
    from generator.render.calendar import Entries, render_calendar  # icalendar takes its time

    part = chosen.part()
    calendars = Calendars(part.telling, part.derived)
    return render_calendar(calendars.of(chosen.selected.words), Entries(calendars.entry))


# A new format is a writer, and a row here.
FORMATS: Mapping[str, Make] = {
    "html": _html,
    "svg": _svg,
    "png": _png,
    "md": _md,
    "latex": partial(_written, write_latex),
    "latex-part": _latex_part,
    "pandoc-json": partial(_written, write_pandoc),
    "fragment": _fragment,
    "docx": _docx,
    "pptx": _pptx,
    "pdf": _pdf,
    "csv": _csv,
    "json": _json,
    "ics": _ics,
}
