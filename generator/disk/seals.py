"""Whether none of many files has changed, told by one digest of all their stamps."""

import json
import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from generator.disk.aside import in_one_step
from generator.disk.stamps import Stamp, digest, stamp

PLAIN = 2  # the format of marshal that writes equal values as equal bytes, shared or not


class Seal:
    """Files by path, in an order, all of whose stamps could be trusted when they were looked at."""

    def __init__(self, paths: Sequence[str], stamps: str, head: Mapping[str, object]) -> None:
        self.paths = paths
        self.stamps = stamps  # as `seal_of` gives it
        self.head = head


def seal_of(stamps: Iterable[Stamp]) -> str:
    """The digest of the stamps of some files, in their order."""
    return digest(marshal.dumps(list(stamps), PLAIN))


def stamps_within(folder: str, paths: Iterable[str]) -> list[Stamp]:
    """The stamps that files below a folder have now; links are not followed. Raises OSError where one is missing."""
    if os.stat not in os.supports_dir_fd:
        return [stamp(os.lstat(f"{folder}/{path}")) for path in paths]
    opened = os.open(folder, os.O_RDONLY)
    try:  # the system need not find the folder anew for each file
        return [stamp(os.stat(path, dir_fd=opened, follow_symlinks=False)) for path in paths]
    finally:
        os.close(opened)


def save_seal(place: Path, rows: Mapping[str, Stamp] | None, head: Mapping[str, object]) -> None:
    """Write the seal of some files; where there are none whose stamps can be trusted, an earlier seal goes."""
    with suppress(OSError):
        if rows is None:
            place.unlink(missing_ok=True)
            return
        text = json.dumps({"head": head, "stamps": seal_of(rows.values()), "paths": list(rows)}, separators=(",", ":"))
        with in_one_step(place) as aside:
            aside.write_text(text, encoding="utf-8")


def load_seal(place: Path) -> Seal | None:
    """The seal that was saved there; None where there is none, or none that can be read."""
    try:
        found = json.loads(place.read_bytes())
        return Seal(list(found["paths"]), str(found["stamps"]), dict(found["head"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
