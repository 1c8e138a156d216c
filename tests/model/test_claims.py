import pytest

from generator.dates import parse_date
from generator.model.claims import are_contradictory, contradict, history, latest_date, latest_status, sides
from generator.model.source import Citation, Claim, Source


def claim(status="", date="", known=1):
    return Claim(known, parse_date(date) if date else None, date, status)


def test_claims_stand_in_the_order_in_which_they_were_known():
    late, early, undated, also_early = (claim(known=day, status="held") for day in (5, 2, None, 2))

    told = history(Citation(Source(), claim=each) for each in (late, early, undated, also_early))

    assert [id(each) for each in told] == [id(early), id(also_early), id(late), id(undated)]


def test_a_source_that_says_nothing_makes_no_claim():
    assert history([Citation(Source())]) == ()


def test_a_denial_is_no_status():
    assert latest_status([claim("held"), claim("denied"), claim("", "2023")]) == "held"
    assert latest_status([claim("denied")]) == ""


def test_the_last_claim_with_a_date_gives_it():
    last = claim("", "2023")

    assert latest_date([claim("", "2022"), last, claim("held")]) is last
    assert latest_date([claim("held")]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("held", "2023-04-04"), ("held", "2023-04-05")),
        (("held", "2023-04-04"), ("reported", "2023-05")),
        (("reported", "2023"), ("reported", "2024/..")),
        (("held", "[..2023-04-01]"), ("held", "2023-04-02")),
        (("held", ""), ("denied", "")),
        (("reported", "2023"), ("denied", "2023-04-04")),
        (("planned", ""), ("denied", "")),
    ],
)
def test_what_cannot_both_be_right_is_a_contradiction(one, other):
    assert contradict(claim(*one), claim(*other))
    assert contradict(claim(*other), claim(*one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("held", "2023-04-04"), ("held", "2023-04")),
        (("held", "2023-04-04/2023-04-05"), ("reported", "2023-04-05")),
        (("held", "2022-02-24/.."), ("held", "2023")),
        (("held", "../2023-04-01"), ("held", "2022")),
        (("planned", "2023-04-04"), ("planned", "2023-05-04")),
        (("planned", "2023-04-04"), ("held", "2023-05-04")),
        (("held", "2023-04-04"), ("", "2023-05-04")),
        (("held", "2023-04-04"), ("held", "")),
        (("cancelled", ""), ("denied", "")),
        (("denied", ""), ("denied", "")),
        (("cancelled", "2023"), ("held", "2024")),
    ],
)
def test_a_finer_date_and_a_plan_that_was_overtaken_contradict_nothing(one, other):
    assert not contradict(claim(*one), claim(*other))
    assert not contradict(claim(*other), claim(*one))


def test_any_two_claims_are_enough():
    assert are_contradictory([claim("held", "2023"), claim("planned"), claim("held", "2024")])
    assert not are_contradictory([claim("held", "2023")])


def test_who_contradicts_whom_stands_on_sides():
    held, also, other, plan, denial = (
        Citation(Source(), claim=claim(*row))
        for row in (
            ("held", "2023-04-04", 1),
            ("reported", "2023-04", 2),
            ("held", "2023-04-05", 3),
            ("planned", "2023-04-09", 0),
            ("denied", "", 4),
        )
    )

    assert sides([held, also, other, plan]) == ((held,), (other,))
    assert sides([held, also, plan]) == ()
    assert sides([denial, held, other]) == ((held,), (other,), (denial,))
