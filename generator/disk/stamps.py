"""Whether a file is still what it was, told from its size, its times and its inode without reading it."""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

from generator.disk.aside import in_one_step

Stamp = tuple[int, int, int, int]  # size in bytes, mtime and ctime in nanoseconds, inode (0 where there is none)
Row = tuple[Stamp, str]  # and the digest of the content

COARSE = 2_000_000_000  # nanoseconds; FAT counts in steps of two seconds
FINE = 50_000_000  # several ticks of a kernel that stamps files in fractions of a second


def stamp(status: os.stat_result) -> Stamp:
    """The stamp of a file. The ctime is there because an editor or `cp -p` can set the mtime, but nobody the ctime."""
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def digest(content: bytes) -> str:
    """BLAKE2b, 16 bytes in hexadecimal."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_of_file(path: str | Path) -> str:
    """The digest of a file's content, read piece by piece."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def is_settled(seen: Stamp, at: int, *, ours: bool) -> bool:
    """Whether a later edit of the file would have changed the stamp that was seen at the moment `at`.

    A file edited twice within one tick of its file system's clock keeps its stamp. A file that we wrote is given the
    finer tick where its times show one; a source always the coarse, since a network's clock may differ from ours.
    """
    tick = FINE if ours and seen[1] % 1_000_000 else COARSE
    return seen[1] < at - tick


class Ledger(dict[str, Row]):
    """Files by path, each with the stamp it had at `seen_at` (nanoseconds since 1970) and the digest of its content."""

    def __init__(self, rows: Mapping[str, Row] | None = None, seen_at: int = 0) -> None:
        super().__init__(rows or {})
        self.seen_at = seen_at

    def digest(self, path: str, seen: Stamp, *, ours: bool) -> str | None:
        """The digest of a file whose stamp is now `seen`; None where only its content can tell."""
        row = self.get(path)
        return row[1] if row and row[0] == seen and is_settled(seen, self.seen_at, ours=ours) else None

    def settled(self, current: Mapping[str, tuple[str, Stamp]], *, ours: bool) -> "Ledger | None":
        """This ledger, or a fresher one, if all its files are as they were: `current` has the place and stamp of each.

        Files whose stamps cannot be trusted are read. None where a file is new, gone or changed.
        """
        if self.keys() != current.keys():
            return None
        now, safe = time.time_ns(), self.seen_at - COARSE
        fresh = {}
        for path, (place, seen) in current.items():
            was = self[path]
            if (was[0] == seen and seen[1] < safe) or self.digest(path, seen, ours=ours):
                continue
            if was[0][0] != seen[0] or not holds(place, was[1]):
                return None
            fresh[path] = (seen, was[1])
        return Ledger({**self, **fresh}, now) if fresh else self

    def trusted(self, *, ours: bool) -> dict[str, Stamp] | None:
        """The stamp of each file, if a later edit of any of them would change it."""
        safe = self.seen_at - COARSE
        if all(seen[1] < safe or is_settled(seen, self.seen_at, ours=ours) for seen, _ in self.values()):
            return {path: seen for path, (seen, _) in self.items()}
        return None

    def save(self, path: Path, head: Mapping[str, object] | None = None) -> None:
        """Write the ledger, and a head of one's own, in one step. A folder that cannot be written loses it, no more."""
        stamps, digests = ([row[0] for row in self.values()], [row[1] for row in self.values()])
        # Columns are read in a third of the time that rows take.
        columns = [list(self), *([seen[at] for seen in stamps] for at in range(4)), digests]
        text = json.dumps({"head": head or {}, "seen_at": self.seen_at, "columns": columns}, separators=(",", ":"))
        with contextlib.suppress(OSError):
            cache_folder(path.parent)
            with in_one_step(path) as aside:
                aside.write_text(text, encoding="utf-8")


def holds(place: str, content: str) -> bool:
    """Whether a file can be read, and has content of this digest."""
    try:
        return digest_of_file(place) == content
    except OSError:
        return False


def load_ledger(path: Path) -> tuple[Ledger, Mapping[str, object]]:
    """The ledger that was saved there and its head; both empty where there is none, or none that can be read."""
    try:
        found = json.loads(path.read_bytes())
        paths, sizes, mtimes, ctimes, inodes, digests = found["columns"]
        stamps = zip(sizes, mtimes, ctimes, inodes, strict=True)
        rows = dict(zip(paths, zip(stamps, digests, strict=True), strict=True))
        return Ledger(rows, int(found["seen_at"])), dict(found["head"])
    except (OSError, ValueError, KeyError, TypeError):
        return Ledger(), {}


def ledger_place(cache: Path, output: Path, what: str = "output") -> Path:
    """The file in the cache that remembers an output, or the inputs it was made from."""
    return cache / f"{what}-{digest(os.fsencode(real(output)))[:12]}.json"


def seal_place(ledger: Path) -> Path:
    """The file beside a ledger that tells at once whether all of its files are as they were; see seals."""
    return ledger.with_suffix(".seal")


def real(path: Path) -> Path:
    """The path without links, whether or not it exists."""
    return Path(os.path.realpath(path))


def cache_folder(folder: Path) -> Path:
    """The folder, made if it is missing, with the two files that keep it out of git and of backups."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "CACHEDIR.TAG").write_text(
            "Signature: 8a477f597d28d172789f06886806bc55\n# Made by Dateline; safe to delete.\n", encoding="utf-8"
        )
    return folder
