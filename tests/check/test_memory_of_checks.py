"""A check that remembers the last one finds what a check without a memory finds, whatever was edited in between."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.build.conversion import plain_first
from generator.build.site import prepare
from generator.check.options import Options
from generator.check.prose import convert_here
from generator.check.site import check
from generator.memory import Memory
from tests.check.every_field import SITE
from tests.conftest import ROOT

# The smallest picture that there is: one pixel.
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
EVERY_FIELD = {path: text.encode() for path, text in SITE.items()} | {"content/media/lake.png": PIXEL}
TEMPLATES = {
    path.relative_to(ROOT / "tests/golden/templates").as_posix(): path.read_bytes()
    for path in (ROOT / "tests/golden/templates").rglob("*")
    if path.is_file()
}
Sources = dict[str, bytes]
EDITS = 150
convert_plain_first = plain_first(convert_here)


def _files(folder: Path) -> Sources:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


SITES: dict[str, Callable[[], Sources]] = {
    "every field": lambda: dict(EVERY_FIELD),
    "osterbay": lambda: _files(ROOT / "examples/osterbay"),
    "claims": lambda: _files(ROOT / "tests/golden/claims/site"),
    "two languages": lambda: _files(ROOT / "tests/golden/two-languages/site"),
    "media": lambda: _files(ROOT / "tests/golden/media-and-documents/site"),
    "drafts": lambda: _files(ROOT / "tests/golden/drafts/site"),
}


def _edit(sources: Sources, whole: Sources, dice: Random) -> None:
    """One edit, as authors make them: right ones, wrong ones, and the mending of both."""
    path = dice.choice(sorted(whole))
    content = sources.get(path)
    if content is None or dice.random() < 0.3:
        sources[path] = whole[path]  # mended, or put back
        return
    lines = content.decode(errors="replace").split("\n")
    place = dice.randrange(len(lines))
    match dice.randrange(8):
        case 0:
            del sources[path]
            return
        case 1:
            del lines[place]
        case 2:
            lines.insert(place, lines[dice.randrange(len(lines))])
        case 3:
            lines[place] = lines[place].replace("a", "o", 1)
        case 4:
            lines[place] = lines[place].replace("2023", "2022", 1)
        case 5:
            sources[f"{path.rpartition('/')[0]}/again-{path.rpartition('/')[2]}"] = content
            return
        case 6:
            lines[place] = lines[place].upper()
        case _:
            lines[place] += " x"
    sources[path] = "\n".join(lines).encode()


@pytest.mark.parametrize("name", SITES)
def test_what_is_remembered_is_what_would_be_found(name):
    whole = SITES[name]()
    dice = Random(name)
    memory = Memory()
    sources = dict(whole)
    kinds = set()
    for _ in range(120):
        if dice.random() < 0.25:
            sources = dict(whole)
        _edit(sources, whole, dice)
        options = Options(drafts=dice.random() < 0.2)
        found = check(sources, options, memory=memory)
        memory.turn()
        anew = check(sources, options)
        assert found.problems == anew.problems
        assert found.site == anew.site
        kinds.add(anew.site is None)
    assert kinds == {True, False}, "the edits leave the site right, and wrong, at times"


def _replaced(pattern: bytes, by: bytes) -> Callable[[bytes], bytes]:
    return lambda content: re.sub(pattern, by, content, count=1, flags=re.MULTILINE)


# What authors change in a file of their own: each pattern is replaced once, where it is found.
RIGHT_EDITS: dict[str, list[tuple[bytes, bytes]]] = {
    "content/events/": [
        (rb"^title: ", b"title: Again "),
        (rb"^summary: ", b"summary: Told anew. "),
        (rb"^date: .*$", b"date: 2019-05"),
        (rb"^date: ", b"status: cancelled\ndate: "),
        (rb"^date: ", b"aliases: [once-called-so]\ndate: "),
        (rb"^date: ", b"id: by-another-id\ndate: "),
        (rb"^date: ", b"key: true\ndate: "),
        (rb"^place: .*$", b"place: Nowhere Near"),
        (rb"^topics: .*$", b"topics: [another topic, Harbour]"),
        (rb"^topics: ", b"note: Of the editor's own, with [a link](page:about).\ntopics: "),
        (rb"^date: ", b"corrections: [{date: 2024-01-02, what: the date, why: it was wrong}]\ndate: "),
        (rb"quote: .*$", b"quote: words that nobody said"),
    ],
    "content/articles/": [
        (rb"\Z", b"\n\nAnother paragraph, with *stress*.\n"),
        (rb"\Z", b"\n\n![A picture](media:none.png)\n"),
        (rb"^title: ", b"title: Again "),
        (rb"^publisher: .*$", b"publisher: Another Paper"),
        (rb"^date: .*$", b"date: 2018-03-04"),
    ],
    "content/actors.yaml": [(rb"name: ", b"name: New "), (rb"^(\s*-? ?)kind: \w+", rb"\1kind: person")],
    "content/places.yaml": [(rb"name: ", b"name: New "), (rb"latitude: \d", b"latitude: 4")],
    "content/pages/": [(rb"^title: ", b"title: Again "), (rb"\Z", b"\nMore of it.\n")],
    "site.yaml": [
        (rb"^title: ", b"title: Again "),
        (rb"\A", b"base_url: https://elsewhere.example/\n"),
        (rb"\A", b"time_zone: Europe/Paris\n"),
        (rb"\A", b"share_pictures: events\n"),
        (rb"\A", b"languages: [fr, en, de]\n"),
        (rb"\A", b"checks: {no-archive: error}\n"),
        (rb"\A", b"outputs: [json, calendar, sitemap, citations]\n"),
    ],
}


def _edit_rightly(sources: Sources, dice: Random) -> None:
    """One edit of a field, or a file that is added, removed or renamed."""
    folder = dice.choice(list(RIGHT_EDITS))
    if not (paths := sorted(path for path in sources if path.startswith(folder))):
        return
    path = dice.choice(paths)
    match dice.randrange(8):
        case 0 if path != "site.yaml":
            del sources[path]
        case 1 if folder.endswith("/"):
            sources[f"{folder}renamed-{dice.randrange(9)}{Path(path).suffix}"] = sources.pop(path)
        case 2 if folder.endswith("/"):
            sources[f"{folder}copied-{dice.randrange(9)}{Path(path).suffix}"] = sources[path]
        case _:
            sources[path] = _replaced(*dice.choice(RIGHT_EDITS[folder]))(sources[path])


@pytest.mark.parametrize("name", SITES)
def test_every_file_of_a_preview_is_that_of_a_build_from_nothing(name):
    """Whatever is edited, one thing after the other, and whichever pages are asked for, and in whatever order."""
    whole = SITES[name]()
    dice = Random(name)
    memory = Memory()
    compared = 0
    sources = dict(whole)
    for _ in range(EDITS):
        if dice.random() < 0.35:
            sources = dict(whole)
        if dice.random() < 0.25:
            _edit(sources, whole, dice)
        else:
            _edit_rightly(sources, dice)
        options = Options(drafts=dice.random() < 0.1)
        found = prepare(sources, TEMPLATES, options, convert=convert_plain_first, memory=memory)
        memory.turn()
        anew = prepare(sources, TEMPLATES, options, convert=convert_plain_first)
        assert found.problems == anew.problems
        assert list(found.files) == list(anew.files)
        assert replace(found, files={}) == replace(anew, files={})
        if dice.random() < 0.5 and not found.has_errors:
            paths = dice.sample(list(anew.files), len(anew.files))
            assert {path: found.files[path] for path in paths} == dict(anew.files)
            compared += 1
    assert compared > 5


def test_an_event_is_told_anew_only_when_something_of_it_changed():
    whole = SITES["osterbay"]()
    memory = Memory()
    before = check(whole, memory=memory).site
    memory.turn()
    path = next(path for path in sorted(whole) if path.startswith("content/events/"))
    after = check({**whole, path: whole[path] + b"\n"}, memory=memory).site
    assert before
    assert after
    kept = [event.id for event in after.events if any(event is other for other in before.events)]
    assert len(kept) > len(after.events) // 2, json.dumps(kept)
    assert after == before


def test_what_is_not_asked_for_again_is_let_go():
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    memory, thing, other = Memory(), object(), object()
    assert memory.recall("count", make, (thing,)) == memory.recall("count", make, (thing,)) == 1
    assert memory.recall("count", make, (other,)) == 2
    memory.turn()
    assert memory.recall("count", make, (thing,)) == 1
    memory.turn()
    assert memory.recall("count", make, (other,)) == 3
    assert memory.recall("unsound", make, is_sound=lambda: False) == 4
    assert memory.recall("unsound", make) == 5


def test_of_a_row_of_things_only_new_ones_are_made():
    made: list[str] = []

    def make(thing: list[str]) -> str:
        made.append(thing[0])
        return thing[0].upper()

    memory = Memory()
    a, b, c = ["a"], ["b"], ["c"]
    first = memory.each("upper", [a, b], make)
    memory.turn()
    assert memory.each("upper", [a, b], make) is first
    memory.turn()
    assert memory.each("upper", [b, c, a], make) == ("B", "C", "A")
    assert made == ["a", "b", "c"]
    memory.turn()
    memory.turn()
    assert memory.each("upper", [a], make) == ("A",)
    assert made == ["a", "b", "c", "a"], "what was not asked for between two turns is let go"


def test_of_a_row_of_things_what_is_not_sound_is_made_each_time():
    made: list[str] = []

    def make(thing: str) -> str:
        made.append(thing)
        return thing

    memory = Memory()
    for _ in range(2):
        told = memory.each("same", ["right", "wrong"], make, is_sound=lambda thing: lambda: thing == "right")
        assert told == ("right", "wrong")
    assert made == ["right", "wrong", "wrong"]


def test_of_two_results_that_are_alike_the_first_stays():
    memory = Memory()
    (first,) = memory.each("list", [object()], lambda _: [1], alike=list.__eq__)
    (second,) = memory.each("list", [object()], lambda _: [1], alike=list.__eq__)
    assert first is second


def test_the_list_of_pages_stays_while_only_prose_changes():
    """And so none of its pages is made before it is asked for."""
    whole = SITES["osterbay"]()
    memory = Memory()
    before = prepare(whole, TEMPLATES, convert=convert_plain_first, memory=memory)
    memory.turn()
    path = next(path for path in sorted(whole) if path.startswith("content/articles/"))
    edited = {**whole, path: whole[path] + b"\n\nAnother paragraph.\n"}
    page = f"articles/{Path(path).stem}/index.html"
    after = prepare(edited, TEMPLATES, convert=convert_plain_first, memory=memory)
    assert list(after.files) == list(before.files)
    assert b"Another paragraph." in after.files[page]
    assert b"Another paragraph." not in before.files[page]
