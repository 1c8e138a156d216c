"""The fields at the head of a Markdown file, apart from its text."""

import re
from dataclasses import dataclass

from generator.parse.places import place_at
from generator.problems import Problem

OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file in two parts; one without front matter is all body, from line 1."""

    yaml: str  # begins in line 2 of the file: parse it with `line_offset=1`
    body: str
    body_line: int


def split_front_matter(path: str, text: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The fields between a first line `---` and the next line `---` or `...`, and the text after them.

    There are no parts where the fields have no end.
    """
    opening = OPENING.match(text)
    if not opening:
        return FrontMatter("", text, 1), ()
    closing = CLOSING.search(text, opening.end())
    if not closing:
        hint = "end the fields with a line '---'"
        problem = Problem(path, place_at(text, 0, 3), "the front matter opened here is not closed", hint)
        return None, (problem,)
    fields = text[opening.end() : closing.start()]
    return FrontMatter(fields, text[closing.end() :], fields.count("\n") + 3), ()
