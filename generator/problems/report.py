"""Problems as people, programs and GitHub read them."""

import json
import unicodedata
from collections.abc import Iterable

from generator.problems.problem import ERROR, Place, Problem

LONGEST = 160  # characters of a source line that are shown


def as_text(problem: Problem) -> str:
    """The problem as a person reads it: the place, what is wrong, the line with a mark under it, what to do."""
    kind = "" if problem.severity == ERROR else "warning: "
    code = f" [{problem.code}]" if problem.is_by_rule else ""
    lines = [f"{_where(problem)}: {kind}{problem.message}{code}"]
    if problem.place.source and problem.place.line:
        lines += _excerpt(problem.place, problem.hint)
    elif problem.hint:
        lines.append(f"    {problem.hint}")
    lines += [f"    {line}" for line in problem.detail]
    return "\n".join(lines)


def _where(problem: Problem) -> str:
    if not problem.place.line:
        return problem.path
    return f"{problem.path}:{problem.place.line}:{problem.place.column}"


def excerpt(place: Place) -> tuple[str, str, str]:
    """The source line in three: what stands before the marked words, those, and what follows.

    A long line is cut to a window around them, and an ellipsis stands for the rest.
    """
    start = max(0, place.column - 1)
    cut = max(0, start - LONGEST // 2) if len(place.source) > LONGEST else 0
    shown = place.source[cut : cut + LONGEST]
    first, last = start - cut, start - cut + max(1, place.width)
    behind = "…" if cut + LONGEST < len(place.source) else ""
    return ("…" if cut else "") + shown[:first], shown[first:last], shown[last:] + behind


def _excerpt(place: Place, hint: str) -> list[str]:
    """The source line and the mark under it."""
    before, marked, after = excerpt(place)
    pad = "".join("\t" if mark == "\t" else " " * _cells(mark) for mark in before)
    carets = "^" * max(1, sum(_cells(mark) for mark in marked))
    return [f"{place.line:>5} | {before}{marked}{after}", f"      | {pad}{carets} {hint}".rstrip()]


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes: none for a combining mark, two for a wide one."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON object: `problems`, and how many are errors and warnings."""
    rows = [
        {
            "path": p.path,
            "line": p.place.line or None,
            "column": p.place.column or None,
            "severity": p.severity,
            "code": p.code or None,
            "message": p.message,
            "hint": p.hint or None,
            "detail": list(p.detail),
        }
        for p in problems
    ]
    errors = sum(row["severity"] == ERROR for row in rows)
    return json.dumps(
        {"problems": rows, "errors": errors, "warnings": len(rows) - errors}, ensure_ascii=False, indent=1
    )


def as_github(problem: Problem) -> str:
    """The problem as a GitHub workflow command, which shows it beside the line it is about."""
    place = problem.place
    where = f",line={place.line},col={place.column}" if place.line else ""
    title = f",title={_property(problem.code)}" if problem.code else ""
    message = "\n".join(part for part in (problem.message, problem.hint, *problem.detail) if part)
    return f"::{problem.severity} file={_property(problem.path)}{where}{title}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
