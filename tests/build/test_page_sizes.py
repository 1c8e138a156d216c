"""No page of a long chronology is too heavy to send, and each event is still to be found."""

import gzip
import re
from pathlib import Path

import pytest

from benchmarks.workload import make_workload, write_dateline
from generator.build.site import build, prepare
from generator.check.site import check
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from generator.layout import entry_weight

ROOT = Path(__file__).parent.parent.parent
MOST = 200_000  # bytes
ENTRY = re.compile(r'<article class="entry[^"]*" id="([^"]+)">')
OF_THE_CHRONOLOGY = re.compile(r"\d{4}/")


def sources_of(folder, *numbers):
    write_dateline(folder, make_workload(*numbers))
    return read_sources(folder)


def sent(html):
    return len(gzip.compress(html.encode(), 6))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """The pages, but for those of single events and articles, of a site with 3,000 events in two years."""
    sources = sources_of(tmp_path_factory.mktemp("site"), 3_000, 30, 800)
    asked = {**sources, "site.yaml": sources["site.yaml"] + b"outputs: [embed]\n"}
    files = prepare(asked, shipped_templates()).files
    paths = [path for path in files if path.endswith(".html") and not re.match(r"(events|articles)/[ae]\d", path)]
    return {path: files[path].decode() for path in paths}


def test_no_page_of_a_crowded_chronology_is_too_heavy(crowded):
    sizes = {path: sent(html) for path, html in crowded.items()}

    assert {path: size for path, size in sizes.items() if size > MOST} == {}
    assert max(sizes.values()) > MOST / 3  # or there would be more pages than need be
    assert {"1975/01/index.html", "1976/12/index.html"} <= sizes.keys()
    assert {"embed/v1/index.html", "embed/v1/year/1975/index.html"} <= sizes.keys()


def test_each_event_of_a_crowded_chronology_is_told_on_one_page_of_its_year(crowded):
    told = [name for path, html in crowded.items() if OF_THE_CHRONOLOGY.match(path) for name in ENTRY.findall(html)]

    assert sorted(told) == [f"e{number:05d}" for number in range(3_000)]


def test_the_newest_events_of_a_crowded_chronology_stand_on_its_first_page(crowded):
    shown = ENTRY.findall(crowded["index.html"])

    assert len(shown) > 100
    assert "e02999" in shown
    assert len(set(shown)) == len(shown)


def chronology_of(html):
    chronology = html.partition('<div class="chronology">')[2].partition("<footer>")[0]
    # Without the codes for pages of others, and what leads to calendars and a table.
    return chronology.partition('<details class="cite share"')[0].partition('<p class="source files">')[0]


def test_a_page_weighs_what_was_estimated_of_its_entries(tmp_path):
    sites = {"demonstration": read_sources(ROOT), "workload": sources_of(tmp_path, 300, 300)}
    for name, sources in sites.items():
        checked = check(sources).site
        assert checked
        estimated = sum(map(entry_weight, checked.events))
        files = build(sources, shipped_templates()).files
        for language in checked.settings.languages:
            prefix = "" if language == checked.settings.language else f"{language}/"
            real = sent(chronology_of(files[f"{prefix}index.html"].decode()))
            assert 0.75 * real < estimated < 1.3 * real, (name, language, real, estimated)


def test_words_without_any_order_are_not_taken_for_lighter_than_the_limit_allows(tmp_path):
    """Letters drawn by lot are the worst that can be told: nothing in them repeats."""
    workload = make_workload(40, 1)
    sources = {path: content for path, content in sources_of(tmp_path, 1, 1).items() if "/events/" not in path}
    for number, event in enumerate(workload.events):
        words = " ".join(gzip.compress(f"{event.summary}{part}".encode()).hex() for part in range(5))
        text = f"title: {event.title}\ndate: 1975-01-{number % 28 + 1:02d}\nsummary: {words}\n"
        sources[f"content/events/{event.id}.yaml"] = text.encode()
    checked = check(sources).site
    assert checked

    estimated = sum(map(entry_weight, checked.events))

    assert estimated > 0.75 * sent(chronology_of(build(sources, shipped_templates()).files["index.html"].decode()))
