"""The new files of a site, staged beside the output and complete before the output is touched."""

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from generator.disk.errors import OutputError, reason
from generator.disk.lock import beside
from generator.disk.names import BUILD
from generator.disk.stamps import digest
from generator.disk.tree import INNER, read_tree

MARK = "mark.json"  # what build.json is while a commit is under way
OURS = "made-by-dateline"  # an empty file, without which the folder is not deleted
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
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
    """A hidden folder beside the output, with the new and changed files.

    A first site is staged as the tree that it will be, so that it can be moved in whole. Later ones lie side by side,
    each under the digest of its path, since on most file systems a folder costs more than a file.
    """

    def __init__(self, output: Path) -> None:
        self.folder = output / INNER if _is_mounted(output) else beside(output, "staging")
        self.mark = self.folder / MARK
        self.is_tree = (self.folder / "site").is_dir()
        self._made: set[str] = set()
        self._staged: list[str] = []

    @property
    def files(self) -> Path:
        """Where the staged files and the new build.json lie."""
        return self.folder / ("site" if self.is_tree else "files")

    def open(self, *, as_tree: bool) -> None:
        """Start empty. What an earlier build left here was never committed, and goes."""
        self.remove()
        self.is_tree = as_tree
        try:
            self.folder.mkdir()
            (self.folder / OURS).touch()
            self.files.mkdir()
        except OSError as error:
            raise self._refused(error) from error

    def name(self, path: str) -> str:
        """What a file of the site is called among the staged ones."""
        return path if self.is_tree or path == BUILD else digest(path.encode())

    def waiting(self, paths: Iterable[str]) -> dict[str, int]:
        """Those of the paths that are staged and not yet moved in, sorted, with their sizes in bytes."""
        present = read_tree(self.files).files
        return {path: present[name][0] for path in sorted(paths) if (name := self.name(path)) in present}

    def add(self, path: str, content: bytes) -> None:
        """Stage one file."""
        self._write(f"{self.files}/{self.name(path)}", content)

    def adopt(self, paths: Iterable[str]) -> None:
        """Take files for staged here that were staged by a copy of this process."""
        known = set(self._staged)
        self._staged += [place for path in paths if (place := f"{self.files}/{self.name(path)}") not in known]

    def add_records(self, new: bytes, mark: bytes) -> None:
        """Stage build.json, and what it is to be until the commit is done."""
        self._write(os.fspath(self.files / BUILD), new)
        self._write(os.fspath(self.mark), mark)

    def _write(self, place: str, content: bytes) -> None:
        folder = os.path.dirname(place)
        try:
            if folder not in self._made:
                self._make_folder(folder)
            file = os.open(place, NEW_FILE, 0o666)  # a third of the time of open(), of which a site has thousands
            try:
                view = memoryview(content)
                while view:  # a disk that fills up writes a part, and refuses the rest
                    view = view[os.write(file, view) :]
            finally:
                os.close(file)
        except OSError as error:
            raise self._refused(error) from error
        self._staged.append(place)

    def _make_folder(self, folder: str) -> None:
        if os.path.dirname(folder) in self._made:
            with suppress(FileExistsError):  # another process made it
                os.mkdir(folder)
        else:
            os.makedirs(folder, exist_ok=True)
        self._made.add(folder)

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
        for entry in self.folder.iterdir():
            if entry.name != OURS:
                with suppress(OSError):
                    rmtree(entry) if entry.is_dir() else entry.unlink()
        with suppress(OSError):
            # What says whose the folder is goes last, so that a deletion that is stopped can be taken up again.
            if [entry.name for entry in self.folder.iterdir()] == [OURS]:
                (self.folder / OURS).unlink()
                self.folder.rmdir()

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(
            f"the site cannot be written to '{self.folder.parent}': {reason(error)}",
            WHAT_TO_DO.get(error.errno or 0, "the site that was there is untouched"),
        )


def _is_mounted(output: Path) -> bool:
    """Whether the output is a volume of its own, as in a container: nothing can be moved into it from beside it."""
    return output.is_dir() and output.stat().st_dev != output.parent.stat().st_dev
