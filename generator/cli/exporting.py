"""`dateline export`: a chosen part of the chronology as one file."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.ahead import cores, read_ahead
from generator.cli.building import GOOD, PROBLEMS, WRONG_USAGE, all_problems
from generator.cli.printing import SHOWN, print_failure, print_problems, problem_words
from generator.cli.words import count_words
from generator.disk.aside import in_one_step
from generator.disk.errors import SiteError, reason
from generator.disk.read import read_sources
from generator.problems import ERROR

if TYPE_CHECKING:
    from generator.build.formats import Wishes
    from generator.plan.selection import Selection

MANY = 1_000  # events, from which on a PDF takes minutes …
SECONDS, MEGABYTES = 0.042, 1.0  # … of each, on a small server, as docs/export.md measures them


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of an export."""

    folder: Path
    form: str
    file: Path | None
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: str = ""
    until: str = ""
    words: str = ""
    is_key: bool = False
    limit: int | None = None
    as_of: str | None = None
    language: str = ""
    base_url: str | None = None
    drafts: bool = False
    width: int | None = None  # of a picture, in pixels of which an inch has 96
    dpi: int | None = None
    is_for_mail: bool = False  # of a fragment
    heading: int = 0  # the level of the title's heading; 0 for the format's usual one
    template: Path | None = None
    picture: str = ""  # the address at which a fragment's picture will stand
    group: str = ""  # of the overview, as `overview` of a site says it
    only: str = ""  # 'overview' or 'entries'

    def selection(self) -> "Selection":
        """Which events are asked for."""
        from generator.plan.selection import Selection

        return Selection(dict(self.facets), self.since, self.until, self.words, self.is_key, self.limit)

    def wishes(self, template: bytes | None) -> "Wishes":
        """How the file is to be."""
        from generator.build.formats import Wishes

        usual = Wishes()
        width, dpi = self.width or usual.width, self.dpi or usual.dpi
        return Wishes(
            self.language,
            width,
            dpi,
            self.is_for_mail,
            self.heading,
            template,
            self.picture,
            self.group,
            self.only,
        )


def facets_of(
    named: Mapping[str, tuple[str, ...]], others: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """The values of each filter, of which `others` are as in 'source=reuters'; None where one of those is not so."""
    facets = {name: list(values) for name, values in named.items() if values}
    for row in others:
        name, found, value = row.partition("=")
        if not (found and name and value):
            return None
        facets.setdefault(name, []).append(value)
    return tuple((name, tuple(values)) for name, values in facets.items())


def run_export(request: Request) -> int:
    """Write the file, or print it; the exit status."""
    misfit = _misfit(request)
    if misfit:
        print_failure(*misfit)
        return WRONG_USAGE
    try:
        template = request.template.read_bytes() if request.template else None
    except OSError as error:
        print_failure(f"'{request.template}' cannot be read: {reason(error)}")
        return WRONG_USAGE
    try:
        sources = read_sources(request.folder)
    except SiteError as error:
        print_failure(str(error), error.hint)
        return WRONG_USAGE
    ahead = read_ahead(sources, cores())

    from generator.build.exports import export
    from generator.check.options import Options
    from generator.cli.memory import conversion
    from generator.cli.shipped import shipped_templates
    from generator.dates import DateError, parse_day
    from generator.plan.selection import SelectionFault
    from generator.render.fonts import NoFont
    from generator.reports.faults import ReportFault

    try:
        as_of = parse_day(request.as_of) if request.as_of is not None else None
    except DateError as error:
        print_failure(f"--as-of: {error}", error.hint)
        return WRONG_USAGE
    options = Options(as_of, request.drafts, request.base_url)
    remembers = (request.folder / ".cache").is_dir()
    try:
        with conversion(sources.root, cores(), remembers=remembers, ahead=ahead) as convert:
            exported = export(
                sources,
                shipped_templates(),
                request.form,
                request.selection(),
                options,
                request.wishes(template),
                convert=convert,
                known=ahead.yaml if ahead else {},
                chosen=partial(_warn_of_length, request),
            )
    except NoFont as error:
        print_failure(str(error), error.hint)
        return WRONG_USAGE
    except SelectionFault as fault:
        for message, hint in fault.faults:
            print_failure(message, hint)
        return WRONG_USAGE
    except ReportFault as fault:
        print_failure(str(fault), fault.hint)
        return WRONG_USAGE
    problems = all_problems(sources, exported.problems)
    if exported.content is None or any(problem.severity == ERROR for problem in problems):
        print_problems(problems)
        click.echo(f"{problem_words(problems)}; nothing was written", err=True)
        return PROBLEMS
    print_problems(problems, most_warnings=SHOWN)
    return _give(request, exported.content, exported.events)


def _misfit(request: Request) -> tuple[str, str] | None:
    """Why a request cannot be met whatever the site has: a message and a hint; None where it can."""
    from generator.reports.extras import BINARY, require
    from generator.reports.faults import ReportFault

    form = request.form
    if form in BINARY and request.file is None and sys.stdout.isatty():
        return f"a document as {form} is nothing for a terminal", f"name a file: --output report.{form}"
    try:
        require(form)
    except ReportFault as fault:
        return str(fault), fault.hint
    return None


def _warn_of_length(request: Request, events: int) -> None:
    """Say before it begins that a document will take long, and how to choose less."""
    if request.form != "pdf" or request.only == "overview" or events < MANY:
        return
    minutes, memory = max(1, round(events * SECONDS / 60)), max(1, round(events * MEGABYTES / 1_000))
    about = f"a PDF of {events:,} events takes about {minutes} min and {memory} GB of memory"
    click.echo(f"{about}; --from, --to or --limit choose fewer, and docx has all of them in seconds", err=True)


def _give(request: Request, content: bytes, events: int) -> int:
    if request.file is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return GOOD
    try:
        with in_one_step(request.file) as aside:
            aside.write_bytes(content)
    except OSError as error:
        print_failure(f"'{request.file}' cannot be written: {reason(error)}")
        return WRONG_USAGE
    click.echo(f"{request.file}: {count_words(events, 'event')}, {_size(len(content))}", err=True)
    return GOOD


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1_000)):,} kB"
