"""A site as of a day is the same site as one from which everything later was taken away before."""

import json
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.check.options import Options
from generator.check.site import check
from generator.dates import DateError, iso_day, parse_date, parse_day, span_of
from generator.model.knowledge import is_overdue

DAY = parse_day("2023-01-04")  # as of which sites are told; what happens and what is said lies around it

days = st.integers(1, 8).map("2023-01-{:02d}".format)
dates = st.one_of(
    days, days, st.sampled_from(["2023-01", "2022", "2023-01-02/2023-01-05", "2023-01-03/..", "../2023-01-03"])
)
claims = st.fixed_dictionaries(
    {}, optional={"status": st.sampled_from(["planned", "held", "reported", "cancelled", "denied"]), "date": dates}
).filter(bool)
rows = st.one_of(
    st.fixed_dictionaries({"title": st.just("Paper")}, optional={"date": days, "released": days, "says": claims}),
    st.fixed_dictionaries({"article": st.sampled_from(["a0", "a1"])}, optional={"says": claims}),
    st.fixed_dictionaries({"source": st.just("act")}, optional={"says": claims}),
)
names = st.sampled_from(["India", "INDIA", "india", "Nepal"])
CHANGES = st.lists(st.fixed_dictionaries({"date": days, "what": st.just("the place")}), max_size=2)


@st.composite
def sites(draw):
    """The fields of a few events on crowded days, those of articles and of a shared source."""
    events: dict[str, dict[str, object]] = {}
    for index in range(draw(st.integers(1, 5))):
        earlier = sorted(events)
        event = {"title": f"Event {index}", "actors": draw(names), "place": draw(names), "topics": draw(names)}
        if draw(st.booleans()):
            event |= {"date": draw(dates), "sources": draw(st.lists(rows, max_size=3)), "corrections": draw(CHANGES)}
            event |= draw(st.fixed_dictionaries({}, optional={"status": st.just("held"), "updated": days}))
        for link in ("part_of", "after", "related", "supersedes"):
            if earlier and draw(st.booleans()):
                event[link] = draw(st.sampled_from(earlier))
        events[f"e{index}"] = event
    return {
        "events": events,
        "articles": {name: {"title": name, "date": draw(days)} for name in ("a0", "a1")},
        "shared": {"act": {"title": "Act", "date": draw(days)}},
    }


def files_of(site):
    """The site's files. JSON is YAML."""
    files = {"site.yaml": "title: x", "content/sources.yaml": json.dumps(site["shared"])}
    files |= {f"content/events/{name}.yaml": json.dumps(event) for name, event in site["events"].items()}
    files |= {f"content/articles/{name}.md": f"---\n{json.dumps(a)}\n---\nText" for name, a in site["articles"].items()}
    return {path: text.encode() for path, text in files.items()}


def last_day(fields):
    written = fields.get("released") or fields.get("date")
    return parse_date(written).latest if written else None


def known_from(row, site):
    described = site["articles"].get(row.get("article")) or site["shared"].get(row.get("source")) or row
    return last_day(described)


def is_later(day):
    return day is not None and day > DAY


def date_then(name, site):
    """The date of an event by what was known: its last claim's, its own, or the span of the parts that were known."""
    event = site["events"][name]
    said = [
        (known_from(row, site), row["says"]["date"])
        for row in event.get("sources", [])
        if row.get("says", {}).get("date") and known_from(row, site) and not is_later(known_from(row, site))
    ]
    if said:
        return parse_date(max(reversed(said), key=lambda claim: claim[0])[1])  # of ties the last in the file
    if "date" in event:
        return parse_date(event["date"])
    return span_of(date_then(part, site) for part in parts_of(name, site) if was_known(part, site))


def parts_of(name, site):
    return [part for part, event in site["events"].items() if event.get("part_of") == name]


