"""The overview: everything within the frame, no two events of a lane over each other, order kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import day_number, iso_day, parse_date
from generator.layout.overview import BARS, MOST_MARKS, NARROWEST, draw_overview
from generator.layout.scale import scale_of
from generator.model.event import Event
from generator.model.order import in_order
from generator.model.settings import Period
from generator.model.text import Text


def event(name, date, kind="talks"):
    return Event(id=name, title=Text.of(name, "en"), date=parse_date(date), date_written=date, type=kind)


def events(*dates):
    return in_order([event(f"e{number}", date) for number, date in enumerate(dates)])


def overview(*given, **options):
    drawn = draw_overview(*given, **options)
    assert drawn is not None
    return drawn


far = st.integers(-4_000_000, 4_000_000).map(iso_day)
near = st.integers(738_000, 738_060).map(iso_day)
coarse = st.sampled_from(
    ["2021", "1949~", "199X", "2020-21", "2021-02", "-0430", "Y12000", "../2021-05-01", "[2020-12-01..]"]
)
timed = st.sampled_from(["2021-03-01T10:00Z", "2021-03-01T10:05Z", "2021-03-01T23:59Z"])
spans = st.tuples(st.integers(738_000, 738_400), st.integers(1, 90)).map(
    lambda row: f"{iso_day(row[0])}/{iso_day(row[0] + row[1])}"
)
ongoing = st.integers(738_000, 738_400).map(lambda day: f"{iso_day(day)}/..")
dates = st.lists(st.one_of(near, near, far, coarse, timed, spans, ongoing), min_size=1, max_size=40)


@given(dates)
def test_everything_stands_within_the_frame_and_no_two_of_a_lane_overlap(written):
    drawn = overview(events(*written), knowledge_day=738_030)

    for group in drawn.groups:
        free = [0.0] * group.lanes
        for mark in sorted(group.marks, key=lambda mark: mark.start):
            assert 0 <= mark.start <= mark.end <= 1
            assert 0 <= mark.lane < group.lanes
            assert mark.start >= free[mark.lane]
            free[mark.lane] = mark.start + max(NARROWEST, 0 if mark.shape == "dot" else mark.end - mark.start)
        for bar in group.bars:
            assert 0 <= bar.start < bar.end <= 1
            assert 0 < bar.height <= 1
    assert sum(len(group.marks) + sum(bar.count for bar in group.bars) for group in drawn.groups) == len(written)
    assert all(0 <= drawn.scale.place(tick.day) <= 1 for tick in drawn.scale.ticks)
    assert drawn.knowledge is None or 0 <= drawn.knowledge <= 1


@given(st.lists(st.integers(-2_000_000, 2_000_000), min_size=1, max_size=60), st.integers(0, 5_000))
def test_what_is_later_never_stands_before(days, rest):
    starts = sorted(map(float, days))
    scale = scale_of(starts, starts[-1] + rest)

    places = [scale.place(day) for day in starts]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1
    assert list(scale.days) == sorted(set(scale.days))
    assert list(scale.places) == sorted(set(scale.places))


def test_events_all_over_a_time_stand_on_a_straight_scale():
    drawn = overview(events(*(f"{year}-06-01" for year in range(1950, 2020))))

    assert len(drawn.scale.days) == 2
    assert drawn.scale.breaks == ()
    assert [tick.year for tick in drawn.scale.ticks] == list(range(1950, 2021, 10))


def test_a_crowd_far_from_the_first_event_has_room_and_the_empty_time_between_is_a_break():
    crowd = [f"2023-{month:02d}-{day:02d}" for month in (3, 4) for day in range(1, 29, 2)]
    drawn = overview(events("1949-04-04", *crowd))
    (group,) = drawn.groups

    assert drawn.scale.breaks
    shown = {mark.event.date_written: mark.start for mark in group.marks}
    assert shown["2023-04-27"] - shown["2023-03-01"] > 0.5


def test_more_events_than_there_is_room_for_are_drawn_as_density():
    many = events(*(iso_day(day_number(1980, 1, 1) + 3 * number) for number in range(10_000)))
    drawn = overview(many)
    (group,) = drawn.groups

    assert group.marks == ()
    assert 0 < len(group.bars) <= BARS
    assert sum(bar.count for bar in group.bars) == 10_000
    assert max(bar.height for bar in group.bars) == 1
    assert len(many) > MOST_MARKS


def test_an_event_stands_in_each_of_its_groups_and_the_fullest_group_comes_first():
    rows = events("2023-01-01", "2023-02-01", "2023-03-01")
    drawn = overview(rows, grouping={"e0": ("a", "b"), "e1": ("b",), "e2": ()})

    assert [(group.key, [mark.event.id for mark in group.marks]) for group in drawn.groups] == [
        ("b", ["e0", "e1"]),
        ("a", ["e0"]),
    ]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [("2023-01-01/2023-03-31", 0.0, 0.5), ("../2023-06-30", 0.0, 1.0), ("2024/2025", None, None)],
)
def test_a_period_stands_behind_the_time_it_covers(date, start, end):
    rows = events(*(f"2023-{month:02d}-15" for month in range(1, 7)))
    drawn = overview(rows, [Period("p", Text.of("P", "en"), parse_date(date))])

    found = [(round(band.start, 1), round(band.end, 1)) for band in drawn.bands]
    assert found == ([] if start is None else [(start, end)])


def test_a_site_without_events_has_no_overview():
    assert draw_overview([]) is None


def test_events_of_no_group_that_is_shown_stand_in_a_last_one_where_it_is_asked_for():
    chosen = events("2021-01", "2021-02", "2021-03", "2021-04")
    grouping = {"e0": ("lake",), "e1": (), "e2": ("lake", "town")}

    drawn = overview(chosen, grouping=grouping, rest="others")
    without = overview(chosen, grouping=grouping)

    stood = [(group.key, [mark.event.id for mark in group.marks]) for group in drawn.groups]
    assert stood == [("lake", ["e0", "e2"]), ("town", ["e2"]), ("others", ["e1", "e3"])]
    assert [group.key for group in without.groups] == ["lake", "town"]


@given(dates, st.integers(1, 30))
def test_with_such_a_group_every_event_is_in_the_picture(written, groups):
    chosen = events(*written)
    grouping = {event.id: (f"g{number % groups}",) for number, event in enumerate(chosen) if number % 3}

    drawn = overview(chosen, grouping=grouping, rest="others")

    stood = sum(len(group.marks) + sum(bar.count for bar in group.bars) for group in drawn.groups)
    assert stood == len(chosen)  # each is in one group
    assert sum(group.key == "others" for group in drawn.groups) <= 1
