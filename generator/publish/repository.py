"""The repository that a site's content is kept in, looked at and left as it is."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.disk.read import TOP, Sources
from generator.publish.errors import PublishError
from generator.publish.git import Git

WORKFLOWS = ".github/workflows"
DEPLOYS = b"actions/deploy-pages"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where a site's folder stands in a repository."""

    git: Git  # in the site's folder
    directory: Path  # .git
    top: Path
    prefix: str  # from the top to the site's folder: 'docs/site/'; '' where it is the top


def find_repository(folder: Path) -> Repository:
    """The repository that holds a folder. Raises PublishError where there is none."""
    git = Git(folder.resolve())
    ended = git.run("rev-parse", "--absolute-git-dir", "--is-bare-repository")
    if ended.code:
        if "not a git repository" not in ended.said:
            raise PublishError(f"git does not read this repository: {ended.why}", is_usage=True)
        hint = "'git init' makes one, 'git remote add origin ADDRESS' says where it is published"
        raise PublishError(f"'{folder}' is in no git repository", hint, is_usage=True)
    directory, is_bare = ended.text.rsplit("\n", 1)
    if is_bare == "true":
        raise PublishError(f"'{folder}' is in a bare repository, which has no files", "clone it", is_usage=True)
    top = git.ask("rev-parse", "--show-toplevel").text
    prefix = git.ask("rev-parse", "--show-prefix").text
    return Repository(git, Path(directory), Path(top), prefix)


def check_names(repository: Repository, remote: str, branch: str) -> None:
    """Raise PublishError where there is no such remote, or where a site cannot be put on that branch."""
    git = repository.git
    remotes = git.ask("remote").text.splitlines()
    if remote not in remotes:
        known = ", ".join(f"'{name}'" for name in remotes)
        hint = f"choose one by --remote: {known}" if known else f"say where to: git remote add {remote} ADDRESS"
        raise PublishError(f"this repository has no remote '{remote}'", hint, is_usage=True)
    if branch.startswith("-") or git.run("check-ref-format", f"refs/heads/{branch}").code:
        raise PublishError(f"'{branch}' cannot be the name of a branch", "name it as in gh-pages", is_usage=True)
    if git.run("symbolic-ref", "--quiet", "HEAD").text == f"refs/heads/{branch}":
        message = f"the branch '{branch}' holds your content: a site would take its place"
        raise PublishError(message, "choose another one by --branch, such as gh-pages", is_usage=True)


def newest_commit(repository: Repository) -> str:
    """The short name of the commit that the content stands at; '' before the first."""
    ended = repository.git.run("rev-parse", "--quiet", "--short", "--verify", "HEAD^{commit}")
    return "" if ended.code else ended.text


def not_committed(repository: Repository, sources: Sources) -> tuple[str, ...]:
    """What a build reads and the newest commit does not have so, sorted: posix paths from the site's folder.

    A file that is ignored, or that stands elsewhere in the repository and is linked to, counts as well.
    """
    command = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=traditional")
    rows = os.fsdecode(repository.git.ask(*command, "--ignore-submodules=none", "--", ".").out).split("\0")
    read = _places(repository, sources)
    found = set()
    for row in rows:
        state, path = row[:2], row[3:]
        inner = path.removeprefix(repository.prefix)
        if path in read:
            found.add(read[path])
        elif "D" in state and inner.partition("/")[0] in TOP:
            found.add(inner)
        elif path.endswith("/"):  # a repository of its own, of which nothing is in this one
            found |= {inner_path for place, inner_path in read.items() if place.startswith(path)}
    return tuple(sorted(found))


def _places(repository: Repository, sources: Sources) -> dict[str, str]:
    """The path of each source in the site, by its place from the top of the repository."""
    top = os.path.realpath(repository.top)
    site = os.path.realpath(sources.root)
    found = {}
    for path in sources:
        place = sources.place(path)
        for full in (f"{site}/{os.path.relpath(place, sources.root)}", os.path.realpath(place)):
            found[Path(os.path.relpath(full, top)).as_posix()] = path
    return found


def workflows_of_pages(repository: Repository) -> tuple[str, ...]:
    """The workflows of the repository that publish to GitHub Pages, too."""
    folder = repository.top / WORKFLOWS
    return tuple(f"{WORKFLOWS}/{file.name}" for file in _workflows(folder) if DEPLOYS in file.read_bytes())


def _workflows(folder: Path) -> Iterator[Path]:
    files: Iterable[Path] = sorted(folder.iterdir()) if folder.is_dir() else ()
    return (file for file in files if file.suffix in (".yml", ".yaml") and file.is_file())
