"""The form of calendars, their ids, and what leads to them."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from tests.calendars.conftest import read_calendar

ROOT = Path(__file__).parents[2]
TALKS = {"talks": "title: {en: Talks, fr: Pourparlers}\ndate: 2023-04-04\nactors: [Osterbay]\nstatus: planned\n"}
ODD = "A; b, c: \\d \\n é \U0001f6a2 " * 6


def ids(calendar):
    return [event["uid"] for event in calendar.components]


@pytest.mark.parametrize("folder", [".", "examples/osterbay"])
def test_calendars_of_real_dossiers_are_read_by_two_programs(folder):
    files = build(read_sources(ROOT / folder), shipped_templates()).files
    found = {path: content for path, content in files.items() if path.endswith(".ics")}

    assert len(found) > 3
    for path, content in found.items():
        calendar = read_calendar(content)
        assert len(set(ids(calendar))) == len(calendar.components)
        assert len(calendar.components) or path.endswith("upcoming.ics")
        assert [event["uid"] for event in Calendar.from_ical(content).events] == ids(calendar)


def test_lines_end_in_crlf_are_folded_and_lose_no_character(built, calendar):
    events = {"odd": f"title: '{ODD}'\ndate: 2023-04-04\n"}
    content = built(events).files["timeline.ics"]

    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() == line.decode().strip("\r\n") for line in lines)  # none is cut within a character
    assert calendar(events).components[0]["summary"] == ODD.strip()


def test_a_calendar_says_its_name_and_when_to_ask_again(calendar):
    site = "title: The lake talks\nid: tag:lake.example,2024:talks\ndescription: One lake.\nnotice: All invented.\n"
    names = {
        "timeline.ics": "The lake talks",
        "upcoming.ics": "The lake talks: to come",
        "actors/osterbay/timeline.ics": "The lake talks: Osterbay",
    }

    for path, name in names.items():
        found = calendar(TALKS, path=path, site=site)
        assert found["x-wr-calname"] == found["name"] == name
        assert found["x-wr-caldesc"] == found["description"] == "One lake. All invented."
        assert found["version"] == "2.0"
        assert found["prodid"] == "-//Dateline//Dateline//EN"
        (refresh,) = found.properties["refresh-interval"]
        assert (refresh.type, refresh.values, found["x-published-ttl"]) == ("duration", ["P1D"], "P1D")


def test_an_event_has_one_id_in_all_calendars_wherever_the_site_stands_and_whatever_it_is_called(calendar):
    site = "title: The lake talks\nid: tag:lake.example,2024:talks\n"
    paths = ("timeline.ics", "upcoming.ics", "actors/osterbay/timeline.ics")

    for path in paths:
        assert ids(calendar(TALKS, path=path, site=site)) == ["tag:lake.example,2024:talks/events/talks/"]
    renamed = {"parley": f"{TALKS['talks']}aliases: [talks]\n"}
    assert ids(calendar(renamed, site=f"{site}base_url: https://b.example/\n")) == ids(calendar(TALKS, site=site))


def test_a_site_with_neither_id_nor_address_shares_its_ids_with_no_other(calendar):
    one, other = (ids(calendar(TALKS, site=f"title: {title}\n"))[0] for title in ("One", "Other"))

    assert one != other
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one)


def test_each_language_has_its_calendars(calendar, built):
    site = "title: {en: Talks, fr: Pourparlers}\nid: tag:lake.example,2024:talks\nlanguages: [en, fr]\n"
    found = calendar(TALKS, path="fr/upcoming.ics", site=site)

    assert found["x-wr-calname"] == "Pourparlers\u00a0: à venir"
    (summary,) = found.components[0].properties["summary"]
    assert (summary.values, summary.parameters) == (["Pourparlers"], {"language": "fr"})
    assert {path for path in built(TALKS, site=site).files if path.endswith(".ics")} == {
        f"{prefix}{name}"
        for prefix in ("", "fr/")
        for name in ("upcoming.ics", "timeline.ics", "actors/osterbay/timeline.ics")
    }


LINKS = re.compile(r'href="([^"]*\.ics)" type="text/calendar">([^<]*)</a>')


def test_the_chronology_and_the_pages_of_actors_lead_to_calendars(built):
    files = built({**TALKS, "b": "title: B\ndate: 2024\nactors: [Norr]\n"}).files

    assert LINKS.findall(files["index.html"].decode()) == [
        ("./upcoming.ics", "What is to come"),
        ("./timeline.ics", "The whole chronology"),
    ]
    words = "These events as a calendar to subscribe to or to download (iCalendar)"
    found = LINKS.findall(files["actors/osterbay/index.html"].decode())
    assert found == [("../../actors/osterbay/timeline.ics", words)]
    assert LINKS.findall(files["actors/norr/index.html"].decode()) == []


def test_ids_with_letters_of_any_script_have_calendars_where_their_links_lead(built):
    files = built({"a": "title: A\ndate: 2023-04-04\nactors: [الأردن]\n"}).files
    (path,) = (path for path in files if re.fullmatch(r"actors/.+/timeline\.ics", path))

    assert path.replace("timeline.ics", "index.html") in files
    ((address, _),) = LINKS.findall(files[path.replace("timeline.ics", "index.html")].decode())
    assert unquote(address) == f"../../{path}"


@pytest.mark.parametrize(
    ("events", "site"), [(TALKS, "title: x\noutputs: [json]\n"), ({"a": "title: A\ndate: 2024\n"}, "title: x\n")]
)
def test_where_none_is_asked_for_or_no_event_can_stand_in_one_there_are_no_calendars(built, events, site):
    outcome = built(events, site=site)

    assert not [path for path in outcome.files if path.endswith(".ics")]
    assert "text/calendar" not in outcome.files["index.html"].decode()
    assert outcome.undated == (None if "outputs" in site else 1)


def test_a_build_counts_what_no_calendar_can_hold(site):
    site.write("content/events/a.yaml", "title: A\ndate: 2024\n")
    site.write("site.yaml", "title: x\nbase_url: https://lake.example/\n")
    assert re.search(r", \d+\.\d\d s; 1 event in no calendar\n$", site.build().stdout)

    site.write("content/events/a.yaml", "title: A\ndate: 2024-01-01\n")
    assert re.search(r", \d+\.\d\d s\n$", site.build().stdout)
