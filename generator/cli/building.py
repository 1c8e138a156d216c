"""`dateline build`: from a folder to a written site."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.ahead import cores, read_ahead
from generator.cli.printing import SHOWN, print_failure, print_problems, problem_words
from generator.cli.standing import Look, options_key, unchanged_words
from generator.cli.weight import weight_words
from generator.cli.words import count_words, figure_words, warning_lines, weight_lines
from generator.disk.errors import OutputError, SiteError
from generator.disk.manifest import Figures, remember
from generator.disk.read import Sources
from generator.problems import ERROR, Place, Problem, in_order
from generator.version import __version__

if TYPE_CHECKING:
    from generator.build.site import Outcome
    from generator.disk.derived import Derived
    from generator.disk.write import Written

GOOD, PROBLEMS, WRONG_USAGE = 0, 1, 2
SITE_FILE = "site.yaml"
NO_PICTURES = "no pictures for shared links: 'pip install dateline[pictures]', or set 'share_pictures: none'"
NO_OVERVIEW = "no overview.png: 'pip install dateline[pictures]', or take 'overview' out of 'outputs'"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of a build."""

    folder: Path
    output: Path
    base_url: str | None = None
    as_of: str | None = None
    strict: bool = False
    drafts: bool = False
    jobs: int | None = None
    remembers: bool = True
    force: bool = False
    offline: bool = False
    zip_file: Path | None = None

    def key(self) -> bytes:
        """What the outcome depends on beside the sources and the code."""
        return options_key(self.base_url, self.as_of, strict=self.strict, drafts=self.drafts, offline=self.offline)


def run_build(request: Request, seen: Look | None = None) -> int:
    """Build and write the site; the exit status. `seen` is a look that was taken for this very request."""
    try:
        asked = (request.folder, request.output, request.key())
        is_seen = seen is not None and seen.asked == asked and request.remembers
        look = seen if seen and is_seen else Look(*asked, remembers=request.remembers)
        if look.figures is None:
            status = _build(request, look.sources, look.version, look.began)
        else:
            status = _close_unchanged(look.figures, look.began)
        if request.zip_file and status == GOOD:
            from generator.cli.packing import pack

            pack(request.output, request.zip_file)
        return status
    except (SiteError, OutputError) as error:
        print_failure(str(error), error.hint)
        return WRONG_USAGE if isinstance(error, SiteError) else _status_of(error)


def _status_of(error: OutputError) -> int:
    return WRONG_USAGE if error.is_usage else PROBLEMS


def _close_unchanged(figures: Figures, began: float) -> int:
    for line in warning_lines(figures):
        click.echo(line, err=True)
    click.echo(unchanged_words(figures, began))
    return GOOD


def _build(request: Request, sources: Sources, version: str, began: float) -> int:
    jobs = request.jobs or cores()
    ahead = read_ahead(sources, jobs)

    from generator.build.files import Unrenderable
    from generator.build.site import prepare
    from generator.check.options import Options
    from generator.cli.memory import compiled, conversion, drawing
    from generator.cli.progress import Progress
    from generator.cli.search import MISSING, find_program, searched
    from generator.cli.shipped import shipped_templates
    from generator.dates import DateError, parse_day

    try:
        as_of = parse_day(request.as_of) if request.as_of is not None else None
    except DateError as error:
        print_failure(f"--as-of: {error}", error.hint)
        return WRONG_USAGE
    program = find_program()
    options = Options(as_of, request.drafts, request.base_url, request.offline, program is not None)
    with Progress() as progress:
        with conversion(sources.root, jobs, remembers=request.remembers, ahead=ahead) as convert:
            outcome = prepare(
                sources,
                shipped_templates(),
                options,
                convert=convert,
                known=ahead.yaml if ahead else {},
                compile_templates=compiled(version),
                draw=drawing(sources.root, remembers=request.remembers),
                progress=progress.show,
            )
        problems = all_problems(sources, outcome.problems)
        sources.forget()
        if ahead:
            ahead.forget()
        if not _stops(request, problems):
            try:
                derived = searched(program, outcome.searched) if program and outcome.searched else None
                written = _write(request, sources, outcome.files, derived)
            except Unrenderable as fault:
                problems = in_order((fault.problem, *problems))
    print_problems(problems, most_warnings=None if request.strict else SHOWN)
    if _stops(request, problems):
        click.echo(f"{problem_words(problems)}; nothing was written", err=True)
        return PROBLEMS
    figures: dict[str, int | str] = {
        "events": outcome.events,
        "articles": outcome.articles,
        "pages": outcome.pages,
        "warnings": len(problems),
        "weight": weight_words(written.sizes),
    }
    if request.remembers:
        remember(sources, request.output, request.key(), version, written.built, figures)
    if outcome.lacks_search:
        click.echo(MISSING, err=True)
    _tell(written)
    for line in weight_lines(figures):
        click.echo(line, err=True)
    if outcome.lacks_pictures:
        click.echo(NO_PICTURES, err=True)
    if outcome.lacks_overview:
        click.echo(NO_OVERVIEW, err=True)
    click.echo(figure_words(figures, time.perf_counter() - began) + _lacking(outcome))
    return GOOD


def _lacking(outcome: "Outcome") -> str:
    """What the site does not have, as the closing line ends."""
    clauses = []
    if outcome.undated:
        clauses.append(f"{count_words(outcome.undated, 'event')} in no calendar")
    if outcome.lacks_address:
        *first, last = outcome.lacks_address
        clauses.append(f"no {' or '.join([', '.join(first), last] if first else [last])} without base_url")
    return "".join(f"; {clause}" for clause in clauses)


def _stops(request: Request, problems: Sequence[Problem]) -> bool:
    return any(problem.severity == ERROR for problem in problems) or (request.strict and bool(problems))


def _write(
    request: Request, sources: Sources, files: Mapping[str, bytes], derived: "Derived | None" = None
) -> "Written":
    from generator.disk.write import write_site

    return write_site(
        request.output,
        files,
        about={"generator": f"dateline {__version__}"},
        force=request.force,
        site=request.folder,
        cache=sources.root / ".cache" if request.remembers else None,
        on_wait=lambda: click.echo("waiting for another build of this site to end …", err=True),
        jobs=request.jobs or cores(),
        derived=derived,
    )


def _tell(written: "Written") -> None:
    if written.completed:
        click.echo("an earlier build was interrupted; the site is whole again", err=True)
    if written.lost:
        shown = ", ".join(written.lost[:10]) + (" …" if len(written.lost) > 10 else "")
        has_event = any(f"/{address}".rpartition("/events/")[1] for address in written.lost)
        hint = "; 'aliases:' on an event keeps its address" if has_event else ""
        click.echo(f"{count_words(len(written.lost), 'address', 'addresses')} lost: {shown}{hint}", err=True)


def all_problems(sources: Sources, found: Sequence[Problem]) -> tuple[Problem, ...]:
    """What was found in the content and on the way to it, in order."""
    unreadable = [Problem(path, Place(), f"this {reason}", code="unreadable") for path, reason in sources.unreadable]
    if SITE_FILE not in sources and (above := _site_above(sources.root)):
        hint = f"there is one in {above}: run dateline there"
        found = [replace(problem, hint=hint) if problem.path == SITE_FILE else problem for problem in found]
    return in_order((*unreadable, *found))


def _site_above(folder: Path) -> Path | None:
    """The nearest folder above that holds a site, as when a command is run in content/."""
    return next((above for above in folder.resolve().parents if (above / SITE_FILE).is_file()), None)
