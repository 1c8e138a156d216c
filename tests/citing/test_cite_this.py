"""A page says how it is to be cited: by its title, site, edition, newest change and address, and by no clock."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_date, parse_day
from generator.model.text import Text
from generator.plan.cite_this import CiteThis, _told
from generator.plan.citing.work import key_of
from generator.plan.telling import Telling

SETTINGS = {"title": "Osterbay & Westmark", "base_url": "https://example.org/lake"}
EVENT = {"title": "Ministers meet", "date": "2024-03-14", "updated": "2024-03-20"}
PAGE = "events/meeting/index.html"


def test_an_event_s_page_offers_two_styles_and_two_formats(build_site, cited, read_back):
    html = build_site(settings=SETTINGS, events={"meeting": EVENT})[PAGE]
    apa, chicago, bibtex, ris = cited(html)
    (edition,) = re.findall(r'class="edition">.*Edition ([0-9a-f]{8})', html)
    address = "https://example.org/lake/events/meeting/"

    assert apa == (
        f"<i>Ministers meet</i>. (2024, March 20). [Edition {edition}]. Osterbay &amp; Westmark. {address}"
    )  # fmt: skip
    assert chicago == f"Osterbay &amp; Westmark. “Ministers meet.” Edition {edition}. March 20, 2024. {address}."
    for text, form in ((bibtex, "biblatex"), (ris, "ris")):
        (work,) = read_back(text, form).values()
        assert (work["title"], work["URL"], work["id"]) == ("Ministers meet", address, "event:meeting"), form
        assert edition in text
        assert work["issued"]["date-parts"][0][0] == 2024


def test_the_chronology_is_cited_as_a_whole_beside_what_its_author_says(build_site, cited):
    html = build_site(settings={**SETTINGS, "cite": "As I say"}, events={"meeting": EVENT})["index.html"]
    apa, chicago, *_ = cited(html)
    (edition,) = re.findall(r'class="edition">.*Edition ([0-9a-f]{8})', html)

    assert apa == f"<i>Osterbay &amp; Westmark</i>. (2024, March 20). [Edition {edition}]. https://example.org/lake/"
    assert chicago == f"“Osterbay &amp; Westmark.” Edition {edition}. March 20, 2024. https://example.org/lake/."
    assert "As I say" in html


def test_without_a_base_url_or_a_dated_change_neither_is_made_up(build_site, cited):
    html = build_site(settings={"title": "Lake"}, events={"meeting": {"title": "Meeting", "date": "2024"}})[PAGE]
    apa, chicago, bibtex, ris = cited(html)

    assert re.fullmatch(r"<i>Meeting</i>\. \(n\.d\.\)\. \[Edition \w{8}\]\. Lake\.", apa)
    assert re.fullmatch(r"Lake\. “Meeting\.” Edition \w{8}\.", chicago)
    assert "url =" not in bibtex
    assert "UR  -" not in ris
    assert "year =" not in bibtex


def test_a_page_of_an_earlier_day_says_so_and_cites_nothing_later(build_site, cited):
    source = {"title": "Seen", "date": "2024-03-01", "says": {"date": "2024-03-14"}}
    site = build_site(
        settings=SETTINGS,
        events={"meeting": {**EVENT, "sources": [source]}},
        options=Options(as_of=parse_day("2024-03-05")),
    )

    for said in cited(site[PAGE]):
        assert re.search(r"Edition \w{8}, as known on March 5, 2024", said)
        assert not re.search("March 20, 2024|2024, March 20|2024-03-20|2024/03/20", said)


def test_another_language_s_page_has_its_own_title_and_address(build_site, cited):
    settings = {**SETTINGS, "languages": ["en", "ar"]}
    events = {"meeting": {**EVENT, "title": {"en": "Ministers meet", "ar": "اجتماع الوزراء"}}}
    html = build_site(settings=settings, events=events)[f"ar/{PAGE}"]

    assert cited(html)[0].startswith("<i>اجتماع الوزراء</i>. (2024, March 20)")
    assert "https://example.org/lake/ar/events/meeting/" in cited(html)[0]
    assert html.count('<dd lang="en" dir="ltr">') == 4


def test_an_event_s_page_pays_little(build_site):
    html = build_site(settings=SETTINGS, events={"meeting": EVENT})[PAGE]
    found = html[html.index('<details class="cite">') :]

    assert len(found[: found.index("</details>")]) < 1_500


@pytest.fixture(scope="module")
def citing():
    files = {"site.yaml": json.dumps(SETTINGS), "content/events/a.yaml": json.dumps(EVENT)}
    site = check({path: text.encode() for path, text in files.items()}, Options()).site
    assert site
    return CiteThis(Telling(site, "en", {})), site.events[0]


@given(title=st.text(st.sampled_from("aZ9é. ?!,'\"“”’&<{}\\$~^م中"), min_size=1, max_size=8).filter(str.strip))
def test_the_short_way_of_events_gives_what_the_long_way_gives(citing, title):
    cite, event = citing
    event = replace(event, title=Text.of(title, "en"))
    newest = parse_date("2024-03-20")
    line = " ".join(title.split())
    address = "https://example.org/lake/events/a/"

    assert cite.event(event, newest) == _told(
        cite._work(key_of("event:a"), line, address, newest, "Osterbay & Westmark")
    )
