"""The filters' index: what stands in it, that it is the same each time, and how large it is."""

import gzip
import json
import random

import pytest

from benchmarks.workload import make_workload, write_dateline
from generator.build.site import build, prepare
from generator.check.options import Options
from generator.check.site import check
from generator.cli.shipped import shipped_templates
from generator.dates import parse_day
from generator.languages.sorting import search_key
from generator.plan.facets import Facets
from tests.filters.conftest import PLANS, REPOSITORY, read_folder

FOLDER = "data/filters/"
SOME = 3_000


@pytest.fixture(scope="module")
def plans():
    files = build(read_folder(PLANS), shipped_templates()).files
    return {path.removeprefix(FOLDER): json.loads(files[path]) for path in files if path.startswith(FOLDER)}


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """Thousands of events, as files by path that are made when they are asked for."""
    folder = tmp_path_factory.mktemp("some")
    write_dateline(folder, make_workload(SOME))
    return prepare(read_folder(folder), shipped_templates()).files


def facet(index, name):
    return next(one for one in index["en.json"]["facets"] if one["name"] == name)


def test_each_column_has_a_row_for_each_event_in_the_sites_order(plans):
    rows, site = plans["rows-0.json"], check(read_folder(PLANS)).site
    assert site

    assert rows["ids"] == [event.id for event in site.events]
    columns = [rows[name] for name in ("page", "day", "length", "form", "key")] + list(rows["facets"].values())
    assert {len(column) for column in columns} == {len(site.events)}
    assert len(plans["titles-en-0.json"]) == len(plans["days-0.json"]["rows"]) == len(site.events)


def test_the_days_of_an_event_are_those_of_its_date(plans):
    rows = plans["rows-0.json"]
    place = rows["ids"].index("round-1")
    day = sum(rows["day"][: place + 1])

    assert (day, rows["length"][place]) == (parse_day("2023-03-20"), 0)
    assert rows["form"][rows["ids"].index("going-on")] % 3 == 1
    assert rows["form"][rows["ids"].index("until-then")] % 3 == 2


def test_each_total_is_the_number_of_events_with_that_option(plans):
    numbers = plans["rows-0.json"]["facets"]
    for one in plans["en.json"]["facets"]:
        for place, option in enumerate(one["options"]):
            assert sum(place in row for row in numbers[one["name"]]) == (option[2] if len(option) > 2 else 0)


def test_an_event_counts_for_what_its_actors_belonged_to_on_its_day(plans):
    league = [option[0] for option in facet(plans, "actor")["options"]].index("league")
    rows = plans["rows-0.json"]
    of_the_league = {name for name, row in zip(rows["ids"], rows["facets"]["actor"], strict=True) if league in row}

    assert of_the_league == {"moved-twice"}  # of Norholm's events the only one since it joined


def test_an_actor_is_found_by_all_its_names(plans):
    norholm = next(option for option in facet(plans, "actor")["options"] if option[0] == "norholm")

    assert norholm[3].split("\n") == ["norholm", "nordland", "land of the north"]


def test_fields_of_the_sites_own_with_few_values_are_facets(plans):
    assert [option[:3] for option in facet(plans, "weight")["options"]] == [["1", "1", 1], ["2", "2", 2], ["3", "3", 1]]
    assert [option[:3] for option in facet(plans, "secret")["options"]] == [["yes", "Yes", 2]]


def test_a_field_that_would_take_the_name_of_another_parameter_is_no_facet():
    sources = read_folder(PLANS)
    sources["site.yaml"] += b"  source: {on: event, type: integer}\n  order: {on: event, type: integer}\n"
    moved = sources["content/events/moved.yaml"]
    sources["content/events/moved.yaml"] = moved.replace(b"  weight: 3\n", b"  weight: 3\n  order: 7\n")
    site = check(sources).site
    assert site

    assert {field.id for field in Facets(site).fields} == {"weight", "secret"}


def test_the_words_of_a_language_stand_apart_from_what_is_the_same_in_all():
    files = build(read_folder(REPOSITORY), shipped_templates()).files

    names = {path.removeprefix(FOLDER) for path in files if path.startswith(FOLDER)}
    shared = {"rows-0.json", "days-0.json"}
    assert names == shared | {f"{part}.json" for tag in ("en", "fr") for part in (tag, f"titles-{tag}-0")}
    french, english = (json.loads(files[f"{FOLDER}{tag}.json"]) for tag in ("fr", "en"))
    ids = [[[option[0] for option in one["options"]] for one in index["facets"]] for index in (french, english)]
    assert ids[0] == ids[1]
    assert french["result"] == "{} sur 36 événements"


def test_a_site_that_is_told_as_of_a_day_has_no_earlier_days():
    files = build(read_folder(PLANS), shipped_templates(), Options(as_of=parse_day("2023-05-01"))).files

    assert f"{FOLDER}days-0.json" not in files
    assert b'name="as-of"' not in files["index.html"]
    assert b'class="standing"' not in files["index.html"]


def test_a_title_is_searched_without_its_accents_and_capitals():
    assert search_key("Élection à Saint-Étienne: ΛΌΓΟΣ") == "election a saint-etienne: λογοσ"


def test_two_builds_give_the_same_index(some):
    paths = [path for path in some if path.startswith(FOLDER)]

    assert {path: some[path] for path in paths} == {path: some[path] for path in paths}


def test_shards_begin_where_pages_do_and_together_hold_all(some):
    about = json.loads(some[f"{FOLDER}en.json"])
    shards = [json.loads(some[f"{FOLDER}rows-{number}.json"]) for number in range(about["shards"])]

    assert about["shards"] == 2
    assert sum(len(shard["ids"]) for shard in shards) == about["events"] == SOME
    assert shards[0]["page"][-1] != shards[1]["page"][0]
    assert all(2_000 <= len(shard["ids"]) <= 2_200 for shard in shards[:-1])


def test_an_event_costs_few_bytes(some):
    sizes = {}
    for name in ("rows", "titles-en", "days"):
        files = [some[path] for path in some if path.startswith(f"{FOLDER}{name}")]
        sizes[name] = sum(len(gzip.compress(file)) for file in files) / SOME

    assert {name: size for name, size in sizes.items() if size > 16} == {}, sizes


def test_an_edit_of_a_title_changes_its_own_shard_alone(tmp_path):
    write_dateline(tmp_path, make_workload(SOME))
    sources = read_folder(tmp_path)
    before = prepare(sources, shipped_templates()).files
    path = random.Random(1).choice([path for path in sources if "/events/" in path])
    after = prepare({**sources, path: sources[path].replace(b"title: ", b"title: Not ")}, shipped_templates()).files

    changed = [path for path in before if path.startswith(FOLDER) and before[path] != after[path]]
    assert len(changed) == 1
    assert changed[0].startswith(f"{FOLDER}titles-en-")
