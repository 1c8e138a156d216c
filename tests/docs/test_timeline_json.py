import json
import re
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from generator.build.site import build
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from generator.dates import parse_day
from generator.disk.read import read_sources

SCHEMA = "data/timeline.schema.json"
PAGE = "docs/timeline-json.md"
FREE = {"fields", "claims", "says"}  # what stands in these is named by the site, or by the fields of events
# The tables of the page, and where the schema fixes the same keys.
TABLES = {
    "The file": lambda schema: schema["properties"],
    "An event": lambda schema: schema["$defs"]["event"]["properties"],
    "Beside": lambda schema: schema["$defs"]["citation"]["allOf"][1]["properties"],
    "A source": lambda schema: schema["$defs"]["source"]["properties"],
    "A claim": lambda schema: schema["$defs"]["claim"]["properties"],
}


@pytest.fixture(scope="module")
def demonstration(root):
    return build(read_sources(root), shipped_templates()).files


@pytest.fixture(scope="module")
def schema(demonstration):
    return json.loads(demonstration[SCHEMA])


def mistakes(schema, content):
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(content)]


def keys_of(content):
    for name, value in content.items() if isinstance(content, dict) else ():
        yield name
        if name not in FREE:
            yield from keys_of(value)
    for value in content if isinstance(content, list) else ():
        yield from keys_of(value)


def names_in(schema):
    for name, value in schema.items() if isinstance(schema, dict) else ():
        yield from value if name == "properties" else ()
        yield from names_in(value)
    for value in schema if isinstance(schema, list) else ():
        yield from names_in(value)


def test_the_schema_is_itself_valid(schema):
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", ["timeline.json", "fr/timeline.json"])
def test_the_demonstration_fits_the_schema_in_each_language(demonstration, schema, path):
    content = json.loads(demonstration[path])

    assert len(content["events"]) > 30
    assert mistakes(schema, content) == []


@pytest.mark.parametrize("day", ["", "1990-01-01", "2024-03-02", "2030-01-01"])
def test_a_site_with_every_field_fits_the_schema_as_of_any_day(reference_site, schema, day):
    options = Options(as_of=parse_day(day) if day else None)

    content = json.loads(build(reference_site, shipped_templates(), options).files["timeline.json"])

    assert content["as_of"] == (day or None)
    assert mistakes(schema, content) == []


def test_the_schema_knows_every_key_that_is_written(reference_site, schema):
    content = json.loads(build(reference_site, shipped_templates()).files["timeline.json"])

    assert set(keys_of(content)) - set(names_in(schema)) == set()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content["events"][0].pop("id"),
        lambda content: content["events"][0].update(status="denied"),
        lambda content: content["events"][0].update(earliest="4 April 2023"),
        lambda content: content["articles"][0].pop("page"),
        lambda content: content.update(version=2),
    ],
)
def test_the_schema_refuses_what_a_reader_could_not_use(demonstration, schema, spoil):
    content = json.loads(demonstration["timeline.json"])
    spoil(content)

    assert len(mistakes(schema, content)) == 1


def test_a_key_that_a_later_version_adds_does_no_harm(demonstration, schema):
    content = json.loads(demonstration["timeline.json"])
    for holder in (content, content["site"], content["events"][0], content["events"][0]["sources"][0]):
        holder["later"] = [1]

    assert mistakes(schema, content) == []


def test_the_page_tells_every_key_of_the_schema_and_no_other(root, schema):
    told: dict[str, set[str]] = {name: set() for name in TABLES}
    section = ""
    for line in (root / PAGE).read_text(encoding="utf-8").splitlines():
        section = next((name for name in TABLES if line.lstrip("# ").startswith(name)), section)
        if line.startswith("| `"):
            told[section] |= set(re.findall(r"`(\w+)`", line.split(" | ")[0]))

    assert told == {name: set(find(schema)) for name, find in TABLES.items()}


def test_the_program_of_the_page_prints_what_the_page_says(examples, reference_site, tmp_path):
    (tmp_path / "timeline.json").write_bytes(build(reference_site, shipped_templates()).files["timeline.json"])
    (example,) = examples(PAGE)

    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example.text],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (0, example.said), ended.stderr
