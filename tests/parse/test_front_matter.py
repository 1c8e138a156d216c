"""The fields at the head of a Markdown file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse import FrontMatter, decode, parse_yaml, split_front_matter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\ntitle: One\n---\nText.\n", FrontMatter("title: One\n", "Text.\n", 4)),
        ("---\ntitle: One\n...\nText.\n", FrontMatter("title: One\n", "Text.\n", 4)),
        ("---\ntitle: One\n---\n", FrontMatter("title: One\n", "", 4)),
        ("---\ntitle: One\n---", FrontMatter("title: One\n", "", 4)),
        ("---\n---\nText.", FrontMatter("", "Text.", 3)),
        ("--- \ntitle: One\n---  \nText.", FrontMatter("title: One\n", "Text.", 4)),
        ("---\ntitle: One\n---\n\nText\n\n---\n\nmore\n", FrontMatter("title: One\n", "\nText\n\n---\n\nmore\n", 4)),
        ("---\ntitle: a --- b\n---- \n---\nText.", FrontMatter("title: a --- b\n---- \n", "Text.", 5)),
        ("Text.\n\n---\n\nmore\n", FrontMatter("", "Text.\n\n---\n\nmore\n", 1)),
        ("", FrontMatter("", "", 1)),
    ],
)
def test_a_file_is_parted_into_fields_and_body(text, parts):
    assert split_front_matter("a.md", text) == (parts, ())


def test_windows_line_ends_part_a_file_as_well():
    text, _ = decode("a.md", b"\xef\xbb\xbf---\r\ntitle: One\r\n---\r\nText.\r\n")

    assert split_front_matter("a.md", text) == (FrontMatter("title: One\n", "Text.\n", 4), ())


def test_fields_without_an_end_are_a_problem():
    parts, [problem] = split_front_matter("a.md", "---\ntitle: One\n\nText.\n")

    assert parts is None
    assert (problem.place.line, problem.place.column, problem.place.width) == (1, 1, 3)
    assert "'---'" in problem.hint


def test_a_mistake_in_the_fields_is_placed_in_the_file():
    parts, _ = split_front_matter("a.md", "---\ntitle: One\ndate: a: b\n---\n")

    assert parts
    _, [problem] = parse_yaml("a.md", parts.yaml, line_offset=1)

    assert (problem.place.line, problem.place.column) == (3, 8)


@given(st.text("-.a\n ", max_size=20))
def test_no_line_is_lost(text):
    parts, problems = split_front_matter("a.md", text)

    if parts is None:
        assert problems
    else:
        assert text.split("\n")[parts.body_line - 1 :] == parts.body.split("\n") or not parts.body
        assert parts.yaml in text
