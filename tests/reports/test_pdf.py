"""PDF, read back by programs that did not write it."""

import os
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from generator.reports import pdf
from generator.reports.faults import ReportFault
from generator.reports.pdf import write_pdf
from generator.reports.tree import Heading, Paragraph, Words
from tests.reports.dossiers import ARABIC, CONTROLS, dossier

NO_FONT_HAS = "\U000f1234"  # for private use


def in_latin(words="Talks <on> the lake & more", language="en", direction="ltr"):
    """The dossier without signs that only fonts of the machine have."""
    made = dossier(words, language, direction)
    assert made.overview
    body = tuple(
        Heading(3, (Words("Le lac", "fr"),), "lake", "fr")
        if isinstance(block, Heading) and block.mark == "lake"
        else block
        for block in made.body
    )
    overview = replace(made.overview, rows=made.overview.rows[:1])
    return replace(made, body=body, overview=overview)


@pytest.fixture(scope="module")
def written():
    return write_pdf(in_latin())


@pytest.fixture(scope="module")
def read(written):
    return pikepdf.open(BytesIO(written))


def text_of(content):
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


def elements(read):
    """Each element of the structure, with its kind."""
    waiting, found = [read.Root.StructTreeRoot.K], []
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting += list(element)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append((str(element.S), element))
            waiting += [element.K] if "/K" in element else []
    return found


def test_every_word_can_be_read(written):
    text = " ".join(text_of(written).split())

    for words in ("Talks <on> the lake & more", "1902", "May", "Le lac", "The end.", "Second.", "Licence:", "inner"):
        assert words in text


def test_the_document_says_its_language_and_title_and_that_it_is_tagged(read):
    assert str(read.Root.Lang) == "en"
    assert str(read.docinfo["/Title"]) == "Talks <on> the lake & more"
    assert bool(read.Root.MarkInfo.Marked)
    assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
    assert "/CreationDate" not in read.docinfo


def test_bookmarks_are_the_headings(read):
    with read.open_outline() as outline:
        assert [(row.title, [below.title for below in row.children]) for row in outline.root] == [
            ("Contents", []),
            ("1902", ["May"]),
            ("1903", []),
            ("Sources", []),
        ]
        assert [row.title for row in outline.root[1].children[0].children] == ["Talks <on> the lake & more", "Le lac"]


def test_links_lead_where_the_manuscript_says(read):
    actions = [row for page in read.pages for row in page.get("/Annots", []) if row.Subtype == "/Link"]
    outer = {str(row.A.URI) for row in actions if "/A" in row}
    inner = {str(row.Dest) for row in actions if "/Dest" in row}
    names = {str(name) for name in list(read.Root.Names.Dests.Names)[::2]}

    assert outer == {"https://example.org/a_b?c=d&e=%25#f", "https://example.org/~a_b%20c"}
    assert {"talks", "source-1", "source-2", "year-1902", "sources"} <= inner <= names


def test_cells_of_the_header_say_what_they_head(read):
    kinds = [kind for kind, _ in elements(read)]
    scopes = {str(element.A.Scope) for kind, element in elements(read) if kind == "/TH"}

    assert scopes == {"/Column", "/Row"}
    assert kinds.count("/TH") == 4 + 1 + 2 + 2
    assert {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/Table", "/Link", "/BlockQuote"} <= set(kinds)


def test_the_picture_says_in_words_what_it_shows(read):
    alternatives = [str(element.Alt) for kind, element in elements(read) if kind == "/Figure"]

    assert alternatives == ['Two events & "more"']


def test_words_in_another_language_say_so(read):
    assert {"ar", "fr"} <= {str(element.Lang) for _, element in elements(read) if "/Lang" in element}


def test_contents_name_the_pages(written):
    first = text_of(written).partition("Date")[0]

    rows = dict(line.split(maxsplit=1) for line in first.replace(".", " ").split("\n") if line[:4] in ("1902", "1903"))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(written)]

    assert {year: int(page) for year, page in rows.items()} == {
        year: next(number for number, text in enumerate(pages, 1) if year in text.splitlines())
        for year in ("1902", "1903")
    }


def test_fonts_are_embedded(read):
    fonts = [font for page in read.pages for font in page.Resources.Font.values()]
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]

    assert descriptors
    assert all("/FontFile2" in row or "/FontFile3" in row for row in descriptors)


def test_arabic_is_set_from_the_right():
    content = write_pdf(in_latin(ARABIC, "ar", "rtl"))

    assert str(pikepdf.open(BytesIO(content)).Root.Lang) == "ar"
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    title = page.get_textpage().get_charbox(0)
    assert title[2] > page.get_width() / 2


def test_a_character_that_no_font_has_is_told_with_what_to_install():
    with pytest.raises(ReportFault, match=r"no font that is installed has '.' \(U\+F1234\)") as fault:
        write_pdf(in_latin(f"Talks {NO_FONT_HAS}"))

    assert "apt install fonts-noto-core" in fault.value.hint


@pytest.mark.parametrize(
    ("sign", "package"),
    [("湖", "fonts-noto-cjk"), ("한", "fonts-noto-cjk"), ("😀", "fonts-noto-color-emoji"), ("অ", "fonts-noto-core")],
)
def test_each_script_has_its_package(sign, package):
    assert pdf._package_of(sign) == package


def test_control_characters_are_left_out():
    assert "abcde" in text_of(write_pdf(in_latin(CONTROLS)))


def test_nothing_is_fetched_but_what_comes_with_the_program(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(b"")
    fetcher: Any = pdf._OwnFiles(b"picture")

    assert fetcher.fetch("dateline:picture").read() == b"picture"
    for address in (file.as_uri(), "https://example.org/a.png", "data:image/png;base64,AAAA"):
        with pytest.raises(ValueError, match="not fetched"):
            fetcher.fetch(address)


def test_the_same_manuscript_gives_the_same_bytes_and_the_environment_stays(written, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")

    assert write_pdf(in_latin()) == written
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"


def test_a_document_of_a_line_is_written():
    bare = replace(in_latin(), overview=None, picture=None, body=(Paragraph((Words("One."),)),), sources=(), closing=())

    assert "One." in text_of(write_pdf(bare))
