"""Compiled code kept where Python keeps its own: beside the source, for one version of it."""

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path


class Bytecode:
    """Code that was compiled from the files of a folder, by name.

    It lies in the `__pycache__` of the folder, and is as trusted as what Python keeps there: whoever may write it may
    change the program. Where Python may not write, neither does this.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = blake2b(version.encode(), digest_size=16).digest()

    def load(self, name: str) -> bytes | None:
        """What was saved under a name by this version of the code."""
        try:
            content = self._place(name).read_bytes()
        except OSError:
            return None
        size = len(self._version)
        return content[size:] if content[:size] == self._version else None

    def save(self, name: str, code: bytes) -> None:
        """Keep it for the next time, in one step; for good reasons or bad, that may not be possible."""
        if sys.dont_write_bytecode:
            return
        place = self._place(name)
        own = place.with_name(f"{place.name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(exist_ok=True)
            own.write_bytes(self._version + code)
            own.replace(place)

    def _place(self, name: str) -> Path:
        return Path(cache_from_source(os.fspath(self._folder / f"{name}.py")))
