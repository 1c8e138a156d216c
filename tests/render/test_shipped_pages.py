"""What the shipped templates say on the pages of a small site, to those who see them and to those who hear them."""

import re
from html import unescape

import pytest

from generator.build.site import build
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from generator.dates import parse_date

SITE = {
    "site.yaml": "title: The lake\nlanguages: [en, fr]\ncite: {en: The lake. A dossier., fr: Le lac. Un dossier.}\n",
    "content/places.yaml": "- {name: Geneva, country: CH, latitude: 46.2, longitude: -6.15}\n",
    "content/articles/lake.md": "---\ntitle: Talks to open\ndate: 2023-04-01\nurl: https://news.example/1\n"
    "archived: https://archive.example/1\n---\nOn April 4 the talks will open.\n",
    "content/events/talks.yaml": """title: Talks open
date: 2023-04-04
type: talks
place: Geneva
key: true
actors: [{actor: NATO, part: host, as: in the chair}]
sources:
  - {article: lake, quote: On April 4 the talks will open, says: {date: 2023-04-04, status: planned, place: Istanbul}}
  - {title: Talks put off, date: 2023-04-03, says: {date: 2023-04-05, status: planned, place: Crete}}
---
id: call
title: A second call
date: 2023
status: retracted
corrections: [{date: 2023-07-02, what: withdrawn, why: There was no call.}]
""",
}


@pytest.fixture(scope="module")
def pages():
    """The pages of the site by path, without options."""
    return pages_of()


def pages_of(**options):
    sources = {path: text.encode() for path, text in SITE.items()}
    outcome = build(sources, shipped_templates(), Options(**options))
    assert [problem.message for problem in outcome.problems if problem.severity == "error"] == []
    return {path: content.decode() for path, content in outcome.files.items() if path.endswith(".html")}


def heard(html):
    """The text of HTML without its tags and without what is hidden from a screen reader."""
    shown = re.sub(r'<(\w+)[^>]*aria-hidden="true".*?</\1>', "", html, flags=re.DOTALL)
    blocks = re.sub(r"</(dt|dd|li|p|div|h\d)>", " ", shown)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", blocks)).split())


def part(html, tag, name):
    return re.findall(rf'<{tag} class="{name}[^>]*>.*?</{tag}>', html, re.DOTALL)[0]


def test_facts_and_sources_are_heard_with_commas_between(pages):
    event = pages["events/2023-04-04-talks-open/index.html"]

    assert heard(part(event, "p", "facts")) == "4 April 2023, Planned, Talks, Geneva, Main event"
    assert heard(part(event, "ul", "actors")) == "NATO, Host, in the chair"
    assert heard(part(event, "p", "source")).startswith("Talks to open, 1 April 2023, 3 days before, in the original")


def test_a_link_to_a_copy_says_of_what(pages):
    event = pages["events/2023-04-04-talks-open/index.html"]
    links = [heard(link) for link in re.findall(r'<a href="https://[^"]*" rel[^>]*>.*?</a>', event)]

    assert links == ["in the original – Talks to open", "archived copy – Talks to open"]


def test_a_sign_is_never_parted_from_its_word(pages):
    home = pages["index.html"]

    signed = re.findall(r'<span class="signed">(.*?)</span>', home)
    assert {heard(sign) for sign in signed} == {"Retracted", "Planned"}
    assert all(re.fullmatch(r"<svg.*</svg>&nbsp;\w+", sign) for sign in signed)


def test_a_retraction_stands_under_the_title_in_lists_and_first_on_its_own_page(pages):
    home, event = pages["index.html"], pages["events/call/index.html"]
    notice = "Retracted on 2 July 2023: There was no call."

    assert "A second call Retracted on 2 July 2023: There was no call. 2023, Retracted" in heard(home)
    assert 'class="entry retracted"' in home
    assert heard(event.partition("<main")[2].partition("<h1")[0]).endswith(notice)


def test_the_history_tells_what_a_claim_changed(pages):
    told = heard(part(pages["events/2023-04-04-talks-open/index.html"], "section", "history"))

    assert "3 April 2023 Planned, 4 April 2023 then 5 April 2023 (moved), Place: Istanbul then Crete" in told


def test_a_quote_says_its_language_to_readers_of_another(pages):
    quote = re.search(r"<blockquote[^>]*>", pages["fr/index.html"])

    assert quote
    assert 'lang="en"' in quote[0]


def test_what_has_no_month_is_headed_by_its_year_alone(pages):
    assert '<h3 class="unseen">2023, no month</h3>' in pages["index.html"]


@pytest.mark.parametrize(
    ("path", "country", "position"),
    [("", "Switzerland", "46.2° N, 6.15° W"), ("fr/", "Suisse", "46,2° N, 6,15° O")],
)
def test_a_place_names_its_country_and_where_it_lies(pages, path, country, position):
    told = heard(part(pages[f"{path}places/geneva/index.html"], "dl", "profile"))

    assert country in told
    assert position in told


def test_the_chronology_explains_its_signs_and_says_how_to_cite_it(pages):
    told = heard(pages["index.html"].partition('<details class="legend">')[2])

    for words in ("Capsule some time within a month", "Planned the date is fixed", "Cite as: The lake. A dossier."):
        assert words in told
    assert "Citer ainsi : Le lac. Un dossier." in heard(pages["fr/index.html"])


def test_as_of_a_day_a_page_says_what_is_told_with_hindsight():
    page = pages_of(as_of=parse_date("2023-04-02").latest)["index.html"]

    assert "Titles, summaries, places and actors are today’s." in heard(page)
