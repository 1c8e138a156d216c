"""Bytes as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse import decode
from generator.problems import as_text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_utf8_is_read_with_or_without_a_mark_and_with_any_line_ends(mark, end):
    assert decode("a.txt", mark + f"Élysée{end}{end}Ω\tx{end}".encode()) == ("Élysée\n\nΩ\tx\n", ())


def test_an_empty_file_is_empty_text():
    assert decode("a.txt", b"") == ("", ())


def test_a_byte_of_windows_1252_is_named_with_its_place_and_what_it_was():
    text, [problem] = decode("content/a.md", "title: one\r\nIndia’s".encode("cp1252"))

    assert text == ""
    assert as_text(problem) == (
        "content/a.md:2:6: byte 0x92 is not UTF-8\n"
        "    2 | India�s\n"
        "      |      ^ in Windows-1252 it would be '’': save the file as UTF-8"
    )


def test_the_column_of_a_bad_byte_counts_characters_and_not_the_mark():
    _, [problem] = decode("a.txt", b"\xef\xbb\xbf" + "éé".encode() + b"\xff")

    assert (problem.place.line, problem.place.column) == (1, 3)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_unicode_is_recognised_by_its_mark(encoding):
    _, [problem] = decode("a.txt", "title: one".encode(encoding))

    assert encoding.upper() in problem.hint
    assert "0xFF" in problem.message


def test_utf16_without_a_mark_is_guessed_from_its_zeros():
    _, [problem] = decode("a.txt", "title".encode("utf-16-le"))

    assert "U+0000" in problem.message
    assert "UTF-16" in problem.hint


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0c", "\x1b", "\x7f", "\x92", "\ufffe"])
def test_a_control_character_is_a_problem_with_its_place(character):
    text, [problem] = decode("a.txt", f"one\ntwo {character} three".encode())

    assert text == ""
    assert (problem.place.line, problem.place.column) == (2, 5)
    assert f"U+{ord(character):04X}" in problem.message


def test_the_controls_that_text_is_made_with_are_welcome():
    assert decode("a.txt", b"a\tb\n") == ("a\tb\n", ())
    assert decode("a.txt", "a\u00a0b\ufeffc\u200f\u2028".encode())[1] == ()


@given(st.binary(max_size=40))
def test_any_bytes_are_either_text_or_one_problem_with_a_place(data):
    text, problems = decode("a.txt", data)

    if problems:
        assert (text, len(problems)) == ("", 1)
        assert problems[0].place.line >= 1
    else:
        assert text.replace("\n", "") == data.decode("utf-8").removeprefix("\ufeff").replace("\r", "").replace("\n", "")
