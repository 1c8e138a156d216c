"""The overview alone, or the entries alone, of formats that have both; and what is said of those that have one."""

import json
import re
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

from generator.build.formats import FORMATS
from generator.cli.export_command import WHAT_IT_IS, WITH_BOTH
from generator.render.drawing import can_draw
from generator.reports.composition import as_body
from generator.reports.fragment import MAIL, write_mail
from generator.reports.pptx import write_pptx
from generator.reports.tree import Link, Manuscript, Table, Words, Year

SUMMIT = "title: Summit in Vilnius\ndate: 2023-07-11/2023-07-12\ntype: summit\nkey: yes\nactors: [NATO]\n"
TITLES = ("Meeting of NATO Ministers of Foreign Affairs", "Summit in Vilnius")
QUOTE = "The ministers will meet on April 4 and 5"
BASE = "https://lake.example/"


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", SUMMIT)
    return site


def content_of(dossier, form, *options):
    file = dossier.root / f"report.{form}"
    ended = dossier.run("export", form, str(dossier.root), "-o", str(file), *options)
    assert ended.code == 0, ended.stderr
    return file.read_bytes()


def words_of(content, form):
    if form == "pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    if form in ("docx", "pptx"):
        archive = ZipFile(BytesIO(content))
        parts = [name for name in archive.namelist() if re.match(r"word/document|ppt/(slides|notesSlides)/\w+\.", name)]
        return "".join(row.text or "" for name in parts for row in ET.fromstring(archive.read(name)).iter())
    if form == "pandoc-json":
        return " ".join(re.findall(r'"t":"Str","c":"([^"]*)"', content.decode()))
    return re.sub(r"<(style|script|title|svg).*?</\1>|<[^>]*>", "", content.decode(), flags=re.DOTALL)


@pytest.mark.parametrize("form", WITH_BOTH)
def test_the_overview_alone_has_no_entry_and_the_entries_alone_no_overview(dossier, form):
    both, overview, entries = (
        " ".join(words_of(content_of(dossier, form, *only), form).split())
        for only in ((), ("--only", "overview"), ("--only", "entries"))
    )

    assert all("NATO and India" in words for words in (both, overview, entries))
    assert all(title in entries for title in TITLES)
    assert QUOTE in both
    assert QUOTE in entries
    assert QUOTE not in overview


@pytest.mark.parametrize("form", ["md", "latex", "latex-part", "pandoc-json", "fragment", "docx", "pdf"])
def test_the_overview_alone_is_a_table_that_leads_to_the_site(dossier, form):
    content = content_of(dossier, form, "--only", "overview", "--base-url", BASE)

    words = " ".join(words_of(content, form).split())
    assert all(title in words for title in TITLES)
    assert re.search(r"Date.*Event.*Status.*Sources", words)
    if form == "docx":
        content = ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels")
    if form == "pdf":
        pages = pikepdf.open(BytesIO(content)).pages
        content = b" ".join(bytes(link.A.URI) for page in pages for link in page.Annots if "/URI" in link.A)
    assert f"{BASE}events/summit/".encode() in content


def test_the_table_of_an_overview_counts_sources_since_it_lists_none(dossier):
    told = content_of(dossier, "md", "--only", "overview").decode()

    assert "| 4–5 April 2023 | Meeting of NATO Ministers of Foreign Affairs | Planned | 1 |" in told
    assert "| 11–12 July 2023 | Summit in Vilnius | Reported | 0 |" in told
    assert "Sources\n" not in told


def test_what_has_no_overview_of_its_own_is_the_same_without_it(dossier):
    for form in ("md", "latex", "latex-part", "pandoc-json", "fragment"):
        assert content_of(dossier, form) == content_of(dossier, form, "--only", "entries")


def test_a_page_of_the_overview_alone_has_its_marks_and_nothing_to_filter(dossier):
    page = content_of(dossier, "html", "--only", "overview", "--base-url", BASE).decode()
    homeless = content_of(dossier, "html", "--only", "overview").decode()
    entries = content_of(dossier, "html", "--only", "entries").decode()

    assert re.findall(r'<a href="([^"]*)"[^>]*tabindex="-1"', page) == [
        f"{BASE}events/ministerial/",
        f"{BASE}events/summit/",
    ]
    assert not re.search(r'class="filters"|application/json|Drag across', page)
    assert re.findall(r'<a href="[^"]*"[^>]*tabindex="-1"', homeless) == []
    assert '<figure class="overview' not in entries
    assert 'class="filters"' in entries


@pytest.mark.skipif(not can_draw(), reason="the extra 'pictures' is not installed")
@pytest.mark.parametrize(("form", "folder"), [("docx", "word/media/"), ("pptx", "ppt/media/")])
def test_a_picture_stands_with_the_overview_and_not_with_the_entries(dossier, form, folder):
    counts = [
        sum(name.startswith(folder) for name in ZipFile(BytesIO(content_of(dossier, form, *only))).namelist())
        for only in ((), ("--only", "overview"), ("--only", "entries"))
    ]

    assert counts == [1, 1, 0]


def test_slides_of_an_overview_without_a_picture_have_a_table_of_years():
    years = (Year("2022", ("Talks",)), Year("2023", ("Meeting", "Summit")))
    table = Table(((Words("Date"),),), ())
    words = {"overview": "Overview", "date": "Date", "events": "Events"}

    written = write_pptx(Manuscript("The lake", "en", "ltr", overview=table, years=years, words=words))

    told = words_of(written, "pptx")
    assert all(words in told for words in ("Overview", "2022", "2023", "Meeting · Summit"))
    assert sum(name.startswith("ppt/slides/slide") for name in ZipFile(BytesIO(written)).namelist()) == 2


@pytest.mark.parametrize("form", sorted(set(FORMATS) - set(WITH_BOTH)))
@pytest.mark.parametrize("only", ["overview", "entries"])
def test_a_format_of_one_part_says_so(dossier, form, only):
    ended = dossier.run("export", form, str(dossier.root), "--only", only)

    assert (ended.code, ended.stdout) == (2, "")
    assert f"not with {form}{WHAT_IT_IS[form]}" in " ".join(ended.stderr.split())


def test_a_table_that_is_too_long_for_a_mail_is_cut_and_says_so():
    rows = tuple(
        ((Words(f"{year}"),), (Link((Words(f"Event of {year} " * 9),), f"{BASE}{year}/"),)) for year in range(1, 2_001)
    )
    table = Table(((Words("Date"),), (Words("Event"),)), rows)
    manuscript = as_body(Manuscript("The lake", "en", "ltr", overview=table, address=BASE))

    html = write_mail(manuscript, lambda count: f"Not shown here: {count} events").decode()

    shown = html.count("<tr>") - 1
    assert len(html.encode()) < MAIL
    assert 100 < shown < 2_000
    assert f"Not shown here: {2_000 - shown} events" in html
    assert html.count("</tr>") == shown + 1


def test_columns_are_as_wide_as_what_stands_in_them(dossier):
    tree = json.loads(content_of(dossier, "pandoc-json", "--only", "overview"))
    table = next(block for block in tree["blocks"] if block["t"] == "Table")

    assert [width["c"] for _, width in table["c"][2]] == [0.19, 0.49, 0.15, 0.17]
    assert r"p{\dimexpr 0.4900\linewidth" in content_of(dossier, "latex", "--only", "overview").decode()
