"""WordprocessingML, piece by piece, as text (ISO/IEC 29500-1 §17). The order of elements is that of its schema."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.reports.signs import by_direction, is_east_asian, of_xml

INDENT = 360  # twentieths of a point: how far a list or a quotation moves in


@dataclass(frozen=True, slots=True)
class Look:
    """How words within a paragraph are set."""

    is_bold: bool = False
    is_italic: bool = False
    style: str = ""  # the id of a style of characters
    language: str = ""
    direction: str = "ltr"  # of the paragraph that they stand in


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a paragraph stands: how far it is moved in, and which list, if any, it begins an item of."""

    indent: int = 0  # in steps of INDENT
    item: tuple[int, int] | None = None  # the number of a list, and the level


def run_xml(text: str, look: Look) -> str:
    """Words as runs, each of one direction."""
    return "".join(
        f'<w:r>{_run_properties(piece, direction, look)}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece, direction in by_direction(of_xml(text), look.direction)
    )


def _run_properties(text: str, direction: str, look: Look) -> str:
    is_asian = is_east_asian(text)
    parts = [
        f"<w:rStyle w:val={quoteattr(look.style)}/>" if look.style else "",
        '<w:rFonts w:hint="eastAsia"/>' if is_asian else "",
        "<w:b/><w:bCs/>" if look.is_bold else "",
        "<w:i/><w:iCs/>" if look.is_italic else "",
        "<w:rtl/>" if direction == "rtl" else "",
        _language(look.language, is_asian=is_asian, is_rtl=direction == "rtl"),
    ]
    properties = "".join(parts)
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _language(language: str, *, is_asian: bool, is_rtl: bool) -> str:
    """A run has three languages, of which its signs choose one."""
    if not language:
        return ""
    kind = "bidi" if is_rtl else "eastAsia" if is_asian else "val"
    return f"<w:lang w:{kind}={quoteattr(language)}/>"


def break_xml() -> str:
    """The end of a line within a paragraph."""
    return "<w:r><w:br/></w:r>"


def paragraph_xml(content: str, style: str, stand: Stand, *, is_rtl: bool = False, more: str = "") -> str:
    """A paragraph of some runs. `style` is the id of a style; `more` stands among its properties, before its indent."""
    number = indent = ""
    if stand.item:
        number = f'<w:numPr><w:ilvl w:val="{stand.item[1]}"/><w:numId w:val="{stand.item[0]}"/></w:numPr>'
    elif stand.indent:
        indent = f'<w:ind w:left="{stand.indent * INDENT}"/>'
    bidi = "<w:bidi/>" if is_rtl else ""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>{number}{more}{bidi}{indent}"
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def bookmark_xml(content: str, number: int, name: str) -> str:
    """Content that links may lead to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def inner_link_xml(content: str, name: str) -> str:
    """A link to a bookmark."""
    return f'<w:hyperlink w:anchor={quoteattr(name)} w:history="1">{content}</w:hyperlink>'


def outer_link_xml(content: str, relationship: str) -> str:
    """A link to an address that a relationship has."""
    return f'<w:hyperlink r:id={quoteattr(relationship)} w:history="1">{content}</w:hyperlink>'


def field_xml(instruction: str, shown: str) -> str:
    """A field within one paragraph, and what stands there until it is worked out."""
    return field_begin(instruction) + f"<w:r><w:t>{escape(shown)}</w:t></w:r>" + field_end()


def field_begin(instruction: str) -> str:
    """What stands before the result of a field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """What stands after it."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents_xml(rows: list[str]) -> str:
    """A list of contents of some paragraphs, as Word keeps its own, so that it offers to bring it up to date."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(rows)}</w:sdtContent></w:sdt>"
    )


def table_xml(header: list[str], rows: list[list[str]], widths: list[int], style: str, *, is_rtl: bool) -> str:
    """A table. Its cells are paragraphs; the first row is marked as the header, and stands anew on each page.

    `widths` are twentieths of a point.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    visual = "<w:bidiVisual/>" if is_rtl else ""
    look = '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1"'
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(style)}/>{visual}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look} w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(header, widths, '<w:cantSplit/><w:tblHeader/>')}"
        f"{''.join(_row(row, widths, '<w:cantSplit/>') for row in rows)}</w:tbl>"
    )


def _row(cells: list[str], widths: list[int], properties: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