def was_known(name, site):
    event = site["events"][name]
    known = [day for row in event.get("sources", []) if (day := known_from(row, site)) is not None]
    if known:
        return min(known) <= DAY
    if "date" not in event and not any(was_known(part, site) for part in parts_of(name, site)):
        return False
    date = date_then(name, site)
    return (date.latest if date.latest is not None else date.earliest) <= DAY


def without_anything_later(site):
    """The site as its author had it on the day."""
    then = deepcopy(site)
    there = {name for name in site["events"] if was_known(name, site)}
    then["events"] = {name: event for name, event in then["events"].items() if name in there}
    for event in then["events"].values():
        event["sources"] = [row for row in event.get("sources", []) if not is_later(known_from(row, site))]
        event["corrections"] = [row for row in event.get("corrections", []) if not is_later(last_day(row))]
        if is_later(last_day({"date": event.get("updated")})):
            del event["updated"]
        for link in ("part_of", "after", "related", "supersedes"):
            if event.get(link) not in there:
                event.pop(link, None)
    for kind in ("articles", "shared"):
        then[kind] = {name: row for name, row in site[kind].items() if not is_later(last_day(row))}
    return then


@given(sites())
def test_a_site_as_of_a_day_is_the_site_without_anything_later(site):
    checked = check(files_of(site))
    assume(checked.site is not None)  # events without a date and without parts
    try:
        then = without_anything_later(site)
    except DateError:
        assume(condition=False)  # parts that leave an event neither a first day nor a last

    whole = check(files_of(site), Options(as_of=DAY)).site
    kept = check(files_of(then), Options(as_of=DAY)).site

    assert whole is not None
    assert kept is not None
    assert replace(whole, media=None) == replace(kept, media=None)


@pytest.fixture
def as_of():
    """The one event of a site as of the day, or None."""

    def run(text, day=DAY):
        sources = {"site.yaml": b"title: x\n", "content/events/talks.yaml": text.encode()}
        checked = check(sources, Options(as_of=day))
        assert checked.site
        return next(iter(checked.site.events), None)

    return run


@pytest.mark.parametrize(
    ("date", "source", "is_there"),
    [
        ("2023-01-20", "{title: x, date: 2023-01-04}", True),
        ("2023-01-01", "{title: x, date: 2023-01-05}", False),
        ("2023-01-01", "{title: x, date: 2023-01}", False),
        ("2023-01-01", "{title: x, date: 2023-01-01, released: 2023-01-05}", False),
        ("2023-01-04", "{title: x}", True),
        ("2023-01-05", "{title: x}", False),
        ("2023-01", "{title: x}", False),
        ("2023-01-03/..", "{title: x}", True),
        ("2023-01-05/..", "{title: x}", False),
        ("../2023-01-04", "{title: x}", True),
        ("2023-01-01", "[{title: x}, {title: y, date: 2023-01-05}]", False),
    ],
)
def test_an_event_is_there_once_a_source_is_known_or_else_by_its_last_day(as_of, date, source, is_there):
    assert (as_of(f"title: Talks\ndate: {date}\nsources: {source}\n") is not None) is is_there


PLAN = """
title: Talks
date: 2023-01-09
status: held
updated: 2023-01-10
corrections: [{date: 2023-01-03, what: the place}, {date: 2023-01-10, what: the day}]
sources:
  - {title: c, date: 2023-01-04, says: {status: cancelled}}
  - {title: a, date: 2023-01-02, says: {date: 2023-01-07, status: planned}}
  - {title: d, date: 2023-01-04, says: {status: postponed}}
  - {title: e, date: 2023-01-10, says: {date: 2023-01-09, status: held}}
  - {title: f, says: {date: 2023-01-08, status: held}}
"""


def test_status_and_date_come_each_from_the_last_known_claim_that_gives_it(as_of):
    event = as_of(PLAN)

    assert (event.status, event.date.edtf, event.date_written, event.hindsight) == (
        "postponed",
        "2023-01-07",
        "2023-01-07",
        (),
    )


def test_what_came_later_is_gone(as_of):
    event = as_of(PLAN)

    assert [citation.source.title.first for citation in event.citations] == ["c", "a", "d"]
    assert [row.date.edtf for row in event.corrections] == ["2023-01-03"]
    assert event.updated is None


