"""A check that remembers the last one finds what a check without a memory finds, whatever was edited in between."""

import json
from collections.abc import Callable
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

EVERY_FIELD = {path: text.encode() for path, text in SITE.items()}
TEMPLATES = {
    path.relative_to(ROOT / "tests/golden/templates").as_posix(): path.read_bytes()
    for path in (ROOT / "tests/golden/templates").rglob("*")
    if path.is_file()
}
Sources = dict[str, bytes]


def _files(folder: Path) -> Sources:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


SITES: dict[str, Callable[[], Sources]] = {
    "every field": lambda: dict(EVERY_FIELD),
    "osterbay": lambda: _files(ROOT / "examples/osterbay"),
    "claims": lambda: _files(ROOT / "tests/golden/claims/site"),
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


@pytest.mark.parametrize("name", ["osterbay", "claims", "drafts"])
def test_pages_come_out_as_without_a_memory(name):
    whole = SITES[name]()
    dice = Random(name)
    memory = Memory()
    compared = 0
    for _ in range(15):
        sources = dict(whole)
        _edit(sources, whole, dice)
        convert = plain_first(convert_here)
        found = prepare(sources, TEMPLATES, convert=convert, memory=memory)
        memory.turn()
        if not found.has_errors:
            assert dict(found.files) == dict(prepare(sources, TEMPLATES, convert=convert).files)
            compared += 1
    assert compared > 3


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
