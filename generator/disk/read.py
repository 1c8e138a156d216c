"""The sources of a site: every file that a build may read, and nothing else."""

import os
import re
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from generator.disk.errors import SiteError, reason
from generator.disk.stamps import COARSE, Stamp, digest, digest_of_file, stamp

__all__ = ["SiteError", "Sources", "look_again", "read_sources"]

KEPT = 1 << 20  # bytes; a larger file, such as a film, is read anew each time it is asked for
TOP = {"site.yaml": "file", "content": "folder", "templates": "folder"}
# Hidden; a backup; vim's, Emacs' and JetBrains' own (vim tries a folder with a file named 4913); Windows' own.
LEFT_OUT = re.compile(
    r"\..*|.*~|.*\.sw[opx]|4913|#.*#|.*___jb_(tmp|old)___|thumbs\.db|desktop\.ini", re.IGNORECASE | re.DOTALL
).fullmatch

OUT_OF_SITE = "is a link that leads out of the site's folder; put a copy in its place"
CIRCLE = "is a link to a folder that holds it"
TWICE = "is there twice, with its name spelled in two ways (Unicode NFC and NFD)"
NOT_A_FILE = "is neither a file nor a folder"


class Sources(Mapping[str, bytes]):
    """Files by their posix path from the site's folder, in NFC and in sorted order, read when they are asked for.

    A small file is read once and kept, so that all stages see the same bytes. One that can no longer be read when it
    is asked for raises SiteError.
    """

    def __init__(
        self, root: Path, found: Mapping[str, tuple[str, Stamp]], unreadable: tuple[tuple[str, str], ...], seen_at: int
    ) -> None:
        self.root = root
        self.found = found  # the place on disk of each file, and the stamp it had before any was read
        self.unreadable = unreadable  # path and reason of what is there but cannot be read, sorted
        self.seen_at = seen_at  # nanoseconds since 1970
        self._kept: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}

    def __getitem__(self, path: str) -> bytes:
        if (kept := self._kept.get(path)) is not None:
            return kept
        try:
            content = _read(self.found[path][0])
        except OSError as error:
            raise SiteError(f"{path}: cannot be read: {reason(error)}") from error
        if len(content) <= KEPT:
            self._kept[path] = content
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __contains__(self, path: object) -> bool:
        return path in self.found

    def forget(self) -> None:
        """Let go of what was read, and keep its digests: a large site's files are not needed once it is planned."""
        self._digests |= {path: digest(content) for path, content in self._kept.items()}
        self._kept.clear()

    def carry_over(self, before: "Sources") -> None:
        """Take from an earlier reading what it kept of files that have not changed since."""
        for path, found in self.found.items():
            if (
                before.found.get(path) == found
                and before.is_settled(path)
                and (content := before.kept(path)) is not None
            ):
                self._kept[path] = content

    def kept(self, path: str) -> bytes | None:
        """The content of a file that was read and kept; None where it was not."""
        return self._kept.get(path)

    def is_settled(self, path: str) -> bool:
        """Whether an edit of the file since it was listed would show in its stamp."""
        return path not in self.unsettled

    @cached_property
    def unsettled(self) -> frozenset[str]:
        """The files that may have been edited since they were listed without its showing in their stamps."""
        latest = self.seen_at - COARSE  # as `is_settled` has it for sources
        return frozenset(path for path, (_, seen) in self.found.items() if seen[1] >= latest)

    def digest(self, path: str) -> str:
        """The digest of the file as it was read, or as it is now, if it was not."""
        known = self._digests.get(path)
        if known is None:
            kept = self._kept.get(path)
            known = digest(kept) if kept is not None else digest_of_file(self.place(path))
        return known

    def place(self, path: str) -> Path:
        """Where the file stands on disk."""
        return Path(self.found[path][0])


def _read(place: str) -> bytes:
    with open(place, "rb", buffering=0) as file:  # in half of the time that a Path takes, for thousands of files
        return file.read()


def read_sources(root: Path) -> Sources:
    """Find `site.yaml` and every file under `content/` and `templates/`.

    Hidden files and what editors and systems leave behind are left out. Links within the site's folder are followed;
    one that leads out of it, or in a circle, is unreadable with that reason.
    """
    if not root.exists():
        raise SiteError(f"there is no folder '{root}'")
    if not root.is_dir():
        raise SiteError(f"'{root}' is a file, not a site's folder", "give the folder that holds site.yaml")
    seen_at = time.time_ns()
    found, unreadable = _Walk(root).walk()
    return Sources(root, dict(sorted(found.items())), tuple(sorted(unreadable)), seen_at)


