"""`dateline publish`: from a folder to a commit on a branch of a remote."""

from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.building import GOOD, PROBLEMS, WRONG_USAGE, run_build
from generator.cli.building import Request as Building
from generator.cli.printing import print_failure
from generator.cli.words import count_words
from generator.disk.errors import OutputError, SiteError
from generator.disk.read import read_sources
from generator.publish.errors import PublishError
from generator.publish.publication import Ground, Published, find_ground, publish


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of a publication."""

    folder: Path
    remote: str
    branch: str
    message: str | None
    dry_run: bool
    force: bool


def run_publish(request: Request) -> int:
    """Check, build and push the site; the exit status."""
    output = request.folder / "output"
    try:
        sources = read_sources(request.folder)
        ground = find_ground(sources, output, request.remote, request.branch, request.message, force=request.force)
        if ground.workflows:
            _warn_of_workflows(ground.workflows)
        status = run_build(Building(request.folder, output))
        if status == GOOD:
            _tell(request, publish(ground, output, dry_run=request.dry_run, force=request.force), ground)
        return status
    except (PublishError, SiteError, OutputError) as error:
        print_failure(str(error), error.hint)
        is_usage = isinstance(error, SiteError) or error.is_usage
        return WRONG_USAGE if is_usage else PROBLEMS


def _warn_of_workflows(workflows: tuple[str, ...]) -> None:
    named = ", ".join(workflows)
    click.echo(
        f"warning: {named} publishes this site as well, and GitHub Pages serves one source only: "
        "Settings → Pages says which",
        err=True,
    )


def _tell(request: Request, published: Published, ground: Ground) -> None:
    where = f"branch '{request.branch}' of '{request.remote}'"
    if published.left_out:
        shown = ", ".join(published.left_out[:5]) + (" …" if len(published.left_out) > 5 else "")
        click.echo(f"left out, since no build made it: {shown}", err=True)
    if not published.commit:
        click.echo(f"nothing to publish: {where} has this site already")
        return
    counts = {"added": published.added, "changed": published.changed, "removed": published.removed}
    told = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
    files = f"{where}: {told} ({count_words(sum(counts.values()), 'file')})"
    if request.dry_run:
        click.echo(f"would publish to {files}; nothing was pushed")
        return
    click.echo(f"published to {files}, commit {published.commit}")
    if published.is_first and not ground.workflows:
        click.echo(f"once, on GitHub: Settings → Pages → Deploy from a branch → {request.branch}")
