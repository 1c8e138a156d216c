"""Where feeds are written, what leads to them, and what holds for their form."""

import re
from pathlib import Path

import pytest
from lxml import etree

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from tests.feed.conftest import SITE, event

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = Path(__file__).parents[2]
LINK = re.compile(r'<link rel="alternate" type="application/atom\+xml" title="The lake talks" href="([^"]*)">')
VISIBLE = re.compile(r'<p class="feed"><a href="([^"]*)" type="application/atom\+xml">([^<]*)</a></p>')
TALKS = {"talks": event("2023-03-01")}


def valid(feed: bytes) -> etree._Element:
    root = etree.fromstring(feed)
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    return root


@pytest.mark.parametrize("folder", [".", "examples/osterbay"])
def test_feeds_of_real_dossiers_are_what_rfc_4287_asks_for(folder):
    sources = dict(read_sources(ROOT / folder).items())
    sources["site.yaml"] += b"\nbase_url: https://example.org/dossier/\n"
    files = build(sources, shipped_templates()).files
    feeds = {path: text for path, text in files.items() if path.endswith("feed.xml")}

    assert feeds
    for feed in feeds.values():
        root = valid(feed)
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids) > 5
        assert len(root.findall(f"{ATOM}entry")) == len(ids) - 1
        for entry in root.iter(f"{ATOM}entry"):
            published, updated = entry.findtext(f"{ATOM}published"), entry.findtext(f"{ATOM}updated")
            assert published <= updated <= root.findtext(f"{ATOM}updated")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<title>Talks</title>", b""),
        (b"T00:00:00Z</updated>", b"</updated>"),
        (b"<author>", b"<author xml:lang='en' dir='rtl'>"),
        (b"</feed>", b"<pubDate/></feed>"),
    ],
)
def test_the_grammar_finds_what_is_wrong(built, old, new):
    feed = built(TALKS).files["feed.xml"]

    assert old in feed
    assert GRAMMAR.validate(etree.fromstring(feed))
    assert not GRAMMAR.validate(etree.fromstring(feed.replace(old, new)))


@pytest.mark.parametrize("more", ["", "languages: [en, ar]\ndescription: {en: A, ar: ب}\nlicence: {fr: C}\n"])
def test_feeds_of_small_sites_are_valid(built, more):
    files = built(TALKS, site=f"{SITE}{more}").files

    for path in (path for path in files if path.endswith("feed.xml")):
        valid(files[path])


def test_every_page_leads_to_the_feed_of_its_language(built):
    files = built(TALKS, site=f"{SITE}languages: [en, fr]\n").files

    assert {path for path in files if path.endswith("feed.xml")} == {"feed.xml", "fr/feed.xml"}
    for path, page in ((path, page.decode()) for path, page in files.items() if path.endswith(".html")):
        language = "fr/" if path.startswith("fr/") else ""
        way = "/talks/" if path.endswith("404.html") else "../" * path.count("/") or "./"
        words = (
            "Événements nouveaux et modifiés en flux (Atom)" if language else "New and changed events as a feed (Atom)"
        )
        assert LINK.findall(page) == [f"{way}{language}feed.xml"], path
        assert VISIBLE.findall(page) == [(f"{way}{language}feed.xml", words)], path


@pytest.mark.parametrize(("site", "lacks"), [("title: x\n", True), (f"{SITE}outputs: [json]\n", False)])
def test_without_a_base_url_or_where_none_is_asked_for_there_is_no_feed_and_no_link(built, site, lacks):
    outcome = built(TALKS, site=site)

    assert ("feed" in outcome.lacks_address) is lacks
    assert not any(path.endswith(".xml") for path in outcome.files)
    assert b"atom+xml" not in outcome.files["index.html"]
    assert not built(TALKS).lacks_address


def test_a_build_says_that_there_is_no_feed_without_base_url(site):
    site.write("site.yaml", "title: The lake talks\n")
    assert re.search(r", \d+\.\d\d s; no feed, sitemap or canonical links without base_url\n$", site.build().stdout)
    assert not (site.root / "output/feed.xml").exists()

    assert "feed" not in site.build("--base-url", "https://lake.example/").stdout
    assert (site.root / "output/feed.xml").exists()

    site.write("site.yaml", "title: The lake talks\noutputs: [json]\n")
    assert "feed" not in site.build().stdout


def test_a_template_of_the_sites_own_tells_its_entries(built):
    own = {"templates/parts/feed_entry.html": "<p>{{ event.entry.title.text }}, {{ language }}</p>\n"}

    assert b"&lt;p&gt;Talks, en&lt;/p&gt;" in built(TALKS, **own).files["feed.xml"]


def test_a_fault_in_that_template_names_its_line(site):
    site.write("site.yaml", SITE)
    site.write("content/events/talks.yaml", event("2023-03-01"))
    site.write("templates/parts/feed_entry.html", "<p>\n{{ nothing.there }}</p>\n")

    ended = site.build()

    assert ended.code == 1
    assert "templates/parts/feed_entry.html:2:1: 'nothing' is undefined (on the page 'feed.xml')" in ended.stderr
