"""Problems as they are printed."""

from collections.abc import Sequence

import click

from generator.cli.words import count_words
from generator.problems import ERROR, Problem, as_text

SHOWN = 20  # warnings that a build prints; a check prints all


def print_problems(problems: Sequence[Problem], *, most_warnings: int | None = None) -> None:
    """Print problems on standard error, of the warnings no more than `most_warnings`, and how many were left out."""
    warnings = 0
    for problem in problems:
        warnings += problem.severity != ERROR
        if problem.severity == ERROR or most_warnings is None or warnings <= most_warnings:
            click.echo(as_text(problem), err=True)
    if most_warnings is not None and warnings > most_warnings:
        click.echo(f"and {warnings - most_warnings:,} more warnings: 'dateline check' shows them all", err=True)


def problem_words(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are."""
    errors = sum(problem.severity == ERROR for problem in problems)
    parts = [count_words(errors, "error")] if errors else []
    warnings = len(problems) - errors
    parts += [count_words(warnings, "warning")] if warnings else []
    return ", ".join(parts) or "no problems"


def print_failure(message: str, hint: str = "") -> None:
    """Say on standard error what stopped a command."""
    click.echo(f"dateline: {message}" + (f"\n    {hint}" if hint else ""), err=True)
