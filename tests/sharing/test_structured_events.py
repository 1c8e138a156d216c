"""What an event's page says to programs in words of schema.org."""

import pytest

PAGE = "events/talks/index.html"
ACTORS = """
- {name: Osterbay, kind: state}
- {name: Lake Commission, kind: organisation}
- {name: Ada Berg, kind: person}
- {name: The Fishers}
"""


@pytest.fixture
def talks(head):
    """The Event of a page, from the lines of its file."""

    def run(lines, others=None, **options):
        return head({"content/events/talks.yaml": f"title: Talks\n{lines}", **(others or {})}, PAGE, **options).thing(
            "Event"
        )

    return run


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2023-04-04", ("2023-04-04", None)),
        ("2023-04", ("2023-04", None)),
        ("2023", ("2023", None)),
        ("2023-04-04T10:00+02:00", ("2023-04-04T10:00:00+02:00", None)),
        ("2023-04-04/2023-04-05", ("2023-04-04", "2023-04-05")),
        ("2023-04/2023-06-02", ("2023-04", "2023-06-02")),
        ("2022-02-24/..", ("2022-02-24", None)),
        ("1950/", ("1950", None)),
        ("../2023-04-01", (None, "2023-04-01")),
        ("1949~", (None, None)),
        ("1949?", (None, None)),
        ("1949~/1950", (None, "1950")),
        ("2023-21", (None, None)),
        ("194X", (None, None)),
        ("19XX", (None, None)),
        ("'[..2023-04-01]'", (None, None)),
        ("'[2023-03-30..2023-04-01]'", (None, None)),
        ("-0030", (None, None)),
        ("Y12000", (None, None)),
        ("2023-04-XX", ("2023-04", None)),
    ],
)
def test_a_date_is_said_no_finer_than_it_is_known(talks, date, said):
    event = talks(f"date: {date}\n")

    assert (event.get("startDate"), event.get("endDate")) == said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("announced", "EventScheduled"),
        ("planned", "EventScheduled"),
        ("held", "EventScheduled"),
        ("reported", "EventScheduled"),
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
    ],
)
def test_a_status_has_its_word(talks, status, said):
    event = talks(f"date: 2023-04-04\nstatus: {status}\n")

    assert event["eventStatus"] == f"https://schema.org/{said}"
    assert "previousStartDate" not in event


def _claims(*rows):
    said = [f"  - {{title: Note {n}, date: {known}, says: {{{says}}}}}\n" for n, (known, says) in enumerate(rows)]
    return "sources:\n" + "".join(said)


def test_what_was_moved_says_from_when(talks):
    rows = _claims(
        ("2023-03-01", "date: 2023-03-20, status: planned"), ("2023-03-10", "date: 2023-04-04, status: planned")
    )

    event = talks(f"date: 2023-04-04\nstatus: planned\n{rows}")

    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == "2023-03-20"
    assert event["startDate"] == "2023-04-04"


def test_a_plan_that_became_finer_was_not_moved(talks):
    rows = _claims(
        ("2023-03-01", "date: 2023-04, status: planned"), ("2023-03-10", "date: 2023-04-04, status: planned")
    )

    event = talks(f"date: 2023-04-04\nstatus: planned\n{rows}")

    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert "previousStartDate" not in event


def test_what_was_called_off_is_cancelled_even_if_it_was_moved_before(talks):
    rows = _claims(("2023-03-01", "date: 2023-03-20, status: planned"), ("2023-03-10", "status: cancelled"))

    event = talks(f"date: 2023-04-04\nstatus: cancelled\n{rows}")

    assert event["eventStatus"] == "https://schema.org/EventCancelled"


def test_an_entry_that_was_withdrawn_says_nothing_of_an_event(head):
    lines = "title: Talks\ndate: 2023-04-04\nstatus: retracted\n"
    corrections = "corrections: [{date: 2023-05-01, what: Withdrawn, why: It was a hoax}]\n"

    assert head({"content/events/talks.yaml": lines + corrections}, PAGE).kinds() == ["BreadcrumbList"]


