import pytest

from generator.dates import parse_date
from generator.layout import by_period
from generator.model.event import Event
from generator.model.order import in_order
from generator.model.text import Text


def chronology(*dates):
    return by_period(in_order(Event(date, Text.of(date, "en"), parse_date(date), date) for date in dates))


def told(chronology):
    return [
        (year.number, [(month.number, [event.id for event in month.events]) for month in year.months])
        for year in chronology.years
    ]


def test_events_stand_under_their_years_and_months():
    assert told(chronology("2023-04-04", "2023-04", "2023-05-01T10:00Z", "2024-01-01/2025")) == [
        (2023, [(4, ["2023-04", "2023-04-04"]), (5, ["2023-05-01T10:00Z"])]),
        (2024, [(1, ["2024-01-01/2025"])]),
    ]


@pytest.mark.parametrize("date", ["2023", "2023~", "2023-XX", "2023-22"])
def test_what_is_known_to_no_month_stands_under_none(date):
    assert told(chronology(date)) == [(2023, [(None, [date])])]


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("201X", 2010, None),
        ("19XX", 1900, None),
        ("-0430", -430, None),
        ("0000-02-29", 0, 2),
        ("Y12000", 12_000, None),
        ("2023-24", 2023, None),
        ("../2023-04-01", 2023, 4),
        ("[..2023-04]", 2023, 4),
        ("2022-02-24/..", 2022, 2),
        ("2022-12-31/2023-01-01", 2022, 12),
    ],
)
def test_any_date_has_a_year_to_stand_under(date, year, month):
    assert told(chronology(date)) == [(year, [(month, [date])])]


def test_a_season_stands_between_the_days_of_its_first_month_and_parts_it():
    assert told(chronology("2023-03", "2023-21", "2023-03-05", "2023-03-01")) == [
        (2023, [(None, ["2023-21"]), (3, ["2023-03", "2023-03-01", "2023-03-05"])]),
    ]
    assert told(chronology("../2023-03-01", "2023-21")) == [(2023, [(3, ["../2023-03-01"]), (None, ["2023-21"])])]


def test_a_chronology_counts_its_events_and_gives_the_last_of_them():
    whole = chronology("2021-01", "2021-02", "2022", "2023-01", "2023-02", "2023-03")

    assert len(whole) == 6
    assert told(whole.last(4)) == [(2022, [(None, ["2022"])]), (2023, [(n, [f"2023-0{n}"]) for n in (1, 2, 3)])]
    assert [event.id for event in whole.last(1).events] == ["2023-03"]
    assert whole.last(6) == whole.last(7) == whole
    assert [event.id for event in whole.years[0].events] == ["2021-01", "2021-02"]


def test_no_events_make_no_years():
    assert chronology().years == ()
