"""Files that are written in one step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def in_one_step(target: Path) -> Iterator[Path]:
    """A path to write to, which takes the target's place if all goes well, and is gone if not. Raises OSError.

    What is there and no file, as a pipe or `/dev/stdout`, is written to as it is.
    """
    if target.exists() and not target.is_file():
        yield target
        return
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield aside
        aside.replace(target)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
