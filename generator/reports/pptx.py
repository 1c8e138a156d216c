"""A document as PPTX (ISO/IEC 29500): a deck of what happened by period, with its sources, and notes that have all."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from generator.reports.archive import as_document, settled
from generator.reports.faults import ReportFault
from generator.reports.measure import LEADING, broken, height, shortened
from generator.reports.properties import name_file
from generator.reports.signs import direction_within, of_xml
from generator.reports.slide_look import dress
from generator.reports.slide_shapes import BODIES, TITLES, body_of, box_of, fill, fill_frame, has, number_xml
from generator.reports.slide_xml import paragraph_xml, run_xml
from generator.reports.slides import (
    APART,
    FACTS,
    GAP,
    MOST_OF_SOURCE,
    SOURCE,
    TEXT,
    TITLE,
    Entry,
    Slide,
    entry_slides,
    in_parts,
    lines_of,
    number_words,
    source_slides,
    source_words,
)
from generator.reports.tree import Link, Manuscript, Reference, Year

if TYPE_CHECKING:
    from pptx.presentation import Presentation

HEADING = (28.0, 24.0, 20.0)  # points, of which the largest that fits into a line is taken
ON_TITLE_SLIDE = (44.0, 36.0, 30.0, 24.0)
PADDING = 10.0  # points, of a row of a table
# Sections, and shows of some slides.
NAME_SLIDES = ("{http://schemas.microsoft.com/office/powerpoint/2010/main}sectionLst", qn("p:custShowLst"))
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's name for a table without a style


def write_pptx(manuscript: Manuscript, template: bytes | None = None) -> bytes:
    """The whole deck; in the layouts of a template, where one is given. ReportFault where that cannot be used."""
    presentation = _opened(template)
    if template is None:
        dress(presentation)
    _Writing(manuscript, presentation).write()
    rels = presentation.part.package._rels  # noqa: SLF001  # there is no other way to them
    name_file(presentation.core_properties, rels, manuscript)
    saved = BytesIO()
    presentation.save(saved)
    return settled(saved.getvalue())


def _opened(template: bytes | None) -> "Presentation":
    if template is None:
        return pptx.Presentation()
    try:
        presentation = pptx.Presentation(BytesIO(as_document(template)))
    except (ValueError, KeyError, SyntaxError, AttributeError) as error:  # SyntaxError is lxml's of XML
        hint = "it should end in .pptx or .potx, and open in PowerPoint"
        raise ReportFault("the template is no presentation", hint) from error
    slides = presentation.slides._sldIdLst  # noqa: SLF001  # slides can be added, but not be taken away
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    for element in list(presentation.element.iter(*NAME_SLIDES)):  # of slides that are gone, which would need mending
        element.getparent().remove(element)
    return presentation


class _Writing:
    def __init__(self, manuscript: Manuscript, presentation: "Presentation") -> None:
        self._manuscript = manuscript
        self._presentation = presentation
        self._first = self._layout("Title Slide", (PP_PLACEHOLDER.SUBTITLE, *BODIES))
        self._text = self._layout("Title and Content", BODIES)
        self._bare = self._layout("Title Only", ())
        self._body = next(row for row in self._text.placeholders if row.placeholder_format.type in BODIES)
        self._box = box_of(self._body)
        self._number_at: dict[int, Any] = {}  # by the number of a source, the slide that has it

    def write(self) -> None:
        """All slides. They are made before any is filled, so that each can lead to each."""
        manuscript = self._manuscript
        first = self._add(self._first)
        has_overview = manuscript.overview is not None
        overviews = in_parts(manuscript.years, self._rows()) if has_overview and not manuscript.picture else []
        overview_slides = [self._add(self._bare) for _ in range(len(overviews) or bool(manuscript.picture))]
        entries = entry_slides(manuscript, self._box)
        entry_pages = [self._add(self._text) for _ in entries]
        sources = source_slides(manuscript.sources, self._box)
        source_pages = [self._add(self._text) for _ in sources]
        for rows, page in zip(sources, source_pages, strict=True):
            self._number_at |= dict.fromkeys((row.number for row in rows), page)
        slide_of = {year: page for plan, page in zip(entries, entry_pages, strict=True) for year in plan.years[::-1]}

        self._open(first)
        if manuscript.picture:
            self._show_picture(overview_slides[0])
        for place, (part, page) in enumerate(zip(overviews, overview_slides, strict=False)):
            self._show_years(page, part, slide_of, is_continued=place > 0)
        for plan, page in zip(entries, entry_pages, strict=True):
            self._show_entries(page, plan)
        for place, (references, page) in enumerate(zip(sources, source_pages, strict=True)):
            self._show_sources(page, references, is_continued=place > 0)
        self._close((first, *overview_slides, *entry_pages, *source_pages)[-1])

    def _layout(self, name: str, needed: tuple[Any, ...]) -> Any:
        """A layout by its name, or the first that has a title and what else is needed."""
        layouts: list[Any] = list(self._presentation.slide_layouts)
        fitting = [layout for layout in layouts if has(layout, TITLES) and (not needed or has(layout, needed))]
        if not fitting:
            hint = "it needs a layout with a title, and one with a title and text"
            raise ReportFault("the template has no layout for this", hint)
        return next((layout for layout in fitting if layout.name == name), fitting[0])

    def _add(self, layout: Any) -> Any:
        slide = self._presentation.slides.add_slide(layout)
        number = next(
            (row for row in layout.placeholders if row.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER), None
        )
        if number is not None:
            place = number.placeholder_format.idx
            slide.shapes._spTree.append(parse_xml(number_xml(place)))  # noqa: SLF001  # placeholders of the foot are not taken over
        return slide

    def _rows(self) -> int:
        """How many rows a table has room for, beside its header."""
        return max(3, int(self._box.height // (TEXT * LEADING + PADDING)) - 1)

    def _run(self, text: str, size: float, language: str = "", **given: Any) -> str:
        return run_xml(text, language or self._manuscript.language, size, **given)

    def _paragraph(self, runs: str, before: float = 0.0, direction: str = "") -> str:
        return paragraph_xml(runs, direction or self._manuscript.direction, before=before)

    def _line(self, text: str, size: float, before: float = 0.0, **given: Any) -> str:
        return self._paragraph(self._run(text, size, **given), before)

    def _title(self, slide: Any, text: str, sizes: tuple[float, ...] = HEADING, most: int = 1, **given: Any) -> None:
        """The title in the largest size in which it fits; in the smallest, the rest of it is left out."""
        title = slide.shapes.title
        box = box_of(title)
        # How many lines each size has room for.
        rooms = [(size, max(1, min(most, int(box.height / (size * LEADING))))) for size in sizes]
        fitting = (row for row in rooms if len(broken(text, row[0], box.width)) <= row[1])
        size, lines = next(fitting, rooms[-1])
        fill(title, [self._line(shortened(text, size, box.width, lines), size, **given)])

    def _open(self, slide: Any) -> None:
        manuscript = self._manuscript
        self._title(slide, manuscript.title, ON_TITLE_SLIDE, most=3)
        below = next(row for row in slide.placeholders if row.placeholder_format.type not in TITLES)
        box = box_of(below)
        opening = " ".join(line for block in manuscript.opening for line in lines_of(block))
        told = (
            (manuscript.subtitle, 22.0, 2, {"is_italic": True, "colour": "tx2"}),
            (" · ".join(manuscript.facts), 18.0, 1, {"colour": "tx2"}),
            (opening, 18.0, 4, {"colour": "tx1", "before": GAP}),
        )
        paragraphs, left = [], box.height - GAP
        for text, size, most, given in told:
            lines = min(most, int(left / (size * LEADING)))
            if text and lines:
                shown = shortened(text, size, box.width, lines)
                left -= height(shown, size, box.width)
                paragraphs.append(self._line(shown, size, **given))
        fill(below, paragraphs or [self._line(" ", 18.0)])

    def _show_picture(self, slide: Any) -> None:
        picture = self._manuscript.picture
        assert picture is not None
        self._title(slide, self._word("overview"))
        body = self._body
        scale = min(body.width / picture.width, body.height / picture.height)
        width, tall = Emu(int(picture.width * scale)), Emu(int(picture.height * scale))
        left = Emu(body.left + (body.width - width) // 2)
        shape = slide.shapes.add_picture(BytesIO(picture.content), left, body.top, width, tall)
        shape._element.nvPicPr.cNvPr.set("descr", of_xml(picture.words))  # noqa: SLF001  # it has no name there

    def _show_years(self, slide: Any, rows: list[Year], slide_of: dict[str, Any], *, is_continued: bool) -> None:
        """A table of the years: how many events, and which."""
        self._title(slide, self._continued(self._word("overview"), is_continued=is_continued))
        body = self._body
        shape = slide.shapes.add_table(len(rows) + 1, 3, body.left, body.top, body.width, Pt(10))
        shape._element.nvGraphicFramePr.cNvPr.set("descr", of_xml(self._word("overview")))  # noqa: SLF001  # as above
        table = shape.table
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE  # noqa: SLF001  # as above
        if self._manuscript.direction == "rtl":
            table._tbl.tblPr.set("rtl", "1")  # noqa: SLF001  # as above
        shares = (16, 10, 74)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Emu(body.width * share // 100)
        room = self._box.width * shares[2] / 100 - PADDING
        header = (self._word("date"), "№", self._word("events"))
        self._cells(table.rows[0], [self._line(text, TEXT, is_bold=True) for text in header], "tx1")
        for row, year in zip(list(table.rows)[1:], rows, strict=True):
            page = slide_of.get(year.heading)
            link = slide.part.relate_to(page.part, RELATIONSHIP_TYPE.SLIDE) if page is not None else ""
            heading = shortened(year.heading, TEXT, self._box.width * 0.16 - PADDING, 1)
            shown = shortened(" · ".join(year.titles), TEXT, room, 1)
            cells = [
                self._line(heading, TEXT, link=link, is_inner=bool(link)),
                self._line(str(len(year.titles)), TEXT),
                self._line(shown, TEXT),
            ]
            self._cells(row, cells, "bg2")

    def _cells(self, row: Any, paragraphs: list[str], line: str) -> None:
        row.height = Pt(TEXT * LEADING + PADDING)
        for cell, paragraph in zip(row.cells, paragraphs, strict=True):
            fill(cell, [paragraph])
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # lines have no name there
            properties.append(
                parse_xml(
                    f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:schemeClr val="{line}"/></a:solidFill></a:lnB>'
                )
            )

    def _show_entries(self, slide: Any, plan: Slide) -> None:
        self._title(slide, plan.title(self._word("continued")))
        paragraphs = [
            paragraph
            for place, entry in enumerate(plan.entries)
            for paragraph in self._entry(slide, entry, GAP if place else 0.0)
        ]
        fill(body_of(slide), paragraphs)
        self._note(slide, plan.entries)

    def _entry(self, slide: Any, entry: Entry, before: float) -> Iterable[str]:
        link = self._outer(slide, entry.address) if entry.address else ""
        title = self._run(entry.title, TITLE, entry.language, is_bold=True, link=link)
        direction = direction_within(entry.title, entry.language, self._manuscript.direction)
        yield self._paragraph(title, before, direction)
        facts = self._run(entry.facts, FACTS, colour="tx2")
        for number in entry.numbers:
            page = self._number_at.get(number)
            inner = slide.part.relate_to(page.part, RELATIONSHIP_TYPE.SLIDE) if page is not None else ""
            facts += self._run(" ", FACTS) + self._run(number_words(number), FACTS, link=inner, is_inner=bool(inner))
        yield self._paragraph(facts)
        if entry.remarks:
            yield self._line(entry.remarks, TEXT, APART)

    def _note(self, slide: Any, entries: list[Entry]) -> None:
        """All that the entries tell, and the sources that they name."""
        named = {number for entry in entries for number in entry.numbers}
        lines = [line for entry in entries for line in (*entry.lines, "")]
        lines += [source_words(row) for row in self._manuscript.sources if row.number in named]
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            fill_frame(frame._txBody, [self._line(line, SOURCE) for line in lines])  # noqa: SLF001  # as below

    def _show_sources(self, slide: Any, references: tuple[Reference, ...], *, is_continued: bool) -> None:
        self._title(slide, self._continued(self._manuscript.sources_heading, is_continued=is_continued))
        fill(body_of(slide), [self._source(slide, row) for row in references])

    def _source(self, slide: Any, row: Reference) -> str:
        words = source_words(row)
        shown = shortened(words, SOURCE, self._box.width, MOST_OF_SOURCE)
        address = next((child.address for child in row.children if isinstance(child, Link)), "")
        before, found, after = shown.partition(address) if address else (shown, "", "")
        if not address or found:
            runs = self._run(before, SOURCE)
            runs += self._run(found, SOURCE, link=self._outer(slide, address)) if found else ""
            runs += self._run(after, SOURCE) if after else ""
        else:  # what was left out is in the address
            runs = self._run(shown, SOURCE, link=self._outer(slide, address))
        return self._paragraph(runs, SOURCE / 2)

    def _close(self, slide: Any) -> None:
        """Licence and citation, in the notes of the last slide."""
        lines = [line for block in self._manuscript.closing for line in lines_of(block)]
        frame = slide.notes_slide.notes_text_frame if lines else None
        if frame is not None:
            fill_frame(frame._txBody, [self._line(line, SOURCE) for line in lines])  # noqa: SLF001  # as below

    def _word(self, name: str) -> str:
        return self._manuscript.words.get(name) or self._manuscript.title

    def _continued(self, words: str, *, is_continued: bool) -> str:
        return f"{words} ({self._word('continued')})" if is_continued else words

    def _outer(self, slide: Any, address: str) -> str:
        return str(slide.part.relate_to(of_xml(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
