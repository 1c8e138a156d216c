"""Whatever an author writes gives a site or messages, never a traceback."""

import json
from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.check.options import Options
from generator.check.site import check
from generator.parse import parse_yaml
from generator.problems import as_github, as_json, as_text
from tests.check.every_field import SITE

JUNK = [
    *("", " ", "~", "null", "true", "x", "é\u0301", "\u202e", "con", "..", "x/y", "a: b", "-" * 50, "a" * 20_000),
    *("2023-02-30", "9" * 5_000, "Y" + "9" * 30, "Y-999999999999", "[..", "/", "2023-04-04T10:00+99:99", "1e9", "NaN"),
    *([], {}, [[]], [{}], ["a", ["b"]], {"": ""}, {"en": ["x"]}, {"a": {"b": ["c"]}}, {"actor": "x"}, {"actor": {}}),
    *([{"article": []}], {"date": {}}, {"part_of": {}}, {"id": []}, [{"talks": {"x": "y"}}]),
]
NAMES = [
    "content/x.txt",
    "content/events/con.yaml",
    "content/events/é.md",
    "content/pages/x.y.md",
    "content/actors.yml",
]
MARKS = "[]{}:-#\"'|>&*!%@`,?\t\0é\n"


def places_in(value: object, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The keys to everything within a value."""
    yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places_in(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places_in(inner, (*place, index))


def with_junk(value: object, place: tuple[str | int, ...], junk: object) -> object:
    """The value with something else at the place."""
    if not place:
        return junk
    key, *rest = place
    if isinstance(value, list):
        return [with_junk(row, tuple(rest), junk) if index == key else row for index, row in enumerate(value)]
    assert isinstance(value, dict)
    return {name: with_junk(row, tuple(rest), junk) if name == key else row for name, row in value.items()}


def with_wrong_value(text: str, chance: Random) -> str:
    """A YAML file, or the head of a Markdown file, in which one value is something else."""
    head, body = (text[4:].split("---\n", 1)) if text.startswith("---") and "---\n" in text[4:] else (text, None)
    values, _ = parse_yaml("x", head)
    if not values:
        return text
    place = chance.choice(list(places_in(values[0])))
    spoilt = json.dumps(with_junk(values[0], place, chance.choice(JUNK)), ensure_ascii=False)  # JSON is YAML
    return spoilt if body is None else f"---\n{spoilt}\n---\n{body}"


def with_wrong_line(text: str, chance: Random) -> str:
    """A file with a line too few, too many, indented, cut or garbled."""
    lines = text.split("\n")
    index = chance.randrange(len(lines))
    line = lines[index]
    at = chance.randrange(len(line) + 1)
    lines[index : index + 1] = chance.choice(
        [[], [line, line], [f" {line}"], [line[:at]], [line[:at] + chance.choice(MARKS) + line[at:]]]
    )
    return "\n".join(lines)


def spoilt_site(chance: Random) -> dict[str, bytes]:
    """The site with up to three mistakes in it."""
    files = dict(SITE)
    for _ in range(chance.randint(1, 3)):
        path = chance.choice(sorted(files))
        spoil = chance.choice([with_wrong_value, with_wrong_value, with_wrong_line, None])
        if spoil:
            files[path] = spoil(files[path], chance)
        elif chance.random() < 0.5:
            files[chance.choice(NAMES)] = files[path]
        else:
            del files[path]
    data = {path: text.encode() for path, text in files.items()}
    if chance.random() < 0.1:
        path = chance.choice(sorted(data))
        data[path] = bytes([chance.randrange(256)]) + data[path]
    return data


def test_the_site_that_is_to_be_spoilt_is_right():
    checked = check({path: text.encode() for path, text in SITE.items()}, Options(drafts=True))

    assert not checked.has_errors, [problem.message for problem in checked.problems]


@given(st.integers(0, 2**32))
def test_a_spoilt_site_gives_messages_and_never_a_traceback(seed):
    chance = Random(seed)
    files = spoilt_site(chance)
    options = Options(as_of=chance.choice([None, 738_000]), drafts=chance.random() < 0.3)

    checked = check(files, options)

    assert (checked.site is None) == checked.has_errors
    for problem in checked.problems:
        path = files.get(problem.path, b"").decode(errors="replace")
        assert problem.message
        assert problem.place.line <= path.count("\n") + path.count("\r") + 1
        assert "\0" not in as_text(problem).replace("\0", "", problem.place.source.count("\0"))
        assert as_github(problem).count("\n") == 0
    assert json.loads(as_json(checked.problems))["errors"] == sum(p.severity == "error" for p in checked.problems)
