"""The styles of a Word document: those that a template has, and ours for the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document

SERIF, MONO = "Georgia", "Consolas"
ASIAN, COMPLEX = "SimSun", "Times New Roman"  # for Chinese and so on, and for Arabic and so on
INK, SOFT, ACCENT, LINE = "1f1b16", "6b6259", "8a2f1d", "d8d0c2"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs. Sizes are half points, spaces twentieths of a point."""

    size: int = 21
    colour: str = INK
    before: int = 0
    after: int = 120
    line: int = 276  # 240 is a line of its own height
    is_bold: bool = False
    is_italic: bool = False
    keeps: bool = False  # with the next paragraph
    left: int = 0
    hanging: int = 0
    font: str = ""
    border: str = ""  # of the paragraph, as an element
    tabs: str = ""
    level: int | None = None  # in the outline, from 0
    base: str = "Normal"


QUOTE_BAR = f'<w:left w:val="single" w:sz="12" w:space="10" w:color="{LINE}"/>'
UNDER = f'<w:bottom w:val="single" w:sz="6" w:space="3" w:color="{ACCENT}"/>'

# By their names. Those that Word knows are first; a template's own stand in place of any of them.
STYLES: Mapping[str, Style] = {
    "Normal": Style(base=""),
    "Title": Style(size=52, after=80, line=240, keeps=True),
    "Subtitle": Style(size=26, colour=SOFT, is_italic=True, after=80, keeps=True),
    "Heading 1": Style(size=36, colour=ACCENT, before=480, after=120, line=240, keeps=True, border=UNDER, level=0),
    "Heading 2": Style(size=26, colour=SOFT, before=320, after=80, line=240, keeps=True, level=1),
    "Heading 3": Style(size=24, before=280, after=40, line=252, is_bold=True, keeps=True, level=2),
    "TOC Heading": Style(size=26, colour=SOFT, before=320, after=80, line=240, keeps=True),
    "toc 1": Style(before=80, after=0, tabs='<w:tab w:val="right" w:leader="dot" w:pos="9070"/>'),
    "toc 2": Style(after=0, left=360, colour=SOFT, tabs='<w:tab w:val="right" w:leader="dot" w:pos="9070"/>'),
    "Quote": Style(is_italic=True, after=60, left=240, border=QUOTE_BAR),
    "List Bullet": Style(after=60, left=360, hanging=360),
    "List Number": Style(after=60, left=360, hanging=360),
    "Caption": Style(size=18, colour=SOFT, after=80, keeps=True),
    "Header": Style(size=17, colour=SOFT, after=0, line=240),
    "Footer": Style(size=17, colour=SOFT, after=0, line=240),
    "HTML Preformatted": Style(size=18, font=MONO, line=240),
    "Facts": Style(size=19, colour=SOFT, after=80),
    "Notice": Style(size=19, is_italic=True, after=80),
    "Actors": Style(size=19, after=80),
    "Source": Style(size=19, after=40, colour=SOFT),
    "Reference": Style(size=19, after=80, left=560, hanging=560, tabs='<w:tab w:val="left" w:pos="560"/>'),
    "Table Text": Style(size=18, before=40, after=40, line=252),
    "Closing": Style(size=18, colour=SOFT, before=120, after=0),
}
CHARACTERS: Mapping[str, str] = {  # styles of characters, and their properties
    "Hyperlink": f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
    "Entry Link": "",  # of a heading, which looks like one; LibreOffice keeps no link that has no style
    "Source Number": f'<w:color w:val="{ACCENT}"/>',
    "Code": f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="{MONO}"/>',
}
TABLE = "Chronology"
TABLE_STYLE = f"""<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}" {{spaces}}><w:name w:val="{TABLE}"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>
<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"""
OURS = frozenset(
    {"Facts", "Notice", "Actors", "Source", "Reference", "Table Text", "Closing", "Source Number", "Code", "Entry Link"}
)


