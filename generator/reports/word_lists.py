"""The lists of a Word document: with bullets, or numbered anew each time."""

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from generator.reports.word_xml import INDENT

if TYPE_CHECKING:
    from docx.document import Document

LEVELS = 9  # as many as Word has
BULLETS = "•–▪"


class Lists:
    """Numbers of lists, which paragraphs name. They are added beside those that a template has."""

    def __init__(self, document: "Document") -> None:
        self._root = _numbering(document)
        first = 1 + max(map(int, self._values("w:abstractNum", "w:abstractNumId")), default=0)
        self._bullets, self._numbers = first, first + 1
        place = len(self._root.findall(qn("w:abstractNum")))  # these stand before the lists that are made of them
        self._root.insert(place, _abstract(self._bullets, is_numbered=False))
        self._root.insert(place + 1, _abstract(self._numbers, is_numbered=True))
        self._next = 1 + max(map(int, self._values("w:num", "w:numId")), default=0)
        self._bulleted: int | None = None

    def bulleted(self) -> int:
        """The list of all that have bullets."""
        if self._bulleted is None:
            self._bulleted = self._add(self._bullets, "")
        return self._bulleted

    def numbered(self, start: int, level: int) -> int:
        """A new list that is numbered from `start` at a level."""
        again = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._add(self._numbers, again)

    def _add(self, abstract: int, overrides: str) -> int:
        number = self._next
        self._next += 1
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
            )
        )
        return number

    def _values(self, element: str, attribute: str) -> list[str]:
        return [row.get(qn(attribute), "0") for row in self._root.findall(qn(element))]


def _numbering(document: "Document") -> Any:
    """The element that holds a document's lists; a template may have none yet."""
    part = document.part
    try:
        found: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        return found.element
    except KeyError:
        made = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            parse_xml(f"<w:numbering {nsdecls('w')}/>"),
            part.package,
        )
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def _abstract(number: int, *, is_numbered: bool) -> Any:
    levels = "".join(_level(level, is_numbered=is_numbered) for level in range(LEVELS))
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>')


def _level(level: int, *, is_numbered: bool) -> str:
    form, text = ("decimal", f"%{level + 1}.") if is_numbered else ("bullet", BULLETS[level % len(BULLETS)])
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )
