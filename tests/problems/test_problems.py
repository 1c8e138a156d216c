import json

import pytest

from generator.problems import WARNING, Place, Problem, as_github, as_json, as_text, did_you_mean, in_order, nearest

DATE = Problem(
    "content/events/talks.yaml",
    Place(3, 7, 10, "date: 2023-04-31"),
    "'2023-04-31' has no day 31",
    "April has 30 days",
)
DOUBT = Problem(
    "site.yaml", Place(2, 1, 3, "url: x"), "no copy", "add one", "no-archive", WARNING, ("closest passage: 100%",), True
)


def test_a_mistake_is_told_with_its_line_a_mark_and_what_to_do():
    assert as_text(DATE) == (
        "content/events/talks.yaml:3:7: '2023-04-31' has no day 31\n"
        "    3 | date: 2023-04-31\n"
        "      |       ^^^^^^^^^^ April has 30 days"
    )


def test_a_warning_says_so_and_names_its_rule():
    assert as_text(DOUBT) == (
        "site.yaml:2:1: warning: no copy [no-archive]\n    2 | url: x\n      | ^^^ add one\n    closest passage: 100%"
    )


def test_a_mistake_of_a_whole_file_has_neither_line_nor_mark():
    assert as_text(Problem("site.yaml", Place(), "there is none", "make one")) == (
        "site.yaml: there is none\n    make one"
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "mark"),
    [
        ("\tplace: x", 9, 1, "\t       ^"),
        ("会談: x", 5, 1, "      ^"),
        ("re\u0301union: x", 10, 1, "        ^"),
        ("会談", 1, 2, "^^^^"),
        ("x", 9, 4, " ^"),
    ],
)
def test_the_mark_stands_under_what_it_marks_whatever_stands_before(line, column, width, mark):
    text = as_text(Problem("x", Place(1, column, width, line), "wrong"))

    assert text.split("\n")[2] == f"      | {mark}"


def test_of_a_long_line_the_part_around_the_mark_is_shown():
    line = "a" * 500 + "WRONG" + "b" * 500

    _, shown, marked = as_text(Problem("x", Place(1, 501, 5, line), "wrong")).split("\n")

    assert len(shown) < 180
    assert shown.startswith("    1 | …aaa")
    assert shown.endswith("bbb…")
    assert shown[marked.index("^") : marked.rindex("^") + 1] == "WRONG"


def test_problems_stand_by_file_and_line_each_once():
    late = Problem("b.yaml", Place(1, 1), "late")
    first = Problem("a.yaml", Place(2, 5), "first")
    second = Problem("a.yaml", Place(10, 1), "second")

    assert in_order([late, second, first, late]) == (first, second, late)


def test_programs_read_problems_as_json():
    told = json.loads(as_json([DATE, DOUBT]))

    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["problems"][1] == {
        "path": "site.yaml",
        "line": 2,
        "column": 1,
        "severity": "warning",
        "code": "no-archive",
        "message": "no copy",
        "hint": "add one",
        "detail": ["closest passage: 100%"],
    }
    assert json.loads(as_json([])) == {"problems": [], "errors": 0, "warnings": 0}


def test_github_shows_problems_beside_their_lines():
    assert as_github(DATE) == (
        "::error file=content/events/talks.yaml,line=3,col=7::'2023-04-31' has no day 31%0AApril has 30 days"
    )
    assert as_github(DOUBT) == (
        "::warning file=site.yaml,line=2,col=1,title=no-archive::no copy%0Aadd one%0Aclosest passage: 100%25"
    )
    assert as_github(Problem("a,b:c", Place(), "x")) == "::error file=a%2Cb%3Ac::x"


@pytest.mark.parametrize(
    ("word", "meant"), [("plcae", "place"), ("STATUS", "status"), ("sumary", "summary"), ("xyz", None), ("", None)]
)
def test_a_word_is_taken_for_the_known_one_that_is_like_it(word, meant):
    assert nearest(word, ["place", "status", "summary"]) == meant


def test_a_hint_names_the_one_that_was_meant_or_all_if_they_are_few():
    assert did_you_mean("plcae", ["place", "status"]) == "did you mean 'place'?"
    assert did_you_mean("xyz", ["status", "place"]) == "one of: place, status"
    assert did_you_mean("xyz", [str(number) * 4 for number in range(21)]) == ""
    assert did_you_mean("xyz", []) == ""
