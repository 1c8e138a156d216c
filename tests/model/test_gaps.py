"""Silences between events, and between those who met."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import day_number, parse_date
from generator.model.event import Event, Participation
from generator.model.gaps import gaps, longest, silences, silences_of_chronology
from generator.model.meetings import meetings
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text


def event(name, date, *actors, kind="talks", status="held", part_of=""):
    rows = tuple(Participation(actor.partition(":")[0], actor.partition(":")[2] or "participant") for actor in actors)
    title = Text.of(name, "en")
    return Event(name, title, parse_date(date), date, type=kind, status=status, actors=rows, part_of=part_of)


def on(*dates):
    return [event(f"e{number}", date) for number, date in enumerate(dates)]


def told(silence):
    return (silence.since.id, silence.until.id, silence.days) if silence else None


def of(*events, as_of=None):
    site = Site(Settings(Text.of("x", "en")), events, as_of=as_of)
    return gaps(site, meetings(site))


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["2023-04-01", "2023-04-10"], 9),
        (["2023-04-01", "2023-04-03"], 2),
        (["2023-04-01", "2023-04-02"], None),
        (["2023-04-01", "2023-04-01"], None),
        (["2023-04-01/2023-04-05", "2023-04-10"], 5),
        (["2023-04", "2023-06"], 32),
        (["2023-04-15", "2023-04"], None),
        (["2023-01-01", "2023", "2024-03-01"], 61),
        (["2022-02-24/..", "2023-04-10"], None),
        (["1950/", "2023-04-10"], None),
        (["[..2023-04-01]", "2023-04-10"], 9),
        (["2023-04-01", "[..2023-05-01]"], None),
        (["-0430-01-01", "0001-01-01"], 431 * 365 + 105),
        (["2023-04-10"], None),
        ([], None),
    ],
)
def test_a_silence_is_counted_from_date_to_date_as_far_as_it_is_certain(dates, days):
    found = longest(on(*dates))

    assert (found.days if found else None) == days


def test_a_silence_names_the_events_that_end_and_begin_next_to_it_whatever_their_order():
    found = longest(on("2023-09-01", "2023-01-01/2023-06-01", "2023-02-01"))

    assert told(found) == ("e1", "e0", 92)


def test_of_two_silences_that_are_as_long_the_first_is_told():
    assert told(longest(on("2023-01-01", "2023-01-05", "2023-01-09"))) == ("e0", "e1", 4)


def test_a_pair_is_silent_between_its_own_meetings_and_an_actor_between_all_of_its_own():
    found = of(
        event("a", "2023-01-01", "India", "Nepal"),
        event("b", "2023-03-01", "India", "Tonga"),
        event("c", "2023-06-01", "India", "Nepal"),
    )

    assert told(found.between("Nepal", "India")) == ("a", "c", 151)
    assert told(found.actors["India"]) == ("b", "c", 92)
    assert told(found.actors["Nepal"]) == ("a", "c", 151)
    assert "Tonga" not in found.actors
    assert found.between("India", "Tonga") is None


@pytest.mark.parametrize(
    "other",
    [
        event("b", "2023-03-01", "India", "Nepal:observer"),
        event("b", "2023-03-01", "India", "Nepal", kind="statement"),
        event("b", "2023-03-01", "India", "Nepal", status="planned"),
        event("b", "2023-03-01", "India", "Nepal", status="cancelled"),
        event("b", "2023-03-01", "India", "Nepal:absent"),
    ],
    ids=["observed", "no meeting", "planned", "cancelled", "absent"],
)
def test_what_counts_as_no_meeting_breaks_no_silence(other):
    found = of(event("a", "2023-01-01", "India", "Nepal"), other, event("c", "2023-06-01", "India", "Nepal"))

    assert told(found.between("India", "Nepal")) == ("a", "c", 151)


def test_a_meeting_that_holds_rounds_fills_no_silence_between_them():
    found = of(
        event("talks", "2023-01-01/2023-12-31", "India", "Nepal"),
        event("one", "2023-01-01", "India", "Nepal", part_of="talks"),
        event("two", "2023-12-31", "India", "Nepal", part_of="talks"),
    )

    assert told(found.between("India", "Nepal")) == ("one", "two", 364)
    assert told(found.actors["India"]) == ("one", "two", 364)


def test_an_actor_whose_company_is_not_named_was_at_a_meeting_all_the_same():
    found = of(event("a", "2023-01-01", "NATO"), event("b", "2023-02-01", "NATO"))

    assert (told(found.actors["NATO"]), dict(found.pairs)) == (("a", "b", 31), {})


def test_nothing_after_the_day_of_knowledge_ends_a_silence():
    events = [event("a", "2023-01-01", "India", "Nepal"), event("b", "2023-06-01", "India", "Nepal")]

    assert of(*events, as_of=day_number(2023, 5, 31)).between("India", "Nepal") is None
    assert of(*events, as_of=day_number(2023, 6, 1)).between("India", "Nepal")


def test_the_chronology_is_silent_where_nothing_happened_and_a_plan_is_nothing():
    events = (
        event("whole", "2023-01-01/2023-12-31"),
        event("a", "2023-01-01", kind="decision", part_of="whole"),
        event("plan", "2023-02-01", status="planned"),
        event("b", "2023-03-01", part_of="whole"),
        event("c", "2023-12-31", part_of="whole"),
    )

    found = silences_of_chronology(Site(Settings(Text.of("x", "en")), events))

    assert [told(silence) for silence in found] == [("b", "c", 305), ("a", "b", 59)]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2023-03-01/..", [("it", "b", 30), ("a", "it", 59)]),
        ("2023-03/", [("a", "it", 59)]),
        ("../2023-03-01", [("it", "b", 30), ("a", "it", 59)]),
        ("2023-03-01/2023-03-31", [("a", "it", 59)]),
        ("[..2023-03-01]", [("it", "b", 30), ("a", "it", 59)]),
    ],
)
def test_what_is_dated_by_one_end_alone_is_in_the_chronology_on_that_day(date, found):
    events = (event("a", "2023-01-01"), event("it", date), event("b", "2023-03-31"))

    silences = silences_of_chronology(Site(Settings(Text.of("x", "en")), events))

    assert [told(silence) for silence in silences] == sorted(found, key=lambda row: -row[2])


DAYS = st.integers(-40, 40)
DATES = st.one_of(
    DAYS.map(lambda day: _date(day, day)),
    st.tuples(DAYS, st.integers(0, 9)).map(lambda row: _date(row[0], row[0] + row[1])),
    st.sampled_from(["0001-01", "0000-12", "0001-01-15/..", "[..0000-12-01]"]).map(parse_date),
)
ACTORS = st.lists(st.sampled_from(["a", "b", "c"]), unique=True, min_size=1)


def _date(first, last):
    from generator.dates import iso_day

    return parse_date(iso_day(first) if first == last else f"{iso_day(first)}/{iso_day(last)}")


@st.composite
def sites(draw):
    rows = draw(st.lists(st.tuples(DATES, ACTORS), max_size=8))
    title = Text.of("x", "en")
    events = tuple(
        Event(f"e{n}", title, date, "", type="talks", status="held", actors=tuple(Participation(a) for a in actors))
        for n, (date, actors) in enumerate(rows)
    )
    return Site(Settings(title), events)


def touched(event, day):
    earliest, latest = event.date.earliest, event.date.latest
    return (earliest is None or earliest <= day) and (latest is None or day <= latest)


@given(sites())
def test_no_meeting_of_a_pair_can_touch_a_day_of_its_silence(site):
    met = meetings(site)
    for (one, other), silence in gaps(site, met).pairs.items():
        quiet = range(silence.first + 1, silence.last)
        assert len(quiet) == silence.days - 1 >= 1
        for event in met.of[one][other].met:
            assert not any(touched(event, day) for day in quiet)
        assert touched(silence.since, silence.first)
        assert touched(silence.until, silence.last)


@given(sites())
def test_no_run_of_days_that_surely_had_no_meeting_is_longer_than_the_longest(site):
    found = longest(site.events)
    ends = [day for event in site.events for day in (event.date.earliest, event.date.latest) if day is not None]
    days = range(min(ends), max(ends) + 1) if ends else ()
    runs, run = [0], 0
    for day in days:
        run = 0 if any(touched(event, day) for event in site.events) else run + 1
        runs.append(run)
    assert max(runs) == (found.days - 1 if found else 0)
    assert found is None or found.days == max(silence.days for silence in silences(site.events))
