"""Which events a feed has, in which order, and since when each is as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from tests.feed.conftest import SITE, event

CORRECTION = "corrections: [{date: 2024-05-01, what: The day was wrong, why: A slip}]\n"


def ids(feed):
    return [entry.id.removeprefix("https://lake.example/talks/events/").rstrip("/") for entry in feed.entries]


def days(feed):
    return [(entry.get("published", "")[:10], entry.updated[:10]) for entry in feed.entries]


def test_the_newest_change_comes_first_and_of_one_day_the_later_event(read):
    feed = read(
        {
            "old": event("2020-01-01", date="2029"),
            "early": event("2023-03-01", date="2023-04-01"),
            "late": event("2023-03-01", date="2023-04-02"),
            "new": event("2019-01-01", "2024-01-01", date="1990"),
        }
    )

    assert ids(feed) == ["new", "late", "early", "old"]
    assert feed.feed.updated == feed.entries[0].updated == "2024-01-01T00:00:00Z"


def test_the_order_does_not_depend_on_that_of_the_files(built):
    events = {f"e{number}": event(f"2023-0{number % 3 + 1}-01") for number in range(7)}

    forward = built(events).files["feed.xml"]

    assert forward == built(dict(reversed(events.items()))).files["feed.xml"] == built(events).files["feed.xml"]


def test_no_more_than_a_hundred_entries_stay_and_they_are_the_newest(read):
    events = {f"e{number:03d}": event(f"{1900 + number}-06-01") for number in range(103)}

    assert ids(read(events)) == [f"e{number:03d}" for number in range(102, 2, -1)]


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        (event("2023-03-01"), "2023-03-01", "2023-03-01"),
        (event("2023-06-01", "2023-03-01", "2023-04-01"), "2023-03-01", "2023-06-01"),
        (event("2023-03"), "2023-03-31", "2023-03-31"),
        (event("2023-03-01", more="updated: 2023-07-01\n"), "2023-03-01", "2023-07-01"),
        (event("2023-03-01", more=CORRECTION), "2023-03-01", "2024-05-01"),
        (event("2023-03-01", more=f"status: retracted\n{CORRECTION}"), "2023-03-01", "2024-05-01"),
        (event("2025-01-01", more=CORRECTION), "2025-01-01", "2025-01-01"),
        (event(date="2023-04"), "2023-04-30", "2023-04-30"),
        (event(date="2020-01-05/.."), "2020-01-05", "2020-01-05"),
        (event(date="2020-01-05", more="updated: 2021-01-01\n"), "2020-01-05", "2021-01-01"),
        (event(date="2030-01-05", more="updated: 2021-01-01\n"), "2021-01-01", "2021-01-01"),
        (event("-0044-03-15", more="updated: 2021-01-01\n"), "", "2021-01-01"),
    ],
)
def test_an_entry_is_as_new_as_the_newest_that_became_known_or_was_changed(read, text, published, updated):
    assert days(read({"talks": text})) == [(published, updated)]


def test_a_source_that_was_released_later_counts_from_then_on(read):
    text = "title: Talks\ndate: 1990\nsources: [{title: A cable, date: 1990-02-01, released: 2015-02-01}]\n"

    assert days(read({"talks": text})) == [("2015-02-01", "2015-02-01")]


def test_what_no_dated_source_tells_is_left_out_until_the_site_knows_of_that_day(read):
    known = {"known": event("2023-03-01")}
    told = event(date="2023-04-01")

    assert ids(read({**known, "told": told})) == ["known"]
    assert ids(read({**known, "told": told, "later": event("2023-04-01", date="2022")})) == ["told", "later", "known"]
    assert ids(read({"told": told})) == ["told"]


def test_what_was_last_changed_before_the_year_1_is_left_out(read):
    assert ids(read({"ides": event("-0044-03-15", date="-0044-03-15"), "talks": event("0001-01-01")})) == ["talks"]


@pytest.mark.parametrize(("events", "updated"), [({}, "0001"), ({"ides": event(date="-0044")}, "0001")])
def test_a_feed_of_nothing_is_a_feed(read, events, updated):
    feed = read(events)

    assert (feed.entries, feed.feed.updated[:4]) == ([], updated)


def test_a_feed_of_nothing_is_as_new_as_the_newest_article(read):
    article = {"content/articles/a.md": "---\ntitle: A\ndate: 2021-02-03\n---\nWords.\n"}

    assert read({}, **article).feed.updated == "2021-02-03T00:00:00Z"


def test_as_of_a_day_the_feed_is_that_of_the_day(read):
    events = {
        "talks": event("2023-03-01", "2023-06-01", more=f"status: retracted\n{CORRECTION}"),
        "later": event("2023-05-01"),
    }

    feed = read(events, as_of="2023-04-01")

    assert (ids(feed), days(feed)) == (["talks"], [("2023-03-01", "2023-03-01")])
    assert feed.feed.subtitle == "As known on 1 April 2023."
    assert "The day was wrong" not in feed.entries[0].content[0].value
    assert ids(read(events)) == ["talks", "later"]


DAYS = st.sampled_from(["2022-12-30", "2023-01-01", "2023-01-02", "2023-02", "2023"])
EVENTS = st.dictionaries(st.sampled_from("abcd"), st.lists(DAYS, max_size=3), min_size=1)


@settings(max_examples=25)  # two sites each
@given(EVENTS, st.sampled_from(["2023-01-01", "2023-01-31", "2023-12-31"]))
def test_the_feed_as_of_a_day_is_that_of_a_site_without_what_is_later(read, events, day):
    ends = {"2023-02": "2023-02-28", "2023": "2023-12-31"}
    before = {name: [known for known in rows if ends.get(known, known) <= day] for name, rows in events.items()}

    feed = read({name: event(*rows, date="2022") for name, rows in events.items()}, as_of=day)
    without = read({name: event(*rows, date="2022") for name, rows in before.items() if rows or not events[name]})

    kept = [row for row in zip(ids(feed), days(feed), strict=True) if before[row[0]]]
    assert kept == [row for row in zip(ids(without), days(without), strict=True) if before[row[0]]]
    assert [updated for _, updated in days(feed)] == sorted((updated for _, updated in days(feed)), reverse=True)
    assert all(published <= updated <= day for published, updated in days(feed))


def test_a_feed_does_not_ask_what_day_it_is(monkeypatch):
    sources = {"site.yaml": SITE.encode(), "content/events/talks.yaml": event("2023-03-01").encode()}
    before = build(sources, shipped_templates()).files["feed.xml"]
    monkeypatch.setattr("time.time", lambda: 4e9)

    assert build(sources, shipped_templates()).files["feed.xml"] == before
