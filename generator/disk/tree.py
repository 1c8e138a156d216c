"""What stands in an output folder before it is written to."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from generator.disk.stamps import Stamp, stamp

INNER = ".dateline-staging"  # where the staging folder must stand inside the output; see staging


@dataclass(frozen=True, slots=True)
class Tree:
    """Posix paths from the folder. Links are not followed."""

    files: dict[str, Stamp]
    others: frozenset[str]  # links, sockets, devices
    folders: frozenset[str]


def read_tree(folder: Path) -> Tree:
    """Everything in a folder; nothing where it does not exist. Raises OSError where a folder cannot be listed."""
    files: dict[str, Stamp] = {}
    others, folders = set(), set()
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = prefix + entry.name
                if path == INNER:
                    continue
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    folders.add(path)
                    waiting.append((entry.path, f"{path}/"))
                elif stat.S_ISREG(status.st_mode):
                    files[path] = stamp(status)
                else:
                    others.add(path)
    return Tree(files, frozenset(others), frozenset(folders))


def parents(path: str) -> tuple[str, ...]:
    """The folders a path stands in, the innermost first: 'a/b/c' gives 'a/b', 'a'."""
    cuts = [at for at, mark in enumerate(path) if mark == "/"]
    return tuple(path[:cut] for cut in reversed(cuts))


def folded(path: str) -> str:
    """The path as a file system that tells neither case nor spelling of accents apart sees it."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFC", path).casefold())
