"""What a YAML parser stumbled over, and the text around it."""

from dataclasses import dataclass
from functools import cached_property

import yaml

from generator.parse.yaml_nodes import Loader


@dataclass(frozen=True)
class Complaint:
    """The parser's error: `start` is where what it was reading began, `at` where it gave up."""

    text: str
    start: int
    at: int
    words: str

    @property
    def character(self) -> str:
        """The character at the place; empty at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def line_before(self) -> str:
        """What stands on the line before the place."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]

    @property
    def line_after(self) -> str:
        """The rest of the line from the place on."""
        return self.text[self.at :].partition("\n")[0]

    @property
    def is_end(self) -> bool:
        """Whether nothing but white space follows."""
        return not self.text[self.at :].strip()

    @cached_property
    def tokens(self) -> tuple[yaml.Token, ...]:
        """The tokens before the place, as far as they can be told."""
        found: list[yaml.Token] = []
        try:
            for token in yaml.scan(self.text, Loader=Loader):
                if token.start_mark.index >= self.at:
                    break
                found.append(token)
        except yaml.YAMLError:
            pass  # the place itself is often no token
        return tuple(found)

    @property
    def open_bracket(self) -> int | None:
        """The offset of the innermost bracket that is open at the place."""
        brackets: list[int] = []
        for token in self.tokens:
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                brackets.append(token.start_mark.index)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and brackets:
                brackets.pop()
        return brackets[-1] if brackets else None

    def line_number(self, index: int) -> int:
        """The line of an offset, from 1."""
        return self.text.count("\n", 0, index) + 1

    def column(self, index: int) -> int:
        """The column of an offset, from 1."""
        return index - self.text.rfind("\n", 0, index)
