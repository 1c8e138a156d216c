"""`dateline export` of documents: what each has of a site, and what is said where none can be made."""

import os
import subprocess
import sys
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pypdfium2
import pytest

from tests.conftest import ROOT

DOCUMENTS = ("docx", "pptx", "pdf")
SUMMIT = "title: Summit & <talks> in Vilnius\ndate: 2023-07-11/2023-07-12\ntype: summit\nkey: yes\nactors: [NATO]\n"
TALKS = "title: Talks in Delhi\ndate: 2023-03-02\ntype: talks\nsummary: A *first* talk, with سلام in it.\n"
TITLES = ("Talks in Delhi", "Meeting of NATO Ministers of Foreign Affairs", "Summit & <talks> in Vilnius")

needs_terminals = pytest.mark.skipif(not hasattr(os, "openpty"), reason="Windows has no pseudo-terminals")


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", SUMMIT)
    site.write("content/events/talks.yaml", TALKS)
    return site


def words_of(content, form):
    if form == "pdf":
        document = pypdfium2.PdfDocument(content)
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    archive = ZipFile(BytesIO(content))
    parts = [name for name in archive.namelist() if name.startswith(("word/document.xml", "ppt/slides/slide"))]
    return "".join(row.text or "" for name in parts for row in ET.fromstring(archive.read(name)).iter() if row.text)


def exported(site, form, *options, **given):
    file = site.root / f"report.{form}"
    ended = site.run("export", form, str(site.root), "-o", str(file), *options, **given)
    return ended, file


@pytest.mark.parametrize("form", DOCUMENTS)
def test_a_document_has_every_chosen_event_and_no_other(dossier, form):
    ended, file = exported(dossier, form)
    words = words_of(file.read_bytes(), form)
    _, some = exported(dossier, form, "--actor", "NATO")

    assert ended.code == 0, ended.stderr
    assert f"{file}: 3 events, " in ended.stderr
    assert all(title in words for title in TITLES)
    assert TITLES[0] not in words_of(some.read_bytes(), form)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_the_same_content_gives_the_same_bytes(dossier, form):
    contents = []
    for seed in ("1", "2"):
        _, file = exported(dossier, form, environment={"PYTHONHASHSEED": seed})
        contents.append(file.read_bytes())

    assert contents[0] == contents[1]


def without(folder, program):
    """An environment in which Python runs a program before any other."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(program)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


@pytest.mark.parametrize(
    ("form", "module", "package"),
    [("docx", "docx", "python-docx"), ("pptx", "pptx", "python-pptx"), ("pdf", "weasyprint", "weasyprint")],
)
def test_a_library_that_is_not_there_is_named_with_how_to_install_it(dossier, form, module, package):
    environment = without(dossier.root.parent / "hidden", f"import sys; sys.modules['{module}'] = None")

    ended, file = exported(dossier, form, environment=environment)

    assert ended.code == 2
    assert ended.stderr == (
        f"dateline: a document as {form} needs {package}, which this Python has not\n"
        "    to install it: pip install 'dateline[reports]'\n"
    )
    assert not file.exists()


def test_a_library_of_the_system_that_is_not_there_is_named(dossier):
    program = "import cffi\ndef no(*_): raise OSError('cannot load library')\ncffi.FFI.dlopen = no"
    environment = without(dossier.root.parent / "hidden", program)

    ended, file = exported(dossier, "pdf", environment=environment)

    assert ended.code == 2
    assert "needs Pango" in ended.stderr
    assert "apt install libpango-1.0-0" in ended.stderr
    assert not file.exists()


@needs_terminals
@pytest.mark.parametrize("form", [*DOCUMENTS, "png"])
def test_what_is_nothing_for_a_terminal_is_not_printed_to_one(dossier, form):
    leader, follower = os.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "generator", "export", form, str(dossier.root)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=follower,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    finally:
        os.close(follower)
        os.close(leader)

    assert ended.returncode == 2
    assert f"a document as {form} is nothing for a terminal\n    name a file: --output report.{form}" in ended.stderr


@pytest.mark.parametrize("form", DOCUMENTS)
def test_a_file_that_cannot_be_written_is_told(dossier, form):
    ended = dossier.run("export", form, str(dossier.root), "-o", str(dossier.root / "nowhere" / "a"))

    assert ended.code == 2
    assert "cannot be written" in ended.stderr


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_template_that_cannot_be_read_is_told(dossier, form):
    dossier.write("template", "This is text.")

    ended, file = exported(dossier, form, "--template", str(dossier.root / "template"))

    assert ended.code == 2
    assert "the template is no" in ended.stderr
    assert not file.exists()


def test_a_template_is_for_formats_that_have_styles(dossier):
    dossier.write("template", "This is text.")

    ended, file = exported(dossier, "pdf", "--template", str(dossier.root / "template"))

    assert ended.code == 2
    assert "'--template': it goes with docx and pptx, not with pdf" in " ".join(ended.stderr.split())
    assert not file.exists()


def test_a_character_without_a_font_is_told_and_nothing_is_written(dossier):
    dossier.write("content/events/talks.yaml", 'title: "Talks \\U000F1234"\ndate: 2023-03-02\ntype: talks\n')

    ended, file = exported(dossier, "pdf")

    assert ended.code == 2
    assert "(U+F1234)" in ended.stderr
    assert not file.exists()
