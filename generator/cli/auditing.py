"""`dateline audit`: figures on the state of a dossier."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.ahead import cores, read_ahead
from generator.cli.building import GOOD, PROBLEMS, WRONG_USAGE, all_problems
from generator.cli.printing import print_failure, print_problems, problem_words
from generator.disk.errors import SiteError, reason
from generator.disk.read import read_sources
from generator.problems import ERROR

if TYPE_CHECKING:
    from generator.build.audit import Audited


def run_audit(folder: Path, *, form: str, as_of: str | None, drafts: bool, output: Path | None) -> int:
    """Audit the site and print or write the figures; the exit status."""
    try:
        sources = read_sources(folder)
    except SiteError as error:
        print_failure(str(error), error.hint)
        return WRONG_USAGE
    ahead = read_ahead(sources, cores())

    from generator.build.audit import audit
    from generator.check.options import Options
    from generator.cli.memory import conversion
    from generator.dates import DateError, parse_day

    try:
        options = Options(parse_day(as_of) if as_of is not None else None, drafts)
    except DateError as error:
        print_failure(f"--as-of: {error}", error.hint)
        return WRONG_USAGE
    with conversion(sources.root, cores(), remembers=(folder / ".cache").is_dir(), ahead=ahead) as convert:
        audited = audit(sources, options, convert=convert, known=ahead.yaml if ahead else {})
    problems = all_problems(sources, audited.problems)
    if audited.audit is None or any(problem.severity == ERROR for problem in problems):
        print_problems(problems)
        click.echo(f"{problem_words(problems)}; an audit needs content without errors", err=True)
        return PROBLEMS
    try:
        _give(audited, form, output)
    except OSError as error:
        print_failure(f"'{output}' cannot be written: {reason(error)}")
        return WRONG_USAGE
    return GOOD


def _give(audited: "Audited", form: str, output: Path | None) -> None:
    """Write the audit into a file, or print it."""
    told = _rendered(audited, form)
    if output is None:
        click.echo(told, nl=False)
    else:
        output.write_bytes(click.unstyle(told).encode())


def _rendered(audited: "Audited", form: str) -> str:
    assert audited.audit is not None
    if form == "json":
        from generator.render.audit_json import render_audit_json

        return f"{render_audit_json(audited.audit)}\n"
    if form == "html":
        from generator.cli.shipped import shipped_templates
        from generator.render.audit_page import render_audit_page

        return render_audit_page(audited.audit, audited.theme, shipped_templates()).decode()
    from generator.render.audit_text import audit_lines

    return "".join(f"{_styled(line.text, line.kind)}\n" for line in audit_lines(audited.audit))


def _styled(text: str, kind: str) -> str:
    """A line as a terminal shows it; click takes that away again where there is none."""
    if kind in ("title", "heading"):
        return click.style(text, bold=True)
    return click.style(text, dim=True) if kind == "note" else text
