"""The words of a Word document's paragraphs, and where they lead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from generator.reports.signs import of_xml
from generator.reports.tree import Break, Code, Emphasis, Inline, Inlines, Link, SourceNumber, Strong, Words
from generator.reports.word_styles import Styles
from generator.reports.word_xml import Look, break_xml, inner_link_xml, outer_link_xml, run_xml

if TYPE_CHECKING:
    from docx.document import Document


class Runs:
    """Writes words as XML. An address is added to the document when something first leads there."""

    def __init__(
        self, document: "Document", styles: Styles, marks: Mapping[str, str], sources: Mapping[int, str]
    ) -> None:
        """`marks` and `sources` are the bookmarks of what is led to: by its mark, and by its number."""
        self._document = document
        self._styles = styles
        self._marks = marks
        self._sources = sources
        self._relationships: dict[str, str] = {}

    def of(self, children: Inlines, look: Look, link_style: str = "Hyperlink") -> str:
        """Words of a paragraph, as they are to look. Those of a link are in a style of their own."""
        return "".join(self._inline(child, look, link_style) for child in children)

    def _inline(self, child: Inline, look: Look, link_style: str) -> str:
        match child:
            case Words(text, language):
                return run_xml(text, _with(look, language=language) if language else look)
            case Emphasis(children):
                return self.of(children, _with(look, is_italic=True), link_style)
            case Strong(children):
                return self.of(children, _with(look, is_bold=True), link_style)
            case Code(text):
                return run_xml(text, _with(look, style=self._styles["Code"]))
            case Break():
                return break_xml()
            case SourceNumber(number):
                words = run_xml(f"[{number}]", _with(look, style=self._styles["Source Number"]))
                return inner_link_xml(words, self._sources[number]) if number in self._sources else words
            case Link(children, address):
                return self._link(children, address, look, link_style)

    def _link(self, children: Inlines, address: str, look: Look, style: str) -> str:
        if address.startswith("#"):
            mark = self._marks.get(address[1:])
            content = self.of(children, look)
            return inner_link_xml(content, mark) if mark else content
        linked = self.of(children, _with(look, style=self._styles[style]))
        return outer_link_xml(linked, self._relationship(address))

    def _relationship(self, address: str) -> str:
        found = self._relationships.get(address)
        if found is None:
            # By a name of ours: the library looks through all of them for the next that is free.
            found = self._relationships[address] = f"rIdLink{len(self._relationships) + 1}"
            self._document.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, of_xml(address), found, is_external=True
            )
        return found


def _with(look: Look, **changes: object) -> Look:
    return replace(look, **changes)  # type: ignore[arg-type]
