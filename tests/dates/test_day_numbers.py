from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import calendar_day, day_number, iso_day
from generator.dates.calendar import julian_day_number


@given(st.dates())
def test_day_numbers_are_those_of_datetime_where_it_has_any(day):
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar_day(day.toordinal()) == (day.year, day.month, day.day)
    assert iso_day(day.toordinal()) == day.isoformat()


@given(st.integers(-(10**30), 10**30))
def test_any_whole_number_is_a_day_and_the_next_number_the_next_day(number):
    assert day_number(*calendar_day(number)) == number
    assert calendar_day(number) < calendar_day(number + 1)


@given(st.integers(-(10**15), 10**15), st.integers(1, 12), st.integers(1, 28))
def test_days_repeat_after_400_years_of_146_097_days(year, month, day):
    assert day_number(year + 400, month, day) - day_number(year, month, day) == 146_097


def test_the_year_before_the_year_1_is_0_and_has_a_leap_day():
    assert day_number(1, 1, 1) == 1
    assert calendar_day(0) == (0, 12, 31)
    assert day_number(0, 3, 1) - day_number(0, 2, 28) == 2


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (day_number(2023, 4, 4), "2023-04-04"),
        (day_number(476, 9, 4), "0476-09-04"),
        (day_number(0, 1, 1), "0000-01-01"),
        (day_number(-430, 1, 1), "-0430-01-01"),
        (day_number(12_000, 1, 1), "+12000-01-01"),
        (day_number(-12_000, 1, 1), "-12000-01-01"),
    ],
)
def test_iso_days_have_a_sign_outside_the_years_0_to_9999(number, text):
    assert iso_day(number) == text


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),  # the day after 4 October, when Rome changed
        ((1700, 2, 29), (1700, 3, 11)),  # a leap day that the Gregorian calendar has not
        ((1752, 9, 3), (1752, 9, 14)),  # London
        ((1917, 10, 25), (1917, 11, 7)),  # the October Revolution
        ((200, 3, 1), (200, 3, 1)),  # the century in which the two agree
        ((1, 1, 1), (0, 12, 30)),
        ((-43, 3, 15), (-43, 3, 13)),  # the Ides of March
    ],
)
def test_julian_days_are_the_gregorian_days_of_the_history_books(julian, gregorian):
    assert calendar_day(julian_day_number(*julian)) == gregorian


@given(st.integers(-5000, 5000), st.integers(1, 12), st.integers(1, 28))
def test_julian_days_repeat_after_four_years_of_1461_days(year, month, day):
    assert julian_day_number(year + 4, month, day) - julian_day_number(year, month, day) == 1461
    assert date(2000, 1, 1).toordinal() - 13 == julian_day_number(1999, 12, 6)