def test_where_no_known_claim_gives_them_they_are_todays_judgement_and_say_so(as_of):
    event = as_of("title: Talks\ndate: 2023-01-09\nstatus: held\nsources: {title: x, date: 2023-01-01}\n")

    assert (event.status, event.date.edtf, event.hindsight) == ("held", "2023-01-09", ("status", "date"))


def test_a_status_that_only_a_later_claim_gives_is_not_known_yet(as_of):
    event = as_of(
        "title: Talks\ndate: 2023-01-09\nsources:\n"
        "- {title: x, date: 2023-01-01}\n- {title: y, date: 2023-01-08, says: {status: cancelled}}\n"
    )

    assert (event.status, event.hindsight) == ("reported", ("status", "date"))


def test_an_event_without_a_dated_source_says_that_it_counts_as_known(as_of):
    assert as_of("title: Talks\ndate: 2023-01-02\n").hindsight == ("known", "status", "date")


def test_sources_that_contradict_each_other_only_later_do_not_yet(as_of):
    text = (
        "title: Talks\ndate: 2023-01-02\nsources:\n"
        "- {title: x, date: 2023-01-03, says: {status: held}}\n- {title: y, date: 2023-01-05, says: {status: denied}}\n"
    )

    assert not as_of(text).is_contradicted
    assert as_of(text, DAY + 1).is_contradicted


@pytest.fixture
def site():
    """The site of events by their files' names."""

    def run(events, **options):
        files = {f"content/events/{name}.yaml": text.encode() for name, text in events.items()}
        checked = check({"site.yaml": b"title: x\n", **files}, Options(**options))
        assert checked.site
        return checked.site

    return run


def test_events_stand_in_the_order_of_the_dates_that_they_had(site):
    moved = {
        "a": "title: A\ndate: 2023-01-01\nsources: {title: x, date: 2023-01-01, says: {date: 2023-02}}\n",
        "b": "title: B\ndate: 2023-01-02\n",
    }

    assert [event.id for event in site(moved).events] == ["a", "b"]
    assert [event.id for event in site(moved, as_of=DAY).events] == ["b", "a"]


@pytest.mark.parametrize(
    ("fields", "newest"),
    [
        ("sources: [{title: x, date: 2023-03-01}, {title: y, date: 2023-02}]", "2023-03-01"),
        ("sources: {title: x, date: 2023-03-01, released: 2024-03-01, accessed: 2025-01-01}", "2024-03-01"),
        ("updated: 2023-05-01\ncorrections: [{date: 2023-04-01, what: x}]", "2023-05-01"),
    ],
)
def test_the_knowledge_day_is_the_newest_day_of_a_source_or_a_change(site, fields, newest):
    found = site({"talks": f"title: Talks\ndate: 2030\n{fields}\n"}).knowledge_day

    assert found is not None
    assert iso_day(found) == newest


def test_a_site_in_which_nothing_is_dated_but_events_has_no_knowledge_day(site):
    assert site({"talks": "title: Talks\ndate: 2030\nsources: {title: x, accessed: 2023}\n"}).knowledge_day is None


@pytest.mark.parametrize(
    ("status", "date", "overdue"),
    [
        ("planned", "2023-01-03", True),
        ("announced", "2023-01-03", True),
        ("postponed", "2023-01-03", True),
        ("planned", "2023-01-04", False),
        ("planned", "2023-01", False),
        ("planned", "2023-01-01/..", False),
        ("held", "2023-01-03", False),
        ("cancelled", "2023-01-03", False),
    ],
)
def test_a_plan_is_overdue_once_its_last_day_is_before_the_knowledge_day(site, status, date, overdue):
    event = f"title: Talks\ndate: {date}\nstatus: {status}\nsources: {{title: x, date: 2023-01-04}}\n"
    found = site({"talks": event})

    assert is_overdue(found.events[0], found.knowledge_day) is overdue
