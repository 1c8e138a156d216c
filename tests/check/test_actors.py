import pytest

from generator.dates import parse_day

ACTORS = """- {id: nato, name: {en: NATO, fr: OTAN}, kind: organisation, aliases: [North Atlantic Alliance], iso: be}
- {name: "Mission: Lake", kind: organisation}
- name: Myanmar
  kind: state
  names: [{name: Burma, until: 1989-06-18}]
  url: https://example.org/
  same_as: [https://a.example/, https://b.example/]
- {name: Finland, kind: state, member_of: [{actor: OTAN, from: 2023-04-04}]}
"""


@pytest.fixture
def named(event):
    """Who takes part in an event whose actors are written so: id, part and role."""

    def run(actors: str) -> list[tuple[str, str, str]]:
        found = event(f"title: Talks\ndate: 2023\nactors:\n{actors}\n", {"content/actors.yaml": ACTORS})
        return [(row.actor, row.part, row.role.first if row.role else "") for row in found.actors]

    return run


@pytest.mark.parametrize("name", ["NATO", "nato", "otan", "north  atlantic alliance", "'N\u0041TO'"])
def test_a_name_an_id_and_an_alias_all_mean_the_actor(named, name):
    assert named(f"- {name}") == [("nato", "participant", "")]


@pytest.mark.parametrize(
    "written",
    [
        "- 'Julianne Smith: US ambassador: NATO'",
        "- Julianne Smith: 'US ambassador: NATO'",
        "- {Julianne Smith: 'US ambassador: NATO'}",
        "- {actor: Julianne Smith, as: 'US ambassador: NATO'}",
    ],
)
def test_a_role_stands_after_a_colon_and_a_blank_with_quotes_or_without(named, written):
    assert named(written) == [("julianne-smith", "participant", "US ambassador: NATO")]


@pytest.mark.parametrize("written", ["- 'Mission: Lake'", "- Mission: Lake", "- {actor: 'Mission: Lake'}"])
def test_a_known_name_with_a_colon_in_it_wins(named, written):
    assert named(written) == [("mission-lake", "participant", "")]


def test_an_actor_in_full_has_a_part_and_a_role(named):
    rows = "- {actor: India, part: absent, as: not invited}\n- {actor: India, part: host}\n- {actor: Nepal}"

    assert named(rows) == [("india", "absent", "not invited"), ("india", "host", ""), ("nepal", "participant", "")]


def test_one_actor_may_stand_without_a_list(event):
    found = event("title: Talks\ndate: 2023\nactors: NATO\n")

    assert [row.actor for row in found.actors] == ["nato"]


def test_norway_is_no_answer(named):
    assert named("- NO") == [("no", "participant", "")]


def test_who_stands_twice_is_told_so(messages):
    said = messages(
        {"content/events/talks.yaml": "title: Talks\ndate: 2023\ndate_note: x\nactors: [India, Nepal, INDIA]\n"}
    )

    assert said == ["content/events/talks.yaml:4: 'INDIA' stands here twice"]


def test_an_actor_keeps_every_field_of_its_entry(told):
    actors = {actor.id: actor for actor in told({"content/actors.yaml": ACTORS}).actors}

    assert list(actors) == ["finland", "mission-lake", "myanmar", "nato"]
    assert (actors["nato"].kind, actors["nato"].iso_code) == ("organisation", "BE")
    assert actors["nato"].name.versions == (("en", "NATO"), ("fr", "OTAN"))
    assert actors["myanmar"].same_as == ("https://a.example/", "https://b.example/")
    assert [(row.actor, row.since.edtf, row.until) for row in actors["finland"].member_of] == [
        ("nato", "2023-04-04", None)
    ]


@pytest.mark.parametrize(("day", "name"), [("1989-06-18", "Burma"), ("1989-06-19", "Myanmar"), ("0001-01-01", "Burma")])
def test_an_actor_bears_the_name_of_the_day(told, day, name):
    (myanmar,) = (actor for actor in told({"content/actors.yaml": ACTORS}).actors if actor.id == "myanmar")

    assert myanmar.name_on(parse_day(day)).first == name


def test_a_former_name_means_the_actor_too(named):
    assert named("- Burma") == [("myanmar", "participant", "")]


def test_actors_may_be_a_mapping_from_ids(told):
    site = told({"content/actors.yaml": "nato: {name: North Atlantic Treaty Organization}\n"})

    assert [(actor.id, actor.name.first) for actor in site.actors] == [("nato", "North Atlantic Treaty Organization")]


def test_a_name_can_stand_for_one_actor_only(messages):
    said = messages(
        {"content/actors.yaml": "- {name: Congo, aliases: [DRC]}\n- {name: Brazzaville, aliases: [congo]}\n"}
    )

    assert said == ["content/actors.yaml:2: 'congo' already means the actor 'congo'"]


def test_an_actor_is_called_as_the_first_event_that_is_told_writes_it(told):
    files = {
        "content/events/a.yaml": "title: One\ndate: 2023-04-04\nactors: [india]\ndraft: true\n",
        "content/events/b.yaml": "title: Two\ndate: 2023-04-05\nactors: [INDIA]\nsources: {title: x, date: 2023-09}\n",
        "content/events/c.yaml": "title: Three\ndate: 2023-04-06\nactors: [India]\n",
    }

    names = [told(files, **options).actors[0].name.first for options in ({"drafts": True}, {}, {"as_of": "2023-05-01"})]

    assert names == ["india", "INDIA", "India"]
