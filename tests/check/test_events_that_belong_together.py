PARTS = {
    "content/events/whole.yaml": "title: The talks\n",
    "content/events/first.yaml": "title: First round\ndate: 2023-04-04/2023-04-05\npart_of: whole\n",
    "content/events/second.yaml": "title: Second round\ndate: 2023-06\npart_of: WHOLE\n",
}


def by_id(site):
    return {event.id: event for event in site.events}


def test_an_event_without_a_date_has_the_span_of_its_parts(told):
    whole = by_id(told(PARTS))["whole"]

    assert (whole.date.edtf, whole.date.extent, whole.takes_date_from_parts) == (
        "2023-04-04/2023-06",
        "throughout",
        True,
    )


def test_parts_of_parts_count(told):
    above = {"content/events/years.yaml": "title: Years of talks\n", **PARTS}
    above["content/events/whole.yaml"] += "part_of: years\n"

    assert by_id(told(above))["years"].date.edtf == "2023-04-04/2023-06"


def test_a_part_that_is_a_draft_does_not_count_until_drafts_are_asked_for(told):
    files = {**PARTS, "content/events/second.yaml": PARTS["content/events/second.yaml"] + "draft: true\n"}

    assert by_id(told(files))["whole"].date.edtf == "2023-04-04/2023-04-05"
    assert by_id(told(files, drafts=True))["whole"].date.edtf == "2023-04-04/2023-06"


def test_a_date_of_its_own_wins_over_the_parts(told):
    files = {**PARTS, "content/events/whole.yaml": "title: The talks\ndate: 2023\n"}

    assert by_id(told(files))["whole"].date.edtf == "2023"


def test_an_event_that_lost_its_date_to_a_mistake_is_not_asked_for_one(messages):
    said = messages({"content/events/talks.yaml": "title: Talks\ndate: [a, b]\n"})

    assert said == ["content/events/talks.yaml:2: a date is expected here"]


def test_after_orders_events_of_the_same_day(told):
    site = told(
        {
            "content/events/a.yaml": "title: Dinner\ndate: 2023-04-04\nafter: [b, c]\n",
            "content/events/b.yaml": "title: Lunch\ndate: 2023-04-04\nafter: c\n",
            "content/events/c.yaml": "title: Breakfast\ndate: 2023-04-04\n",
        }
    )

    assert [event.id for event in site.events] == ["c", "b", "a"]


def test_a_circle_hides_no_other_mistake(messages):
    said = messages(
        {
            "content/events/a.yaml": "title: One\npart_of: b\nstatus: maybe\n",
            "content/events/b.yaml": "title: Two\npart_of: a\n",
            "content/events/c.yaml": "title: Three\n",
        }
    )

    assert said == [
        "content/events/a.yaml:2: 'part_of' goes in a circle: a → b → a",
        "content/events/a.yaml:3: 'maybe' is not a status",
        "content/events/c.yaml:1: 'date' is missing",
    ]


def test_a_long_chain_is_no_circle(told):
    events = "".join(f"- {{id: e{n}, title: Round {n}, date: 2023-04-04, after: e{n + 1}}}\n" for n in range(3000))
    site = told({"content/events/all.yaml": f"{events}- {{id: e3000, title: The first, date: 2023-04-04}}\n"})

    assert [event.id for event in site.events[:2]] == ["e3000", "e2999"]


def test_a_retracted_event_keeps_its_page_with_the_reason_of_its_newest_correction(event):
    found = event(
        "title: Talks\ndate: 2023\nstatus: retracted\ncorrections:\n"
        "  - {date: 2023-04-07, what: withdrawn, why: it was a drill}\n  - {date: 2023-04-06, what: the place}\n"
    )

    assert (found.status, found.corrections[-1].why.first) == ("retracted", "it was a drill")


def test_everything_that_comes_with_an_event_is_kept(event):
    found = event(
        """
title: Talks
date: 2023-04-04
key: yes
updated: 2023-04-06
documents:
  - {kind: resolution, title: On the lake, symbol: A/1, url: https://example.org/1, archived: https://a.example/1,
     vote: {for: 141, against: 7, abstained: 32, absent: 13}}
media:
  - {file: media/lake.png, alt: The lake, caption: At dawn, credit: A. Painter, licence: CC BY 4.0}
  - {url: https://example.org/video, title: Press conference}
""",
        {"content/media/lake.png": b"a picture"},
    )

    (document,), (picture, link) = found.documents, found.media
    assert (found.is_key, found.updated.edtf) == (True, "2023-04-06")
    assert (document.kind, document.title.first, document.symbol) == ("resolution", "On the lake", "A/1")
    assert (document.vote.votes_for, document.vote.against, document.vote.abstained, document.vote.absent) == (
        141,
        7,
        32,
        13,
    )
    assert (picture.file, picture.alt.first, picture.caption.first) == ("lake.png", "The lake", "At dawn")
    assert (picture.credit.first, picture.licence.first) == ("A. Painter", "CC BY 4.0")
    assert (link.url, link.title.first) == ("https://example.org/video", "Press conference")