def test_a_place_has_its_country_and_where_it_is(talks):
    places = "- {id: lake-house, name: Lake House, country: CH, latitude: 46.5, longitude: -6.25}\n"

    event = talks("date: 2023-04-04\nplace: lake-house\n", {"content/places.yaml": places})

    assert event["location"] == {
        "@type": "Place",
        "name": "Lake House",
        "address": {"@type": "PostalAddress", "addressCountry": "CH"},
        "geo": {"@type": "GeoCoordinates", "latitude": 46.5, "longitude": -6.25},
    }


def test_at_a_meeting_those_who_take_part_attend_and_the_host_organises(talks):
    actors = "actors: [{actor: osterbay, part: host}, lake-commission, ada-berg, the-fishers]\n"
    named = f"date: 2023-04-04\ntype: talks\n{actors}"

    event = talks(named, {"content/actors.yaml": ACTORS})

    assert event["organizer"] == {"@type": "GovernmentOrganization", "name": "Osterbay"}
    assert event["attendee"] == [
        {"@type": "Organization", "name": "Lake Commission"},
        {"@type": "Person", "name": "Ada Berg"},
        {"name": "The Fishers"},  # nobody has said what they are
    ]


def test_elsewhere_to_be_named_is_not_to_attend(talks):
    actors = "actors: [osterbay, {actor: ada-berg, part: subject}, {actor: the-fishers, part: absent}]\n"
    named = f"date: 2023-04-04\ntype: statement\n{actors}"

    event = talks(named, {"content/actors.yaml": ACTORS})

    assert event["about"] == {"@type": "Person", "name": "Ada Berg"}
    assert "attendee" not in event
    assert "Osterbay" not in str(event)
    assert "Fishers" not in str(event)


def test_an_event_names_the_whole_and_the_whole_its_parts(head):
    files = {
        "content/events/rounds.yaml": "title: Rounds\n",
        "content/events/first.yaml": "title: First round\ndate: 2023-04-04\npart_of: rounds\n",
        "content/events/second.yaml": "title: Second round\ndate: 2023-04-09\npart_of: rounds\n",
    }
    whole = head(files, "events/rounds/index.html").thing("Event")
    part = head(files, "events/second/index.html").thing("Event")

    assert [event["name"] for event in whole["subEvent"]] == ["First round", "Second round"]
    assert (whole["startDate"], whole["endDate"]) == ("2023-04-04", "2023-04-09")
    assert part["superEvent"] == {"@type": "Event", "name": "Rounds", "url": "../../events/rounds/"}


def test_an_event_names_the_articles_that_tell_of_it(head):
    files = {
        "content/articles/report.md": "---\ntitle: Talks open\ndate: 2023-04-01\n---\nTalks will open.\n",
        "content/events/talks.yaml": "title: Talks\ndate: 2023-04-04\n"
        "sources: [{article: report, quote: Talks will open}]\n",
    }
    event = head(files, PAGE).thing("Event")
    article = head(files, "articles/report/index.html").thing("Article")

    assert event["subjectOf"] == {"@type": "Article", "name": "Talks open", "url": "../../articles/report/"}
    assert article["mentions"] == {"@type": "Event", "name": "Talks", "url": "../../events/talks/"}


def test_the_way_to_a_page_leads_over_its_year(head):
    trail = head({"content/events/talks.yaml": "title: Talks\ndate: 2023-04-04\n"}, PAGE).thing("BreadcrumbList")

    assert trail["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "2023", "item": "https://lake.example/dossier/2023/"},
        {"@type": "ListItem", "position": 2, "name": "Talks"},
    ]


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!-- <script>", "\\u0000 \\\\u0000", '"quoted" \\ & <b>', "]]>\u2028--"],
)
@pytest.mark.parametrize("base_url", [None, "https://lake.example/"])
def test_no_title_can_end_the_data_or_be_anything_but_itself(head, title, base_url):
    yaml = "title: '" + title.replace("'", "''") + "'\ndate: 2023-04-04\n"
    found = head({"content/events/talks.yaml": yaml}, PAGE, base_url=base_url)

    assert found.thing("Event")["name"] == title
    assert "<" not in found.scripts[0]


def test_without_a_base_url_addresses_are_told_from_the_page(talks):
    event = talks("date: 2023-04-04\n", base_url=None)

    assert event["url"] == "../../events/talks/"
