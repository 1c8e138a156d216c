import pytest

from generator.dates import iso_day

ARTICLE = """---
title: Talks to open
date: 2023-04-01
released: 2024-06-01
publisher: The Daily
author: A. Writer
relies_on: A wire
kind: news
url: https://example.org/talks
archived: https://archive.example.org/talks
accessed: 2023-04-02
language: en
---
The talks will open at the lake.
"""


def the_article(site):
    (article,) = site.articles
    return article


def test_an_article_keeps_every_field_of_its_head(told):
    article = the_article(told({"content/articles/lake.md": ARTICLE}))

    source = article.source
    assert (article.id, article.title.first, article.html) == (
        "lake",
        "Talks to open",
        "<p>The talks will open at the lake.</p>",
    )
    assert (source.date.edtf, source.released.edtf, source.accessed.edtf) == ("2023-04-01", "2024-06-01", "2023-04-02")
    assert (source.publisher.first, source.author.first, source.relies_on.first) == ("The Daily", "A. Writer", "A wire")
    assert (source.kind, source.language) == ("news", "en")
    assert (source.url, source.archived) == ("https://example.org/talks", "https://archive.example.org/talks")


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("date: 2023-04-01", "2023-04-01"),
        ("date: 2023-04", "2023-04-30"),
        ("date: 2023", "2023-12-31"),
        ("date: 2023-04-01\nreleased: 2024-06", "2024-06-30"),
        ("date: 2023-04-01\naccessed: 2025-01-01", "2023-04-01"),
    ],
)
def test_an_article_is_known_from_its_release_or_else_the_last_day_of_its_date(told, fields, known):
    article = the_article(told({"content/articles/lake.md": f"---\ntitle: x\n{fields}\n---\nText.\n"}))

    assert iso_day(article.source.known) == known


def test_plain_text_is_never_markdown(told):
    article = the_article(
        told({"content/articles/lake.txt": " date 2023-04-01 The *talks* <open>.\n\n# Second\nline.\n"})
    )

    assert article.html == "<p>The *talks* &lt;open&gt;.</p>\n<p># Second\nline.</p>"


@pytest.mark.parametrize(
    "data",
    [
        b" date 2023-04-01 The talks will open.\n",
        b"date 2023-04-01\nThe talks will open.\n",
        b"\xef\xbb\xbf\r\n date 2023-04-01 The talks will open.\r\n",
    ],
)
def test_a_newsroom_text_needs_no_edit(told, data):
    article = the_article(told({"content/articles/lake.txt": data}))

    assert (article.source.date.edtf, article.html) == ("2023-04-01", "<p>The talks will open.</p>")
    assert (article.title.first, article.has_own_title) == ("The talks will open.", False)


def test_a_side_file_says_what_a_plain_text_does_not(told):
    article = the_article(
        told(
            {
                "content/articles/lake.txt": "The talks will open.\n",
                "content/articles/lake.yaml": "title: Talks to open\ndate: 2023-04-01\npublisher: The Daily\n",
            }
        )
    )

    assert (article.title.first, article.source.date.edtf) == ("Talks to open", "2023-04-01")
    assert article.source.publisher.first == "The Daily"


def test_the_title_of_an_article_is_in_the_language_of_the_article(told):
    article = the_article(
        told({"content/articles/lac.md": "---\ntitle: Pourparlers\ndate: 2023-04-01\nlanguage: fr\n---\nTexte.\n"})
    )

    assert article.title.versions == (("fr", "Pourparlers"),)


@pytest.mark.parametrize("form", ["act: {FIELDS}", "- {id: act, FIELDS}"])
def test_shared_sources_are_a_mapping_or_a_list(event, form):
    fields = "title: The act, date: 1990-05, doi: 'https://doi.org/10.1000/182', symbol: A/1, archive_reference: Box 4"
    found = event(
        "title: Talks\ndate: 2023\nsources: [{source: ACT, quote: any words}]\n",
        {"content/sources.yaml": form.replace("FIELDS", fields) + "\n"},
    )

    (citation,) = found.citations
    assert (citation.shared, citation.quote) == ("act", "any words")
    source = citation.source
    assert (source.title.first, source.doi, source.symbol, source.archive_reference) == (
        "The act",
        "10.1000/182",
        "A/1",
        "Box 4",
    )
    assert iso_day(source.known) == "1990-05-31"


def test_times_of_sources_without_an_offset_are_in_the_zone_of_the_site(told):
    article = the_article(
        told(
            {
                "site.yaml": "title: x\ntime_zone: Europe/Vienna\n",
                "content/articles/lake.md": "---\ntitle: x\ndate: 2023-04-01T10:00\n---\nText.\n",
            }
        )
    )

    assert article.source.date.edtf == "2023-04-01T10:00:00+02:00"


def test_a_quote_from_an_article_with_a_mistake_is_checked_all_the_same(messages):
    said = messages(
        {
            "content/articles/lake.md": "---\ntitel: x\ndate: 2023-04-31\n---\nThe talks will open.\n",
            "content/events/talks.yaml": (
                "title: Talks\ndate: 2023-04-04\nsources:\n"
                "- {article: lake, quote: will open}\n- {article: lake, quote: have opened}\n"
            ),
        }
    )

    assert said == [
        "content/articles/lake.md:2: there is no field 'titel'",
        "content/articles/lake.md:3: '2023-04-31' has no day 31",
        "content/events/talks.yaml:5: the quote is not in article 'lake'",
    ]


@pytest.mark.parametrize(
    "article", ["---\ntitle: [\n---\nText\n", "---\ntitle: x\n", b"\xff", "---\ntitle: x\ndate: [1, 2]\n---\n"]
)
def test_to_cite_an_article_that_cannot_be_read_is_no_second_mistake(checked, article):
    found = checked(
        {
            "content/articles/lake.md": article,
            "content/events/talks.yaml": (
                "title: Talks\ndate: 2023-04-04\nsummary: '[it](article:lake)'\nsources: {article: lake}\n"
            ),
        }
    )

    assert {problem.path for problem in found.problems} == {"content/articles/lake.md"}
