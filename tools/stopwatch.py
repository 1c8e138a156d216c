"""Run `dateline` with a clock at the doors of its stages: python -m tools.stopwatch REPORT BEGAN COMMAND …

REPORT is the file for the seconds of each stage, as JSON; BEGAN is when this process was started, by perf_counter. Time
is that of this process alone, waiting included: what others do beside it shows as what it waits for.
"""

import builtins
import importlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, wraps
from pathlib import Path
from time import perf_counter
from typing import Any

STARTS, IMPORTS, REST, ENDS = "start of Python", "imports", "the rest", "end"
DOORS = (  # stage, module, and the name by which the program goes into it there
    ("scan", "generator.cli.standing", "read_sources"),
    ("compare with the last build", "generator.cli.standing", "fingerprint"),
    ("compare with the last build", "generator.cli.standing", "unchanged"),
    ("read", "generator.disk.read", "Sources.__getitem__"),
    ("wait for what is read ahead", "generator.build.ahead", "Ahead.yaml"),
    ("wait for what is read ahead", "generator.build.ahead", "Ahead.prose"),
    ("parse", "generator.check.reading", "Reader.entries"),
    ("parse", "generator.check.reading", "Reader.listed"),
    ("Markdown", "generator.check.prose", "ProseDesk.convert"),
    ("check", "generator.build.site", "check"),
    ("plan", "generator.build.site", "_plan"),
    ("load templates", "generator.render.pages", "PageRenderer.ready"),
    ("render", "generator.build.files", "Files.__getitem__"),
    ("draw", "generator.cli.memory", "draw"),
    ("draw", "generator.render.icons", "draw_icon"),
    ("look at the output", "generator.disk.write", "read_record"),
    ("look at the output", "generator.disk.write", "read_tree"),
    ("compare and write", "generator.disk.write", "_Writing._stage"),
    ("wait for what others render", "generator.disk.sharing", "_results"),
    ("commit", "generator.disk.write", "_Writing._swap"),
    ("search index", "generator.disk.write", "_Writing._derive"),
    ("remember", "generator.disk.write", "_Writing._remember"),
    ("remember", "generator.cli.building", "remember"),
)
STAGES = tuple(dict.fromkeys((STARTS, IMPORTS, *(stage for stage, _, _ in DOORS), REST, ENDS)))


class Stopwatch:
    """The seconds of each stage. One within another stops the other's clock until it is over."""

    def __init__(self, began: float) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self._open = [STARTS]
        self._seen = began
        self._thread = threading.get_ident()
        self.turn(REST)

    def turn(self, stage: str) -> None:
        """Go over to another stage for good."""
        self._stop()
        self._open[-1] = stage

    @contextmanager
    def within(self, stage: str) -> Iterator[None]:
        """What is done in this block belongs to a stage. Other threads than the first are not told apart."""
        if threading.get_ident() != self._thread:
            yield
            return
        self._stop()
        self._open.append(stage)
        try:
            yield
        finally:
            self._stop()
            self._open.pop()

    @property
    def now(self) -> str:
        """The stage whose clock runs."""
        return self._open[-1]

    def _stop(self) -> None:
        now = perf_counter()
        self.spent[self._open[-1]] += now - self._seen
        self._seen = now


class Doors:
    """Puts the clock at each door as soon as its module is there."""

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch
        self._waiting = list(DOORS)
        self._import = builtins.__import__

    def watch_imports(self) -> None:
        """Time what is imported, and look for new doors after it."""
        builtins.__import__ = self._import_timed

    def _import_timed(self, *arguments: Any, **more: Any) -> Any:
        if self._watch.now == IMPORTS:
            return self._import(*arguments, **more)
        with self._watch.within(IMPORTS):
            found = self._import(*arguments, **more)
            if self._waiting:
                self._fit()
            return found

    def _fit(self) -> None:
        waiting, self._waiting = self._waiting, []
        for stage, module, name in waiting:
            if module in sys.modules:
                self._put(stage, module, name)
            else:
                self._waiting.append((stage, module, name))

    def _put(self, stage: str, module: str, name: str) -> None:
        holder, attribute, door = find(module, name)
        if isinstance(door, cached_property):
            timed: Any = cached_property(self._timed(stage, door.func))
            timed.__set_name__(holder, attribute)
        else:
            timed = self._timed(stage, door)
        setattr(holder, attribute, timed)

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def run(*arguments: Any, **more: Any) -> Any:
            with self._watch.within(stage):
                return work(*arguments, **more)

        return run


def find(module: str, name: str) -> tuple[Any, str, Any]:
    """What holds a door, the door's own name, and the door; AttributeError where there is none."""
    holder: Any = importlib.import_module(module)
    *classes, attribute = name.split(".")
    for part in classes:
        holder = getattr(holder, part)
    return holder, attribute, vars(holder)[attribute] if classes else getattr(holder, attribute)


def main() -> None:
    """Run the command, and write down its stages as it leaves."""
    report, began, *command = sys.argv[1:]
    watch = Stopwatch(float(began))
    process, leave = os.getpid(), os._exit  # it is how the program ends

    def tell_and_leave(code: int) -> None:
        if os.getpid() == process:  # a copy of it tells nothing
            watch.turn(ENDS)
            Path(report).write_text(json.dumps({"spent": watch.spent, "ended": perf_counter()}), encoding="utf-8")
        leave(code)

    os._exit = tell_and_leave  # type: ignore[assignment]
    Doors(watch).watch_imports()
    from generator.cli import main as dateline

    sys.argv[:] = ["dateline", *command]
    dateline()


if __name__ == "__main__":
    main()
