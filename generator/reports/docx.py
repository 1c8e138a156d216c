"""A document as DOCX (ISO/IEC 29500): headings, lists, tables and links that are such for Word, too."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Mm

from generator.reports.archive import as_document, settled
from generator.reports.contents import SOURCES, contents
from generator.reports.faults import ReportFault
from generator.reports.properties import name_file
from generator.reports.signs import direction_within, of_xml
from generator.reports.tree import (
    Block,
    Heading,
    Inlines,
    Listing,
    Manuscript,
    Paragraph,
    Picture,
    Preformatted,
    Quotation,
    Rule,
    Table,
    text_of,
)
from generator.reports.word_lists import LEVELS, Lists
from generator.reports.word_pages import lay_pages, read_from_the_right
from generator.reports.word_runs import Runs
from generator.reports.word_styles import TABLE, Styles
from generator.reports.word_xml import (
    Look,
    Stand,
    bookmark_xml,
    break_xml,
    contents_xml,
    field_begin,
    field_end,
    inner_link_xml,
    paragraph_xml,
    run_xml,
    table_xml,
)

if TYPE_CHECKING:
    from docx.document import Document

ROLES = {  # styles of paragraphs, by what they are for
    "facts": "Facts",
    "notice": "Notice",
    "actors": "Actors",
    "source": "Source",
    "claim": "Source",
    "cite-as": "Closing",
    "licence": "Closing",
    "address": "Closing",
}
HIGHEST = 0.95  # of a page's text, for a picture
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'


def write_docx(manuscript: Manuscript, template: bytes | None = None) -> bytes:
    """The whole document; in the styles of a template, where one is given. ReportFault where that cannot be read."""
    document = _opened(template)
    styles = Styles(document, is_ours=template is None)
    styles.speak(manuscript.language)
    if template is None:
        lay_pages(document, manuscript, styles)
    written = _Writing(manuscript, document, styles).whole()
    # A body of its own takes the place of the other: to move ten thousand paragraphs takes as many times as long.
    before = document.element.body
    body = parse_xml(f"<w:body {nsdecls('w', 'r', 'a', 'pic', 'wp')}>{written}</w:body>")
    if before.sectPr is not None:
        body.append(before.sectPr)
        if manuscript.direction == "rtl":
            read_from_the_right(body.sectPr)
    document.element.replace(before, body)
    name_file(document.core_properties, document.part.package.rels, manuscript)
    saved = BytesIO()
    document.save(saved)
    return settled(saved.getvalue())


def _opened(template: bytes | None) -> "Document":
    if template is None:
        return docx.Document()
    try:
        return docx.Document(BytesIO(as_document(template)))
    except (ValueError, KeyError, SyntaxError, AttributeError) as error:  # SyntaxError is lxml's of XML
        raise ReportFault(
            "the template is no Word document", "it should be a file that ends in .docx or .dotx"
        ) from error


class _Writing:
    """Walks a document; holds what is numbered on the way."""

    def __init__(self, manuscript: Manuscript, document: "Document", styles: Styles) -> None:
        self._manuscript = manuscript
        self._document = document
        self._styles = styles
        self._lists = Lists(document)
        self._look = Look(direction=manuscript.direction)
        self._is_rtl = manuscript.direction == "rtl"
        headings = [block for block in manuscript.body if isinstance(block, Heading)]
        marks = dict.fromkeys(heading.mark for heading in headings if heading.mark)
        self._marks = {mark: f"entry_{number}" for number, mark in enumerate(marks, start=1)} | {SOURCES: SOURCES}
        self._sources = {row.number: f"source_{row.number}" for row in manuscript.sources}
        self._runs = Runs(document, styles, self._marks, self._sources)
        self._bookmarks = 0
        section = document.sections[0]
        width = (section.page_width or Mm(210)) - (section.left_margin or 0) - (section.right_margin or 0)
        tall = (section.page_height or Mm(297)) - (section.top_margin or 0) - (section.bottom_margin or 0)
        self._width, self._height = Emu(width), Emu(tall)

    def whole(self) -> str:
        """Everything, as XML."""
        manuscript = self._manuscript
        parts = [
            self._line(manuscript.title, "Title"),
            self._line(manuscript.subtitle, "Subtitle") if manuscript.subtitle else "",
            self._line(" · ".join(manuscript.facts), "Facts") if manuscript.facts else "",
            *self._blocks(manuscript.opening),
            self._picture(manuscript.picture) if manuscript.picture else "",
            self._table(manuscript.overview) if manuscript.overview else "",
            self._contents(),
            *self._blocks(manuscript.body),
            *self._references(),
            *self._blocks(manuscript.closing),
        ]
        return "".join(parts)

    def _line(self, text: str, style: str) -> str:
        return paragraph_xml(run_xml(text, self._look), self._styles[style], Stand(), is_rtl=self._is_rtl)

    def _contents(self) -> str:
        """Years, months and the sources. Numbers of pages are for Word to work out."""
        listed = contents(self._manuscript)
        if not listed:
            return ""
        deepest = max(row.level for row in listed)
        rows = [self._line(self._manuscript.words.get("contents", ""), "TOC Heading")]
        for place, row in enumerate(listed):
            look = self._look_of(row.words, row.language)
            words = run_xml(row.words, look)
            link = inner_link_xml(words, self._marks[row.mark])
            begin = "" if place else field_begin(f'TOC \\o "1-{deepest}" \\h \\z \\u')
            end = field_end() if place == len(listed) - 1 else ""
            style = self._styles[f"toc {row.level}"]
            rows.append(paragraph_xml(begin + link + end, style, Stand(), is_rtl=look.direction == "rtl"))
        return contents_xml(rows)

    def _references(self) -> Iterator[str]:
        manuscript = self._manuscript
        if not manuscript.sources:
            return
        heading = bookmark_xml(run_xml(manuscript.sources_heading, self._look), self._bookmark(), SOURCES)
        yield paragraph_xml(heading, self._styles["Heading 1"], Stand(), is_rtl=self._is_rtl)
        for row in manuscript.sources:
            number = bookmark_xml(run_xml(f"[{row.number}]", self._look), self._bookmark(), self._sources[row.number])
            content = f"{number}<w:r><w:tab/></w:r>{self._runs.of(row.children, self._look)}"
            yield paragraph_xml(content, self._styles["Reference"], Stand(), is_rtl=self._is_rtl)

    def _bookmark(self) -> int:
        self._bookmarks += 1
        return self._bookmarks

    def _blocks(self, blocks: Iterable[Block], stand: Stand | None = None, style: str = "") -> Iterator[str]:
        """Blocks in one place. Only the first of them begins the item of a list; `style` is that of prose."""
        stand = stand or Stand()
        for place, block in enumerate(blocks):
            yield self._block(block, Stand(stand.indent) if place else stand, style)

    def _block(self, block: Block, stand: Stand, style: str) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(children, role, language):
                name = ROLES.get(role, style or "Normal")
                return self._paragraph(children, self._styles[name], stand, language)
            case Quotation(children, language):
                quoted = tuple(_spoken(child, language) for child in children)
                return "".join(self._blocks(quoted, stand, "Quote"))
            case Listing():
                return self._listing(block, stand)
            case Preformatted(text):
                lines = break_xml().join(run_xml(line, Look()) for line in text.split("\n"))
                return paragraph_xml(lines, self._styles["HTML Preformatted"], stand)
            case Rule():
                return paragraph_xml("", self._styles["Normal"], stand, more=RULE)
            case Table():
                item = paragraph_xml("", self._styles["Normal"], stand) if stand.item else ""
                return item + self._table(block)

    def _heading(self, heading: Heading) -> str:
        """A heading of an entry leads to the site, and looks like a heading nevertheless."""
        look = self._look_of(text_of(heading.children), heading.language)
        content = self._runs.of(heading.children, look, link_style="Entry Link")
        if heading.mark:
            content = bookmark_xml(content, self._bookmark(), self._marks[heading.mark])
        style = self._styles[f"Heading {min(heading.level, 3)}"]
        return paragraph_xml(content, style, Stand(), is_rtl=look.direction == "rtl")

    def _paragraph(self, children: Inlines, style: str, stand: Stand, language: str = "") -> str:
        look = self._look_of(text_of(children), language)
        return paragraph_xml(self._runs.of(children, look), style, stand, is_rtl=look.direction == "rtl")

    def _look_of(self, text: str, language: str) -> Look:
        """How words in a language are set; '' is the document's."""
        return Look(language=language, direction=direction_within(text, language, self._look.direction))

    def _listing(self, listing: Listing, stand: Stand) -> str:
        level = min(stand.indent, LEVELS - 1)
        number = self._lists.bulleted() if listing.start is None else self._lists.numbered(listing.start, level)
        style = "List Bullet" if listing.start is None else "List Number"
        item = paragraph_xml("", self._styles["Normal"], stand) if stand.item else ""  # a list that begins with a list
        inner = Stand(stand.indent + 1, (number, level))
        return item + "".join("".join(self._blocks(row or (Paragraph(()),), inner, style)) for row in listing.items)

    def _table(self, table: Table) -> str:
        shares = table.shares or (100 // len(table.header),) * len(table.header)
        whole = self._width // 635  # twentieths of a point
        widths = [whole * share // sum(shares) for share in shares]
        style = self._styles["Table Text"]

        def cells(row: tuple[Inlines, ...]) -> list[str]:
            return [self._paragraph(cell, style, Stand()) for cell in row]

        caption = self._line(table.caption, "Caption") if table.caption else ""
        rows = [cells(row) for row in table.rows]
        made = table_xml(cells(table.header), rows, widths, self._styles[TABLE], is_rtl=self._is_rtl)
        return f"{caption}{made}{paragraph_xml('', self._styles['Table Text'], Stand())}"

    def _picture(self, picture: Picture) -> str:
        """The picture, as wide as the text; narrower where it would be higher than the page."""
        width = Emu(min(self._width, int(HIGHEST * self._height * picture.width / picture.height)))
        inline = self._document.part.new_pic_inline(BytesIO(picture.content), width=width)
        inline.docPr.set("descr", of_xml(picture.words))
        for side in ("distL", "distR"):
            inline.set(side, "0")  # it stands in a paragraph of its own
        drawing = inline.xml.replace("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", "")
        return paragraph_xml(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>", self._styles["Normal"], Stand())


def _spoken(block: Block, language: str) -> Block:
    """A paragraph of a quotation, in the language of that."""
    if language and isinstance(block, Paragraph) and not block.language:
        return Paragraph(block.children, block.role, language)
    return block
