"""Kills real builds of a site that goes back and forth between two states; run by test_killed_builds.py.

Each build is a copy of this process, which has everything imported: `dateline build` without Python's start. It is
killed with all that it started: a third of them at any moment, a third as they write, and a third at a step of the
commit, which is too short to be met by a clock. A line for each: what was left, and after some of them what the next
build made.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path
from statistics import median

import filelock  # noqa: F401  # imported once, and not in each copy

from generator.build.site import build as build_files
from generator.cli import building, main, memory  # noqa: F401
from generator.cli.shipped import shipped_templates
from generator.disk import lock  # noqa: F401
from generator.disk.read import read_sources
from generator.disk.write import is_unfinished

CHANGED = 12  # events that differ between the two states; what they share stays
WRITING = 0.2  # the share of a build that is spent on its output, about
STEPS = 24  # changes of the output in a commit, about
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir"}  # what Python tells of, before it is done
PEEK = os.WEXITED | os.WNOHANG | os.WNOWAIT  # whether a process has ended, which is still to be waited for
PAGES = ("404", "article", "event", "ledger", "list", "matrix", "moved", "page", "sources", "timeline", "year")
Files = dict[str, bytes]


def write_site(root: Path, state: str, events: int) -> None:
    """The site in one of its states. Each has pages of its own, pages that differ, and pages that stay."""
    for folder in ("content/events", "templates"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "site.yaml").write_text("title: Killed\n", encoding="utf-8")
    for page in PAGES:  # templates of a line, so that most of a build is its writing
        shown = "{{ event.entry.title.text }}" if page == "event" else "{{ site.title.text }}"
        (root / f"templates/{page}.html").write_text(f"<!doctype html><title>{shown}</title>\n", encoding="utf-8")
    for path in (root / "content/events").iterdir():
        path.unlink()
    for number in range(events):
        name = f"{state}-{number}" if number < CHANGED and number % 3 == 0 else f"both-{number}"
        title = f"{state} {number}" if number < CHANGED and number % 3 == 1 else f"Event {number}"
        (root / f"content/events/{name}.yaml").write_text(
            f"title: {title}\ndate: {1900 + number}\ndate_note: n\nsources: [{{title: A source}}]\n", encoding="utf-8"
        )


def start_build(root: Path, last_step: int | None = None) -> int:
    """Start a build in a group of its own, to be killed before so many steps of its commit; its process's number."""
    child = os.fork()
    if child:
        return child
    try:
        os.setpgid(0, 0)
        if last_step is not None:
            kill_before_step(root / "output", last_step)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        sys.argv[1:] = ["build", str(root), "--jobs", "2"]
        main()
    except SystemExit as ended:
        os._exit(int(ended.code or 0))
    finally:
        os._exit(99)


def kill_before_step(output: Path, last: int) -> None:
    """Kill this process and all it started, before it changes the output for so many times, counted from 0."""
    left = last

    def see(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in CHANGES and any(str(place).startswith(f"{output}/") for place in arguments[:2]):
            if not left:
                os.killpg(0, signal.SIGKILL)
            left -= 1

    sys.addaudithook(see)


def know_templates(root: Path) -> None:
    """Work out once what is the same in each build, and not in each copy: code of templates, what scripts weigh."""
    assert not build_files(read_sources(root), shipped_templates()).has_errors


def build(root: Path) -> float:
    """Build to the end: the seconds it took."""
    began = time.perf_counter()
    status = os.waitstatus_to_exitcode(os.waitpid(start_build(root), 0)[1])
    assert status == 0, status
    return time.perf_counter() - began


def kill_build(root: Path, delay: float, *, after_change_of: Path | None = None) -> None:
    """Start a build, and kill all of it after so many seconds, counted from its start or from a first change there."""
    before = inode(after_change_of)
    child = start_build(root)
    while after_change_of and inode(after_change_of) == before and not os.waitid(os.P_PID, child, PEEK):
        pass
    time.sleep(delay)
    for kill in (os.killpg, os.kill):  # it may not have its group yet
        try:
            kill(child, signal.SIGKILL)
        except ProcessLookupError:
            continue
    os.waitpid(child, 0)


def inode(path: Path | None) -> int:
    try:
        return path.stat().st_ino if path else 0
    except OSError:
        return 0


def files_of(output: Path) -> Files:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def left_in(output: Path, sites: dict[str, Files], old: str, new: str) -> str:
    """Which site stands there: one that is whole is judged by its bytes, whatever its record says of it."""
    if is_unfinished(output):
        return "marked"
    found = files_of(output)
    return "new" if found == sites[new] else "old" if found == sites[old] else "mix"


def kill_builds(folder: Path, kills: int, events: int) -> None:
    chance = random.Random(20230404)
    root, output = folder / "site", folder / "site/output"
    sites: dict[str, Files] = {}
    took = []
    write_site(root, "first", events)
    know_templates(root)
    for state in ("first", "second") * 3:
        write_site(root, state, events)
        took.append(build(root))
        sites[state] = files_of(output)
    usual = median(took[1:])
    old, new = "second", "first"
    write_site(root, new, events)
    for number in range(kills):
        match number % 3:
            case 0:
                kill_build(root, chance.uniform(0, usual))
            case 1:
                kill_build(root, chance.uniform(0, usual * WRITING), after_change_of=root / ".output.staging")
            case 2:
                os.waitpid(start_build(root, chance.randrange(STEPS)), 0)
        left, after = left_in(output, sites, old, new), "-"
        if left != "old" or chance.random() < 0.1:  # else the next is killed on what this one left behind
            if left == "marked" and chance.random() < 0.5:
                kill_build(root, chance.uniform(0, usual))  # so may the build that is to complete it be
                left = "mix" if left_in(output, sites, old, new) == "mix" else left
            build(root)
            after = left_in(output, sites, old, new)
            old, new = new, old
            write_site(root, new, events)
        sys.stdout.write(f"{left} {after}\n")


if __name__ == "__main__":
    kill_builds(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