class Styles:
    """The ids of a document's styles by their names. Ours are added where it has none."""

    def __init__(self, document: "Document", *, is_ours: bool) -> None:
        """`is_ours` where no template was given: then our looks stand in place of those that the document has."""
        self._root = document.styles.element
        self._ids = {_folded(name): identity for name, identity in self._given()}
        for name, style in STYLES.items():
            if is_ours or _folded(name) not in self._ids:
                self._put(name, _paragraph_style(name, self._id(name), style, self._id(style.base)))
        for name, properties in CHARACTERS.items():
            if is_ours or _folded(name) not in self._ids:
                self._put(name, _character_style(name, self._id(name), properties))
        if _folded(TABLE) not in self._ids:
            self._put(TABLE, TABLE_STYLE.format(spaces=nsdecls("w")))

    def __getitem__(self, name: str) -> str:
        return self._ids[_folded(name)]

    def speak(self, language: str) -> None:
        """The language of all that has none of its own."""
        for found in self._root.iterfind(f".//{qn('w:docDefaults')}//{qn('w:lang')}"):
            found.getparent().remove(found)
        properties = _made(self._root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        value = quoteattr(language)
        lang = parse_xml(f"<w:lang {nsdecls('w')} w:val={value} w:eastAsia={value} w:bidi={value}/>")
        properties.append(lang)

    def _given(self) -> Iterator[tuple[str, str]]:
        for style in self._root.iterfind(qn("w:style")):
            name = style.find(qn("w:name"))
            if name is not None:
                yield name.get(qn("w:val"), ""), style.get(qn("w:styleId"), "")

    def _id(self, name: str) -> str:
        return self._ids.get(_folded(name), name.replace(" ", "")) if name else ""

    def _put(self, name: str, xml: str) -> None:
        style = parse_xml(xml)
        identity = style.get(qn("w:styleId"))
        for old in self._root.iterfind(qn("w:style")):
            if old.get(qn("w:styleId")) == identity:
                self._root.replace(old, style)
                break
        else:
            self._root.append(style)
        self._ids[_folded(name)] = str(identity)


def _folded(name: str) -> str:
    """Word writes 'heading 1' where it shows 'Heading 1'."""
    return name.casefold()


def _made(root: Any, *names: str) -> Any:
    """The innermost of some nested elements, each of which is added at the front where it is missing."""
    for name in names:
        found = root.find(qn(name))
        if found is None:
            found = parse_xml(f"<{name} {nsdecls('w')}/>")
            root.insert(0, found)
        root = found
    return root


def _paragraph_style(name: str, identity: str, style: Style, base: str) -> str:
    shown = name.lower() if name.startswith("Heading") else name
    custom = ' w:customStyle="1"' if name in OURS else ""
    default = "" if style.base else ' w:default="1"'
    font = style.font or ("" if style.base else SERIF)
    fonts = f' w:ascii="{font}" w:hAnsi="{font}" w:cs="{font if style.font else COMPLEX}" w:eastAsia="{ASIAN}"'
    hanging = f' w:hanging="{style.hanging}"' if style.hanging else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId={quoteattr(identity)} {nsdecls("w")}>'
        f"<w:name w:val={quoteattr(shown)}/>"
        + (f"<w:basedOn w:val={quoteattr(base)}/>" if base else "")
        + (f"<w:next w:val={quoteattr('Normal')}/>" if style.level is not None else "")
        + "<w:qFormat/><w:pPr>"
        + ("<w:keepNext/><w:keepLines/>" if style.keeps else "")
        + (f"<w:pBdr>{style.border}</w:pBdr>" if style.border else "")
        + (f"<w:tabs>{style.tabs}</w:tabs>" if style.tabs else "")
        + f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="auto"/>'
        + (f'<w:ind w:left="{style.left}"{hanging}/>' if style.left else "")
        + (f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else "")
        + "</w:pPr><w:rPr>"
        + (f"<w:rFonts{fonts}/>" if font else "")
        + ("<w:b/><w:bCs/>" if style.is_bold else "")
        + ("<w:i/><w:iCs/>" if style.is_italic else "")
        + f'<w:color w:val="{style.colour}"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
        + "</w:rPr></w:style>"
    )


def _character_style(name: str, identity: str, properties: str) -> str:
    custom = ' w:customStyle="1"' if name in OURS else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId={quoteattr(identity)} {nsdecls("w")}>'
        f"<w:name w:val={quoteattr(name)}/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )
