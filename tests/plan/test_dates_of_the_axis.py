"""Which dates of the axis are written, so that none covers another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.plan.labels import DATE_GAP, MIDDLE, NARROW, AxisDate, fit_dates, width_of

DATES = st.lists(
    st.tuples(st.text("0123456789JulBCE ", min_size=1, max_size=12), st.floats(0, 1), st.booleans()), max_size=20
).map(
    lambda rows: tuple(
        AxisDate(number, text, place, is_part)
        for number, (text, place, is_part) in enumerate(sorted(rows, key=lambda row: row[1]))
    )
)


@given(DATES, st.sampled_from((NARROW, MIDDLE)))
def test_no_date_covers_another(dates, width):
    told = fit_dates(dates, width)
    for before, after in pairwise(told):
        assert before.place * width + width_of(before.text) + DATE_GAP <= after.place * width


@given(DATES)
def test_dates_keep_their_order_and_none_is_told_on_a_telephone_alone(dates):
    wide = fit_dates(dates, MIDDLE)
    narrow = fit_dates(wide, NARROW)
    assert [date for date in dates if date in wide] == list(wide)
    assert set(narrow) <= set(wide)


def test_years_come_before_the_months_between_them():
    dates = (
        AxisDate(0, "2022", 0.0, is_part=False),
        AxisDate(1, "Jul", 0.08, is_part=True),
        AxisDate(2, "2023", 0.14, is_part=False),
        AxisDate(3, "Jul", 0.5, is_part=True),
    )
    assert [date.number for date in fit_dates(dates, NARROW)] == [0, 2, 3]


def test_a_month_is_not_told_without_its_year():
    dates = (
        AxisDate(0, "12000 BCE", 0.0, is_part=False),
        AxisDate(1, "2023", 0.1, is_part=False),
        AxisDate(2, "Jul", 0.6, is_part=True),
    )
    assert [date.number for date in fit_dates(dates, NARROW)] == [0]


def test_a_date_does_not_leave_the_page():
    assert not fit_dates((AxisDate(0, "12000 CE", 0.99, is_part=False),), NARROW)
