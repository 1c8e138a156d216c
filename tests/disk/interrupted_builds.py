"""Builds that are stopped, each in a process of its own: prints a line of JSON for each. Run by test_interruptions.

interrupted_builds.py steps FOLDER    killed before every single thing they ask of the system
interrupted_builds.py errors FOLDER   refused every single thing they ask of the system, one in each build
interrupted_builds.py random FOLDER N killed at a random moment, N times
"""

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import filelock  # noqa: F401  # imported once, not in each child

from generator.disk.write import OutputError, is_unfinished, recover, write_site

Files = dict[str, bytes]

OLD: Files = {"index.html": b"old", "same.css": b"same", "a": b"page", "b/c/d.html": b"deep", "gone/x.html": b"gone"}
NEW: Files = {"index.html": b"new", "same.css": b"same", "a/x.html": b"in", "b": b"page", "Gone/x.html": b"case"}
FOREIGN: Files = {"CNAME": b"example.org", "gone/notes.txt": b"theirs"}
ENDS = ["done", "went on", "refused", "killed", "bug"]
CHANGING = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "open"}


def site_in(output: Path) -> Files | None:
    """What a visitor could be shown, if the site says that it is whole; build.json apart."""
    found = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return {path: content for path, content in found.items() if path != "build.json"}


def kind(output: Path, sites: dict[str, Files]) -> str:
    """The name of the site that the output holds exactly; 'marked', or 'mix'."""
    if is_unfinished(output):
        return "marked"
    found = site_in(output)
    return next((name for name, files in sites.items() if files == found), "mix")


class Stop:
    """Do something before the `step`-th change that a process asks the system to make."""

    def __init__(self, step: int, act: Callable[[], None]) -> None:
        self.left = step
        self.act = act
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in CHANGING and not str(arguments[0]).endswith((".lock", ".py", ".pyc")):
            self.left -= 1
            if self.left == 0:
                self.act()


def run(build: Callable[[], object], step: int, act: Callable[[], None]) -> str:
    """Build in a forked process, and say how it ended."""
    child = os.fork()
    if not child:
        try:
            stop = Stop(step, act)
            build()
            os._exit(ENDS.index("went on" if stop.left <= 0 else "done"))
        except OutputError:
            os._exit(ENDS.index("refused"))
        except BaseException as error:  # noqa: BLE001
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(ENDS.index("bug"))
    return ENDS[os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])]


def kill() -> None:
    os._exit(ENDS.index("killed"))


def refuse() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def starts() -> Iterator[tuple[str, dict[str, Files], Callable[[Path], object], bool]]:
    """What stands in the output before the build of the new site, and which sites may stand there after."""
    mine: dict[str, Files] = {"old": OLD, "new": NEW}
    yield "missing", {"old": {}, "new": NEW}, lambda _: None, False
    yield "empty", {"old": {}, "new": NEW}, lambda output: output.mkdir(), False
    yield "old", mine, lambda output: write_site(output, OLD), False
    yield "marked", mine, half_moved, False
    with_foreign = {name: {**files, **FOREIGN} for name, files in mine.items()}
    yield "foreign", {**with_foreign, "old": {**OLD, **FOREIGN}}, with_others, True


def half_moved(output: Path) -> None:
    """An output that an earlier build of the new site left halfway."""
    write_site(output, OLD)
    for step in range(1, 1000):
        run(lambda: write_site(output, NEW), step, kill)
        moved = (output / "Gone" / "x.html").exists()
        if is_unfinished(output) and moved:
            return
        write_site(output, OLD)


def with_others(output: Path) -> None:
    write_site(output, OLD)
    for path, content in FOREIGN.items():
        (output / path).write_bytes(content)


def renew(folder: Path, like: Path | None = None) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if like:
        shutil.copytree(like, folder)
    else:
        folder.mkdir()


def every_step(folder: Path, act: Callable[[], None]) -> None:
    output, prepared = folder / "output", folder.with_name("prepared")
    for name, sites, prepare, force in starts():
        renew(folder)
        prepare(output)
        folder.rename(prepared)
        for step in range(1, 1000):
            renew(folder, prepared)
            ended = run(partial(write_site, output, NEW, force=force), step, act)
            left = kind(output, sites)
            beside = sorted(path.name for path in folder.iterdir())
            recovered = recover(output)
            after = kind(output, sites)
            completed = write_site(output, NEW, force=force).completed
            report = {
                "start": name, "step": step, "ended": ended, "left": left, "staging": ".output.staging" in beside,
                "recovered": recovered, "after": after, "completed": completed, "then": kind(output, sites),
                "beside": sorted(path.name for path in folder.iterdir()),
            }  # fmt: skip
            sys.stdout.write(json.dumps(report) + "\n")
            if ended == "done":
                shutil.rmtree(prepared)
                break


def at_random(folder: Path, times: int) -> None:
    chance = random.Random(20230404)
    renew(folder)
    output = folder / "output"
    sites = {
        f"site {number}": {f"{chance.choice('abc')}/{page}/index.html": b"%d" % number for page in range(10 * number)}
        for number in range(4)
    }

    def build_for_ever() -> None:
        order = random.Random(chance.random())
        while True:
            write_site(output, sites[order.choice(sorted(sites))])

    for _ in range(times):
        child = os.fork()
        if not child:
            try:
                build_for_ever()
            finally:
                os._exit(4)
        time.sleep(chance.uniform(0.001, 0.04))
        os.kill(child, signal.SIGKILL)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        report = {"ended": ended, "left": kind(output, sites), "then": "", "wanted": ""}
        if chance.random() < 0.5:  # else the next build, which may be killed too, meets what was left
            if chance.random() < 0.2:
                shutil.rmtree(folder / ".output.staging", ignore_errors=True)
            wanted = chance.choice(sorted(sites))
            write_site(output, sites[wanted])
            report |= {"wanted": wanted, "then": kind(output, sites)}
        sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["steps", folder]:
            every_step(Path(folder), kill)
        case ["errors", folder]:
            every_step(Path(folder), refuse)
        case ["random", folder, times]:
            at_random(Path(folder), int(times))
