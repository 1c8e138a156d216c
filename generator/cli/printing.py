"""Problems and closing lines as they are printed."""

from collections.abc import Mapping, Sequence

import click

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


def count_words(number: int, singular: str, plural: str = "") -> str:
    """A number with the word that goes with it."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"


def problem_words(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are."""
    errors = sum(problem.severity == ERROR for problem in problems)
    parts = [count_words(errors, "error")] if errors else []
    warnings = len(problems) - errors
    parts += [count_words(warnings, "warning")] if warnings else []
    return ", ".join(parts) or "no problems"


def figure_words(figures: Mapping[str, int | str], seconds: float) -> str:
    """What a build closes with: events, articles, pages, seconds."""
    counted = [count_words(int(figures[f"{name}s"]), name) for name in ("event", "article", "page")]
    return ", ".join([*counted, f"{seconds:.2f} s"])


def print_failure(message: str, hint: str = "") -> None:
    """Say on standard error what stopped a command."""
    click.echo(f"dateline: {message}" + (f"\n    {hint}" if hint else ""), err=True)
