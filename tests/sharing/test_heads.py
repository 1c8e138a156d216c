"""What the head of each kind of page says to those who show a link to it, and to telephones."""

import json

import pytest

SITE = """
title: {en: The lake talks, fr: Les pourparlers du lac}
description: {en: 'One lake, two neighbours', fr: 'Un lac, deux voisins'}
languages: [en, fr]
licence: CC BY 4.0
"""
EVENT = """
title: {en: Talks at "Lake House" & after, fr: Pourparlers}
date: 2023-04-04/2023-04-05
aliases: [old-talks]
summary: {en: The *ministers* meet., fr: Les ministres se réunissent.}
"""
ARTICLE = """---
title: Talks open
date: 2023-04-01
publisher: The Daily
author: Ada Berg
kind: {}
url: https://daily.example/talks
archived: https://archive.example/talks
---
Talks will open.
"""
FILES = {
    "site.yaml": SITE,
    "content/events/talks.yaml": EVENT,
    "content/articles/report.md": ARTICLE.format("news"),
    "content/pages/about.md": "---\ntitle: About\n---\nA page.\n",
}
BASE_URL = "https://lake.example/dossier/"


def test_an_event_says_its_title_its_first_words_and_a_picture(head):
    said = head(FILES, "events/talks/index.html")

    assert said.meta["og:title"] == 'Talks at "Lake House" & after, 4–5 April 2023'
    assert said.meta["og:description"] == said.meta["description"] == "The ministers meet."
    assert said.meta["og:type"] == "article"
    assert said.meta["og:url"] == f"{BASE_URL}events/talks/"
    assert said.meta["og:site_name"] == "The lake talks"
    assert said.meta["og:locale"] == "en_GB"
    assert said.meta["og:image"] == f"{BASE_URL}share.png"
    assert said.meta["twitter:card"] == "summary_large_image"
    assert said.links["canonical"][0]["href"] == f"{BASE_URL}events/talks/"


def test_another_language_says_it_in_its_own_words(head):
    said = head(FILES, "fr/events/talks/index.html")

    assert said.meta["og:title"] == "Pourparlers, 4–5 avril 2023"
    assert said.meta["og:locale"] == "fr_FR"
    assert said.meta["og:site_name"] == "Les pourparlers du lac"
    assert said.meta["og:image"] == f"{BASE_URL}fr/share.png"
    assert said.links["manifest"][0]["href"] == "../../../fr/manifest.webmanifest"
    assert {link["hreflang"]: link["href"] for link in said.links["alternate"] if "hreflang" in link} == {
        "en": f"{BASE_URL}events/talks/",
        "fr": f"{BASE_URL}fr/events/talks/",
    }


def test_the_first_page_says_what_the_site_is(head):
    said = head(FILES, "index.html")

    assert said.meta["og:title"] == "The lake talks"
    assert said.meta["og:description"] == "One lake, two neighbours"
    assert said.meta["og:type"] == "website"
    assert said.thing("CollectionPage")["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    dataset = said.thing("Dataset")
    assert dataset["temporalCoverage"] == "2023/2023"
    assert dataset["distribution"]["contentUrl"] == f"{BASE_URL}timeline.json"


def test_a_site_without_data_names_none(head):
    said = head({**FILES, "site.yaml": f"{SITE}outputs: []\n"}, "index.html")

    assert said.kinds() == ["CollectionPage"]


def test_every_page_that_may_be_found_says_what_it_is_called_and_where_it_stands(built, head_of):

    outcome = built(FILES)
    for path in outcome.files:
        if path.endswith("index.html"):
            said = head_of(outcome.files[path].decode())
            assert said.meta["og:title"], path
            assert said.meta["og:url"].startswith(BASE_URL), path
            assert said.meta["og:url"] == said.links["canonical"][0]["href"], path


def test_a_page_that_is_not_there_says_only_that_it_is_not_to_be_listed(head):
    said = head(FILES, "404.html")

    assert said.meta["robots"] == "noindex"
    assert [name for name in said.meta if name.startswith("og:")] == ["og:site_name", "og:locale"]
    assert "canonical" not in said.links
    assert [link for link in said.links["alternate"] if "hreflang" in link] == []
    assert "description" not in said.meta


def test_a_page_that_has_moved_leads_to_the_new_one(head):
    said = head(FILES, "events/old-talks/index.html")

    assert said.meta["robots"] == "noindex"
    assert said.meta["og:url"] == f"{BASE_URL}events/talks/"
    assert said.links["canonical"][0]["href"] == f"{BASE_URL}events/talks/"


def test_without_a_base_url_nothing_says_a_whole_address(head):
    said = head(FILES, "events/talks/index.html", base_url=None)

    assert "og:url" not in said.meta
    assert "og:image" not in said.meta
    assert "twitter:card" not in said.meta
    assert "canonical" not in said.links


def test_an_article_says_what_it_was_published_as(head):
    said = head(FILES, "articles/report/index.html").thing("NewsArticle")

    assert said == {
        "@type": "NewsArticle",
        "headline": "Talks open",
        "url": f"{BASE_URL}articles/report/",
        "datePublished": "2023-04-01",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "The Daily"},
        "author": {"name": "Ada Berg"},
        "isBasedOn": "https://daily.example/talks",
        "archivedAt": "https://archive.example/talks",
    }


@pytest.mark.parametrize(
    ("kind", "said"),
    [("treaty", "Legislation"), ("report", "Report"), ("post", "SocialMediaPosting"), ("speech", "CreativeWork")],
)
def test_each_kind_of_source_has_its_word(head, kind, said):
    files = {**FILES, "content/articles/report.md": ARTICLE.format(kind)}

    assert said in head(files, "articles/report/index.html").kinds()


def test_the_title_that_was_made_from_first_words_is_no_headline(head):
    files = {"content/articles/note.txt": "date 2023-04-01 Talks will open at the lake."}

    said = head(files, "articles/note/index.html").thing("Article")

    assert "headline" not in said
    assert said["name"].startswith("Talks will open")


def test_the_manifest_names_the_site_in_each_language_with_its_icons(built):
    files = built(FILES).files

    english = json.loads(files["manifest.webmanifest"])
    french = json.loads(files["fr/manifest.webmanifest"])

    assert (english["name"], english["lang"], english["dir"]) == ("The lake talks", "en", "ltr")
    assert (french["name"], french["lang"]) == ("Les pourparlers du lac", "fr")
    assert english["start_url"] == french["start_url"] == "./"
    for manifest, folder in ((english, ""), (french, "fr/")):
        for icon in manifest["icons"]:
            path = icon["src"].removeprefix("../") if folder else icon["src"]
            assert path in files
    assert {icon["sizes"] for icon in english["icons"]} == {"any", "192x192", "512x512"}


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("NATO and India, spring 2023", "NATO and India"),
        ("Talks: a chronology", "Talks"),
        ("The negotiations on fishing rights in the lake", "The negotiations on fishing"),
        ("欧盟与湖（2023年）", "欧盟与湖"),
        (", odd", ", odd"),
        ("x" * 40, "x" * 30),
    ],
)
def test_a_short_name_fits_under_an_icon(title, short):
    from generator.render.manifest import short_name

    assert short_name(title) == short
