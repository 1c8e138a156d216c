"""sitemap.xml and robots.txt: which pages search engines are told of, and since when they stand so."""

from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from generator.model.settings import Settings
from generator.model.text import Text
from generator.plan.page import Page
from generator.plan.sitemap import list_pages, parts_of
from generator.render.sitemap import render_sitemap, render_sitemap_index

ROOT = Path(__file__).parents[2]
BASE = "https://lake.example/talks/"
SITE = f"title: The lake talks\nbase_url: {BASE}\n"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
TALKS = """\
- {id: talks, title: Talks, date: 2023-04-04, aliases: [parley], sources: [{title: A report, date: 2023-04-05}]}
- {id: later, title: Later, date: 2024-04-04, updated: 2024-06}
- {id: alone, title: Alone, date: 2025}
"""


def files_of(site=SITE, events=TALKS):
    sources = {"site.yaml": site.encode(), "content/events/all.yaml": events.encode()}
    outcome = build(sources, shipped_templates())
    assert not outcome.has_errors, [problem.message for problem in outcome.problems]
    return outcome.files


def rows_of(content):
    """The addresses of a map as lxml reads it, each with its day or None."""
    root = etree.fromstring(content)
    return {row.findtext("s:loc", None, NAMES): row.findtext("s:lastmod", None, NAMES) for row in root}


def pages_of(files):
    """The pages that stand at their own address, by what they say of themselves."""
    pages = {path: etree.HTML(text) for path, text in files.items() if path.endswith(".html")}
    found = ((path, page.xpath("string(//link[@rel='canonical']/@href)")) for path, page in pages.items())
    return {canonical for path, canonical in found if f"{BASE}{path.removesuffix('index.html')}" == canonical}


def test_the_map_lists_every_page_that_is_its_own_and_nothing_else():
    files = files_of()
    listed = rows_of(files["sitemap.xml"])

    assert set(listed) == pages_of(files)
    assert f"{BASE}events/talks/" in listed
    assert f"{BASE}events/parley/" not in listed
    assert not any("404" in address for address in listed)


@pytest.mark.parametrize("folder", [".", "examples/osterbay"])
def test_maps_of_real_dossiers_list_the_pages_by_their_canonical_addresses(folder):
    sources = dict(read_sources(ROOT / folder).items())
    sources["site.yaml"] += f"\nbase_url: {BASE}\n".encode()
    files = build(sources, shipped_templates()).files

    assert set(rows_of(files["sitemap.xml"])) == pages_of(files)


def test_a_page_is_as_new_as_the_newest_source_or_change_that_it_shows():
    listed = rows_of(files_of()["sitemap.xml"])

    assert listed[f"{BASE}events/talks/"] == listed[f"{BASE}2023/"] == "2023-04-05"
    assert listed[f"{BASE}events/later/"] == listed[BASE] == "2024-06-30"
    assert listed[f"{BASE}events/alone/"] is None


def test_each_page_names_itself_in_every_language():
    files = files_of(f"{SITE}languages: [en, fr]\n")
    root = etree.fromstring(files["sitemap.xml"])
    found = {
        row.findtext("s:loc", None, NAMES): {
            link.get("hreflang"): link.get("href") for link in row.findall("x:link[@rel='alternate']", NAMES)
        }
        for row in root
    }

    both = {"en": f"{BASE}events/talks/", "fr": f"{BASE}fr/events/talks/"}
    assert found[both["en"]] == found[both["fr"]] == both
    assert set(found) == pages_of(files)
    assert "fr/sitemap.xml" not in files


def page(number):
    return Page(f"{number}/index.html", "event.html", "en", {"address": f"{number}/", "alternates": ()})


def test_a_map_of_more_than_fifty_thousand_addresses_is_parted():
    settings = Settings(Text((("en", "x"),)), base_url=BASE)
    few, many = ([page(number) for number in range(count)] for count in (50_000, 50_001))

    assert list(map(len, parts_of(few, settings))) == [50_000]
    first, second = parts_of(many, settings)
    assert (len(first), [row.path for row in second]) == (50_000, ["50000/index.html"])
    assert rows_of(render_sitemap(list_pages(second, settings))) == {f"{BASE}50000/": None}


def test_the_same_page_in_other_languages_counts_towards_that():
    settings = Settings(Text((("en", "x"),)), languages=("en", "fr"), base_url=BASE)

    assert list(map(len, parts_of(map(page, range(50_000)), settings))) == [25_000, 25_000]


def test_the_parts_of_a_map_are_listed_with_their_newest_change():
    settings = Settings(Text((("en", "x"),)), base_url=BASE)
    rows = list_pages([page(1)], settings)

    assert rows_of(render_sitemap_index([(f"{BASE}sitemap-1.xml", rows)])) == {f"{BASE}sitemap-1.xml": None}


def test_a_site_that_needs_them_has_the_parts_that_its_map_names(monkeypatch):
    monkeypatch.setattr("generator.plan.sitemap.MOST", 3)
    files = files_of()
    index = rows_of(files["sitemap.xml"])
    parts = [rows_of(files[address.removeprefix(BASE)]) for address in index]

    assert len(parts) > 1
    assert {address for part in parts for address in part} == pages_of(files)
    assert all(len(part) <= 3 for part in parts)
    assert list(index.values()) == [max(filter(None, part.values()), default=None) for part in parts]


def test_robots_are_let_in_and_told_of_the_map():
    robots = RobotFileParser()
    robots.parse(files_of()["robots.txt"].decode().splitlines())

    assert robots.can_fetch("anyone", f"{BASE}events/talks/")
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]


@pytest.mark.parametrize(("site", "lacks"), [("title: x\n", True), (f"{SITE}outputs: [json]\n", False)])
def test_without_a_base_url_or_where_none_is_asked_for_there_is_no_map(site, lacks):
    outcome = build({"site.yaml": site.encode()}, shipped_templates())

    assert ("sitemap" in outcome.lacks_address) is lacks
    assert not {"sitemap.xml", "robots.txt"} & set(outcome.files)


def test_a_build_says_in_one_clause_what_needs_a_base_url(site):
    clauses = {
        "": "; no feed, sitemap or canonical links without base_url\n",
        "outputs: [sitemap]\n": "; no sitemap or canonical links without base_url\n",
        "outputs: []\n": "; no canonical links without base_url\n",
        "base_url: https://lake.example/\n": " s\n",
    }

    for more, clause in clauses.items():
        site.write("site.yaml", f"title: x\n{more}")
        assert site.build().stdout.endswith(clause)
