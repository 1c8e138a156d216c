"""DOCX, read back as the XML that it is."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest

from generator.reports.docx import write_docx
from generator.reports.faults import ReportFault
from generator.reports.tree import Paragraph, Words
from tests.reports.dossiers import ARABIC, CHINESE, CONTROLS, dossier

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Read:
    """A document, as another program finds it."""

    def __init__(self, content):
        self.zip = ZipFile(BytesIO(content))
        self.root = self.part("word/document.xml")
        self.styles = {
            row.get(f"{W}styleId"): row.find(f"{W}name").get(f"{W}val")
            for row in self.part("word/styles.xml").iter(f"{W}style")
        }
        relationships = self.part("word/_rels/document.xml.rels")
        self.targets = {row.get("Id"): (row.get("Target"), row.get("TargetMode")) for row in relationships}

    def part(self, name):
        return ET.fromstring(self.zip.read(name))

    def paragraphs(self, style):
        return [row for row in self.root.iter(f"{W}p") if self.style(row) == style]

    def style(self, paragraph):
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles[found.get(f"{W}val")] if found is not None else ""


def words(element):
    return "".join(row.text or "" for row in element.iter(f"{W}t"))


@pytest.fixture(scope="module")
def read():
    return Read(write_docx(dossier()))


def test_headings_are_such_for_word_and_none_is_skipped(read):
    title = dossier().title

    assert [words(row) for row in read.paragraphs("Title")] == [title]
    assert [words(row) for row in read.paragraphs("heading 1")] == ["1902", "1903", "Sources"]
    assert [words(row) for row in read.paragraphs("heading 2")] == ["May"]
    assert [words(row) for row in read.paragraphs("heading 3")] == [title, CHINESE]


def test_contents_are_a_field_that_already_holds_links_to_headings(read):
    fields = [row.text.strip() for row in read.root.iter(f"{W}instrText")]
    listed = [row for style in ("toc 1", "toc 2") for row in read.paragraphs(style)]
    anchors = {row.find(f"{W}hyperlink").get(f"{W}anchor") for row in listed}

    assert fields == [r'TOC \o "1-2" \h \z \u']
    assert sorted(words(row) for row in listed) == ["1902", "1903", "May", "Sources"]
    assert anchors <= {row.get(f"{W}name") for row in read.root.iter(f"{W}bookmarkStart")}


def test_the_table_of_entries_has_a_header_row_that_stands_anew_on_each_page(read):
    table = next(read.root.iter(f"{W}tbl"))
    rows = table.findall(f"{W}tr")

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert [words(cell) for cell in rows[0].iter(f"{W}tc")] == ["Date", "Event", "Status", "Sources"]
    assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_links_lead_where_the_manuscript_says(read):
    outer = {read.targets[row.get(f"{R}id")] for row in read.root.iter(f"{W}hyperlink") if row.get(f"{R}id")}
    marks = {row.get(f"{W}name") for row in read.root.iter(f"{W}bookmarkStart")}
    inner = [row for row in read.root.iter(f"{W}hyperlink") if row.get(f"{W}anchor")]

    assert outer == {
        ("https://example.org/a_b?c=d&e=%25#f", "External"),
        ("https://example.org/~a_b%20c", "External"),
    }
    assert {row.get(f"{W}anchor") for row in inner} <= marks
    assert ("[1]", "source_1") in {(words(row), row.get(f"{W}anchor")) for row in inner}


def test_sources_are_numbered_and_marked(read):
    rows = read.paragraphs("Reference")

    assert [words(row)[:3] for row in rows] == ["[1]", "[2]"]
    assert [row.find(f"{W}bookmarkStart").get(f"{W}name") for row in rows] == ["source_1", "source_2"]


def test_lists_are_lists_and_begin_at_their_number(read):
    numbering = read.part("word/numbering.xml")
    numbered = [row for row in read.root.iter(f"{W}p") if row.find(f"{W}pPr/{W}numPr") is not None]
    starts = [row.get(f"{W}val") for row in numbering.iter(f"{W}startOverride")]

    assert [read.style(row) for row in numbered] == ["List Number", "List Bullet", "List Number", "Quote"]
    assert starts == ["3"]


def test_quotations_have_a_style_of_their_own(read):
    assert "سلام عليكم" in [words(row) for row in read.paragraphs("Quote")]


def test_runs_tell_their_language_and_direction(read):
    runs = {words(row): row.find(f"{W}rPr") for row in read.root.iter(f"{W}r") if words(row)}
    paragraph = next(row for row in read.paragraphs("Quote") if words(row) == "سلام عليكم")

    assert runs["سلام عليكم"].find(f"{W}rtl") is not None
    assert runs["سلام عليكم"].find(f"{W}lang").get(f"{W}bidi") == "ar"
    assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    assert runs[CHINESE].find(f"{W}lang").get(f"{W}eastAsia") == "zh"
    assert runs[CHINESE].find(f"{W}rFonts").get(f"{W}hint") == "eastAsia"


def test_the_document_tells_its_language_and_title_and_no_time(read):
    core = {row.tag.rpartition("}")[2]: row.text for row in read.part("docProps/core.xml")}
    default = read.part("word/styles.xml").find(f"{W}docDefaults//{W}lang")

    assert default.get(f"{W}val") == "en"
    assert core == {"title": dossier().title, "subject": dossier().subtitle, "language": "en"}
    assert {row.date_time for row in read.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_picture_says_in_words_what_it_shows(read):
    shown = [row.get("descr") for row in read.root.iter() if row.tag.endswith("}docPr")]

    assert shown == ['Two events & "more"']


def test_a_document_that_is_read_from_the_right_is_so_throughout():
    read = Read(write_docx(dossier(ARABIC, "ar", "rtl")))

    assert all(row.find(f"{W}pPr/{W}bidi") is not None for row in read.paragraphs("Title"))
    assert next(read.root.iter(f"{W}tbl")).find(f"{W}tblPr/{W}bidiVisual") is not None
    assert read.root.find(f"{W}body/{W}sectPr/{W}bidi") is not None


def test_words_of_an_arabic_document_run_from_the_right_even_if_they_begin_with_a_name_in_latin():
    read = Read(write_docx(dossier(f"NATO {ARABIC}", "ar", "rtl")))
    title = read.paragraphs("Title")[0]

    assert title.find(f"{W}pPr/{W}bidi") is not None
    assert [row.find(f"{W}rPr/{W}rtl") is not None for row in title.iter(f"{W}r")] == [False, True]


def test_control_characters_are_left_out():
    read = Read(write_docx(dossier(CONTROLS)))

    assert [words(row) for row in read.paragraphs("Title")] == ["abcde"]


def test_the_same_manuscript_gives_the_same_bytes():
    assert write_docx(dossier()) == write_docx(dossier())


def template(**styles):
    document = docx.Document()
    for name, size in styles.items():
        document.styles[name.replace("_", " ")].font.size = docx.shared.Pt(size)
    document.add_paragraph("Words of the template")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_template_gives_its_styles_and_what_it_lacks_is_added():
    read = Read(write_docx(dossier(), template(Title=77)))
    sizes = {
        row.find(f"{W}name").get(f"{W}val"): row.find(f"{W}rPr/{W}sz").get(f"{W}val")
        for row in read.part("word/styles.xml").iter(f"{W}style")
        if row.find(f"{W}rPr/{W}sz") is not None
    }

    assert sizes["Title"] == "154"
    assert "Facts" in sizes
    assert "Words of the template" not in words(read.root)


def test_a_template_of_word_is_read_as_a_document():
    packed = BytesIO()
    with ZipFile(BytesIO(template())) as before, ZipFile(packed, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b".document.main+xml", b".template.main+xml"))
    read = Read(write_docx(dossier(), packed.getvalue()))

    assert len(read.paragraphs("heading 3")) == 2


@pytest.mark.parametrize("content", [b"", b"not a zip", write_docx(dossier())[:2000]])
def test_a_template_that_cannot_be_read_is_told(content):
    with pytest.raises(ReportFault, match="no Word document"):
        write_docx(dossier(), content)


def test_an_archive_that_is_no_document_is_told():
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("a.txt", "a")

    with pytest.raises(ReportFault, match="no Word document"):
        write_docx(dossier(), packed.getvalue())


def test_a_document_of_a_line_is_written():
    bare = replace(dossier(), overview=None, picture=None, body=(Paragraph((Words("One."),)),), sources=(), closing=())
    read = Read(write_docx(bare))

    assert "One." in words(read.root)
    assert not list(read.root.iter(f"{W}instrText"))
