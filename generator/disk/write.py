"""Writing a site: only what changed, and as one step."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.disk.commit import commit, complete, move_in
from generator.disk.conflicts import check_foreign, check_paths, check_place, check_ways
from generator.disk.derived import Derived
from generator.disk.errors import OutputError, reason
from generator.disk.lock import locked
from generator.disk.names import BUILD
from generator.disk.record import Record, read_record, record_of
from generator.disk.seals import save_seal
from generator.disk.sharing import Row as Staged
from generator.disk.sharing import work_on
from generator.disk.staging import Staging
from generator.disk.stamps import (
    Ledger,
    Row,
    digest,
    digest_of_file,
    ledger_place,
    load_ledger,
    real,
    seal_place,
    stamp,
)
from generator.disk.tree import Tree, read_tree

__all__ = ["OutputError", "Written", "is_unfinished", "recover", "write_site"]

WAIT = 30.0  # seconds for another build to end


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a site did to the output."""

    added: int
    changed: int
    unchanged: int
    removed: tuple[str, ...]  # files that no longer belong to the site
    lost: tuple[str, ...]  # addresses of the pages among them: 'events/x/'
    foreign: int  # files in the output that we did not make, and kept
    completed: bool  # the site was unfinished, since an earlier build was interrupted
    built: str  # the digest of build.json, which names this site as a whole
    sizes: Mapping[str, int]  # bytes of each file of the site


def write_site(
    output: Path,
    files: Mapping[str, bytes],
    *,
    about: Mapping[str, object] | None = None,
    force: bool = False,
    site: Path | None = None,
    cache: Path | None = None,
    wait: float = WAIT,
    on_wait: Callable[[], None] | None = None,
    jobs: int = 1,
    derived: Derived | None = None,
) -> Written:
    """Make the output hold exactly these files and `build.json`, beside what is foreign in it.

    Each file is asked for once, in the order of the mapping, and none is kept: it may make them as they are asked for,
    in as many processes as `jobs`. What it raises leaves the old site as it was.

    `derived` makes more of them from these, once they are there.

    `about` goes into `build.json` and must be JSON. `force` takes over a folder that others have filled: what is theirs
    is kept, but for a file that has the path of one of ours. `site` is the folder the output must not touch. `cache`
    is a folder that remembers sizes and times, so that unchanged files need not be read. An output that is a link
    stands for the folder it leads to. Raises OutputError, and ValueError for paths that no file system could hold.
    """
    check_paths(files)
    output = real(output)
    check_place(output, real(site) if site else None)
    with locked(output, wait, on_wait):
        staging = Staging(output)
        old = read_record(output)
        was_unfinished = old is not None and not old.finished
        went = complete(output, staging) if was_unfinished else None
        if went is not None:
            old = read_record(output)
        try:
            tree = read_tree(output)
        except OSError as error:
            raise OutputError(f"the output '{output}' cannot be read: {reason(error)}") from error
        writing = _Writing(output, staging, old, tree, cache, jobs, force)
        return writing.write(files, about or {}, derived, went or (), was_unfinished)


def recover(output: Path, *, wait: float = WAIT, on_wait: Callable[[], None] | None = None) -> bool:
    """Complete a build that was interrupted as it wrote; False where none was, or where only a build can mend it."""
    output = real(output)
    if not is_unfinished(output):
        return False
    with locked(output, wait, on_wait):
        staging = Staging(output)
        if complete(output, staging) is None:
            return False
        staging.remove()
        return True


def is_unfinished(output: Path) -> bool:
    """Whether the site is marked as neither the old nor the new: it must not be published."""
    record = read_record(output)
    return record is not None and not record.finished