def look_again(before: Sources, places: Iterable[str]) -> Sources | None:
    """The sources after some places on disk may have changed; None where that takes a look at the whole folder.

    It does unless each is a plain file that was there before and is there now, or that no build reads.
    """
    seen_at = time.time_ns()
    found = dict(before.found)
    for place in places:
        path = os.path.relpath(place, before.root)
        if not path.isascii() or os.sep != "/":
            return None
        try:
            status = os.lstat(place)
        except OSError:
            status = None
        known = found.get(path)
        if known is None and status is None:  # a file that was there for a moment
            continue
        if known is None and LEFT_OUT(os.path.basename(place)):
            continue
        is_plain = status and stat.S_ISREG(status.st_mode) and status.st_mode & 0o444 == 0o444
        if known is None or os.path.normpath(known[0]) != os.path.normpath(place) or status is None or not is_plain:
            return None
        found[path] = (known[0], stamp(status))
    return Sources(before.root, found, before.unreadable, seen_at)


def is_inside(path: str, folder: str) -> bool:
    """Whether a real path is the folder or stands in it."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


class _Walk:
    """One pass over the site's folder, without recursion, so that no depth of folders can exhaust the stack."""

    def __init__(self, root: Path) -> None:
        self.root = os.fspath(root)
        self.real = os.path.realpath(root)
        self.found: dict[str, tuple[str, Stamp]] = {}
        self.unreadable: list[tuple[str, str]] = []
        self.open: list[tuple[str, str, tuple[str, ...]]] = []  # folders to list: place, path, real folders above

    def walk(self) -> tuple[dict[str, tuple[str, Stamp]], list[tuple[str, str]]]:
        for entry in self._list(self.root, "."):
            if wanted := TOP.get(entry.name):
                self._meet(entry, entry.name, (self.real,), wanted)
        while self.open:
            folder, path, above = self.open.pop()
            for entry in self._list(folder, path):
                if not LEFT_OUT(entry.name):
                    self._meet(entry, f"{path}/{_spelled(entry.name)}", above)
        return self.found, self.unreadable

    def _list(self, folder: str, path: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError as error:
            self.unreadable.append((path, reason(error)))
            return []

    def _meet(self, entry: os.DirEntry[str], path: str, above: tuple[str, ...], wanted: str = "") -> None:
        """Take up a file or a folder, or note why not. What stands at the top must be what is `wanted` there."""
        try:
            refusal = self._refusal(entry, above)
            status = None if refusal else entry.stat()
        except OSError as error:
            refusal, status = reason(error), None
        if status and stat.S_ISREG(status.st_mode) and wanted != "folder":
            self._add(path, entry.path, status)
        elif status and stat.S_ISDIR(status.st_mode) and wanted != "file":
            real = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(above[-1], entry.name)
            self.open.append((entry.path, path, (*above, real)))
        else:
            self.unreadable.append((path, refusal or (f"is not a {wanted}" if wanted else NOT_A_FILE)))

    def _refusal(self, entry: os.DirEntry[str], above: tuple[str, ...]) -> str:
        if not entry.name.isascii() and _as_utf8(entry.name) is None:
            return "has a name that is not UTF-8"
        if entry.is_symlink():
            real = os.path.realpath(entry.path)
            if not is_inside(real, self.real):
                return OUT_OF_SITE
            if real in above:
                return CIRCLE
        return ""

    def _add(self, path: str, place: str, status: os.stat_result) -> None:
        if status.st_mode & 0o444 != 0o444 and not os.access(place, os.R_OK):  # asked only where it is in doubt
            self.unreadable.append((path, "Permission denied"))
        elif path not in self.found:
            self.found[path] = (place, stamp(status))
        else:  # macOS has one spelling of a name; Linux may hold two, in any order
            self.found[path] = min(self.found[path], (place, stamp(status)))
            self.unreadable.append((path, TWICE))


def _spelled(name: str) -> str:
    if name.isascii():
        return name
    from unicodedata import normalize  # imported late: most sites have no such names

    text = _as_utf8(name)
    return name.encode("utf-8", "backslashreplace").decode() if text is None else normalize("NFC", text)


def _as_utf8(name: str) -> str | None:
    """The name as it is spelled in UTF-8, whatever the locale made of it; None where its bytes are no UTF-8."""
    try:
        return os.fsencode(name).decode()
    except UnicodeError:
        return None
