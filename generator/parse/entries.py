"""Files taken apart into entries: YAML of one or many, Markdown with front matter, plain text."""

from collections.abc import Sequence
from typing import Protocol

from generator.parse.document import Document, Keys
from generator.parse.front_matter import split_front_matter
from generator.parse.known import NOTHING, KnownYaml, read_yaml
from generator.parse.plain_text import parse_plain
from generator.parse.yaml_text import Value, locate, parse_yaml
from generator.problems import Place, Problem

Entries = tuple[tuple[Document, ...], tuple[Problem, ...]]


def parse_entries(path: str, text: str, *, known: KnownYaml = NOTHING) -> Entries:
    """The entries of a YAML file: one mapping, a list of mappings, or several documents of either."""
    values, problems = read_yaml(path, text, known)
    if problems:
        return (), problems
    if not values:
        return (), (Problem(path, Place(), "the file is empty", "give it its fields, or take it away"),)
    rows: list[tuple[int, Keys, Value]] = []
    for number, value in enumerate(values):
        if isinstance(value, list):
            rows += [(number, (index,), entry) for index, entry in enumerate(value)]
        else:
            rows.append((number, (), value))
    return _documents(path, text, rows, is_alone=len(rows) == 1)


def parse_mapping(path: str, text: str) -> Entries:
    """The entries of a file that maps ids to fields, or that lists entries which bear their ids.

    The last of a document's keys is its id, or its place in the list.
    """
    values, problems = parse_yaml(path, text)
    rows: list[tuple[int, Keys, Value]] = []
    for number, value in enumerate(values):
        if isinstance(value, dict):
            rows += [(number, (key,), entry) for key, entry in value.items()]
        elif isinstance(value, list):
            rows += [(number, (index,), entry) for index, entry in enumerate(value)]
        else:
            rows.append((number, (), value))
    found, wrong = _documents(path, text, rows, is_alone=False)
    return found, (*problems, *wrong)


def _documents(path: str, text: str, rows: Sequence[tuple[int, Keys, Value]], *, is_alone: bool) -> Entries:
    """Each row of a file as a document; what is not a mapping as a problem."""
    found: list[Document] = []
    problems: list[Problem] = []
    for number, keys, value in rows:
        if isinstance(value, dict):
            found.append(Document(path, value, text, number, keys, is_alone=is_alone))
        else:
            problems.append(Problem(path, locate(text, number, keys), "fields are expected here, as in `title: …`"))
    return tuple(found), tuple(problems)


def parse_markdown_entry(path: str, text: str, *, known: KnownYaml = NOTHING) -> Entries:
    """The one entry of a Markdown file: front matter, then the body."""
    parts, problems = split_front_matter(path, text)
    if parts is None:
        return (), problems
    values, more = read_yaml(path, parts.yaml, known, line_offset=1)
    problems += more
    if more:
        return (), problems
    fields = values[0] if values else {}
    if fields == "":
        fields = {}
    if not isinstance(fields, dict):
        return (), (
            *problems,
            Problem(path, Place(2, 1), "fields are expected between the lines of ---, as in `title: …`"),
        )
    document = Document(path, fields, parts.yaml, offset=1, body=parts.body, body_path=path, body_line=parts.body_line)
    return (document,), problems


def parse_plain_entry(
    path: str, text: str, side_path: str = "", side_text: str | None = None, *, known: KnownYaml = NOTHING
) -> Entries:
    """The one entry of a plain text, with the fields of its side file where it has one."""
    fields: dict[str, Value] = {}
    problems: tuple[Problem, ...] = ()
    if side_text is not None:
        found, problems = parse_entries(side_path, side_text, known=known)
        if len(found) > 1:
            problems = (*problems, Problem(side_path, Place(), "a side file holds the fields of one article"))
        fields = dict(found[0].fields) if found else {}
    plain = parse_plain(text)
    fixed: dict[str, tuple[str, Place]] = {}
    if plain.date is not None:
        if fields.get("date", plain.date) != plain.date:
            place = locate(side_text or "", 0, ("date",))
            message = f"the date here is '{fields['date']}', and the text itself says '{plain.date}'"
            problems = (*problems, Problem(side_path, place, message, "keep one of them"))
        fields["date"] = plain.date
        fixed["date"] = (path, plain.date_place)
    document = Document(
        side_path or path,
        fields,
        side_text or "",
        body=plain.body,
        body_path=path,
        body_line=plain.body_line,
        is_plain=True,
        fixed=fixed,
    )
    return (document,), problems


class Parser(Protocol):
    """Takes a file apart; what is known of its YAML need not be parsed."""

    def __call__(self, path: str, text: str, *, known: KnownYaml = NOTHING) -> Entries:
        """The entries of a file at a path, and what is wrong with it."""


PARSERS: dict[str, Parser] = {
    ".yaml": parse_entries,
    ".yml": parse_entries,
    ".md": parse_markdown_entry,
    ".markdown": parse_markdown_entry,
    ".txt": parse_plain_entry,
}
