"""What is said to authors of the addresses that were looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.check.report import Report, place_of
from generator.links.hosts import asked_of
from generator.links.looking import Finding, Findings
from generator.links.uses import Use
from generator.links.verdict import Verdict
from generator.problems import Problem

NO_COPY = "find where it went, or take it out"


def doubts_of(findings: Findings, levels: Mapping[str, str]) -> tuple[Problem, ...]:
    """A warning at each place that names an address which is dead or has moved, unless the author has answered it."""
    report = Report(levels)
    verdicts = {row.address: row.verdict for row in findings.rows}
    for row in findings.rows:
        for use in row.uses:
            if row.verdict.word == "dead":
                message = f"this link is dead: {row.verdict.reason}"
                report.warn("dead-link", use.document, use.keys, message, _way_out(use, row, verdicts), words=use.words)
            elif row.verdict.word == "moved":
                message, hint = "this link has moved for good", f"write {_with_fragment(row.verdict.moved_to, use)}"
                report.warn("moved-link", use.document, use.keys, message, hint, words=use.words)
    return report.problems


def with_copies(problems: Sequence[Problem], findings: Findings) -> tuple[Problem, ...]:
    """The warnings of sources without a stored copy, naming one where the archive has it."""
    copies: dict[tuple[str, int], str] = {}
    for row in findings.rows:
        for use in row.uses if row.suggested else ():
            if use.takes_copy and not use.archived:
                path, place = place_of(use.document, use.keys, use.words)
                copies[path, place.line] = row.suggested
    return tuple(
        replace(problem, hint=f"add 'archived: {copies[problem.path, problem.place.line]}'")
        if problem.code == "no-archive" and (problem.path, problem.place.line) in copies
        else problem
        for problem in problems
    )


def _way_out(use: Use, row: Finding, verdicts: Mapping[str, Verdict]) -> str:
    copy = verdicts.get(asked_of(use.archived)) if use.archived else None
    if copy and copy.word != "dead":
        return f"its stored copy: {use.archived}"
    if not row.suggested:
        return NO_COPY
    if use.takes_copy and not use.archived:
        return f"add 'archived: {row.suggested}'"
    return f"a stored copy: {row.suggested}"


def _with_fragment(address: str, use: Use) -> str:
    return address + use.address[len(use.asked) :]
