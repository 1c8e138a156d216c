"""Which events stand in which calendar, and what each says."""

import pytest

TALKS = "title: Talks\ndate: 2023-04-04\nactors: [Osterbay, Westmark]\n"


def titles(calendar):
    return [event["summary"] for event in calendar.components]


def days(event):
    ends = [event[name] for name in ("dtstart", "dtend") if name in event.properties]
    return event.properties["dtstart"][0].type, *ends


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2023-04-04", ("date", "2023-04-04", "2023-04-05")),
        ("2023-12-30/2023-12-31", ("date", "2023-12-30", "2024-01-01")),
        ("1601-01-01", ("date", "1601-01-01", "1601-01-02")),
        ("9999-12-30", ("date", "9999-12-30", "9999-12-31")),
        ("2023-04-04T10:30+02:00", ("date-time", "2023-04-04T08:30:00Z")),
        ("2023-04-04T22:30-05:00", ("date-time", "2023-04-05T03:30:00Z")),
    ],
)
def test_an_event_stands_on_its_days_and_a_time_in_utc(calendar, date, found):
    (event,) = calendar({"a": f"title: A\ndate: {date}\n"}).components

    assert days(event) == found


def test_a_time_without_an_offset_is_on_the_clocks_of_the_site(calendar):
    site = "title: x\nid: tag:lake.example,2024:talks\ntime_zone: Europe/Zurich\n"

    (event,) = calendar({"a": "title: A\ndate: 2023-07-04T10:30\n"}, site=site).components

    assert days(event) == ("date-time", "2023-07-04T08:30:00Z")


@pytest.mark.parametrize(
    "date",
    [
        *(
            "2023-04",
            "2023",
            "202X",
            "2023-21",
            "2023-04-04~",
            "2023-04-04?",
            "2023-04-XX",
            "2023-04-04/..",
            "/2023-04-04",
        ),
        *("[2023-04-01..2023-04-04]", "2023-04-04/2023-05", "2023-04-04/2023-04-06~", "1600-12-31", "-0430-01-01"),
        *("9999-12-31", "+12000-01-01", "1601-01-01T00:30+02:00"),
    ],
)
def test_what_is_not_known_to_the_day_or_out_of_reach_stands_in_none_and_is_counted(built, date):
    outcome = built({"a": f"title: A\ndate: '{date}'\n", "b": TALKS})

    assert outcome.undated == 1
    assert b"SUMMARY;LANGUAGE=en:A\r\n" not in outcome.files["timeline.ics"]


def test_what_is_to_come_is_chosen_by_its_status(calendar):
    statuses = ("announced", "planned", "postponed", "cancelled", "held", "reported")
    events = {name: f"title: {name}\ndate: 2024-01-0{day}\nstatus: {name}\n" for day, name in enumerate(statuses, 1)}

    assert titles(calendar(events, path="upcoming.ics")) == [
        "announced", "planned", "Postponed: postponed", "Cancelled: cancelled",
    ]  # fmt: skip
    assert len(calendar(events).components) == 6


def test_what_the_newest_source_is_older_than_comes_first_and_then_what_should_have_been_the_last_first(calendar):
    events = {
        "a": "title: a\ndate: 2023-01-01\nstatus: planned\n",
        "b": "title: b\ndate: 2023-02-01\nstatus: planned\n",
        "c": "title: c\ndate: 2023-06-01\nstatus: planned\nsources: [{title: A report, date: 2023-03-01}]\n",
        "d": "title: d\ndate: 2023-07-01\nstatus: planned\n",
    }

    assert titles(calendar(events, path="upcoming.ics")) == ["c", "d", "b", "a"]


def test_nothing_to_come_is_a_calendar_all_the_same(calendar):
    assert calendar({"a": TALKS}, path="upcoming.ics").components == ()


def test_what_is_to_come_stays_under_a_megabyte_and_loses_what_is_furthest(built, calendar):
    words = "Слова об озере и о пароме. " * 10
    rows = [
        f"- {{id: e{n}, title: T{n} {words}, date: {1700 + n}-01-01, status: planned, summary: {words}}}"
        for n in range(1500)
    ]
    content = built({"all": "\n".join(rows)}).files["upcoming.ics"]

    assert 990_000 < len(content) <= 1_000_000
    found = [title.split()[0] for title in titles(calendar({"all": "\n".join(rows)}, path="upcoming.ics"))]
    assert found == [f"T{n}" for n in range(len(found))]
    assert 500 < len(found) < 1500


