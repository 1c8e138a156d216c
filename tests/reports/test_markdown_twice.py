"""Markdown is read alike by pandoc and by Python-Markdown: as the words that were written, whatever these look like."""

import lxml.html
import markdown
import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reports.markdown import write_markdown
from generator.reports.tree import (
    Break,
    Code,
    Emphasis,
    Heading,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Quotation,
    Reference,
    SourceNumber,
    Strong,
    Words,
)
from tests.reports.every_block import every_block
from tests.reports.said import said, squeezed

SIGNS = " ab1.-#*_`$\\{}[]()<>&|~^@'\"=:+!;/%é中\u0661"


def by_pandoc(text):
    """As pandoc reads Markdown unless told otherwise, but for quotation marks, which it would make curly."""
    return pypandoc.convert_text(text, "html", "markdown-smart", extra_args=["--wrap=none"])


def by_commonmark(text):
    return pypandoc.convert_text(text, "html", "commonmark+pipe_tables", extra_args=["--wrap=none"])


def by_python(text):
    return markdown.markdown(text, extensions=["tables", "fenced_code"])


READERS = (by_python, by_pandoc, by_commonmark)


@pytest.mark.parametrize("read", READERS)
def test_every_block_is_read_as_it_was_written(read):
    manuscript = every_block()

    page = lxml.html.fromstring(f"<div>{read(write_markdown(manuscript).decode())}</div>")

    assert squeezed(page.text_content()) == said(manuscript, numbered=True)


@settings(deadline=None, max_examples=40)
@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=10))
def test_any_words_are_read_as_words(words):
    manuscript = _with(words)
    text = write_markdown(manuscript).decode()

    for read in READERS:
        page = lxml.html.fromstring(f"<div>{read(text)}</div>")
        assert squeezed(page.text_content()) == said(manuscript, numbered=True), read.__name__


def _with(words):
    said_words = Words(words)
    return Manuscript(
        f"t{words}",
        "en",
        "ltr",
        subtitle=f"s{words}",
        facts=(words,),
        opening=(Paragraph((said_words,), "notice"),),
        body=(
            Heading(1, (Link((Words(f"h{words}"),), "https://example.org/a?b=c"),), "x"),
            Paragraph((said_words, Words("."))),
            Paragraph(
                (Strong((Words(f"x{words}x"),)), Words(" "), Emphasis((Words(f"y{words}y"),)), Code(f"c{words}"))
            ),
            Listing(
                ((Paragraph((Words(words), Words("."))), Quotation((Paragraph((said_words,)),))),), role="evidence"
            ),
            Paragraph((Words("line"), Break(), said_words, SourceNumber(1))),
        ),
        sources_heading="Sources",
        sources=(Reference(1, "k", (said_words, Words("."))),),
    )
