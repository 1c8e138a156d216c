import pytest

TALKS = "content/events/talks.yaml"


def ids(site):
    return [event.id for event in site.events]


def test_an_event_alone_in_its_file_is_called_as_the_file(told):
    site = told({TALKS: "title: Talks open\ndate: 2023-04-04\n"})

    assert ids(site) == ["talks"]


def test_a_list_of_one_event_is_called_as_the_file(told):
    site = told({TALKS: "- title: Talks open\n  date: 2023-04-04\n"})

    assert ids(site) == ["talks"]


@pytest.mark.parametrize(
    "others", ["- title: Talks close\n  date: 2023-05\n", "- {title: Talks close, date: 2023-05}\n"]
)
def test_among_others_an_event_is_called_by_its_earliest_day_and_its_title(told, others):
    site = told({TALKS: "- title: 'Talks open: round 1'\n  date: 2023-04-04/2023-04-05\n" + others})

    assert ids(site) == ["2023-04-04-talks-open-round-1", "2023-05-01-talks-close"]


def test_several_yaml_documents_hold_several_events(told):
    site = told({TALKS: "title: Talks open\ndate: 2023-04-04\n---\nid: close\ntitle: Talks close\ndate: 2023-05\n"})

    assert ids(site) == ["2023-04-04-talks-open", "close"]


@pytest.mark.parametrize(
    ("date", "made"),
    [
        ("../2023-04-01", "2023-04-01-lake"),
        ("-0430", "-0430-01-01-lake"),
        ("Y12000", "12000-01-01-lake"),
        ("4-5 April 2023", "2023-04-04-lake"),
    ],
)
def test_any_date_makes_an_id(told, date, made):
    site = told({TALKS: f"- {{title: Lake, date: '{date}'}}\n- {{title: Other, date: 2024, id: other}}\n"})

    assert made in ids(site)


def test_an_id_made_from_a_long_title_of_any_script_stays_short(told):
    title = "会談" * 60
    site = told({TALKS: f"- {{title: {title}, date: 2023-04-04}}\n- {{title: Other, date: 2024, id: other}}\n"})

    assert len(ids(site)[0].encode()) <= 90
    assert ids(site)[0].startswith("2023-04-04-会談")


def test_folders_do_not_count(told):
    site = told({"content/events/2023/spring/talks.yaml": "title: Talks open\ndate: 2023-04-04\n"})

    assert ids(site) == ["talks"]


def test_an_id_is_kept_composed_however_the_file_system_wrote_it(told):
    decomposed = "re\u0301union"
    site = told(
        {
            f"content/events/{decomposed}.yaml": "title: Réunion\ndate: 2023-04-04\nsources: {article: the\u0301}\n",
            "content/articles/the\u0301.txt": " date 2023-04-01 Du thé.\n",
            "content/events/other.yaml": "title: Other\ndate: 2023-04-05\nafter: réunion\naliases: [e\u0301te\u0301]\n",
        }
    )

    assert ids(site) == ["réunion", "other"]
    assert [article.id for article in site.articles] == ["thé"]
    assert site.events[0].citations[0].article == "thé"
    assert site.events[1].aliases == ("été",)


@pytest.mark.parametrize("other", ["Talks", "TALKS", "tal\u212as"])
def test_ids_that_differ_in_case_alone_are_one(messages, other):
    said = messages(
        {
            "content/events/a.yaml": "id: talks\ntitle: One\ndate: 2023\ndate_note: x\n",
            "content/events/b.yaml": f"id: {other}\ntitle: Two\ndate: 2023\ndate_note: x\n",
        }
    )

    assert len(said) == 1
    assert said[0].endswith("is taken: content/events/a.yaml:1 has it too")


@pytest.mark.parametrize("name", ["con", "LPT1", "..", ".", "a/b", "a b", "x" * 181, "a:b", "½"])
def test_no_file_system_has_trouble_with_an_id(messages, name):
    said = messages({TALKS: f"id: '{name}'\ntitle: One\ndate: 2023\ndate_note: x\n"})

    assert len(said) == 1
    assert said[0].startswith(f"{TALKS}:1: the id '{name[:40]}")


@pytest.mark.parametrize("name", ["переговоры", "会談", "वार्ता", "2023_talks-1", "-", "_"])
def test_letters_of_any_script_make_an_id(told, name):
    assert ids(told({TALKS: f"id: '{name}'\ntitle: One\ndate: 2023\n"})) == [name]


def test_a_former_id_finds_the_event_it_now_belongs_to(told):
    site = told(
        {
            TALKS: "title: Talks open\ndate: 2023-04-04\naliases: [opening]\n",
            "content/events/visit.yaml": (
                "title: Visit\ndate: 2023-04-05\nrelated: OPENING\nsummary: '[it](event:opening)'\n"
            ),
        }
    )

    assert site.events[1].related == ("talks",)


def test_a_former_id_that_another_event_bears_is_a_mistake(messages):
    said = messages(
        {
            "content/events/a.yaml": "title: One\ndate: 2023\ndate_note: x\naliases: [b]\n",
            "content/events/b.yaml": "title: Two\ndate: 2023\ndate_note: x\n",
        }
    )

    assert said == ["content/events/a.yaml:4: the id 'b' is taken: content/events/b.yaml has it too"]


def test_a_markdown_file_is_one_event_and_its_text_the_summary(told):
    site = told({"content/events/visit.md": "---\ntitle: Visit\ndate: 2023-04-05\n---\nThey *came*.\n"})

    assert ids(site) == ["visit"]
    assert site.events[0].summary.first == "<p>They <em>came</em>.</p>"