class _Writing:
    """One writing of a site, with the lock held."""

    def __init__(
        self,
        output: Path,
        staging: Staging,
        old: Record | None,
        tree: Tree,
        cache: Path | None,
        jobs: int,
        force: bool,
    ) -> None:
        self.output = output
        self.force = force
        self.jobs = jobs
        self.staging = staging
        self.old = old
        self.tree = tree
        self.ledger_place = ledger_place(cache, output) if cache else None
        self.ledger = load_ledger(self.ledger_place)[0] if self.ledger_place else Ledger()

    def write(
        self,
        files: Mapping[str, bytes],
        about: Mapping[str, object],
        derived: Derived | None,
        went: tuple[str, ...],
        was_unfinished: bool,
    ) -> Written:
        old = self.old
        check_foreign(self.output, self.tree, old.files if old else None, force=self.force)
        owned = old.files if old else {}
        present = self.tree.files.keys() | self.tree.others
        foreign = present - owned.keys() - {BUILD}
        check_ways(self.output, self.tree, files, owned.keys() - files.keys(), foreign, self.force)
        try:
            self.staging.open(as_tree=not present and not self.tree.folders)
            new, staged = self._stage(files, about, derived)
            more = new.files.keys() - files.keys()
            check_ways(self.output, self.tree, more, (), foreign, self.force)
            built = new.as_bytes()
            if staged or not self._is_there(BUILD, digest(built), len(built)):
                self._swap(new, built, Record({**owned, **new.files}, new.about, False, new.digest))
        except BaseException:
            # What is marked needs its staging folder, so that the next build can complete it.
            if not is_unfinished(self.output):
                self.staging.remove()
            raise
        self.staging.remove()
        self._remember(new, staged, digest(built))
        removed = sorted(path for path in owned.keys() | set(went) if path not in new.files)
        added = sum(path not in owned and path not in present for path in staged)
        return Written(
            added=added,
            changed=len(staged) - added,
            unchanged=len(new.files) - len(staged),
            removed=tuple(removed),
            lost=tuple(_address(path) for path in removed if path.endswith(".html")),
            foreign=len(foreign - new.files.keys()),
            completed=was_unfinished,
            built=digest(built),
            sizes={path: size for path, (_, size) in new.files.items()} | {BUILD: len(built)},
        )

    def _stage(
        self, files: Mapping[str, bytes], about: Mapping[str, object], derived: Derived | None
    ) -> tuple[Record, list[str]]:
        done = work_on(list(files), lambda path: self._stage_one(path, files[path]), self.jobs)
        if derived:
            key = derived.key({path: done[path][0] for path in derived.inputs})
            about = {**about, derived.name: key}
            done |= self._kept(derived, key) or self._derive(derived, done)
        staged = [path for path in sorted(done) if done[path][2]]
        self.staging.adopt(staged)
        return record_of({path: (content, size) for path, (content, size, _) in done.items()}, about), staged

    def _kept(self, derived: Derived, key: str) -> dict[str, Staged]:
        """What was derived from the same files before, and is all there; else nothing."""
        if self.old is None or self.old.about.get(derived.name) != key:
            return {}
        rows = {path: row for path, row in self.old.files.items() if path.startswith(derived.folder)}
        is_whole = all(self._is_there(path, *row) for path, row in rows.items())
        return {path: (*row, False) for path, row in rows.items()} if is_whole else {}

    def _derive(self, derived: Derived, done: Mapping[str, Staged]) -> dict[str, Staged]:
        staged = os.fspath(self.staging.files)

        def read(path: str) -> bytes:
            place = f"{staged}/{self.staging.name(path)}" if done[path][2] else f"{self.output}/{path}"
            with open(place, "rb") as file:
                return file.read()

        made = derived.make(read)
        check_paths([*done, *made])
        return {path: self._stage_one(path, content) for path, content in made.items()}

    def _stage_one(self, path: str, content: bytes) -> tuple[str, int, bool]:
        """Stage a file unless it is there already: its digest, its size, and whether it was staged."""
        known = digest(content)
        is_new = not self._is_there(path, known, len(content))
        if is_new:
            self.staging.add(path, content)
        return known, len(content), is_new

    def _is_there(self, path: str, content: str, size: int) -> bool:
        """Whether the output holds this content already, whoever put it there."""
        seen = self.tree.files.get(path)
        if seen is None or seen[0] != size:
            return False
        try:
            known = self.ledger.digest(path, seen, ours=True) or digest_of_file(self.output / path)
        except OSError:  # what cannot be read is replaced
            return False
        return known == content

    def _swap(self, new: Record, built: bytes, mark: Record) -> None:
        self.staging.add_records(built, mark.as_bytes())
        self.staging.sync()
        if not self.staging.is_tree or not move_in(self.output, self.staging):
            commit(self.output, self.staging, new, mark)

    def _remember(self, new: Record, staged: Iterable[str], built: str) -> None:
        if self.ledger_place is None:
            return
        contents = {path: content for path, (content, _) in new.files.items()} | {BUILD: built}
        unmoved = self.tree.files.keys() - set(staged) - {BUILD}
        rows: dict[str, Row] = {}
        for path, content in contents.items():
            with suppress(OSError):  # gone again: the next build will see that
                seen = self.tree.files[path] if path in unmoved else stamp(os.lstat(f"{self.output}/{path}"))
                rows[path] = (seen, content)
        ledger = Ledger(rows, time.time_ns())
        ledger.save(self.ledger_place)
        save_seal(seal_place(self.ledger_place), ledger.trusted(ours=True), {"built": built})


def _address(path: str) -> str:
    """The address that readers know a page by."""
    return path.removesuffix("index.html") or "./"
