"""A day asked for in the browser gives what a build as of that day gives."""

import json
import re

import pytest

from generator.build.site import prepare
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from generator.dates import iso_day, parse_date, parse_day, word_date
from tests.filters.conftest import PLANS, REPOSITORY, read_folder

SITES = {"demonstration": REPOSITORY, "plans": PLANS}
TOLD = """root => [...root.querySelectorAll('ol article.entry')].map(entry => {
  const text = selector => {
    const one = entry.querySelector(selector);
    return one ? one.textContent.replace(/\\s+/g, ' ').trim() : '';
  };
  const marker = entry.querySelector('.line .marker');
  return {
    id: entry.id, when: text('.when'), status: text('.status'), rail: text('.rail'),
    year: entry.closest('.year').querySelector('h2').textContent,
    month: (found => found.className ? '' : found.textContent)(entry.closest('.month').querySelector('h3')),
    marker: marker.getAttribute('class') + marker.children.length,
    notices: [...entry.querySelectorAll('.notice')].filter(one => !one.closest('.standing'))
        .map(one => one.textContent),
    sources: [...entry.querySelectorAll('.evidence cite')].map(one => one.textContent),
    actors: text('.actors'),
    retracted: entry.classList.contains('retracted'),
  };
})"""


def days_of_change(sources):
    """Every day on which something became known or happened, and those beside it."""
    site = prepare(sources, shipped_templates())
    assert not site.has_errors
    text = b"\n".join(sources.values()).decode()
    days = {parse_day(day) for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", text)}
    return sorted({day + step for day in days for step in (-1, 0, 1)})


@pytest.mark.parametrize("name", SITES)
def test_a_day_in_the_address_shows_what_a_build_as_of_that_day_shows(served, reader, name):
    sources = read_folder(SITES[name])
    reader.open(f"{served}{name}/")
    different: dict[str, list[object]] = {}
    for day in days_of_change(sources)[:: 1 if name == "plans" else 5]:
        html = prepare(sources, shipped_templates(), Options(as_of=day)).files["index.html"].decode()
        expected = reader.page.evaluate(f"html => ({TOLD})(new DOMParser().parseFromString(html, 'text/html'))", html)
        reader.ask({"asOf": iso_day(day)})
        found = reader.page.evaluate(f"() => ({TOLD})(document)")
        if found != expected:
            rows: list[object] = [row for row in zip(found, expected, strict=False) if row[0] != row[1]]
            different[iso_day(day)] = rows[:1] or [len(found), len(expected)]

    assert different == {}
    assert reader.page.evaluate(f"() => ({TOLD})(document)") != []


@pytest.mark.parametrize("name", SITES)
def test_a_day_in_the_address_of_a_frame_shows_what_a_build_as_of_that_day_shows(served, reader, name):
    sources = read_folder(SITES[name])
    different: dict[str, list[object]] = {}
    for day in days_of_change(sources)[:: 2 if name == "plans" else 9]:
        html = prepare(sources, shipped_templates(), Options(as_of=day)).files["embed/v1/index.html"].decode()
        expected = reader.page.evaluate(f"html => ({TOLD})(new DOMParser().parseFromString(html, 'text/html'))", html)
        reader.open(f"{served}{name}/embed/v1/?as-of={iso_day(day)}")
        found = reader.page.evaluate(f"() => ({TOLD})(document)")
        if found != expected:
            rows: list[object] = [row for row in zip(found, expected, strict=False) if row[0] != row[1]]
            different[iso_day(day)] = rows[:1] or [len(found), len(expected)]
        said = reader.page.locator(".chronology > [data-why=then]").inner_text()
        assert f"As known on {word_date(parse_date(iso_day(day)), 'en')}." in said

    assert different == {}
    assert reader.page.evaluate(f"() => ({TOLD})(document)") != []


@pytest.mark.parametrize("support", ["0", "1", "2", "3"])
def test_sources_are_counted_as_they_were_known_then(served, reader, support):
    sources = read_folder(REPOSITORY)
    reader.open(f"{served}demonstration/")
    found, expected = {}, {}
    for day in days_of_change(sources)[::6]:
        built = json.loads(prepare(sources, shipped_templates(), Options(as_of=day)).files["timeline.json"])
        rested = [event["id"] for event in built["events"] if min(event["independent_sources"], 3) == int(support)]
        reader.ask({"asOf": iso_day(day), "support": [support]})
        found[iso_day(day)], expected[iso_day(day)] = reader.shown, rested

    assert found == expected
