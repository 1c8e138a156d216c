"""A mistake in the content, and the place where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
ERROR: Severity = "error"
WARNING: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column from 1, column and width in characters. Line 0 is the file as a whole."""

    line: int = 0
    column: int = 0
    width: int = 1
    source: str = ""  # the line itself, without its end


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in the author's words, where, and what to do.

    An error stops the build; a warning does so only where the author asks for strictness.
    """

    path: str  # posix, from the site's folder
    place: Place
    message: str
    hint: str = ""  # stands under the marked words
    code: str = ""  # the rule that found it, or its kind
    severity: Severity = ERROR
    detail: tuple[str, ...] = ()  # further lines, such as the closest passage
    is_by_rule: bool = False  # `checks:` and `accept:` may name its code


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    return tuple(
        sorted(
            dict.fromkeys(problems), key=lambda p: (p.path, p.place.line, p.place.column, p.severity, p.code, p.message)
        )
    )
