"""Links to where a source was published lead to the quoted words, and tell of the stored copy."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from generator.dates import parse_date
from generator.model.source import Source
from generator.plan.elsewhere import address_of_quote, day_of_copy

URL = "https://lake.example/a"
ARTICLE = """---
title: Talks
date: 2024-03-01
publisher: Lake
url: https://lake.example/a
archived: https://web.archive.org/web/20240302101500/https://lake.example/a
---
The talks will open on Friday. The talks will end. Nobody said when they would go on.
"""


@pytest.mark.parametrize(
    ("quote", "more", "expected"),
    [
        ("The talks will open", {}, "The%20talks%20will%20open"),
        ("a-b, c & d", {}, "a%2Db%2C%20c%20%26%20d"),
        ("one two three four five six seven eight nine ten eleven", {},
         "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"),
        ("The talks … go on", {}, "The%20talks,go%20on"),
        ("The talks [...] end [...] go on", {}, "The%20talks,go%20on"),
        ("The talks\n  will", {}, "The%20talks%20will"),
        ("will", {"prefix": "The talks", "suffix": "end."}, "The%20talks-,will,-end."),
        ("会谈将于周五开始", {}, "%E4%BC%9A%E8%B0%88%E5%B0%86%E4%BA%8E%E5%91%A8%E4%BA%94%E5%BC%80%E5%A7%8B"),
    ],
)  # fmt: skip
def test_the_words_are_written_as_a_text_fragment(quote, more, expected):
    assert address_of_quote(URL, quote, **more) == f"{URL}#:~:text={expected}"


def test_a_long_quote_without_blanks_is_found_by_its_first_and_last_clauses():
    quote = "".join(f"第{number}次会谈开始，" for number in "一二三四五六七八九十百千")
    text = unquote(address_of_quote(URL, quote).partition("text=")[2])

    assert text.startswith("第一次会谈开始，第二次会谈开始，")
    assert text.endswith("第千次会谈开始，")
    assert len(text) < len(quote)


def test_an_address_that_has_a_fragment_keeps_it():
    assert address_of_quote(f"{URL}#page=3", "words") == f"{URL}#page=3:~:text=words"


def test_nothing_but_an_omission_is_no_text():
    assert address_of_quote(URL, "…") == URL


@pytest.mark.parametrize(
    ("archived", "accessed", "day"),
    [
        ("https://web.archive.org/web/20230402101500/https://a.example/", "", "2023-04-02"),
        ("https://web.archive.org/web/20230402101500id_/https://a.example/", "", "2023-04-02"),
        ("https://archive.example/2023.04.02-101500/https://a.example/", "2023-05-01", "2023-04-02"),
        ("https://web.archive.org/web/20231902101500/https://a.example/", "2023-05-01", "2023-05-01"),
        ("https://archive.example/xYz", "2023-05-01", "2023-05-01"),
        ("https://archive.example/xYz", "2023-05", ""),
        ("https://archive.example/xYz", "2023-05-01~", ""),
        ("", "2023-05-01", ""),
    ],
)
def test_the_day_of_a_stored_copy_is_in_its_address_or_that_of_reading(archived, accessed, day):
    source = Source(archived=archived, accessed=parse_date(accessed) if accessed else None)

    assert day_of_copy(source, None) == day


def test_a_day_of_reading_after_the_day_of_the_site_is_not_told():
    source = Source(archived="https://archive.example/xYz", accessed=parse_date("2023-05-01"))

    assert day_of_copy(source, parse_date("2023-04-30").latest) == ""


def links_of(html, words):
    return [
        dict(re.findall(r'([\w-]+)="([^"]*)"', unescape(tag)))
        for tag, said in re.findall(r"<a ([^>]*)>([^<]*)", html)
        if said == words
    ]


def test_a_quote_leads_to_its_words_in_the_original_and_to_what_is_left_of_it(build_site):
    quoted = {"article": "talks", "quote": "The talks will", "suffix": "end"}
    cited = {"title": "Note", "url": "https://note.example/", "quote": "No talks", "accessed": "2024-03-03",
             "archived": "https://kept.example/n"}  # fmt: skip
    site = build_site(
        events={"e": {"title": "E", "date": "2024", "sources": [quoted, cited]}},
        files={"content/articles/talks.md": ARTICLE},
    )
    (original,) = links_of(site["events/e/index.html"], "in the original")
    (note,) = links_of(site["events/e/index.html"], "Note")

    assert original == {
        "href": "https://lake.example/a#:~:text=The%20talks%20will,-end",
        "rel": "noopener noreferrer",
        "data-originalurl": "https://lake.example/a",
        "data-versionurl": "https://web.archive.org/web/20240302101500/https://lake.example/a",
        "data-versiondate": "2024-03-02",
    }
    assert note == {
        "href": "https://note.example/#:~:text=No%20talks",
        "rel": "noopener noreferrer",
        "data-originalurl": "https://note.example/",
        "data-versionurl": "https://kept.example/n",
        "data-versiondate": "2024-03-03",
    }
    for page in ("sources/index.html", "articles/talks/index.html"):
        assert 'data-versiondate="2024-03-02"' in site[page], page


def test_the_browser_finds_the_words(browser, tmp_path):
    page = tmp_path / "page.html"
    filling = "".join(f"<p>Filling {number}.</p>" for number in range(200))
    page.write_text(f"<!DOCTYPE html>{filling}<p>They said, on Friday - or later - & no more.</p>{filling}")
    tab = browser.new_page()
    tab.goto(address_of_quote(page.as_uri(), "on Friday - or later - & no more"))
    tab.wait_for_function("scrollY > 0")

    assert tab.evaluate("scrollY") > 1_000
    tab.close()
