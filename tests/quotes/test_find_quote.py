"""Where a quote stands in a text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.quotes import Passage, find_quote, fold

CROWDED = st.text("ab .…-–'’\"“\u00ad\n\u00a0e\u0301é", max_size=30)  # few characters, so that they meet


def quoted(text: str, passage: Passage) -> list[str]:
    return [text[start:end] for start, end in passage.ranges]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("said “at this stage” there", 'said "at this stage" there'),
        ("India's call", "India’s call"),
        ("the 1945–1949 talks", "the 1945-1949 talks"),
        ("talks — again", "talks -- again"),
        ("talks---again", "talks—again"),
        ("minus \u22125", "minus -5"),
        ("and so…", "and so..."),
        ("and so...", "and so…"),
        ("one\n   two\u00a0three", "one two three"),
        ("ministers", "minis\u00adters"),
        ("min\u00adisters", "ministers"),
        ("\u200fשלום\u200e there", "שלום there"),
        ("in\u2069 isolation\ufeff here", "in isolation here"),
        (unicodedata.normalize("NFD", "Élysée café"), unicodedata.normalize("NFC", "Élysée café")),
        ("\u0622\u0645\u0646", "\u0627\u0653\u0645\u0646"),  # Arabic alef with madda, as one character and as two
        (
            "\u0627\u0644\u0645\u0624\u062a\u0645\u0631",
            "\u0627\u0644\u0645\u0648\u0654\u062a\u0645\u0631",
        ),  # waw with hamza
        ("한국", unicodedata.normalize("NFD", "한국")),
    ],
)
def test_a_quote_is_found_however_it_was_typed(text, quote):
    [passage] = find_quote(f"before {text} after", quote)

    assert quoted(f"before {text} after", passage) == [text.strip("\u200e\u200f")]


@pytest.mark.parametrize("quote", ["nato", "NATO Ministers", "“NATO ministers", "", "  ", "…", "NATO ministers metal"])
def test_what_the_text_does_not_say_is_not_found(quote):
    assert find_quote("The NATO ministers met.", quote) == ()


def test_a_quote_that_stands_twice_is_found_twice():
    assert [p.ranges for p in find_quote("one two one", "one")] == [((0, 3),), ((8, 11),)]


def test_places_do_not_overlap():
    assert [p.ranges for p in find_quote("aaa", "aa")] == [((0, 2),)]


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("one", "", 4),
        ("three", "", 15),
        ("", "“three", 4),
        ("", "four", 15),
        ("“three", "four”", 15),
        ("one\n", ' "three', 4),
    ],
)
def test_a_prefix_or_a_suffix_settles_a_quote_that_stands_twice(prefix, suffix, start):
    text = 'one two "three two four"'

    [passage] = find_quote(text, "two", prefix, suffix)

    assert passage.ranges == ((start, start + 3),)


def test_a_prefix_that_stands_elsewhere_finds_nothing():
    assert find_quote("one two three", "three", prefix="one") == ()


def test_a_prefix_picks_a_place_that_overlaps_one_without_it():
    assert [p.ranges for p in find_quote("aaa", "aa", prefix="a")] == [((1, 3),)]


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "[...]", " … ", " [...] "])
def test_an_omission_joins_pieces(mark):
    text = "The ministers, who had come by train, met in Brussels."

    [passage] = find_quote(text, f"The ministers{mark}met in Brussels")

    assert quoted(text, passage) == ["The ministers", "met in Brussels"]


def test_a_literal_ellipsis_is_tried_before_an_omission():
    text = "I went home. I came… home."

    [passage] = find_quote(text, "I came… home")

    assert quoted(text, passage) == ["I came… home"]


def test_pieces_are_taken_in_order_and_leftmost_first():
    text = "a one b two a one b two"

    first, second = find_quote(text, "one … two")

    assert (first.ranges, second.ranges) == (((2, 5), (8, 11)), ((14, 17), (20, 23)))
    assert find_quote(text, "two … zero") == ()
    assert find_quote("two one", "one … two") == ()


def test_of_four_dots_the_first_ends_a_sentence():
    text = "It ended. No one came. It began again."

    [passage] = find_quote(text, "It ended.... It began")

    assert quoted(text, passage) == ["It ended.", "It began"]


def test_prefix_and_suffix_stand_around_all_the_pieces():
    text = "x one and two y; z one or two w"

    [passage] = find_quote(text, "one … two", prefix="z", suffix="w")

    assert quoted(text, passage) == ["one", "two"]
    assert passage.ranges[0][0] == 19


def test_a_quote_of_ten_thousand_characters_is_found():
    text = "".join(f"Sentence {number} — of “many” …\n" for number in range(1000))
    start = text.index("Sentence 20")
    quote = text[start : start + 10_000].replace("“", '"').replace("—", "–")

    [passage] = find_quote(text, quote)

    assert passage.ranges == ((start, start + len(quote.rstrip())),)


@given(CROWDED, st.data())
@example("e\u0301--\u00ad-a…", None)
def test_a_quote_cut_from_the_text_is_always_found(text, data):
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    quote = text[start:end]
    # A mark parted from its letter is another text; so is the half of a dash or of an ellipsis.
    parted = text[end : end + 1] == "\u0301" or quote[:1] == "\u0301"
    hidden = "\u00ad" in text and "\u0301" in text
    if parted or hidden or not fold(quote).text.strip():
        return

    passages = find_quote(text, quote)

    assert passages
    for passage in passages:
        assert fold(quote).text.strip() in fold("".join(quoted(text, passage))).text


@given(CROWDED)
def test_folding_twice_is_folding_once(text):
    once = fold(text).text

    assert fold(once).text == once


@given(st.text(max_size=20) | CROWDED)
def test_folding_agrees_with_unicode_on_what_is_composed(text):
    assert unicodedata.is_normalized("NFC", fold(text).text)


@given(CROWDED)
def test_every_character_of_a_folded_text_comes_from_where_it_says(text):
    folded = fold(text)

    starts = [folded.original(index, index + 1) for index in range(len(folded.text))]

    assert all(fold(text[start:end]).text for start, end in starts)
    assert starts == sorted(starts)
