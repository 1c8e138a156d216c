"""Documents for Word and PowerPoint, opened by LibreOffice: nothing is lost, and nothing stands outside of its page."""

import json
import re

import pikepdf
import pypdfium2
import pytest

from generator.reports.docx import write_docx
from generator.reports.pptx import write_pptx
from tests.conftest import ROOT
from tests.reports.dossiers import ARABIC, CHINESE, dossier

WRITERS = {"docx": write_docx, "pptx": write_pptx}


def text_of(content):
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def letters(text):
    """The words without blanks and hyphens, which breaking of lines moves."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


@pytest.mark.parametrize("form", WRITERS)
def test_every_event_of_the_demonstration_is_shown(form, converted, run_dateline, tmp_path):
    told = json.loads(run_dateline("export", "json", str(ROOT)).stdout)
    file = tmp_path / f"demonstration.{form}"
    ended = run_dateline("export", form, str(ROOT), "-o", str(file))
    assert ended.code == 0, ended.stderr
    shown = letters(text_of(converted(file.read_bytes(), form)))

    lost = [row["title"] for row in told["events"] if letters(row["title"]) not in shown]

    assert len(told["events"]) > 30
    assert lost == []


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    ("words", "language", "direction"),
    [("Talks <on> the lake & more", "en", "ltr"), (ARABIC, "ar", "rtl"), (CHINESE, "zh", "ltr")],
)
def test_every_block_is_shown(form, words, language, direction, converted):
    shown = text_of(converted(WRITERS[form](dossier(words, language, direction)), form))
    # A PDF has letters of Arabic in the order and the shapes in which they are drawn.
    expected = ["1902", "Second"] + ([words] if direction == "ltr" else [])
    expected += ["The end", "inner", "four blanks", "1903"] if form == "docx" else []

    assert [words for words in expected if letters(words) not in letters(shown)] == []


@pytest.mark.parametrize("form", WRITERS)
def test_no_letter_stands_outside_of_its_page(form, converted):
    for page in pypdfium2.PdfDocument(converted(WRITERS[form](dossier("Talks on the lake, in words " * 9)), form)):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0
            assert bottom >= 0
            assert right <= page.get_width()
            assert top <= page.get_height()


def test_headings_and_links_of_a_document_are_such(converted, tmp_path):
    content = converted(write_docx(dossier("Talks")), "docx")
    (tmp_path / "read.pdf").write_bytes(content)
    with pikepdf.open(tmp_path / "read.pdf") as read:
        addresses = {
            str(row.A.URI) for page in read.pages for row in page.get("/Annots", []) if "/URI" in row.get("/A", {})
        }

    assert addresses == {"https://example.org/a_b?c=d&e=%25#f", "https://example.org/~a_b%20c"}
