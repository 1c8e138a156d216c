"""`build.json`: which files of the output are ours, and whether the site is finished. Written last, it commits."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.disk.errors import OutputError, reason
from generator.disk.names import BUILD
from generator.disk.stamps import digest

MADE_BY = "Dateline"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """The files of a site. An unfinished one lists those of the old site and of the new; each may be either."""

    files: Mapping[str, tuple[str, int]]  # posix path → digest, size in bytes; without build.json itself
    about: Mapping[str, object] = field(default_factory=dict)
    finished: bool = True
    digest: str = ""  # of the site: of an unfinished one, the digest it will have

    def as_bytes(self) -> bytes:
        """JSON with a line for each file, sorted, so that two builds of a site can be compared by eye. No clock."""
        head = {
            "made_by": MADE_BY,
            "format": FORMAT,
            "finished": self.finished,
            "digest": self.digest,
            "about": self.about,
        }
        lines = [f" {json.dumps(name)}: {json.dumps(value, sort_keys=True)}," for name, value in head.items()]
        rows = ",\n".join(f"  {json.dumps(path)}: {json.dumps(self.files[path])}" for path in sorted(self.files))
        return "\n".join(["{", *lines, ' "files": {', rows, " }", "}", ""]).encode()


def record_of(files: Mapping[str, tuple[str, int]], about: Mapping[str, object]) -> Record:
    """The record of a finished site, whose digest is that of its sorted files and of what is said about it."""
    rows = [[path, *files[path]] for path in sorted(files)]
    return Record(files, about, True, digest(json.dumps([rows, about], sort_keys=True).encode()))


def read_record(folder: Path) -> Record | None:
    """The record in a folder; None where there is none, or none that we made.

    A path that would lead out of the folder makes it not ours: what it lists is deleted when it is no longer built.
    Raises OutputError where it is there and cannot be read: whether the site is finished is then not known.
    """
    try:
        content = (folder / BUILD).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise OutputError(f"'{folder / BUILD}' cannot be read: {reason(error)}") from error
    try:
        found = json.loads(content)
        if found["made_by"] != MADE_BY or found["format"] != FORMAT:
            return None
        files = {path: (str(row[0]), int(row[1])) for path, row in found["files"].items()}
        record = Record(files, dict(found["about"]), found["finished"] is True, str(found["digest"]))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return None
    return record if all(is_path(path) for path in files) else None


def is_path(path: str) -> bool:
    """Whether this is a posix path that stays inside the folder it is joined to, on any system."""
    parts = path.split("/")
    return (
        not any(part in ("", ".", "..") for part in parts)
        and "\\" not in path
        and "\0" not in path
        and not os.path.splitdrive(path)[0]
        and path != BUILD
    )
