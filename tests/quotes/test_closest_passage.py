"""What an author is shown whose quote is not in the text."""

import pytest

from generator.quotes import closest_passage

TEXT = (
    "The ministers arrived by train on Monday. Referring to the NATO Ministers of Foreign Affairs meeting that will be "
    "held on April 4 and 5, she added that it was too early to say who would come. The talks ended on Tuesday."
)


def test_a_quote_with_wrong_words_shows_the_right_ones():
    found = closest_passage(TEXT, "the NATO ministers of foreign affairs meeting which will be held on April 4 or 5")

    assert "NATO Ministers of Foreign Affairs meeting that will be held on April 4 and 5" in found


def test_case_does_not_hide_a_passage():
    assert closest_passage(TEXT, "REFERRING TO THE NATO ministers") == "Referring to the NATO Ministers"


def test_a_passage_ends_at_the_borders_of_words():
    assert closest_passage(TEXT, "inisters arrived by trai").split() == ["ministers", "arrived", "by", "train"]


def test_nothing_alike_gives_nothing():
    assert closest_passage(TEXT, "Zwölf Boxkämpfer jagen Viktor") == ""
    assert closest_passage(TEXT, "") == ""
    assert closest_passage("", "anything") == ""


def test_a_long_passage_is_shown_around_its_first_difference():
    text = " ".join(f"word{number}" for number in range(300))
    quote = text[100:1500].replace("word150", "work150")

    found = closest_passage(text, quote)

    assert "word150" in found
    assert len(found) <= 200


def test_a_quote_longer_than_the_text_shows_the_text():
    assert (
        closest_passage("It ended on Monday.", "It ended on Monday. And then it began once more.")
        == "It ended on Monday."
    )


def test_a_quote_that_lacks_words_is_shown_the_whole_passage():
    found = closest_passage(TEXT, "the NATO Ministers of Foreign Affairs meeting held on April 4 and 5")

    assert found.rstrip(",.") == "the NATO Ministers of Foreign Affairs meeting that will be held on April 4 and 5"


@pytest.mark.parametrize("changed", [0, 700, 1400])
def test_of_a_very_long_quote_the_part_around_its_first_difference_is_shown(changed):
    words = [f"word{number}" for number in range(1400)]
    quoted = " ".join(["other" if number == changed else word for number, word in enumerate(words)])

    found = closest_passage(" ".join(words), quoted if changed < 1400 else f"{quoted} other")

    assert len(quoted) > 10_000
    assert f"word{min(changed, 1399)}" in found.split()
