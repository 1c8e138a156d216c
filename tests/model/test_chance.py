"""Whether more dates fall on the first of a month than chance puts there."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_date
from generator.model.chance import A_DAY_OF_MONTH, ENOUGH, at_least, crowding, day_as_written
from generator.model.event import Event
from generator.model.text import Text


def on(*dates):
    return [Event(f"e{n}", Text.of("x", "en"), parse_date(date), date) for n, date in enumerate(dates)]


@given(st.integers(0, 60), st.integers(0, 60), st.fractions(Fraction(1, 400), Fraction(1, 2), max_denominator=400))
def test_the_probability_is_that_of_counting_every_case(number, of, share):
    exact = sum(comb(of, hits) * share**hits * (1 - share) ** (of - hits) for hits in range(number, of + 1))

    assert at_least(number, of, float(share)) == pytest.approx(float(exact), rel=1e-9, abs=1e-15)


def test_ten_thousand_dates_neither_overflow_nor_vanish():
    assert at_least(0, 10_000, A_DAY_OF_MONTH) == 1
    assert at_least(1, 10_000, A_DAY_OF_MONTH) == pytest.approx(1)
    assert at_least(329, 10_000, A_DAY_OF_MONTH) == pytest.approx(0.5, abs=0.02)
    assert 0 <= at_least(10_000, 10_000, A_DAY_OF_MONTH) < 1e-300


@given(st.integers(1, 200), st.data())
def test_more_hits_are_never_likelier(of, data):
    number = data.draw(st.integers(0, of))

    assert at_least(number, of, A_DAY_OF_MONTH) >= at_least(number + 1, of, A_DAY_OF_MONTH)


def test_many_firsts_are_more_than_chance_and_a_few_are_not():
    many = crowding(on(*["2023-04-01"] * 5, *["2023-04-07"] * 15), day=1)
    few = crowding(on(*["2023-04-01"] * 2, *["2023-04-07"] * 18), day=1)

    assert (len(many.events), many.of, many.is_more_than_chance) == (5, 20, True)
    assert (len(few.events), few.is_more_than_chance) == (2, False)


def test_of_few_dates_nothing_is_said():
    assert not crowding(on(*["2023-04-01"] * (ENOUGH - 1)), day=1).is_more_than_chance
    assert crowding(on(*["2023-04-01"] * ENOUGH), day=1).is_more_than_chance


def test_the_first_of_january_is_a_day_of_the_year():
    found = crowding(on("2023-01-01", "2023-02-01", "2023-01-02"), day=1, month=1)

    assert [event.id for event in found.events] == ["e0"]
    assert found.expected == pytest.approx(1 / 365.2425)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-04-01", (4, 1)),
        ("2023-04-01T10:00", (4, 1)),
        ("-0430-03-15", (3, 15)),
        ("2023-04", None),
        ("2023", None),
        ("2023-04-01/2023-04-05", None),
        ("[..2023-04-01]", None),
        ("2023-04-01~", (4, 1)),
    ],
)
def test_only_single_dates_that_are_known_to_the_day_count(written, day):
    assert day_as_written(parse_date(written)) == day


def test_an_old_style_date_counts_by_the_day_that_was_written():
    assert day_as_written(parse_date("1918-01-01", calendar="julian")) == (1, 1)


def test_no_date_at_all_is_no_crowd():
    none = crowding([], day=1)

    assert (none.events, none.of, none.chance, none.is_more_than_chance) == ((), 0, 1.0, False)
