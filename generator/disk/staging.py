"""The new files of a site, staged beside the output and complete before the output is touched."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from generator.disk.errors import OutputError, reason
from generator.disk.lock import beside
from generator.disk.tree import INNER

MARK = "mark.json"  # what build.json is while a commit is under way
OURS = "made-by-dateline"  # an empty file, without which the folder is not deleted
FEW = 64  # files; more of them are made durable by one sync of the whole system

WHAT_TO_DO: Mapping[int, str] = {
    errno.ENOSPC: "free some space; the site that was there is untouched",
    errno.EDQUOT: "free some space, or ask for a larger quota; the site that was there is untouched",
    errno.EROFS: "choose another output",
    errno.EACCES: "choose another output, or change who may write there",
    errno.EPERM: "choose another output, or change who may write there",
    errno.ENAMETOOLONG: "shorten the id, or choose an output with a shorter path",
}


class Staging:
    """A hidden folder beside the output, with the new and changed files under `site/`."""

    def __init__(self, output: Path) -> None:
        self.folder = output / INNER if _is_mounted(output) else beside(output, "staging")
        self.site = self.folder / "site"
        self.mark = self.folder / MARK
        self._made: set[str] = set()
        self._staged: list[str] = []

    def open(self) -> None:
        """Start empty. What an earlier build left here was never committed, and goes."""
        self.remove()
        try:
            self.folder.mkdir()
            (self.folder / OURS).touch()
            self.site.mkdir()
        except OSError as error:
            raise self._refused(error) from error

    def add(self, path: str, content: bytes) -> None:
        """Stage one file."""
        self._write(f"{os.fspath(self.site)}/{path}", content)

    def add_mark(self, content: bytes) -> None:
        """Stage what build.json is to be until the commit is done."""
        self._write(os.fspath(self.mark), content)

    def _write(self, place: str, content: bytes) -> None:
        folder = os.path.dirname(place)
        try:
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            with open(place, "xb", buffering=0) as file:
                view = memoryview(content)
                while view:  # a disk that fills up writes a part, and refuses the rest
                    view = view[file.write(view) :]
        except OSError as error:
            raise self._refused(error) from error
        self._staged.append(place)

    def sync(self) -> None:
        """Bring what is staged to the disk itself, so that a power cut cannot leave a committed file empty."""
        try:
            if len(self._staged) > FEW and hasattr(os, "sync"):
                os.sync()
                return
            for place in self._staged:
                descriptor = os.open(place, os.O_RDWR)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)
        except OSError as error:
            raise self._refused(error) from error

    def remove(self) -> None:
        """Delete the folder, if it is ours. Raises OutputError where it is somebody else's."""
        if not self.folder.exists():
            return
        if not (self.folder / OURS).exists():
            try:
                self.folder.rmdir()  # empty: a build was killed as it began
            except OSError:
                raise OutputError(
                    f"'{self.folder}' is in the way, and was not made by Dateline", "move it, or choose another output"
                ) from None
            return
        # The file that says whose it is goes last, so that a deletion that is interrupted can be taken up again.
        for entry in sorted(self.folder.iterdir(), key=lambda entry: entry.name == OURS):
            with suppress(OSError):
                rmtree(entry) if entry.is_dir() else entry.unlink()
        with suppress(OSError):
            self.folder.rmdir()

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(
            f"the site cannot be written to '{self.folder.parent}': {reason(error)}",
            WHAT_TO_DO.get(error.errno or 0, "the site that was there is untouched"),
        )


def _is_mounted(output: Path) -> bool:
    """Whether the output is a volume of its own, as in a container: nothing can be moved into it from beside it."""
    return output.is_dir() and output.stat().st_dev != output.parent.stat().st_dev
