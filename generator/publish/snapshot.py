"""A written site as objects of a repository, made without its index, its filters or its work tree."""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disk.errors import OutputError
from generator.disk.lock import locked
from generator.disk.names import BUILD
from generator.disk.record import read_record
from generator.disk.tree import read_tree
from generator.disk.write import WAIT
from generator.publish.branch import FILE, TRAILER, Branch, Files
from generator.publish.errors import PublishError
from generator.publish.git import Git

IDENTITY = 'git config user.name "Your Name", and git config user.email you@example.org'


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a site, stored."""

    files: Files
    left_out: tuple[str, ...]  # what stands in the output and is not the site's


def store_site(git: Git, output: Path) -> Snapshot:
    """Store the files of a finished site, exactly as they are. Raises PublishError where it is unfinished."""
    output = output.resolve()
    with locked(output, WAIT, None):
        record = read_record(output)
        if record is None or not record.finished:
            raise unfinished(output)
        present = set(read_tree(output).files)
        paths = sorted({*record.files, BUILD})
        if missing := [path for path in paths if path not in present]:
            raise OutputError(f"'{missing[0]}' is gone from '{output}'", "build the site again")
        given = b"".join(_quoted(path) for path in paths)
        stored = Git(output, git.directory).ask("hash-object", "-w", "--no-filters", "--stdin-paths", given=given)
    names = stored.text.split("\n")
    return Snapshot(
        {path: (FILE, name) for path, name in zip(paths, names, strict=True)}, tuple(sorted(present - set(paths)))
    )


def _quoted(path: str) -> bytes:
    """A line that git reads as this path, whatever is in it. There is no backslash in it."""
    inner = path.replace('"', '\\"').replace("\n", "\\n")
    return os.fsencode(f'"./{inner}"\n')


def unfinished(output: Path) -> PublishError:
    """What is said of an output that is neither the old site nor the new."""
    message = f"'{output}' is marked as unfinished: a build of it was interrupted"
    return PublishError(message, "'dateline build' completes it; look at it, and publish again")


def write_tree(git: Git, files: Files) -> str:
    """The name of a tree of these files, by an index that is forgotten."""
    rows = "".join(f"{mode} {name}\t{path}\0" for path, (mode, name) in files.items())
    with TemporaryDirectory(prefix="dateline-publish-") as folder:
        environment = {"GIT_INDEX_FILE": os.path.join(folder, "index")}  # noqa: PTH118  # a variable is text
        git.ask("update-index", "-z", "--index-info", given=os.fsencode(rows), environment=environment)
        return git.ask("write-tree", environment=environment).text


def commit_tree(git: Git, tree: str, branch: Branch, message: str) -> str:
    """The name of a new commit on top of the branch, whose message bears our mark."""
    parents = ("-p", branch.seen) if branch.seen else ()
    words = f"{message.strip()}\n\n{TRAILER}: {tree}\n"
    ended = git.run("commit-tree", tree, *parents, "-F", "-", given=words.encode())
    if ended.code:
        if "tell me who you are" in ended.said or "ident" in ended.why:
            raise PublishError(f"git does not know who publishes: {ended.why}", IDENTITY)
        raise PublishError(f"git cannot make a commit: {ended.why}")
    return ended.text
