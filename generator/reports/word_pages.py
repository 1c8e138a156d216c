"""The pages of a Word document: their size, and what stands at the head and the foot of each."""

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from generator.reports.tree import Manuscript
from generator.reports.word_styles import Styles
from generator.reports.word_xml import Look, Stand, field_xml, paragraph_xml, run_xml

if TYPE_CHECKING:
    from docx.document import Document


def lay_pages(document: "Document", manuscript: Manuscript, styles: Styles) -> None:
    """A4, with the title at the head of each page and its number at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.different_first_page_header_footer = True
    look = Look(direction=manuscript.direction)
    is_rtl = manuscript.direction == "rtl"
    title = paragraph_xml(run_xml(manuscript.title, look), styles["Header"], Stand(), is_rtl=is_rtl)
    number = field_xml("PAGE", "1") + "<w:r><w:t> / </w:t></w:r>" + field_xml("NUMPAGES", "1")
    page = paragraph_xml(number, styles["Footer"], Stand(), is_rtl=is_rtl)
    for part, xml in ((section.header, title), (section.footer, page), (section.first_page_footer, page)):
        part.is_linked_to_previous = False
        root = part._element  # noqa: SLF001  # there is no other way to a header's XML
        for element in list(root):
            root.remove(element)
        root.extend(list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")))


def read_from_the_right(section: Any) -> None:
    """Have the pages of a section turn and its columns run from the right."""
    for after in ("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"):
        found = section.find(qn(after))
        if found is not None:
            found.addprevious(parse_xml(f"<w:bidi {nsdecls('w')}/>"))
            return
    section.append(parse_xml(f"<w:bidi {nsdecls('w')}/>"))
