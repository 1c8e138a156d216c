"""PPTX, read back as the XML that it is."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pptx
import pytest
from pptx.oxml import parse_xml

from generator.reports.faults import ReportFault
from generator.reports.measure import LEADING, broken
from generator.reports.pptx import write_pptx
from generator.reports.slides import Box, entry_slides
from generator.reports.tree import Block, Heading, Paragraph, Words
from tests.reports.dossiers import ARABIC, CHINESE, CONTROLS, dossier

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
POINT = 12_700  # of the units in which shapes are measured


class Read:
    """A deck, as another program finds it."""

    def __init__(self, content):
        self.zip = ZipFile(BytesIO(content))
        names = [name for name in self.zip.namelist() if name.startswith("ppt/slides/slide")]
        self.names = sorted(names, key=lambda name: int(name[len("ppt/slides/slide") : -len(".xml")]))
        self.slides = [self.part(name) for name in self.names]

    def part(self, name):
        return ET.fromstring(self.zip.read(name))

    def targets(self, place):
        name = self.names[place].replace("slides/", "slides/_rels/") + ".rels"
        return {row.get("Id"): row.get("Target") for row in self.part(name)}

    def notes(self, place):
        target = next((name for name in self.targets(place).values() if "notesSlide" in name), None)
        return words(self.part(target.replace("../", "ppt/"))) if target else ""

    def titles(self):
        return [words(title(slide)) for slide in self.slides]


def words(element):
    return "".join(row.text or "" for row in element.iter(f"{A}t"))


def title(slide):
    kinds = ("title", "ctrTitle")
    return next(
        row for row in slide.iter(f"{P}sp") if getattr(row.find(f".//{P}ph"), "attrib", {}).get("type") in kinds
    )


def many(count, text="It is said that they talked all night."):
    """A manuscript of so many entries in one year."""
    body: list[Block] = [Heading(1, (Words("1902"),), "y")]
    for number in range(count):
        body += [
            Heading(3, (Words(f"Talks {number}"),), f"e{number}"),
            Paragraph((Words("5 May 1902, Held"),), "facts"),
            Paragraph((Words(text),)),
        ]
    return replace(dossier("Talks"), body=tuple(body))


@pytest.fixture(scope="module")
def read():
    return Read(write_pptx(dossier("Talks on the lake")))


def test_every_slide_has_a_title(read):
    assert read.titles() == ["Talks on the lake", "Overview", "1902", "Sources"]


def test_links_lead_where_the_manuscript_says(read):
    clicks = [row.get(f"{R}id") for row in read.slides[2].iter(f"{A}hlinkClick")]
    targets = read.targets(2)

    assert [targets[row] for row in clicks] == ["https://example.org/a_b?c=d&e=%25#f", "slide4.xml", "slide4.xml"]
    assert "https://example.org/~a_b%20c" in read.targets(3).values()


def test_the_picture_says_in_words_what_it_shows(read):
    shown = [row.get("descr") for row in read.slides[1].iter(f"{P}cNvPr") if row.get("descr")]

    assert shown == ['Two events & "more"']


def test_a_table_of_years_stands_where_there_is_no_picture():
    read = Read(write_pptx(replace(dossier("Talks"), picture=None)))
    table = next(read.slides[1].iter(f"{A}tbl"))
    frame = next(read.slides[1].iter(f"{P}graphicFrame"))

    assert table.find(f"{A}tblPr").get("firstRow") == "1"
    assert [words(row) for row in table.iter(f"{A}tr")] == ["Date№Events", f"19022Talks · {CHINESE}"]
    assert frame.find(f"{P}nvGraphicFramePr/{P}cNvPr").get("descr") == "Overview"


def test_runs_tell_their_language_and_paragraphs_their_direction():
    read = Read(write_pptx(dossier(ARABIC, "ar", "rtl")))
    run = next(row for row in read.slides[2].iter(f"{A}r") if words(row) == CHINESE)
    first = title(read.slides[0]).find(f".//{A}pPr")

    assert run.find(f"{A}rPr").get("lang") == "zh"
    assert (first.get("rtl"), first.get("algn")) == ("1", "r")


def test_notes_have_everything_and_the_sources(read):
    notes = read.notes(2)

    assert "Talks on the lake" in notes
    assert "سلام عليكم" in notes
    assert "[1] Talks on the lakehttps://example.org/~a_b%20c" in notes
    assert "Licence: Talks on the lake" in read.notes(3)


def test_the_deck_tells_its_language_and_title_and_no_time(read):
    core = {row.tag.rpartition("}")[2]: row.text for row in read.part("docProps/core.xml")}

    assert core == {"title": "Talks on the lake", "subject": "Talks on the lake", "language": "en"}
    assert {row.date_time for row in read.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_entry_is_lost_where_there_are_many():
    read = Read(write_pptx(many(60)))
    shown = "\n".join(words(slide) for slide in read.slides)

    assert all(f"Talks {number}5 May" in shown for number in range(60))
    assert read.titles()[2:5] == ["1902", "1902 (continued)", "1902 (continued)"]


@pytest.mark.parametrize("text", ["word " * 400, "湖" * 900, "W" * 3000, "محادثات " * 300])
def test_what_is_too_long_for_a_slide_is_shortened_there_and_whole_in_the_notes(text):
    box = Box(800.0, 370.0)
    slides = entry_slides(many(9, text.strip()), box)

    assert all(slide.height() <= box.height + 12 for slide in slides)
    assert all(entry.remarks.endswith("…") for slide in slides for entry in slide.entries)
    assert all(text.strip() in entry.lines for slide in slides for entry in slide.entries)


@pytest.mark.parametrize("text", ["Talks on the lake, and what came of them", ARABIC * 9, "湖上的谈判" * 9, "W" * 90])
def test_text_does_not_leave_its_placeholder(text):
    content = write_pptx(dossier(text))
    for slide in pptx.Presentation(BytesIO(content)).slides:
        for shape in slide.placeholders:
            if not shape.has_text_frame or not shape.text_frame.text.strip("‹#›"):
                continue
            taken = sum(
                max(1, len(broken(row.text, row.runs[0].font.size.pt, shape.width / POINT - 14.4)))
                * row.runs[0].font.size.pt
                * LEADING
                + (row.space_before.pt if row.space_before else 0)
                for row in shape.text_frame.paragraphs
                if row.runs and row.runs[0].font.size
            )
            assert taken <= shape.height / POINT, (shape.name, shape.text_frame.text)


def test_control_characters_are_left_out():
    assert Read(write_pptx(dossier(CONTROLS))).titles()[0] == "abcde"


def test_the_same_manuscript_gives_the_same_bytes():
    assert write_pptx(dossier()) == write_pptx(dossier())


def template(change=None):
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "A slide of the template"
    if change:
        change(presentation)
    file = BytesIO()
    presentation.save(file)
    return file.getvalue()


def test_a_template_gives_its_pages_and_none_of_its_slides():
    read = Read(write_pptx(dossier("Talks"), template()))
    size = read.part("ppt/presentation.xml").find(f"{P}sldSz")

    assert (size.get("cx"), size.get("cy")) == ("9144000", "6858000")
    assert read.titles() == ["Talks", "Overview", "1902", "Sources"]


def part(presentation):
    """As PowerPoint does, which would offer to mend a file whose sections name slides that are gone."""
    names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    names += ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    sections = '<p14:sectionLst><p14:section name="One" id="{0}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
    sections += "</p14:section></p14:sectionLst>"
    presentation.element.append(parse_xml(f'<p:extLst {names}><p:ext uri="a">{sections}</p:ext></p:extLst>'))


def test_sections_of_a_template_go_with_its_slides():
    content = template(part)
    assert b"sectionLst" in ZipFile(BytesIO(content)).read("ppt/presentation.xml")

    assert b"sectionLst" not in Read(write_pptx(dossier("Talks"), content)).zip.read("ppt/presentation.xml")


def rename(presentation):
    for layout in presentation.slide_layouts:
        layout.name = f"Unser {layout.name}"


def test_layouts_of_other_names_are_found_by_what_they_hold():
    read = Read(write_pptx(dossier("Talks"), template(rename)))

    assert read.titles() == ["Talks", "Overview", "1902", "Sources"]


def make_small(presentation):
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            shape.left, shape.top, shape.width, shape.height = 0, 0, 500_000, 200_000


def test_a_template_without_room_is_told():
    with pytest.raises(ReportFault, match="no room for text"):
        write_pptx(dossier(), template(make_small))


@pytest.mark.parametrize("content", [b"", b"not a zip", write_pptx(dossier())[:2000]])
def test_a_template_that_cannot_be_read_is_told(content):
    with pytest.raises(ReportFault, match="no presentation"):
        write_pptx(dossier(), content)
