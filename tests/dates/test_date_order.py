import random

import pytest

from generator.dates import DateError, order_key, parse_date, span_of

IN_ORDER = [
    "Y-12000",
    "-0430",
    "0000",
    "0476",
    "18XX",
    "1899",
    "../1900-01-01",
    "19XX",
    "190X",
    "1900",
    "1900-01",
    "1900-01-01",
    "1900-01-01T00:30+02:00",
    "1900-01-01T00:30Z",
    "1900-01-01T00:30-05:00",
    "1900-01-02",
    "1900-03",
    "[..1900-03-31]",
    "1900-03-31",
    "2022-02-24/..",
    "Y12000",
]


def test_dates_are_in_the_order_of_their_first_day_then_coarser_first_then_by_the_instant():
    expected = [parse_date(text) for text in IN_ORDER]
    shuffled = random.Random(1).sample(expected, len(expected))

    assert sorted(shuffled, key=order_key) == expected


def test_the_local_day_comes_before_the_instant():
    late_in_tokyo, early_in_lima = parse_date("2023-04-04T23:30+09:00"), parse_date("2023-04-05T00:30-05:00")
    early_in_tokyo, late_in_lima = parse_date("2023-04-05T00:30+09:00"), parse_date("2023-04-04T23:30-05:00")

    assert order_key(late_in_tokyo) < order_key(early_in_lima)
    assert order_key(late_in_lima) < order_key(early_in_tokyo)  # thirteen hours later, on the day before


@pytest.mark.parametrize(
    ("parts", "span"),
    [
        (["2023-04-04"], "2023-04-04/2023-04-04"),
        (["2023-04-04", "2023-05-02", "2023-04-20"], "2023-04-04/2023-05-02"),
        (["2023-04-04/2023-04-06", "2023-04-05"], "2023-04-04/2023-04-06"),
        (["2023-04", "2023-04-01", "2023-04-30"], "2023-04/2023-04"),
        (["201X", "2015"], "2010/2019"),
        (["2004-06-XX", "2004-07-03"], "2004-06/2004-07-03"),
        (["2023-04-04T10:00+02:00", "2023-04-05"], "2023-04-04/2023-04-05"),
        (["1949~", "1951"], "1949~/1951"),
        (["2022-02-24/..", "2023"], "2022-02-24/.."),
        (["1950/", "1951"], "1950/"),
        (["1950/", "1951/.."], "1950/.."),
        (["[..2023-04-01]", "2023-04-02"], "/2023-04-02"),
        (["2023-24", "2024-01-05"], "2023-24/2023-24"),
        (["-0043", "-0030"], "-0043/-0030"),
    ],
)
def test_the_span_of_parts_runs_from_the_first_start_to_the_last_end(parts, span):
    dates = [parse_date(part) for part in parts]

    assert span_of(dates) == parse_date(span)
    assert span_of(reversed(dates)) == span_of(dates)


@pytest.mark.parametrize("parts", [[], ["../2023", "2022/.."], ["[..2023]", "2022/"]])
def test_parts_without_any_end_have_no_span(parts):
    with pytest.raises(DateError) as caught:
        span_of(parse_date(part) for part in parts)

    assert caught.value.hint
