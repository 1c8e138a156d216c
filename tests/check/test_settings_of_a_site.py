import pytest

from generator.model.source import Said


@pytest.fixture
def settings(told):
    return lambda text, others=None: told({"site.yaml": text, **(others or {})}).settings


def test_a_title_alone_makes_a_site(told):
    site = told({"site.yaml": "title: The lake talks\n"})

    assert (site.settings.title.first, site.events, site.settings.languages) == ("The lake talks", (), ("en",))
    assert (site.settings.time_zone, len(site.settings.types)) == ("UTC", 18)
    assert site.settings.outputs == ("json", "citations", "feed", "calendar", "csv", "sitemap", "llms")


def test_every_setting_is_kept(settings):
    found = settings(
        """
title: {fr: Le lac, en: The lake}
id: tag:example.org,2023:lake
description: Talks
base_url: https://example.org/lake
languages: [fr, en]
time_zone: Europe/Vienna
periods: [{id: first, name: Round one, date: 2022-02/.., summary: Long}, {name: Round two, date: 2022}]
theme: {accent: '#0b5fa5', text_face: 'Charter, serif', label_face: Inter, density: compact, logo: a.svg, css: my.css}
outputs: []
licence: CC BY 4.0
cite: The lake talks
""",
        {"content/media/a.svg": b"<svg/>", "templates/assets/my.css": b""},
    )

    assert (found.language, found.id, found.base_url) == (
        "fr",
        "tag:example.org,2023:lake",
        "https://example.org/lake/",
    )
    assert [(period.id, period.name.first, period.date.edtf) for period in found.periods] == [
        ("first", "Round one", "2022-02/.."),
        ("round-two", "Round two", "2022"),
    ]
    assert (found.theme.accent, found.theme.density, found.theme.logo, found.theme.css) == (
        "#0b5fa5",
        "compact",
        "a.svg",
        "my.css",
    )
    assert (found.outputs, found.licence.first, found.cite_as.first) == ((), "CC BY 4.0", "The lake talks")


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ("[talks, visit, talks]", [("talks", None, True), ("visit", None, True)]),
        ("{force: false}", None),
    ],
)
def test_a_list_of_types_chooses_and_false_takes_away(settings, types, expected):
    found = settings(f"title: x\ntypes: {types}\n").types

    if expected is None:
        assert "force" not in [kind.id for kind in found]
        assert len(found) == 17
    else:
        assert [(kind.id, kind.label, kind.is_meeting) for kind in found] == expected


@pytest.mark.parametrize(
    "value", ["Hearing", "{label: Hearing}", "{en: Hearing}", "{label: {en: Hearing}, meeting: no}"]
)
def test_a_mapping_adds_types(settings, value):
    added = settings(f"title: x\ntypes: {{hearing: {value}, talks: {{meeting: false}}}}\n").types

    types = {kind.id: kind for kind in added}
    assert (types["hearing"].label.versions, types["hearing"].is_meeting) == ((("en", "Hearing"),), False)
    assert (types["talks"].is_meeting, types["talks"].shipped_label) == (False, "Talks")


def test_other_is_the_type_of_an_event_that_gives_none_even_where_types_are_chosen(told):
    site = told({"site.yaml": "title: x\ntypes: [talks]\n", "content/events/a.yaml": "title: x\ndate: 2023\n"})

    assert site.events[0].type == "other"


def test_a_field_of_ones_own_is_typed_on_events_and_sources_and_in_claims(told):
    site = told(
        {
            "site.yaml": """
title: x
fields:
  weight: {type: integer, label: Weight}
  share: {type: number}
  secret: {type: boolean, show: false}
  seen: {on: event, type: date}
  grade: {on: source, label: {en: Grade, fr: Note}}
""",
            "content/events/talks.yaml": """
title: Talks
date: 2023
weight: -3
share: 0.5
secret: NO
seen: 4 April 2023
sources:
  - {title: Programme, grade: B2, says: {weight: 4, status: planned}}
  - {source: act}
""",
            "content/articles/lake.md": "---\ndate: 2023\ngrade: A1\n---\nText.\n",
            "content/sources.yaml": "act: {title: The act, grade: C3}\n",
        }
    )

    (event,), (article,) = site.events, site.articles
    assert event.fields == {"weight": -3, "share": 0.5, "secret": False, "seen": "2023-04-04"}
    assert [dict(citation.source.fields) for citation in event.citations] == [{"grade": "B2"}, {"grade": "C3"}]
    assert event.citations[0].claim.said == (Said("weight", "4", value=4),)
    assert article.source.fields == {"grade": "A1"}
    assert [(field.id, field.on, field.type, field.is_shown) for field in site.settings.fields] == [
        ("weight", "event", "integer", True),
        ("share", "event", "number", True),
        ("secret", "event", "boolean", False),
        ("seen", "event", "date", True),
        ("grade", "source", "text", True),
    ]


@pytest.mark.parametrize("name", ["known", "date", "date_written", "status", "according_to"])
def test_no_field_of_ones_own_takes_a_name_that_claims_have(messages, name):
    (found,) = messages({"site.yaml": f"title: A\nfields:\n  {name}: {{}}\n"})

    assert found.startswith(f"site.yaml:3: '{name}' is ")


@pytest.mark.parametrize("url", ["https://example.org/?page=1", "https://example.org/#top"])
def test_pages_cannot_stand_below_a_query_or_a_fragment(messages, url):
    assert messages({"site.yaml": f"title: A\nbase_url: {url}\n"}) == [
        f"site.yaml:2: '{url}' has a '?' or a '#' in it: no page can stand below it"
    ]
