"""pandoc's own tree: what pandoc makes of it, in the formats that people ask it for, says every word."""

import io
import json
import zipfile
from dataclasses import replace

import lxml.etree
import lxml.html
import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reports.pandoc import write_pandoc
from generator.reports.tree import Heading, Listing, Manuscript, Paragraph, Table, Words
from tests.reports.every_block import every_block
from tests.reports.said import said, squeezed

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def manuscript():
    return every_block()


def converted(manuscript, form, *options):
    """What pandoc writes; it fails on what it takes for no tree of its own."""
    return pypandoc.convert_text(write_pandoc(manuscript).decode(), form, "json", extra_args=["--wrap=none", *options])


def words_of(tree):
    """The words of a tree of pandoc's, in order, with those of its title and subtitle first."""
    meta = tree["meta"]
    return squeezed("".join(_words([meta.get("title"), meta.get("subtitle"), tree["blocks"]])))


def _words(node):
    if isinstance(node, list):
        for child in node:
            yield from _words(child)
    elif isinstance(node, dict):
        match node["t"], node.get("c"):
            case "Str", text:
                yield text
            case "Code" | "CodeBlock", (_, text):
                yield text
            case "RawBlock", (_, text):
                assert text.strip() == "<!-- -->"  # what its Markdown parts two lists with
            case "Quoted", (_, children):
                yield "‘"
                yield from _words(children)
                yield "’"
            case "Link", (_, children, _):
                yield from _words(children)
            case _, children:
                yield from _words(children)


def test_html_says_every_word_and_names_every_language(manuscript):
    page = lxml.html.fromstring(converted(manuscript, "html5", "--standalone"))

    assert page.get("lang") == "en"
    assert page.get("dir") is None
    assert squeezed(page.find("body").text_content()) == said(manuscript)
    assert {"notice", "facts", "source", "evidence", "source-number"} <= set(page.xpath(".//@class"))
    assert set(page.xpath(".//body//@lang")) == {"ar", "zh", "fr"}
    targets = {address[1:] for address in page.xpath(".//a/@href") if address.startswith("#")}
    assert targets == {"talks", "source-1", "source-2"} <= set(page.xpath(".//@id"))


def test_docx_says_every_word_with_headings_and_links(manuscript, tmp_path):
    file = tmp_path / "lake.docx"

    pypandoc.convert_text(write_pandoc(manuscript).decode(), "docx", "json", outputfile=str(file))

    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        body = lxml.etree.fromstring(archive.read("word/document.xml"))
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert squeezed("".join(node.text or "" for node in body.iter(f"{WORD}t"))) == said(manuscript)
    styles = [node.get(f"{WORD}val") for node in body.iter(f"{WORD}pStyle")]
    assert [style for style in styles if style.startswith("Heading")] == [
        f"Heading{level}" for level in (1, 2, 3, 3, 1, 1)
    ]
    assert "https://example.org/a_b?c=d&amp;e=%25#f" in links


@pytest.mark.parametrize("form", ["markdown", "latex", "commonmark_x", "html", "rst"])
def test_what_pandoc_writes_it_reads_as_the_same_words(form):
    """With words of every day: how each of its writers escapes signs for its own readers is pandoc's business."""
    manuscript = every_block("The council’s words of 1902")
    # Captions and headers of tables it puts elsewhere; those are looked at above.
    body = tuple(block for block in manuscript.body if not isinstance(block, Table))
    manuscript = replace(manuscript, title="", subtitle="", body=body)

    read = json.loads(pypandoc.convert_text(converted(manuscript, form), "json", form))

    assert words_of(read) == said(manuscript)


def test_nothing_in_it_is_raw(manuscript):
    written = write_pandoc(every_block("<script>alert(1)</script> \\input{x}")).decode()

    assert "RawBlock" not in written
    assert "RawInline" not in written
    assert "<script>" not in converted(every_block("<script>alert(1)</script>"), "html5")


def test_pandoc_reads_the_tree_that_it_would_write_itself(manuscript):
    written = json.loads(write_pandoc(manuscript))

    read = json.loads(converted(manuscript, "json"))
    assert read["blocks"] == written["blocks"]
    assert read["meta"] == written["meta"]


def test_a_document_from_the_right_says_so():
    tree = json.loads(write_pandoc(every_block("كلام", "ar", "rtl")))

    assert tree["meta"]["lang"] == {"t": "MetaString", "c": "ar"}
    assert tree["meta"]["dir"] == {"t": "MetaString", "c": "rtl"}


@settings(deadline=None, max_examples=25)
@given(st.text(st.sampled_from(" \t\na1.-#*_`$\\{}[]()<>&|~^@'\"=:+!\u00a0é中\u0661"), max_size=12))
def test_any_words_come_out_of_pandoc_as_they_went_in(words):
    manuscript = Manuscript(
        words,
        "en",
        "ltr",
        body=(
            Heading(1, (Words(f"x{words}"),), "x"),
            Paragraph((Words(words), Words("."))),
            Listing(((Paragraph((Words(words), Words("."))),),)),
        ),
    )

    page = lxml.html.fromstring(converted(manuscript, "html5", "--standalone"))
    assert squeezed(page.find("body").text_content()) == said(manuscript)
