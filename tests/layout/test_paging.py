"""A chronology on pages: nothing is lost, nothing stands twice, and no page is too heavy."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.dates import iso_day, parse_date
from generator.layout import by_period, page_out, split_rows
from generator.layout.paging import OF_A_LINK
from generator.model.event import Event
from generator.model.order import in_order
from generator.model.text import Text

DAYS = st.integers(730_000, 731_500).map(iso_day)  # four years
FORMS = st.one_of(
    DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]), DAYS.map(lambda day: day[:4] + "-21")
)


def event(date, name=None):
    return Event(name or date, Text.of(date, "en"), parse_date(date), date)


@st.composite
def chronologies(draw):
    dates = draw(st.lists(st.one_of(DAYS, FORMS), max_size=60))
    return in_order(event(date, f"e{index}") for index, date in enumerate(dates))


@st.composite
def weighed(draw):
    """Events in order, what each weighs, and a budget."""
    events = draw(chronologies())
    weights = draw(st.lists(st.integers(1, 300), min_size=len(events), max_size=len(events)))
    return events, dict(zip((row.id for row in events), weights, strict=True)), draw(st.integers(100, 5_000))


def paged(events, weights, budget):
    return page_out(by_period(events), lambda row: weights[row.id], budget)


def weight_of(events, weights):
    return sum(weights[row.id] for row in events)


@given(weighed())
def test_every_event_stands_on_one_page_of_its_year(site):
    events, *_ = site
    pages = paged(*site)

    told = [row.id for sheet in pages.sheets for row in sheet.events]
    assert sorted(told) == sorted(row.id for row in events)
    for year in pages.years:
        assert {row.date.earliest for sheet in year.sheets for row in sheet.events} == {
            row.date.earliest
            for whole in by_period(events).years
            if whole.number == year.number
            for row in whole.events
        }


@given(weighed())
def test_events_keep_their_order_on_a_page_and_from_page_to_page_of_a_month(site):
    events, *_ = site
    places = {row.id: place for place, row in enumerate(events)}
    pages = paged(*site)

    for sheet in pages.sheets:
        assert [places[row.id] for row in sheet.events] == sorted(places[row.id] for row in sheet.events)
    for year in pages.years:
        for parts in year.months:
            assert [part.part for part in parts] == list(range(1, len(parts) + 1))
            assert all(places[a.events[-1].id] < places[b.events[0].id] for a, b in pairwise(parts))
    keys = [(sheet.year.number, -1 if sheet.month is None else sheet.month, sheet.part) for sheet in pages.sheets]
    assert keys == sorted(set(keys))


@given(weighed())
def test_no_page_is_over_the_budget_unless_it_is_a_single_entry(site):
    _, weights, budget = site
    pages = paged(*site)

    for sheet in pages.sheets:
        assert weight_of(sheet.events, weights) <= budget or len(sheet.events) == 1
    assert weight_of(pages.front.events, weights) <= budget or len(pages.front) == 1


@given(weighed())
def test_a_year_that_fits_is_whole_and_one_that_does_not_has_pages_for_its_months(site):
    _, weights, budget = site
    for year in paged(*site).years:
        held = [row for sheet in year.sheets for row in sheet.events]
        assert bool(year.months) == (weight_of(held, weights) > budget)
        assert all(parts and all(part.events for part in parts) for parts in year.months)


@given(weighed())
def test_the_first_page_has_everything_or_the_newest(site):
    events, weights, budget = site
    pages = paged(*site)

    assert pages.is_whole == (weight_of(events, weights) <= budget or len(events) == 1)
    shown = pages.front.events
    assert shown == (events if pages.is_whole else events[len(events) - len(shown) :])
    assert bool(shown) == bool(events)


@given(weighed())
def test_the_first_page_is_never_left_half_empty_where_the_next_event_would_fit(site):
    events, weights, budget = site
    pages = paged(*site)
    assume(not pages.is_whole)

    shown = pages.front.events
    room = max(budget - OF_A_LINK * len(pages.years), budget // 4)
    next_older = events[len(events) - len(shown) - 1]
    total = weight_of(shown, weights)
    assert total * 2 >= room or total + weights[next_older.id] > room


@given(weighed(), st.integers(1, 300))
def test_an_event_that_is_added_last_changes_the_last_page_of_its_month_and_no_other(site, weight):
    events, weights, budget = site
    assume(events and events[-1].date.precision == "day")
    added = event(events[-1].date.edtf, "zzz")  # the same day, and last by its id
    before = paged(events, weights, budget)
    after = paged((*events, added), weights | {added.id: weight}, budget)
    assume(bool(after.years[-1].months) == bool(before.years[-1].months))  # else the year has only now grown too long

    known = {(sheet.year.number, sheet.month, sheet.part): sheet for sheet in before.sheets}
    changed = [sheet for sheet in after.sheets if known.get((sheet.year.number, sheet.month, sheet.part)) != sheet]

    assert len(changed) == 1
    assert added in changed[0].events
    assert len(after.sheets) - len(before.sheets) in (0, 1)


def pages_of(*dates, budget, weight=100):
    pages = page_out(by_period(in_order(map(event, dates))), lambda _: weight, budget)
    return [(sheet.year.number, sheet.month, sheet.part, [row.id for row in sheet.events]) for sheet in pages.sheets]


def test_what_is_known_to_no_month_stands_on_the_page_of_its_year():
    assert pages_of("2023", "2023-03-05", "2023-21", "2023-03-01", "2023-04", "2024", budget=200) == [
        (2023, None, 1, ["2023", "2023-21"]),
        (2023, 3, 1, ["2023-03-01", "2023-03-05"]),
        (2023, 4, 1, ["2023-04"]),
        (2024, None, 1, ["2024"]),
    ]


def test_too_much_that_is_known_to_no_month_has_pages_as_a_month_has():
    assert pages_of("2023", "2023~", "2023?", "2023-04", budget=200) == [
        (2023, None, 1, []),
        (2023, 0, 1, ["2023", "2023?"]),
        (2023, 0, 2, ["2023~"]),
        (2023, 4, 1, ["2023-04"]),
    ]


def test_a_month_that_is_too_long_has_several_pages_and_a_span_stands_in_its_first():
    assert pages_of("2023-03-31/2023-05-01", "2023-04-01", "2023-04-02", "2023-04-03", budget=200) == [
        (2023, None, 1, []),
        (2023, 3, 1, ["2023-03-31/2023-05-01"]),
        (2023, 4, 1, ["2023-04-01", "2023-04-02"]),
        (2023, 4, 2, ["2023-04-03"]),
    ]


def front(*dates, budget):
    return [row.id for row in page_out(by_period(in_order(map(event, dates))), lambda _: 100, budget).front.events]


def test_the_first_page_has_the_newest_years_then_months_then_events():
    assert front("2021", "2022", "2023", "2024", budget=390) == ["2022", "2023", "2024"]
    assert front("2023-01", "2023-02", "2023-03-01", "2023-03-02", "2031", budget=430) == [
        "2023-03-01",
        "2023-03-02",
        "2031",
    ]
    assert front("2023-03-01", "2023-03-02", "2023-03-03", budget=250) == ["2023-03-02", "2023-03-03"]


@given(st.lists(st.integers(1, 90)), st.integers(30, 200))
def test_rows_in_parts_are_the_same_rows_and_no_part_is_too_heavy(rows, budget):
    parts = split_rows(rows, lambda row: row, budget)

    assert [row for part in parts for row in part] == rows
    assert all(part and (sum(part) <= budget or len(part) == 1) for part in parts)
    assert all(sum(a) + b[0] > budget for a, b in pairwise(parts))
