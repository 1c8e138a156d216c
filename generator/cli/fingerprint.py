"""What tells one version of the code, and of what it stands on, from another."""

import os
import sys
from hashlib import blake2b
from pathlib import Path

from generator.cli.shipped import templates_folder
from generator.version import __version__


def fingerprint() -> str:
    """Changes whenever our code, our templates, an installed package or Python itself does. Costs some milliseconds."""
    package = Path(__file__).parent.parent
    seen = blake2b(digest_size=16)
    for folder in (package, templates_folder()):
        for row in sorted(_stamps(os.fspath(folder))):
            seen.update(repr(row).encode())
    for installed in sorted({Path(entry) for entry in sys.path if entry.endswith("-packages")}):
        if installed.is_dir():
            seen.update(repr((os.fspath(installed), installed.stat().st_mtime_ns)).encode())  # installing changes it
    return f"{__version__} {sys.version} {seen.hexdigest()}"


def _stamps(folder: str) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _stamps(entry.path) if entry.name != "__pycache__" else []
            else:
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
    return found
