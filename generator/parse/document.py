"""One entry as its author wrote it: its fields, its prose, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.parse.yaml_text import Value, locate
from generator.problems import Place

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The fields of one entry and the text that goes with them. Nothing in it has been checked.

    Places are computed only when there is a problem to place, since that costs more than reading.
    """

    path: str  # of the file in which the fields stand
    fields: Mapping[str, Value]
    yaml: str = ""  # the YAML in which they stand
    number: int = 0  # which of the file's YAML documents
    keys: Keys = ()  # where in that one the entry stands
    offset: int = 0  # lines of the file before the YAML
    body: str = ""
    body_path: str = ""
    body_line: int = 1  # the line of its file on which the body begins
    is_plain: bool = False  # the body is plain text, never Markdown
    is_alone: bool = True  # no other entry stands in the file
    fixed: Mapping[str, tuple[str, Place]] = field(default_factory=dict)  # fields that stand elsewhere: path and place

    def place(self, keys: Keys = (), *, of_key: bool = False) -> tuple[str, Place]:
        """The file and the place of a field, or of the entry's beginning."""
        if keys and keys[0] in self.fixed:
            return self.fixed[str(keys[0])]
        if not self.yaml:
            return self.path, Place()
        return self.path, locate(self.yaml, self.number, self.keys + keys, of_key=of_key, line_offset=self.offset)

    def place_in_body(self, words: str) -> tuple[str, Place]:
        """The file and the place where some words first stand in the body; its first line where they do not."""
        path = self.body_path or self.path
        start = max(0, self.body.find(words))
        before = self.body[:start]
        line_start = before.rfind("\n") + 1
        line_end = self.body.find("\n", start)
        source = self.body[line_start : line_end if line_end >= 0 else None]
        width = max(1, min(len(words.split("\n", maxsplit=1)[0]), len(source)))
        return path, Place(self.body_line + before.count("\n"), start - line_start + 1, width, source)
