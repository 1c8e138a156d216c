"""`dateline check`: every mistake at once."""

import os
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.ahead import cores, read_ahead
from generator.cli.building import GOOD, PROBLEMS, WRONG_USAGE, all_problems
from generator.cli.linking import INSTALL, MISSING, Request, Unwritten, can_follow, follow_links
from generator.cli.printing import print_failure, print_problems, problem_words
from generator.cli.summary import summarise
from generator.cli.words import count_words
from generator.disk.errors import SiteError
from generator.disk.read import read_sources
from generator.problems import ERROR, as_github, as_json


def run_check(folder: Path, *, strict: bool, form: str, links: Request | None = None) -> int:
    """Check the site, and its links where that is asked for, and print what is wrong; the exit status."""
    if links and not can_follow():
        print_failure(MISSING, INSTALL)
        return WRONG_USAGE
    try:
        sources = read_sources(folder)
        ahead = read_ahead(sources, cores())

        from generator.build.site import reviewed
        from generator.check.site import check
        from generator.cli.memory import conversion

        with conversion(sources.root, cores(), remembers=(folder / ".cache").is_dir(), ahead=ahead) as convert:
            checked = check(sources, convert=convert, known=ahead.yaml if ahead else {})
            outcome = reviewed(checked)
    except SiteError as error:
        print_failure(str(error), error.hint)
        return WRONG_USAGE
    problems = all_problems(sources, outcome.problems)
    summary: tuple[str, ...] = ()
    if links and checked.written:
        try:
            problems, summary = follow_links(links, sources.root, checked.written, problems)
        except Unwritten as error:
            print_failure(str(error))
            return WRONG_USAGE
    elif links:
        click.echo("no link was followed: that needs content without errors", err=True)
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        placed = [replace(problem, path=_from_root(folder, problem.path)) for problem in problems]
        for problem in placed:
            click.echo(as_github(problem))
        summarise(placed)
    else:
        print_problems(problems)
        for line in summary:
            click.echo(line)
        counted = f"{count_words(outcome.events, 'event')}, {count_words(outcome.articles, 'article')}: "
        has_site = not any(problem.severity == ERROR for problem in problems)
        click.echo(f"{counted if has_site else ''}{problem_words(problems)}")
    is_bad = any(problem.severity == ERROR for problem in problems) or (strict and bool(problems))
    return PROBLEMS if is_bad else GOOD


def _from_root(folder: Path, path: str) -> str:
    """A path of the site as GitHub counts it: from the repository's root, or from here where no variable names that."""
    try:
        return Path(os.path.relpath(folder / path, os.environ.get("GITHUB_WORKSPACE") or ".")).as_posix()
    except ValueError:  # on another drive of Windows
        return path
