"""The commit: from the old site to the new, so that a build killed between any two steps can be taken up by the next.

1. The staged files, the new `build.json` and its mark are on the disk, beside the output. (`staging`)
2. The mark takes the place of `build.json`: from here on the site says that it is unfinished.
3. What went is deleted, then what is staged is moved in.
4. The new `build.json` is moved in: the site is finished.
5. The staging folder is deleted.

The staging folder is its own journal: what is still in it is still to be moved, and what the mark lists and the new
`build.json` does not is to be deleted.
"""

import errno
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.disk.errors import OutputError, reason
from generator.disk.names import BUILD
from generator.disk.record import Record, read_record
from generator.disk.staging import Staging
from generator.disk.stamps import holds
from generator.disk.tree import folded, parents, read_tree

PATIENCE = (0.01, 0.05, 0.2, 0.5, 1.0) if os.name == "nt" else ()  # seconds; Windows refuses while a scanner reads


def commit(output: Path, staging: Staging, new: Record, mark: Record) -> None:
    """Make the output what is staged. Once this has begun, an error or a kill leaves the site marked as unfinished."""
    try:
        _replace(staging.mark, output / BUILD)
        _sync_folder(output)
    except OSError as error:
        raise OutputError(f"'{output}' cannot be written: {reason(error)}", "choose another output") from error
    _finish(output, staging, new, mark)


def complete(output: Path, staging: Staging) -> tuple[str, ...] | None:
    """Take up a commit that was interrupted, and give the paths that it deletes.

    None where nothing was interrupted, or where a file is neither staged nor in its place: the site then stays marked,
    until a build has written what is missing.
    """
    mark, new = read_record(output), read_record(staging.files)
    if mark is None or mark.finished or new is None or new.digest != mark.digest:
        return None
    waiting = staging.waiting(new.files)
    for path, (content, _) in new.files.items():
        place = f"{staging.files}/{staging.name(path)}" if path in waiting else f"{output}/{path}"
        if not holds(place, content):
            return None
    _finish(output, staging, new, mark)
    return tuple(sorted(mark.files.keys() - new.files.keys()))


def move_in(output: Path, staging: Staging) -> bool:
    """Make the staged tree the output in one step, where the output is missing or empty; False where that fails."""
    try:
        if output.exists():
            staging.files.chmod(output.stat().st_mode & 0o7777)
            output.rmdir()
        _replace(staging.files, output)
    except OSError:  # a mount point, say
        output.mkdir(exist_ok=True)
        return False
    return True


def _finish(output: Path, staging: Staging, new: Record, mark: Record) -> None:
    try:
        waiting = staging.waiting(new.files)
        _delete(output, _gone(mark, new, waiting))
        for folder in sorted({os.path.dirname(path) for path in waiting}):
            os.makedirs(output / folder, exist_ok=True)
        source, target = os.fspath(staging.files), os.fspath(output)
        for path in waiting:
            _move(f"{source}/{staging.name(path)}", f"{target}/{path}")
        _replace(staging.files / BUILD, output / BUILD)
    except OSError as error:
        raise OutputError(
            f"the site in '{output}' is unfinished: {reason(error)}: '{error.filename2 or error.filename}'",
            "once that is mended, the next build completes it",
        ) from error


def _gone(mark: Record, new: Record, waiting: Mapping[str, int]) -> list[str]:
    """What is to be deleted. On a file system without case, `Foo` may by now be the new `foo`, which must stay."""
    kept = {folded(path) for path in new.files.keys() - waiting.keys()}
    return [path for path in sorted(mark.files) if path not in new.files and folded(path) not in kept]


def _delete(output: Path, paths: Iterable[str]) -> None:
    folders: set[str] = set()
    for path in paths:
        place = output / path
        if place.is_symlink() or not place.is_dir():  # a folder there is not what we made
            with suppress(FileNotFoundError, NotADirectoryError):
                place.unlink()
        folders.update(parents(path))
    for folder in sorted(folders, key=len, reverse=True):
        with suppress(OSError):  # it holds something else, or is a link
            (output / folder).rmdir()


def _move(source: str, target: str) -> None:
    try:
        _replace(source, target)
    except IsADirectoryError:  # one that was left empty: a page took the place of a folder of pages
        _remove_empty_folders(Path(target))
        _replace(source, target)


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted(read_tree(folder).folders, key=len, reverse=True):
        (folder / path).rmdir()
    folder.rmdir()


def _replace(source: str | Path, target: str | Path) -> None:
    for pause in PATIENCE:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if os.path.isdir(target):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target)) from None
            time.sleep(pause)
    os.replace(source, target)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # has no way to open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
