"""The converter that leaves work out makes of every text what Python-Markdown makes of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from generator.parse.converter import INLINE, TRIGGERS, make_converter

FULL = Markdown(
    extensions=[
        TableExtension(use_align_attribute=True),
        FootnoteExtension(BACKLINK_TITLE=""),
        "def_list",
        "fenced_code",
        "smarty",
    ],
    output_format="html",
)
OURS = make_converter()

INLINE_MARKS = (
    "* ** _ __ ` `` [ ](x) ]( ![ ] [^1] [1] <b> </b> < > &amp; & &nbsp; \" ' -- --- ... .. \\ \\* '80s – http://x.org"
)
BLOCK_MARKS = ["> ", "- ", "1. ", "٢. ", "# ", "|", "|--|", "\t", "    ", "```\n", "~~~\n", ": d\n", "[x]: y\n", "="]
BLOCK_MARKS += ["[^1]: n\n", "\n===\n", "\n---\n", "<div>\n", "</div>", "<!-- c -->", "<http://x.org>", "<a@b.c>"]
BREAKS = ["\n", "\n\n", "  \n", " "]
PIECES = st.sampled_from(["a", "word ", "é", ". ", *INLINE_MARKS.split(), *BLOCK_MARKS, *BREAKS])


def whole(converter, text):
    try:
        return converter.reset().convert(text)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with the one is wrong with the other
        return type(error)


@settings(max_examples=1500)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_what_is_left_out_changes_no_text(text):
    assert whole(OURS, text) == whole(FULL, text)


@pytest.mark.parametrize(
    "before", ["", "plain words\n\n", "- a list\n\n", "> said\n\n", "term\n: meaning\n\n", "1. one\n"]
)
@pytest.mark.parametrize(
    "block", ["plain", " indented", "    code", "# head", "a\n===", "a | b\n--|--\n1 | 2", ": meaning"]
)
def test_a_block_is_taken_for_a_paragraph_only_where_python_markdown_takes_it_for_one(before, block):
    assert whole(OURS, before + block + "\n\nlast") == whole(FULL, before + block + "\n\nlast")


def test_every_inline_pattern_is_known_by_what_it_needs():
    names = {row.name for name in INLINE for row in FULL.treeprocessors[name].inlinePatterns._priority}  # type: ignore[attr-defined]

    assert names == set(TRIGGERS)
