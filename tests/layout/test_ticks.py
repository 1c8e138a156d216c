"""Ticks stand at round dates, few enough to be read, from hours to as many thousands of years as it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import day_number
from generator.layout.ticks import INTERVALS, Interval, Units, ticks, ticks_of


def told(first, last, most):
    return [(tick.unit, tick.year, tick.month, tick.of_month, tick.hour) for tick in ticks(first, last, most)]


@pytest.mark.parametrize(
    ("first", "last", "most", "expected"),
    [
        ((2023, 4, 4), 0.5, 5, [("hour", 2023, 4, 4, hour) for hour in (0, 3, 6, 9, 12)]),
        ((2023, 4, 4), 4, 5, [("day", 2023, 4, day, 0) for day in (4, 5, 6, 7, 8)]),
        ((2023, 3, 28), 20, 5, [("day", 2023, 4, day, 0) for day in (1, 6, 11, 16)]),
        ((2023, 1, 1), 364, 4, [("month", 2023, month, 1, 0) for month in (1, 4, 7, 10)]),
        ((2019, 5, 1), 5 * 365, 6, [("year", year, 1, 1, 0) for year in (2020, 2021, 2022, 2023, 2024)]),
        ((1949, 4, 4), 75 * 365, 8, [("year", year, 1, 1, 0) for year in range(1950, 2021, 10)]),
        ((-1100, 1, 1), 1700 * 365, 4, [("year", year, 1, 1, 0) for year in (-999, -499, 1, 500)]),
        ((-11_000, 1, 1), 12_000 * 366, 3, [("year", year, 1, 1, 0) for year in (-9999, -4999, 1)]),
    ],
)
def test_ticks_are_at_round_dates(first, last, most, expected):
    day = day_number(*first)

    assert told(day, day + last, most) == expected


spans = st.tuples(st.floats(-4_000_000, 4_000_000), st.floats(0.05, 3_000_000)).map(
    lambda row: (row[0], row[0] + row[1])
)


@given(spans, st.integers(1, 14))
def test_ticks_are_in_order_within_their_span_and_no_more_than_asked(span, most):
    found = [tick.day for tick in ticks(span[0], span[1], most)]

    assert len(found) <= most
    assert found == sorted(set(found))
    assert all(span[0] <= day <= span[1] for day in found)


@given(spans)
def test_a_long_enough_span_has_ticks(span):
    assert len(ticks(span[0], span[1], 12)) >= 2 or span[1] - span[0] < 1 / 6


@given(st.integers(-800_000, 800_000), st.integers(0, 4_000), st.sampled_from(INTERVALS[4:13]))
def test_every_day_falls_into_one_unit(first, length, interval):
    units = Units.of(interval, first, first + length)

    for day in (first, first + length // 2, first + length):
        index = units.index(day)
        assert units.starts[index] <= day < units.starts[index + 1]


def test_there_is_no_year_0_among_round_years():
    years = [tick.year for tick in ticks_of(Interval("year", 100), day_number(-350, 1, 1), day_number(350, 1, 1))]

    assert years == [-299, -199, -99, 1, 100, 200, 300]  # 300, 200, 100 BCE, then 1 CE
