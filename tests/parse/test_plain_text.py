"""Plain text as newsrooms and corpora hand it over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse import decode, paragraphs_html, parse_plain
from generator.quotes import find_quote, visible_text

CORPUS = (
    " date 2023-04-01 The North Atlantic Treaty Organisation’s (NATO) ambassador said NATO is willing.\n\n"
    "“The NATO alliance is open,” she said of the meeting on April 4 and 5.\n\nIt is *not* # Markdown.\n"
)


def test_a_text_of_a_corpus_is_read_as_it_stands():
    plain = parse_plain(CORPUS)

    assert plain.date == "2023-04-01"
    assert (plain.date_place.line, plain.date_place.column, plain.date_place.width) == (1, 7, 10)
    assert plain.body.startswith("The North Atlantic")
    assert plain.body_line == 1
    assert find_quote(visible_text(paragraphs_html(plain.body)), 'NATO is willing. "The NATO alliance is open," she')


@pytest.mark.parametrize(
    ("text", "date", "body", "line"),
    [
        ("date 2023-04-01 Text", "2023-04-01", "Text", 1),
        ("\n\n \ufeff date\t2023-04 Text", "2023-04", "Text", 3),
        ("date 2023-04-01\n\nText", "2023-04-01", "Text", 3),
        ("date 2023-04-01", "2023-04-01", "", 1),
        ("date -0430 Text", "-0430", "Text", 1),
        ("date +12000-01-01 Text", "+12000-01-01", "Text", 1),
        ("date 1949~ Text", "1949~", "Text", 1),
        ("date of birth", None, "date of birth", 1),
        ("dateline 2023-04-01 Text", None, "dateline 2023-04-01 Text", 1),
        ("The date 2023-04-01 was set", None, "The date 2023-04-01 was set", 1),
        ("date\n2023 Text", None, "date\n2023 Text", 1),
        ("\n  Text\n", None, "Text", 2),
        ("", None, "", 1),
    ],
)
def test_a_date_is_read_only_from_the_head(text, date, body, line):
    plain = parse_plain(text)

    assert (plain.date, plain.body, plain.body_line) == (date, body, line)


def test_blank_lines_part_paragraphs_and_nothing_else_is_markup():
    html = paragraphs_html("One *two*\n# three\n \t\n\n    four <b> & [x](y)\n\n\n- five\n")

    assert html == "<p>One *two*\n# three</p>\n<p>four &lt;b&gt; &amp; [x](y)</p>\n<p>- five</p>"


def test_nothing_makes_no_paragraph():
    assert paragraphs_html(" \n\n ") == ""


@given(st.text("a<>&;lt \n", max_size=20))
def test_the_words_of_a_plain_text_are_all_shown(body):
    assert visible_text(paragraphs_html(body)).split() == body.split()


def test_windows_line_ends_part_paragraphs_as_well():
    text, _ = decode("a.txt", b"date 2023-04-01 One.\r\n\r\nTwo.")

    assert paragraphs_html(parse_plain(text).body) == "<p>One.</p>\n<p>Two.</p>"


def test_prose_that_begins_with_the_word_date_is_no_head():
    plain = parse_plain("date 25 of the talks was fixed in 2019.")

    assert plain.date is None
    assert plain.body == "date 25 of the talks was fixed in 2019."
