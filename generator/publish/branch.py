"""What stands on the branch that a site is published to, and which of its commits are ours."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.publish.git import Git

TRAILER = "Dateline-Tree"  # names the files of our commit: of one that was amended it is no longer true
KEPT = ("CNAME", ".nojekyll")  # what Pages reads: the site's settings on GitHub write CNAME by a commit of their own
FIELDS = "%H%x1f%T%x1f%P%x1f%h%x1f%an%x1f%s%x1f%(trailers:key=Dateline-Tree,valueonly,separator=%x2C)"
FILE = "100644"

Files = Mapping[str, tuple[str, str]]  # path → mode, name of the blob


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the branch."""

    name: str
    tree: str
    parents: tuple[str, ...]
    words: str  # '1a2b3c4 Fix a slip (Anna)'
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch as it was fetched; before the first publication there is none, and all of this is empty."""

    seen: str  # its newest commit
    tree: str
    files: Files
    strangers: tuple[Commit, ...]  # commits since the last that is ours, where they change more than what is kept

    @property
    def kept(self) -> Files:
        """What is not ours and stays."""
        return {path: row for path, row in self.files.items() if path in KEPT and row[0] == FILE}


NO_BRANCH = Branch("", "", {}, ())


def read_branch(git: Git, seen: str) -> Branch:
    """What stands at a commit; at '', nothing."""
    if not seen:
        return NO_BRANCH
    strangers, ours = _since_ours(git, seen)
    files = list_files(git, seen)
    before = list_files(git, ours[0]) if len(ours) == 1 else {}
    if strangers and len(ours) < 2:
        changed = {path for path in files.keys() | before.keys() if files.get(path) != before.get(path)}
        strangers = strangers if changed - set(KEPT) else ()
    return Branch(seen, git.ask("rev-parse", f"{seen}^{{tree}}").text, files, strangers)


def list_files(git: Git, commit: str) -> Files:
    """The files of a commit."""
    found = {}
    for row in os.fsdecode(git.ask("ls-tree", "-r", "-z", commit).out).split("\0")[:-1]:
        about, path = row.split("\t", 1)
        mode, _, name = about.split()
        found[path] = (mode, name)
    return found


def _since_ours(git: Git, seen: str) -> tuple[tuple[Commit, ...], tuple[str, ...]]:
    """The commits of others, the newest first, and those of ours that they were put on.

    What is older than a commit of ours was told of when that was made.
    """
    strangers, ours = [], []
    wanted = {seen}
    for commit in _history(git, seen):
        if commit.name not in wanted:
            continue
        if commit.is_ours:
            ours.append(commit.name)
        else:
            strangers.append(commit)
            wanted.update(commit.parents)
    return tuple(strangers), tuple(ours)


def _history(git: Git, seen: str) -> Iterator[Commit]:
    rows = git.ask("log", "-z", "--topo-order", f"--format={FIELDS}", seen).out.decode(errors="replace").split("\0")
    for row in filter(None, rows):
        name, tree, parents, short, author, told = row.split("\x1f", 5)
        subject, _, trailers = told.rpartition("\x1f")
        is_ours = trailers.rpartition(",")[2].strip() == tree
        yield Commit(name, tree, tuple(parents.split()), f"{short} {subject} ({author})", is_ours)
