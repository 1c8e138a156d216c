"""What happens in a site's folder: hints from the system, and scans that find out what they mean.

A system's events are hints only: a queue that overflows drops some, and reading a file sends some. Each leads to a scan
of sizes, times and inodes, and a slow scan runs besides. Only what a scan finds to differ is a change.
"""

import errno
import os
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR
from typing import TypeAlias

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from generator.disk.errors import SiteError
from generator.disk.read import Sources, look_again, read_sources
from generator.serve.seen import Seen, see

SEVERAL = 8  # files; an editor that saves one touches a few, and what touches more is a checkout or the like
# Seconds without another hint, after which what is being saved is taken to be saved; a checkout pauses now and then.
QUIET, LONG_QUIET = 0.01, 0.05
FEW = 20  # files that hints may tell of without a look at the whole folder
# Seconds for which hints may go on before the folder is looked at nevertheless: half of a checkout is worth no build.
LONGEST, VERY_LONGEST = 0.3, 2.0
SLOW, POLLING = 2.0, 0.25  # seconds between two scans that no hint asked for, with and without hints
SHARE = 20  # a scan may take no more than one part in so many of the time
FOLDERS = ("content", "templates")
SPENT = frozenset({errno.ENOSPC, errno.EMFILE})  # inotify's watches, or its instances
OURS = (".cache", ".output", "output")  # what builds write beside the sources
Folders: TypeAlias = dict[str, tuple[int, int]]  # devices and inodes, by which one that was made anew is another


class Watcher:
    """Looks at a site's folder, and tells when its sources have changed."""

    def __init__(
        self,
        root: Path,
        on_change: Callable[[Sources], None],
        on_trouble: Callable[[str], None],
        *,
        polls: bool,
        on_quiet: Callable[[], None] = lambda: None,
    ) -> None:
        self._root = root
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._polls = polls
        self._on_quiet = on_quiet  # told when nobody has saved anything for a while
        self._hint = threading.Event()
        self._hinted: set[str] = set()  # the paths of which hints told since the last look
        self._sources: Sources | None = None
        self._ended = threading.Event()
        self._observer: BaseObserver | None = None
        self._watched: Folders = {}
        self._seen = Seen({}, (), {})
        self._took = 0.0  # seconds that the last scan took
        self._looked = 0.0  # when it ended
        self._thread = threading.Thread(target=self._run, name="dateline-watcher", daemon=True)

    def listen(self) -> Sources:
        """Listen from now on, and give the sources as they are now."""
        self._attend()
        self._sources = sources = read_sources(self._root)
        self._seen = see(sources)
        return sources

    def follow(self) -> None:
        """Tell, from a thread of its own, of what has changed since `listen`."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._ended.set()
        self._hint.set()
        self._deaf()

    def _run(self) -> None:
        while not self._ended.is_set():
            pause = max(POLLING if self._polls else SLOW, self._took * SHARE)
            is_hinted = self._hint.wait(pause)
            if not self._ended.is_set():
                try:
                    if not self._look(is_hinted=is_hinted) and not is_hinted:
                        self._on_quiet()
                except Exception:  # noqa: BLE001  # a bug, which is no reason to miss what is saved from now on
                    self._on_trouble(f"this change failed, and the next will be tried\n{traceback.format_exc()}")

    def _scan(self, *, is_hinted: bool) -> Sources:
        """The sources once nothing more is hinted at: an editor saves in several steps, and git writes many files."""
        first, are_many = time.monotonic(), False
        latest = first + LONGEST
        while True:
            while self._hint.is_set() and time.monotonic() < latest:
                self._hint.clear()
                are_many = are_many or len(self._hinted) > SEVERAL
                latest = first + (VERY_LONGEST if are_many else LONGEST)
                self._hint.wait(LONG_QUIET if are_many else QUIET)
            began = time.monotonic()
            sources = self._seen_again() if is_hinted else None
            if sources is None:
                sources = read_sources(self._root)
                self._looked = time.monotonic()
                self._took = self._looked - began
            self._sources = sources
            if not self._hint.is_set() or time.monotonic() > latest:
                return sources

    def _seen_again(self) -> Sources | None:
        """The sources, if hints told of a few files only; None where the whole folder is to be looked at."""
        hinted = {self._hinted.pop() for _ in range(len(self._hinted))}
        is_due = time.monotonic() - self._looked > 2 * max(SLOW, self._took * SHARE)  # since some hints are lost
        if self._sources is None or is_due or not 0 < len(hinted) <= FEW:
            return None
        return look_again(self._sources, hinted)

    def _look(self, *, is_hinted: bool) -> bool:
        """Look for changes, and tell of them; whether there were any."""
        try:
            sources = self._scan(is_hinted=is_hinted)
        except SiteError:  # the folder itself is gone, as in the midst of a rename
            self._sources = None
            return False
        is_new = self._seen.differs_from(sources)
        self._seen = see(sources)
        if is_new:
            self._attend()
            self._on_change(sources)
        return is_new

    def _attend(self) -> None:
        """Have the system tell of the folders that are there now."""
        there = {name: (status.st_dev, status.st_ino) for name in ("", *FOLDERS) if (status := self._folder(name))}
        if self._polls or (there == self._watched and self._observer):
            return
        self._deaf()
        observer = Observer()
        try:
            for name in there:
                observer.schedule(
                    _Hints(self._hint, self._hinted, self._root), str(self._root / name), recursive=bool(name)
                )
            observer.start()
        except FileNotFoundError:  # gone meanwhile, of which the next look will tell
            observer.stop()
            return
        except OSError as error:
            observer.stop()
            self._polls = True
            if error.errno in SPENT:
                self._on_trouble(
                    "the system has no more watches to give (inotify), so the folder is looked at four times a second; "
                    "'sudo sysctl fs.inotify.max_user_watches=524288' gives more"
                )
            else:
                self._on_trouble(f"the folder cannot be watched ({error}), so it is looked at four times a second")
            return
        self._observer, self._watched = observer, there

    def _folder(self, name: str) -> os.stat_result | None:
        try:
            status = (self._root / name).stat()
        except OSError:
            return None
        return status if S_ISDIR(status.st_mode) else None

    def _deaf(self) -> None:
        if self._observer:
            self._observer.stop()
            self._observer = None


class _Hints(FileSystemEventHandler):
    """Takes every event for a hint, but for those that only say that a file was read or that we wrote."""

    def __init__(self, hint: threading.Event, hinted: set[str], root: Path) -> None:
        self._hint = hint
        self._hinted = hinted
        self._root = str(root)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write"):
            return
        path = str(event.src_path)
        name = path[len(self._root) :].lstrip("/\\").partition("/")[0]
        if name.startswith(OURS):
            return
        if not (event.is_directory and event.event_type == "modified"):  # which tells of a file in it, as others do
            self._hinted.add(path)
            if event.dest_path:
                self._hinted.add(str(event.dest_path))
        self._hint.set()


def is_slow_to_tell(root: Path) -> bool:
    """Whether the system tells nothing of a folder: one of Windows', seen from its subsystem for Linux."""
    try:
        version = Path("/proc/version").read_text(encoding="utf-8").lower()
    except OSError:
        return False
    return "microsoft" in version and str(root.resolve()).startswith("/mnt/")
