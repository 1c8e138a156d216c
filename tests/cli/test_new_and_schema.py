"""What a new author begins with: a small site, and schemas for an editor."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent.parent
KINDS = ("event", "article", "site", "actors", "places", "sources")


def core_loader():
    """Reads YAML as 1.2's core schema does, and with it most editors: NO is a word, and a day is text."""

    class Core(yaml.SafeLoader):
        pass

    Core.yaml_implicit_resolvers = {}
    for kind, pattern, first in (
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
        ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
        ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ):
        Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), list(first))
    return Core


def json_values(value):
    """What an editor makes of YAML 1.1's days and times: text, in the form that they were written."""
    if isinstance(value, dict):
        return {str(json_values(key)): json_values(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [json_values(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.fixture(scope="module")
def schemas():
    """All schemas, as the command prints them."""
    ended = subprocess.run(
        [sys.executable, "-m", "generator", "schema"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert ended.stderr == ""
    return json.loads(ended.stdout)


def test_what_to_do_next_can_be_typed_as_it_stands(run_dateline, tmp_path):
    ended = run_dateline("new", str(tmp_path / "my dossier"))

    build = next(line.strip() for line in ended.stdout.splitlines() if line.strip().startswith("dateline build"))
    assert shlex.split(build) == ["dateline", "build", str(tmp_path / "my dossier")]


def test_there_is_a_schema_for_each_kind_of_file_and_each_is_one(schemas):
    assert sorted(schemas) == sorted(KINDS)
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_one_schema_is_printed_by_its_name(schemas, run_dateline):
    assert json.loads(run_dateline("schema", "places").stdout) == schemas["places"]


def test_a_kind_that_does_not_exist_is_wrong_usage(run_dateline):
    ended = run_dateline("schema", "planet")

    assert (ended.code, ended.stdout) == (2, "")
    assert "'planet' is not one of 'event'" in ended.stderr


def front_matter(path):
    text = path.read_text(encoding="utf-8")
    return text.split("---\n", 2)[1] if text.startswith("---\n") else ""


def demonstration() -> Iterator[tuple[str, Path, str]]:
    """Every piece of YAML in this repository's own content: its kind, its path, its text."""
    yield "site", ROOT / "site.yaml", (ROOT / "site.yaml").read_text(encoding="utf-8")
    for kind in ("actors", "places", "sources"):
        path = ROOT / f"content/{kind}.yaml"
        yield kind, path, path.read_text(encoding="utf-8")
    for folder, kind in (("articles", "article"), ("events", "event")):
        for path in sorted((ROOT / "content" / folder).rglob("*")):
            if path.suffix == ".yaml":
                yield kind, path, path.read_text(encoding="utf-8")
            elif path.suffix == ".md":
                yield kind, path, front_matter(path)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, core_loader()], ids=["YAML 1.1", "YAML 1.2"])
def test_editors_accept_the_demonstration_content(schemas, loader):
    checked = 0
    for kind, path, text in demonstration():
        validator = Draft202012Validator(schemas[kind])
        for document in yaml.load_all(text, loader):
            errors = [error.message for error in validator.iter_errors(json_values(document))]
            assert errors == [], path
            checked += 1
    assert checked > 25


def event(**fields):
    return {"title": "A", "date": "2023", **fields}


REJECTED = {
    "an unknown field": ("event", {"title": "A", "date": "2023", "titel": "B"}),
    "no title": ("event", {"date": "2023"}),
    "an unknown status": ("event", {"title": "A", "date": "2023", "status": "maybe"}),
    "a list for a title": ("event", {"title": ["A"], "date": "2023"}),
    "neither true nor false": ("event", {"title": "A", "date": "2023", "key": "maybe"}),
    "an unknown kind of source": ("article", {"title": "A", "date": "2023", "kind": "rumour"}),
    "a site without a title": ("site", {"description": "A"}),
    "a slip in a source": ("event", event(sources=[{"article": "a", "quot": "x"}])),
    "a slip in the one source": ("event", event(sources={"article": "a", "quot": "x"})),
    "a slip in what a source says": ("event", event(sources=[{"article": "a", "says": {"dat": "2023"}}])),
    "an unknown part": ("event", event(actors=[{"actor": "NATO", "part": "hosst"}])),
    "a part of nobody": ("event", event(actors=[{"part": "host"}])),
    "a slip in a picture": ("event", event(media=[{"file": "a.jpg", "art": "A lake"}])),
    "a slip in a vote": ("event", event(documents=[{"title": "A", "vote": {"four": 1}}])),
    "a correction without a day": ("event", event(corrections={"what": "The day"})),
    "a slip in a period": ("site", {"title": "A", "periods": [{"name": "War", "dates": "2023"}]}),
    "a slip in a type": ("site", {"title": "A", "types": {"hearing": {"labell": "Hearing"}}}),
    "a slip in a former name": ("actors", [{"name": "A", "names": [{"name": "B", "form": "2020"}]}]),
    "a slip in a membership": ("actors", {"a": {"name": "A", "member_of": [{"actors": "b"}]}}),
}

ACCEPTED = {
    "actors in each form": (
        "event",
        event(actors=["NATO", 5, {"actor": "Nepal", "part": "host", "as": {"en": "host"}}, {"Nina Orlova": "chair"}]),
    ),
    "one of a list without its dash": ("event", event(actors="NATO", sources={"title": "Report", "quote": "x"})),
    "lists left empty": ("event", event(actors=None, sources=None)),
    "an article whose text gives the date": ("article", {"title": "A"}),
    "types of each form": (
        "site",
        {"title": "A", "types": {"a": {"label": "A", "meeting": True}, "b": "B", "c": False}},
    ),
    "chosen types": ("site", {"title": "A", "types": ["summit"]}),
}


@pytest.mark.parametrize("case", REJECTED)
def test_editors_reject(schemas, case):
    kind, value = REJECTED[case]

    assert not Draft202012Validator(schemas[kind]).is_valid(value)


@pytest.mark.parametrize("case", ACCEPTED)
def test_editors_accept(schemas, case):
    kind, value = ACCEPTED[case]

    assert Draft202012Validator(schemas[kind]).is_valid(value)


def test_a_new_site_checks_strictly_and_builds(tmp_path, run_dateline):
    made = run_dateline("new", "mine")

    assert (made.code, made.stderr) == (0, "")
    assert "dateline build mine" in made.stdout
    checked = run_dateline("check", "mine", "--strict")
    assert (checked.code, checked.stderr) == (0, "")
    built = run_dateline("build", "mine", "--strict")
    assert (built.code, built.stderr) == (0, "")
    assert (tmp_path / "mine/output/index.html").exists()


def test_a_new_site_has_the_schemas_that_its_files_name(tmp_path, run_dateline):
    run_dateline("new", "mine")

    named = 0
    for path in (tmp_path / "mine").rglob("*"):
        if path.suffix in (".yaml", ".md"):
            for schema in re.findall(r"\$schema=(\S+)", path.read_text(encoding="utf-8")):
                Draft202012Validator.check_schema(json.loads((path.parent / schema).read_text(encoding="utf-8")))
                named += 1
    assert named >= 3
    assert "/output/" in (tmp_path / "mine/.gitignore").read_text(encoding="utf-8").splitlines()


def test_a_folder_that_is_not_empty_stays_as_it_is(tmp_path, run_dateline):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine", encoding="utf-8")

    ended = run_dateline("new", "mine")

    assert (ended.code, ended.stdout) == (2, "")
    assert "'mine' is not empty" in ended.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_an_empty_folder_will_do_and_a_missing_one_is_made(tmp_path, run_dateline):
    (tmp_path / "empty").mkdir()

    assert run_dateline("new", "empty").code == 0
    assert run_dateline("new", "deep/er").code == 0
    assert (tmp_path / "deep/er/site.yaml").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path, run_dateline):
    (tmp_path / "file").write_text("", encoding="utf-8")

    ended = run_dateline("new", "file/site")

    assert ended.code != 0
    assert "file" in ended.stderr
    assert "Traceback" not in ended.stderr
