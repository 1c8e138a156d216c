import pytest

from generator.dates import iso_day
from generator.model.text import Text

LAKE = {
    "content/articles/lake.md": (
        "---\ntitle: Talks to open\ndate: 2023-04-01\npublisher: The Daily\n---\n"
        "The talks -- “at last” -- will open on *April* 4.\n\nThe talks will last…\n"
    )
}


def the_citation(event):
    (citation,) = event.citations
    return citation


def test_a_source_keeps_every_field_of_its_row(event):
    citation = the_citation(
        event(
            """
title: Talks
date: 2023-04-04
sources:
  - title: Programme
    url: https://example.org/
    publisher: The ministry
    date: 2023-04-03
    locator: p. 14
    quote: am See
    translation: at the lake
    according_to: the envoy
    says: {date: 2023-04-04, status: planned}
"""
        )
    )

    assert (citation.source.title.first, citation.source.publisher.first) == ("Programme", "The ministry")
    assert (citation.locator, citation.quote, citation.translation.first) == ("p. 14", "am See", "at the lake")
    assert (citation.claim.status, citation.claim.date.edtf, iso_day(citation.claim.known)) == (
        "planned",
        "2023-04-04",
        "2023-04-03",
    )
    assert citation.according_to.first == citation.claim.according_to.first == "the envoy"


@pytest.mark.parametrize(
    "quote",
    [
        "will open on April 4",
        '- "at last" -',
        "The talks … will open",
        'last" -- will open on April 4. The talks will last...',
        "at [...] lasts"[:-1],
    ],
)
def test_a_quote_stands_in_the_text_however_it_is_typed(event, quote):
    written = "'" + quote.replace("'", "''") + "'"

    found = event(f"title: Talks\ndate: 2023\nsources: {{article: LAKE, quote: {written}}}\n", LAKE)

    assert the_citation(found).article == "lake"
    assert the_citation(found).passage is not None


def test_the_headline_is_not_part_of_the_text(messages):
    said = messages(
        {**LAKE, "content/events/talks.yaml": "title: T\ndate: 2023\nsources: {article: lake, quote: Talks to open}\n"}
    )

    assert said == ["content/events/talks.yaml:3: the quote is not in article 'lake'"]


def test_a_prefix_or_a_suffix_settles_a_quote_that_stands_twice(event, doubts):
    row = "title: Talks\ndate: 2023\ndate_note: x\nsources: {article: lake, quote: The talks%s}\n"

    first = event(row % ", suffix: '-'", LAKE)
    second = event(row % ", prefix: 4., suffix: will last", LAKE)

    assert the_citation(first).passage.ranges < the_citation(second).passage.ranges
    assert doubts({**LAKE, "content/events/talks.yaml": row % ""}) == ["ambiguous-quote"]


def test_what_a_source_says_may_be_any_field(event):
    claim = the_citation(
        event(
            """
title: Talks
date: 2023
sources:
  title: Programme
  says:
    title: {en: Talks, fr: Pourparlers}
    type: visit
    place: Vienna
    actors: [NATO, {actor: India, part: absent}]
    topics: [lake, peace]
    documents: [{title: Protocol}]
    summary: They met.
    date_note: by telephone
"""
        )
    ).claim

    assert tuple((one.name, one.written) for one in claim.said) == (
        ("title", "Talks"),
        ("type", "visit"),
        ("place", "Vienna"),
        ("actors", "NATO, India (absent)"),
        ("topics", "lake, peace"),
        ("documents", "Protocol"),
        ("summary", "They met."),
        ("date_note", "by telephone"),
    )
    told = {one.name: one for one in claim.said}
    assert told["title"].texts == (Text((("en", "Talks"), ("fr", "Pourparlers"))),)
    assert told["actors"].named == (("NATO", ""), ("India", "absent"))
    assert told["topics"].named == (("lake", ""), ("peace", ""))


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("", "reported"),
        ("[{title: a, date: 2023-02, says: {status: planned}}]", "planned"),
        (
            "[{title: a, date: 2023-05, says: {status: held}}, {title: b, date: 2023-02, says: {status: planned}}]",
            "held",
        ),
        (
            "[{title: a, date: 2023-02, says: {status: planned}}, {title: b, date: 2023-05, says: {date: 2023}}]",
            "planned",
        ),
        (
            "[{title: a, date: 2023-02, says: {status: held}}, {title: b, date: 2023-05, says: {status: denied}}]",
            "held",
        ),
        (
            "[{title: a, date: 2023-02, says: {status: planned}}, {title: b, date: 2023-02, says: {status: held}}]",
            "held",
        ),
    ],
)
def test_an_event_without_a_status_has_that_of_the_last_claim(event, rows, status):
    assert event(f"title: Talks\ndate: 2023-01\nsources: {rows}\n").status == status


def test_the_author_has_the_last_word_on_the_status(event):
    found = event("title: T\ndate: 2023\nstatus: cancelled\nsources: {title: a, date: 2023, says: {status: held}}\n")

    assert found.status == "cancelled"


def test_sources_that_cannot_all_be_right_make_an_event_disputed(event):
    found = event(
        """
title: Talks
date: 2023-04-04
sources:
  - {title: a, date: 2023-04-05, says: {date: 2023-04-04, status: held}}
  - {title: b, date: 2023-04-06, says: {date: 2023-04-05, status: reported}}
"""
    )

    assert found.is_contradicted


def test_old_style_days_are_those_of_the_julian_calendar(event):
    found = event(
        "title: Uprising\ndate: 1917-10-25/1917-10-26\ncalendar: julian\nupdated: 2023-04-06\n"
        "sources: {title: A diary, date: 1917-12, says: {date: 1917-10-25}}\n"
    )

    assert (found.date.edtf, found.date_written) == ("1917-11-07/1917-11-08", "1917-10-25/1917-10-26")
    assert the_citation(found).claim.date.edtf == "1917-11-07"
    assert (found.updated.edtf, the_citation(found).source.date.edtf) == ("2023-04-06", "1917-12")


@pytest.mark.parametrize("written", ["[..2023-04-01]", "'[..2023-04-01]'", "on or before 1 April 2023"])
def test_a_range_that_yaml_takes_for_a_list_is_the_text_as_written(event, written):
    assert event(f"title: Talks\ndate: {written}\n").date.edtf == "[..2023-04-01]"
