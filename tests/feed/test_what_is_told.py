"""What an entry tells: openly, in its own language, and with whole addresses."""

import re

from tests.feed.conftest import SITE, event

BASE = "https://lake.example/talks/"
TARGET = re.compile(r' (?:href|src|cite)="([^"]*)"')
WITHDRAWN = "corrections:\n  - {date: 2024-05-01, what: It was another lake, why: The letter was forged}\n"


def content(feed, entry=0):
    (only,) = feed.entries[entry].content
    assert only.type == "text/html"
    return only.value


def words(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_an_entry_has_the_date_as_well_as_it_is_known_and_its_sources(read):
    more = "type: talks\nstatus: held\nsummary: They met at **the lake**.\ndate_note: Two letters say so.\n"

    feed = read({"talks": event("2023-03", date="2023-04~", more=more)})

    assert feed.entries[0].title == "Talks"
    assert feed.entries[0].link == f"{BASE}events/talks/"
    assert [(tag.term, tag.label) for tag in feed.entries[0].tags] == [("talks", "Talks")]
    assert words(content(feed)) == (
        "c. April 2023 · Held · Talks Why this date: Two letters say so. They met at the lake . "
        "Sources A report , March 2023"
    )
    assert "<strong>the lake</strong>" in content(feed)


def test_a_feed_says_whose_it_is(read):
    site = f"{SITE}description: All <of> it & more\nlicence: CC BY 4.0\n"

    feed = read({"talks": event("2023-03-01")}, site=site).feed

    assert (feed.title, feed.subtitle, feed.rights) == ("The lake talks", "All <of> it & more", "CC BY 4.0")
    assert (feed.author, feed.language, feed.generator) == ("The lake talks", "en", "Dateline")
    assert {(link.rel, link.type, link.href) for link in feed.links} == {
        ("self", "application/atom+xml", f"{BASE}feed.xml"),
        ("alternate", "text/html", BASE),
    }


def test_a_withdrawal_is_told_before_all_else_and_in_the_title(read):
    feed = read({"talks": event("2023-03-01", more=f"status: retracted\n{WITHDRAWN}")})

    assert feed.entries[0].title == "Retracted: Talks"
    assert words(content(feed)).startswith("Retracted on 1 May 2024: The letter was forged 4 April 2023 · Retracted")


def test_a_correction_is_told_with_its_reason(read):
    feed = read({"talks": event("2023-03-01", more=f"updated: 2024-05-02\n{WITHDRAWN}")})

    assert feed.entries[0].title == "Talks"
    assert "Corrections 1 May 2024 It was another lake The letter was forged Updated: 2 May 2024" in words(
        content(feed)
    )


def test_an_entry_that_took_the_place_of_another_and_that_other_name_each_other(read):
    feed = read(
        {
            "wrong": event("2023-03-01", title="Talks of four"),
            "right": event("2023-03-02", title="Talks of five", more="supersedes: wrong\n"),
        }
    )

    assert f'Corrects: <a href="{BASE}events/wrong/">Talks of four</a>' in content(feed, 0)
    assert f'Corrected by: <a href="{BASE}events/right/">Talks of five</a>' in content(feed, 1)


def test_a_dispute_is_told(read):
    feed = read({"talks": event("2023-03-01", more="disputed: Nobody else saw them\n")})

    assert "Disputed: Nobody else saw them" in words(content(feed))


def test_sources_that_contradict_each_other_are_told_with_what_each_says(read):
    sources = (
        "sources:\n  - {title: A, date: 2023-05-01, says: {date: 2023-04-04, status: held}}\n"
        "  - {title: B, date: 2023-05-02, says: {status: denied}}\n"
    )

    said = words(content(read({"talks": event(more=sources)})))

    assert "The sources contradict each other." in said
    assert "says: Confirmed , 4 April 2023" in said
    assert "says: Denied" in said


def test_what_has_no_source_says_so(read):
    assert "Sources" not in words(content(read({"talks": event(more="updated: 2023-05-01\n")})))
    assert "No source is given." in words(content(read({"talks": event(more="updated: 2023-05-01\n")})))


def test_addresses_are_whole_and_lead_to_what_is_there(built, read):
    asked = {
        "events": {
            "talks": event(
                more="place: Osterbay\nactors: [Westmark]\ntopics: [fish]\n"
                "summary: |\n  At [the lake](event:lunch) and before.[^1]\n\n"
                '  So it is written: `href="#here"`.\n\n  [^1]: A note.\n'
                "sources: [{article: a, quote: Talks open}, {title: B, url: 'https://b.example/?a=1&b=2'}]\n"
            ),
            "lunch": event("2023-01-01"),
        },
        "content/articles/a.md": "---\ntitle: A\ndate: 2023-03-01\n---\nTalks open.\n",
    }
    files = built(**asked).files

    html = content(read(**asked))

    found = [address.replace("&amp;", "&") for address in TARGET.findall(html)]
    ours = [address.removeprefix(BASE).partition("#") for address in found if address.startswith(BASE)]
    assert {address for address in found if not address.startswith(BASE)} == {"https://b.example/?a=1&b=2"}
    assert {path for path, _, _ in ours} >= {
        "events/talks/", "events/lunch/", "places/osterbay/", "actors/westmark/", "topics/fish/", "articles/a/",
    }  # fmt: skip
    assert any(mark for _, mark, _ in ours)
    for path, _, fragment in ours:
        page = files[f"{path}index.html"].decode()
        assert not fragment or f'id="{fragment}"' in page
    assert 'href="#here"' in words(html)


def test_each_language_has_its_feed_in_its_own_words(read):
    site = SITE.replace("The lake talks", "{en: The lake talks, ar: محادثات البحيرة}") + "languages: [en, fr, ar]\n"
    events = {"talks": event("2023-03-01", title="{en: Talks, ar: محادثات}", more=f"status: retracted\n{WITHDRAWN}")}

    french = read(events, site=site, path="fr/feed.xml")
    arabic = read(events, site=site, path="ar/feed.xml")

    assert (french.feed.language, french.feed.title_detail.language) == ("fr", "en")
    assert french.entries[0].title == "Retiré\u00a0: Talks"
    assert french.entries[0].link == f"{BASE}fr/events/talks/"
    assert 'lang="fr" dir="ltr"' in content(french)
    assert (arabic.feed.language, arabic.feed.title) == ("ar", "محادثات البحيرة")
    assert content(arabic).startswith('<div lang="ar" dir="rtl">')
    assert "4 أبريل 2023" in words(content(arabic))


def test_what_xml_cannot_hold_gives_way_to_a_sign_for_it(read):
    feed = read({"talks": event("2023-03-01", more="summary: It is &#11; wide.\n")})

    assert "It is \ufffd wide." in words(content(feed))
