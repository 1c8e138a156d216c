"""Results of slow functions, remembered on disk by the content of their input. Safe to delete at any time."""

import sqlite3
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self
from zlib import crc32

from generator.disk.stamps import cache_folder

FILE = "results.sqlite"
LARGEST = 256 << 20  # bytes
LONGEST_UNUSED = 100  # builds that wrote something; what none of them asked for goes
PATIENCE = 10.0  # seconds for another build to end its writing

# What says nothing against the file: another build holds it, it may not be written, the disk is full or fails.
PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
    }
)
SCHEMA = "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL)"


class Cache:
    """Bytes by room and key, for one version of the code and its dependencies.

    Another version's entries are not found, and stay for the branch that has it. A value is kept with its checksum, and
    one that is damaged counts as missing. A file that SQLite cannot read is thrown away; one that cannot be written, or
    that another build holds for too long, is done without. May be used from several threads and processes.
    """

    def __init__(self, folder: Path, version: str, *, largest: int = LARGEST) -> None:
        self._file = folder / FILE
        self._version = blake2b(version.encode(), digest_size=16).digest()
        self._largest = largest
        self._lock = threading.Lock()
        self._asked: set[bytes] = set()  # entries whose mark of use is old
        self._build = 0  # counts the builds that wrote something
        self._counted = False
        self._database = self._open()

    def get(self, room: str, key: bytes) -> bytes | None:
        """The value, or None."""
        return self.get_many(room, (key,)).get(key)

    def get_many(self, room: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that have one."""
        names = {self._name(room, key): key for key in keys}
        found: dict[bytes, bytes] = {}
        with self._lock:
            for name, used, value in self._select(list(names)):
                if len(value) >= 4 and crc32(value[4:]).to_bytes(4, "big") == value[:4]:
                    found[names[name]] = value[4:]
                    if used < self._build - LONGEST_UNUSED // 4:
                        self._asked.add(name)
        return found

    def put_many(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Remember all of them, as one step."""
        rows = [
            (self._name(room, key), crc32(value).to_bytes(4, "big") + value) for key, value in sorted(values.items())
        ]
        if rows:
            with self._lock:
                self._change(rows)

    def close(self) -> None:
        """Note what was used, and let go of the file."""
        with self._lock:
            if self._asked:
                self._change([])
            if self._database:
                self._database.close()
                self._database = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _name(self, room: str, key: bytes) -> bytes:
        return blake2b(room.encode() + b"\0" + key, digest_size=16, key=self._version).digest()

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                cache_folder(self._file.parent)
                return self._connected()
            except sqlite3.DatabaseError as error:
                if _passes(error):
                    return None
                self._throw_away()
            except OSError:
                return None
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            # A kill cannot hurt the file, since what was written is with the system by then; a power cut might.
            database.execute("PRAGMA synchronous = OFF")
            self._build = database.execute("PRAGMA user_version").fetchone()[0]
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'result'").fetchone():
                database.execute(SCHEMA)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _select(self, names: list[bytes]) -> list[tuple[bytes, int, bytes]]:
        if self._database is None:
            return []
        rows: list[tuple[bytes, int, bytes]] = []
        try:
            for name in names:
                rows += self._database.execute("SELECT key, used, value FROM result WHERE key = ?", (name,))
        except sqlite3.DatabaseError as error:
            if not _passes(error):
                self._start_anew()
        return rows

    def _change(self, rows: list[tuple[bytes, bytes]]) -> None:
        if self._database is None:
            return
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                self._write(self._database, rows)
                self._database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise
        except sqlite3.DatabaseError as error:
            if not _passes(error):
                self._start_anew()

    def _write(self, database: sqlite3.Connection, rows: list[tuple[bytes, bytes]]) -> None:
        if not self._counted:
            self._build = database.execute("PRAGMA user_version").fetchone()[0] + 1
            database.execute(f"PRAGMA user_version = {self._build}")
            database.execute("DELETE FROM result WHERE used < ?", (self._build - LONGEST_UNUSED,))
            self._counted = True
        database.executemany("UPDATE result SET used = ? WHERE key = ?", [(self._build, name) for name in self._asked])
        database.executemany(
            "INSERT OR REPLACE INTO result (key, used, value) VALUES (?, ?, ?)",
            [(name, self._build, value) for name, value in rows],
        )
        self._asked.clear()
        self._shrink(database)

    def _shrink(self, database: sqlite3.Connection) -> None:
        """Where the file has grown too large, the entries that were used the longest ago go, down to three quarters."""
        page, pages, free = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count", "freelist_count")
        )
        if page * (pages - free) <= self._largest:
            return
        kept = 0
        for number, used, size in database.execute(
            "SELECT rowid, used, length(value) FROM result ORDER BY used DESC, rowid DESC"
        ):
            kept += size
            if kept > self._largest * 3 // 4:
                database.execute("DELETE FROM result WHERE used < ? OR (used = ? AND rowid <= ?)", (used, used, number))
                return

    def _start_anew(self) -> None:
        if self._database:
            self._database.close()
        self._throw_away()
        self._counted = False
        self._asked.clear()
        self._database = self._open()

    def _throw_away(self) -> None:
        for ending in ("", "-journal"):
            with suppress(OSError):
                self._file.with_name(self._file.name + ending).unlink()


def _passes(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in PASSING  # the low byte; the rest says more exactly why
