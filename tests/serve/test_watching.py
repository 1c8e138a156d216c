"""What is saved, however and whenever that is, is built: none of it missed, none of it twice."""

import random
import shutil
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from generator.disk.read import read_sources
from generator.serve.watching import Watcher
from tests.serve.conftest import EVENT, until, write_site

TICK = 2_000_000_000  # nanoseconds
SAVES_WHILE_IT_BUILDS = """
import pathlib, sys, time
from generator.cli import serving
right = serving.all_problems
def slow(sources, problems):
    serving.all_problems = None
    told = right(sources, problems)
    place = pathlib.Path(sys.argv[2], "content/events/e1.yaml")
    if "Event 1" in place.read_text():
        place.write_text(place.read_text().replace("Event 1", "Saved meanwhile"))
        time.sleep(0.6)
    return told
serving.all_problems = slow
"""


class Told:
    """A watched site, and what was told of it."""

    def __init__(self, root, *, polls: bool = False) -> None:
        self.root = root
        self.changes: list[dict[str, bytes]] = []
        self.troubles: list[str] = []
        self.on_change: Callable[[], None] = lambda: None
        self.watcher = Watcher(root, self._changed, self.troubles.append, polls=polls)
        self.watcher.listen()
        self.watcher.follow()

    def _changed(self, sources) -> None:
        self.changes.append(dict(sources))
        self.on_change()

    def save(self, title: str, name: str = "e1") -> None:
        (self.root / f"content/events/{name}.yaml").write_text(EVENT.format(title=title, date="2024-02-02"))

    def shows(self, title: str, name: str = "e1") -> bool:
        told = self.changes[-1] if self.changes else {}
        return title.encode() in told.get(f"content/events/{name}.yaml", b"")


@pytest.fixture
def watch(tmp_path):
    watched: list[Told] = []

    def begin(**options) -> Told:
        write_site(tmp_path / "site")
        watched.append(Told(tmp_path / "site", **options))
        return watched[-1]

    yield begin
    for told in watched:
        told.watcher.stop()


@pytest.mark.parametrize("options", [(), ("--poll",)], ids=["told by the system", "polling"])
def test_what_is_saved_during_the_first_build_is_built_after_it(start, options):
    preview = start(*options, first=SAVES_WHILE_IT_BUILDS)

    until(lambda: "Saved meanwhile" in preview.get("events/e1/"), "what was saved")
    time.sleep(0.5)
    assert "Saved meanwhile" in preview.get("events/e1/"), "and nothing older follows it"
    assert preview.builds == 1


def test_two_edits_within_a_tick_of_the_clock_are_both_told(watch, monkeypatch):
    """As on a drive whose clock ticks every two seconds: size, times and inode stay as they were."""

    def coarse(status):
        return (status.st_size, status.st_mtime_ns // TICK * TICK, 0, status.st_ino)

    monkeypatch.setattr("generator.disk.read.stamp", coarse)
    told = watch()
    told.save("One")
    until(lambda: told.shows("One"))
    told.save("Two")

    until(lambda: told.shows("Two"))
    assert len(told.changes) == 2


def test_a_folder_that_was_made_anew_is_listened_to(watch, monkeypatch):
    told = watch()
    shutil.copytree(told.root / "content", told.root / "copy")
    shutil.rmtree(told.root / "content")
    (told.root / "copy").rename(told.root / "content")
    until(lambda: told.changes)
    monkeypatch.setattr("generator.serve.watching.SLOW", 3600.0)
    time.sleep(2.5)  # the last slow look
    told.save("Heard")

    until(lambda: told.shows("Heard"))


def test_a_bug_is_told_and_the_next_change_is_built(watch):
    told = watch()

    def fail():
        told.on_change = lambda: None
        raise ZeroDivisionError

    told.on_change = fail
    told.save("One")
    until(lambda: told.troubles)
    told.save("Two")

    until(lambda: told.shows("Two"))
    assert len(told.troubles) == 1
    assert "ZeroDivisionError" in told.troubles[0]


def save_in_place(place, text):
    place.write_text(text)


def save_by_renaming(place, text):
    aside = place.with_name(f".{place.name}.tmp")
    aside.write_text(text)
    aside.replace(place)


def save_as_vim_does(place, text):
    swap, backup = place.with_name(f".{place.name}.swp"), place.with_name(f"{place.name}~")
    swap.write_text("swap")
    place.with_name("4913").write_text("")
    place.with_name("4913").unlink()
    if place.exists():
        place.rename(backup)
    place.write_text(text)
    backup.unlink(missing_ok=True)
    swap.unlink()


def save_as_emacs_does(place, text):
    lock = place.with_name(f".#{place.name}")
    lock.symlink_to("someone@somewhere.1:2")
    place.with_name(f"#{place.name}#").write_text(text)
    place.write_text(text)
    place.with_name(f"#{place.name}#").unlink()
    lock.unlink()


def save_anew(place, text):
    place.unlink(missing_ok=True)
    place.write_text(text)


WAYS = (save_in_place, save_by_renaming, save_as_vim_does, save_as_emacs_does, save_anew)


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_was_saved_is_told_of_once(watch, way):
    told = watch()
    for turn in range(4):
        way(told.root / "content/events/e1.yaml", EVENT.format(title=f"Turn {turn}", date="2024-02-02"))
        until(partial(told.shows, f"Turn {turn}"))
        time.sleep(0.2)

    assert len(told.changes) == 4
    assert told.troubles == []


def test_what_was_told_last_is_what_there_is_after_hundreds_of_edits(watch):
    told = watch()
    chance = random.Random(7)
    edits = threading.Event()

    def edit():
        for turn in range(300):
            place = told.root / f"content/events/e{chance.randrange(6)}.yaml"
            if chance.random() < 0.2:
                place.unlink(missing_ok=True)
            else:
                chance.choice(WAYS)(place, EVENT.format(title=f"Turn {turn}", date="2024-02-02"))
            if chance.random() < 0.1:
                (told.root / "content/events").rename(told.root / "content/aside")
                (told.root / "content/aside").rename(told.root / "content/events")
            time.sleep(chance.choice((0, 0, 0.001, 0.03)))
        edits.set()

    threading.Thread(target=edit).start()
    edits.wait()

    until(lambda: told.changes and told.changes[-1] == dict(read_sources(told.root)))
    quiet = len(told.changes)
    time.sleep(2.5)
    assert len(told.changes) == quiet, "and nothing is told where nothing is saved"
    assert quiet <= 300


def test_a_quiet_moment_is_told_once_nothing_is_saved(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.serve.watching.SLOW", 0.1)
    write_site(tmp_path / "site")
    quiet: list[int] = []
    watcher = Watcher(
        tmp_path / "site", lambda _: None, lambda _: None, polls=False, on_quiet=lambda: quiet.append(len(quiet))
    )
    watcher.listen()
    watcher.follow()

    until(lambda: quiet, "a quiet moment")
    watcher.stop()


def test_an_edit_that_no_hint_told_of_is_found_beside_others(watch, monkeypatch):
    """As when the system's queue overflows: whoever saves on and on is no reason to miss it."""
    monkeypatch.setattr("generator.serve.watching.SLOW", 0.2)
    monkeypatch.setattr("generator.serve.watching.look_again", lambda before, _: before)
    told = watch()
    told.save("Lost")

    def found() -> bool:
        told.save("Heard", "e2")
        return bool(told.shows("Lost"))

    until(found, "the edit that was lost")
