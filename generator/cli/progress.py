"""A progress bar for builds that take over a second, on a terminal."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0  # seconds before a bar is shown
STAGES = {"check": "Checking", "pictures": "Pictures", "pages": "Pages"}


class Progress:
    """Shows how far a build has come, once it has taken a second; nothing where standard error is no terminal."""

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._state = ("check", 0, 0)
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._lock = threading.Lock()
        self._ended = False
        self._timer = threading.Timer(patience, self._start) if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._bar:
                self._bar.stop()

    def show(self, stage: str, done: int, total: int) -> None:
        """Note what is being done, and how much of it is done."""
        self._state = (stage, done, total)
        if self._bar and self._task is not None:
            self._bar.update(self._task, description=STAGES.get(stage, stage), completed=done, total=total or None)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._ended:
                return
            columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            stage, done, total = self._state
            self._task = bar.add_task(STAGES.get(stage, stage), completed=done, total=total or None)
            bar.start()
            self._bar = bar