def test_an_actor_has_a_calendar_of_its_events_alone(calendar, built):
    events = {
        "a": TALKS,
        "b": "title: B\ndate: 2024-01-01\nactors: [Westmark]\n",
        "c": "title: C\ndate: 2024\nactors: [Norr]\n",
    }

    assert titles(calendar(events, path="actors/osterbay/timeline.ics")) == ["Talks"]
    assert titles(calendar(events, path="actors/westmark/timeline.ics")) == ["Talks", "B"]
    assert "actors/norr/timeline.ics" not in built(events).files


@pytest.mark.parametrize(
    ("status", "told", "title"),
    [
        ("announced", "TENTATIVE", "Talks"),
        ("planned", "CONFIRMED", "Talks"),
        ("postponed", "TENTATIVE", "Postponed: Talks"),
        ("cancelled", "CANCELLED", "Cancelled: Talks"),
        ("held", "CONFIRMED", "Talks"),
        ("retracted", "CANCELLED", "Retracted: Talks"),
    ],
)
def test_a_status_is_told_and_stands_in_the_title_where_programs_would_hide_it(calendar, status, told, title):
    why = "corrections: [{date: 2024-01-01, what: withdrawn, why: It was wrong}]\n" if status == "retracted" else ""

    (event,) = calendar({"a": f"title: Talks\ndate: 2023-04-04\nstatus: {status}\n{why}"}).components

    assert (event["status"], event["summary"]) == (told, title)
    assert event["transp"] == "TRANSPARENT"


SOURCES = """\
title: Talks
date: 2023-04-04
sources:
  - {title: one, date: 2023-01-01, says: {date: 2023-03-01, status: planned}}
  - {title: the same, date: 2023-01-02, says: {date: 2023-03-01, status: planned}}
  - {title: another day, date: 2023-01-03, says: {date: 2023-03-09}}
  - {title: put off, date: 2023-02-01, says: {status: postponed}}
  - {title: denied, date: 2023-02-02, says: {status: denied}}
  - {title: both at once, date: 2023-03-01, says: {date: 2023-04-04, status: planned}}
"""


def test_the_sequence_counts_the_claims_that_changed_date_or_status(calendar):
    (event,) = calendar({"a": SOURCES}).components

    assert event["sequence"] == 3


def test_an_entry_is_as_new_as_its_newest_claim_or_change(calendar):
    (event,) = calendar({"a": SOURCES}).components
    assert event["dtstamp"] == event["last-modified"] == "2023-03-01T00:00:00Z"

    (event,) = calendar({"a": f"{SOURCES}updated: 2025-05-05\n"}).components
    assert event["dtstamp"] == event["last-modified"] == "2025-05-05T00:00:00Z"


def test_an_entry_that_nothing_dates_has_a_stamp_and_no_change(calendar):
    (event,) = calendar({"a": TALKS}).components

    assert event["dtstamp"] == "1970-01-01T00:00:00Z"
    assert "last-modified" not in event.properties


def test_an_earlier_day_has_the_calendar_of_that_day(calendar):
    first = calendar({"a": SOURCES}, as_of="2023-02-01", path="upcoming.ics")

    assert titles(first) == ["Postponed: Talks"]
    assert days(first.components[0]) == ("date", "2023-03-09", "2023-03-10")
    assert first["x-wr-caldesc"] == "As known on 1 February 2023."


def test_an_entry_tells_its_place_its_type_and_the_beginning_of_its_summary(calendar):
    words = "the **lake** & [its ferry](https://a.example/), " * 12
    text = f"{TALKS}place: Lake House; east wing\ntype: talks\ntopics: [Fishing, rights]\nsummary: Of {words}\n"

    (event,) = calendar({"a": text}, site="title: x\nbase_url: https://lake.example/\n").components

    assert event["location"] == "Lake House; east wing"
    assert [row.values for row in event.properties["categories"]] == [["Talks"], ["Fishing"], ["rights"]]
    assert event["description"].startswith("Of the lake & its ferry, the lake & its ferry,")
    assert event["description"].endswith("…")
    assert len(event["description"]) <= 201
    assert event["url"] == "https://lake.example/events/a/"
