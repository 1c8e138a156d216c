"""The overview as it is drawn: small, at any number of events, in the site's language and grouping."""

import re

import pytest

from generator.cli.shipped import shipped_templates
from generator.dates import day_number, iso_day, parse_date
from generator.layout.overview import MOST_MARKS
from generator.model.event import Event
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text
from generator.model.vocabulary import TYPES as SHIPPED
from generator.plan.frame import Linked
from generator.plan.framing import Framing
from generator.plan.overview import tell_overview
from generator.plan.telling import Telling
from generator.render.environment import make_environment
from tests.few_events import builder

TYPES = ("talks", "visit", "statement", "decision", "agreement", "meeting")
build = builder("title: T\n")
TEMPLATES = {name: content.decode() for name, content in shipped_templates().items() if name.endswith(".html")}


def overview(events, language="en", **settings):
    site = Site(settings=Settings(Text.of("T", "en"), **settings), events=tuple(events))
    framing = Framing(Telling(site, language, {}), Linked())
    return tell_overview(framing, lambda event: f"#{event.id}")


def drawn(view):
    environment = make_environment(TEMPLATES, "en")
    return environment.get_template("parts/overview.html").render(overview=view)


def event(number, date, **fields):
    kind = TYPES[number % len(TYPES)]
    title = Text.of(f"Event number {number} of a long chronology", "en")
    return Event(id=f"e{number:05d}", title=title, date=parse_date(date), date_written=date, type=kind, **fields)


def crowd(count):
    days = (day_number(1980, 1, 1) + number * 15_000 // count for number in range(count))
    return [event(number, iso_day(day), is_key=number % 97 == 0) for number, day in enumerate(days)]


@pytest.mark.parametrize("grouping", ["together", "type"])
@pytest.mark.parametrize("count", [MOST_MARKS, 10_000])
def test_the_picture_is_at_most_60_kilobytes_however_many_events_there_are(count, grouping):
    html = drawn(overview(crowd(count), overview=grouping))

    assert 2_000 < len(html.encode()) <= 60_000


def test_each_type_has_its_lanes_under_its_name():
    view = overview([event(0, "2023-01-01"), event(1, "2023-02-01"), event(6, "2023-03-01")], overview="type")

    assert [name.text for name in view.names] == ["Talks", "Visit"]
    heights = {mark.words: mark.y for mark in view.marks}
    assert heights["1 January 2023: Event number 0 of a long chronology"] < view.names[1].y


def test_a_main_event_is_named_and_a_line_leads_to_its_mark():
    view = overview([event(0, "2023-01-01", is_key=True), event(1, "2023-02-01")])

    (label,) = view.labels
    (key,) = (mark for mark in view.marks if mark.is_key)
    assert label.text == "Event number 0 of a long chronology"
    assert label.x == key.x
    assert label.y < label.foot < key.y


def test_ticks_name_a_year_once_and_then_only_months():
    view = overview([event(number, f"2023-{number:02d}-15") for number in range(1, 13)])

    assert [tick.text for tick in view.ticks][:4] == ["Feb 2023", "Mar", "Apr", "May"]


def test_ticks_speak_the_language_of_the_page():
    rows = [event(number, f"-{430 - number:04d}") for number in range(1, 60, 2)]

    told = [tick.text for tick in overview(rows, "fr").ticks if tick.text]
    assert len(told) > 3
    assert all(re.fullmatch(r"\d+ av\. J\.-C\.", text) for text in told)


def test_a_site_without_events_has_no_picture():
    assert overview([]) is None


def test_the_name_of_a_late_period_stands_out_of_it_to_the_left_on_a_telephone(site):
    site.write("content/events/old.yaml", "title: Old\ndate: 2020-01-05\n")
    site.write("site.yaml", "title: NATO and India\nperiods:\n  - {name: A spring of talks, date: 2023-03/2023-04}\n")
    assert site.run("build", str(site.root)).code == 0

    page = (site.root / "output/index.html").read_text(encoding="utf-8")

    assert re.search(r'<text class="narrow"[^>]* text-anchor="end" lang="en">A spring of talks</text>', page)


@pytest.mark.parametrize("way", ["together", "type", "actor", "topic", "place"])
def test_no_event_is_lost_from_the_overview_of_a_site(way):
    kinds = enumerate((kind.id for kind in SHIPPED[:13]), start=1)
    events = {f"e{day:02d}": f"title: E\ndate: 2023-04-{day:02d}\ntype: {kind}\n" for day, kind in kinds}
    events["e01"] += "actors: [NATO]\ntopics: [talks]\nplace: Vilnius\n"

    page = build(events, site=f"title: T\noverview: {way}\n").files["index.html"].decode()

    figure = page[page.index('<figure class="overview') : page.index("</figure>")]
    assert sorted(re.findall(r'<a href="#(e\d\d)"', figure)) == sorted(events)
    assert (">Other events</text>" in figure) == (way != "together")


def test_groups_that_hold_all_events_leave_no_others():
    events = {"one": "title: One\ndate: 2023\ntype: talks\n", "two": "title: Two\ndate: 2024\ntype: visit\n"}

    page = build(events, site="title: T\noverview: type\n").files["index.html"].decode()

    assert "Other events" not in page
