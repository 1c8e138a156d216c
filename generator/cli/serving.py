"""`dateline serve`: a preview that follows what is saved."""

import time
import webbrowser
from dataclasses import dataclass
from pathlib import Path

import click

from generator.check.options import Options
from generator.cli.building import GOOD, WRONG_USAGE, all_problems
from generator.cli.fingerprint import fingerprint
from generator.cli.memory import compiled, drawing
from generator.cli.printing import SHOWN, print_failure, print_problems, problem_words
from generator.cli.shipped import shipped_templates
from generator.disk.errors import SiteError
from generator.problems import ERROR, Problem
from generator.serve.builder import Builder, Shipped
from generator.serve.edition import Edition
from generator.serve.running import NoPort, Voice, serve
from generator.serve.watching import is_slow_to_tell


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of a preview."""

    folder: Path
    host: str
    port: int
    opens: bool
    polls: bool
    navigates: bool
    drafts: bool


def run_serve(request: Request) -> int:
    """Serve until interrupted; the exit status."""
    # Nothing is kept on disk, so that a preview touches nothing. Its links are those of a site at a domain's root.
    options = Options(drafts=request.drafts, base_url="")
    shipped = Shipped(shipped_templates(), compiled(fingerprint()), drawing(request.folder, remembers=False))
    builder = Builder(options, shipped, all_problems, navigates=request.navigates)
    speaker = _Speaker(opens=request.opens)
    voice = Voice(speaker.opened, speaker.built, speaker.troubled)
    polls = request.polls or is_slow_to_tell(request.folder)
    try:
        serve(request.folder, builder, voice, host=request.host, port=request.port, polls=polls)
    except (NoPort, SiteError) as error:
        print_failure(str(error), getattr(error, "hint", "") or "")
        return WRONG_USAGE
    return GOOD


class _Speaker:
    """Says in the terminal what has changed, and says it once."""

    def __init__(self, *, opens: bool) -> None:
        self._opens = opens
        self._told: tuple[Problem, ...] = ()

    def opened(self, address: str) -> None:
        click.echo(f"preview at {address} (Ctrl+C ends it)")
        if self._opens:
            webbrowser.open(address)

    def built(self, edition: Edition) -> None:
        new = tuple(problem for problem in edition.problems if problem not in self._told)
        gone = any(problem not in edition.problems for problem in self._told)
        self._told = edition.problems
        print_problems(new, most_warnings=SHOWN)
        is_wrong = any(problem.severity == ERROR for problem in edition.problems)
        if is_wrong and (new or gone):
            click.echo(f"{problem_words(edition.problems)}; the preview shows the site as it was", err=True)
        elif not is_wrong and not edition.is_first:
            click.echo(f"{time.strftime('%H:%M:%S')} up to date, {edition.seconds:.2f} s")

    def troubled(self, message: str) -> None:
        click.echo(f"dateline: {message}", err=True)
