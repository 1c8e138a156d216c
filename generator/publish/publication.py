"""Publishing as a whole: what must hold before a site is built for it, and what is done with the built site."""

from dataclasses import dataclass
from pathlib import Path

from generator.disk.read import Sources
from generator.disk.write import is_unfinished
from generator.publish.branch import Branch, Files, read_branch
from generator.publish.errors import PublishError
from generator.publish.git import Git
from generator.publish.remote import Remote
from generator.publish.repository import (
    Repository,
    check_names,
    find_repository,
    newest_commit,
    not_committed,
    workflows_of_pages,
)
from generator.publish.snapshot import commit_tree, store_site, unfinished, write_tree

SHOWN = 5  # files or commits that a refusal names


@dataclass(frozen=True, slots=True)
class Ground:
    """What was found before the site was built: it can be published from here."""

    repository: Repository
    remote: Remote
    message: str  # of the commit to be made
    workflows: tuple[str, ...]  # that publish to GitHub Pages, too


@dataclass(frozen=True, slots=True)
class Published:
    """What became of it. Nothing was pushed where `commit` is ''."""

    commit: str
    is_first: bool
    added: int
    changed: int
    removed: int
    left_out: tuple[str, ...]  # what stands in the output and is not the site's


def find_ground(
    sources: Sources, output: Path, remote: str, branch: str, message: str | None, *, force: bool
) -> Ground:
    """See whether a site can be published. Raises PublishError for what the author must put right first."""
    repository = find_repository(sources.root)
    check_names(repository, remote, branch)
    changed = not_committed(repository, sources)
    if changed and not force:
        raise PublishError(
            f"{_some(changed)} {'is' if len(changed) == 1 else 'are'} not committed, so that nobody could build this "
            "site again",
            "commit, or publish with --force as it stands",
        )
    if not force and is_unfinished(output):
        raise unfinished(output)
    commit = newest_commit(repository)
    told = f"Publish the site of {commit}" if commit else "Publish the site"
    told += ", with changes that are not committed" if commit and changed else ""
    where = Remote(Git(repository.top, repository.directory), remote, branch)
    return Ground(repository, where, message or told, workflows_of_pages(repository))


def publish(ground: Ground, output: Path, *, dry_run: bool, force: bool) -> Published:
    """Push the site that stands in the output as a commit on top of the branch; none where it is there already.

    Writes objects and one private ref into the repository, and nothing else. Raises PublishError, with nothing pushed.
    """
    git, remote = ground.remote.git, ground.remote
    branch = read_branch(git, remote.fetch())
    if branch.strangers and not force:
        raise _not_ours(remote, branch)
    snapshot = store_site(git, output)
    files = {**branch.kept, **snapshot.files}
    tree = write_tree(git, files)
    commit = ""
    if tree != branch.tree:
        commit = commit_tree(git, tree, branch, ground.message)
        if not dry_run:
            remote.push(commit, branch.seen)
    return Published(commit[:10], not branch.seen, *_differences(branch.files, files), snapshot.left_out)


def _differences(before: Files, after: Files) -> tuple[int, int, int]:
    changed = sum(before[path] != after[path] for path in before.keys() & after.keys())
    return len(after.keys() - before.keys()), changed, len(before.keys() - after.keys())


def _not_ours(remote: Remote, branch: Branch) -> PublishError:
    told = _some(tuple(commit.words for commit in branch.strangers))
    message = f"on the branch '{remote.branch}' of '{remote.name}' is what 'dateline publish' did not make: {told}"
    hint = "the site takes the place of all files there; with --force it does, and the branch's history keeps them"
    return PublishError(message, hint)


def _some(names: tuple[str, ...]) -> str:
    """The first of many: 'a, b and 12 more'."""
    shown = ", ".join(names[:SHOWN])
    return f"{shown} and {len(names) - SHOWN:,} more" if len(names) > SHOWN else shown
