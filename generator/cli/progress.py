"""A progress bar for builds that take over a second, on a terminal."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds before a bar is shown
PAUSE = 0.1  # seconds between two looks of it
STAGES = {"check": "Checking", "pictures": "Pictures", "pages": "Pages", "links": "Links"}


class Progress:
    """Shows how far a build has come, once it has taken a second; nothing where standard error is no terminal.

    The bar moves when it is told to, and has no thread of its own: a process with threads could not be forked.
    """

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._bar: Bar | None = None
        self._process = os.getpid()
        self._next = time.monotonic() + patience if sys.stderr.isatty() else float("inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, stage: str, done: int, total: int) -> None:
        """Note what is being done, and how much of it is done."""
        now = time.monotonic()
        if now < self._next or os.getpid() != self._process:  # a copy of this process leaves it to the original
            return
        self._next = now + PAUSE
        bar = self._bar = self._bar or _start()
        bar.update(bar.task_ids[0], description=STAGES.get(stage, stage), completed=done, total=total or None)
        bar.refresh()


def _start() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.add_task("")
    bar.start()
    return bar
