"""YAML read so that an author is never surprised: every value is text, exactly as written.

`NO` is Norway, `0476` a year, `12:30` stays as it is; the schema decides later what a text means. The merge key `<<`,
which YAML 1.2 dropped, is refused rather than half understood.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.parse.places import place_at
from generator.parse.yaml_nodes import DEEPEST, PLAIN_TAGS, children, compose, scalar_text
from generator.parse.yaml_syntax import explain
from generator.problems import Place, Problem

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]

LARGEST = 100_000  # values that aliases may multiply a document to …
MOST_TIMES = 10  # … unless it is this large by itself


def parse_yaml(path: str, text: str, *, line_offset: int = 0) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """The value of every `---` document that is not empty, and what is wrong with the file.

    A syntax error or a bomb ends the reading: the documents before it are still given. Values that an alias repeats are
    the same object. `line_offset` is the number of lines that stand before the text in its file.
    """
    roots, error = compose(text)
    reading = _Reading(path, text, line_offset)
    values: list[Value] = []
    for root in roots:
        if "*" in text and (bomb := _bomb(root)):
            reading.report(*bomb)
            return tuple(values), tuple(reading.problems)
        values.append(reading.value(root))
    if error:
        index, end, message, hint = explain(error, text)
        place = place_at(text, index, end, line_offset=line_offset)
        reading.problems.append(Problem(path, place, message, hint))
    return tuple(values), tuple(reading.problems)


def locate(
    text: str, document: int, keys: tuple[str | int, ...], *, of_key: bool = False, line_offset: int = 0
) -> Place:
    """Where the value at `keys` stands in the document of that number, counted from 0 as `parse_yaml` gives them.

    What is missing is placed at the nearest part that holds it. `of_key` marks the last key rather than its value.
    """
    roots, _ = compose(text)
    if document >= len(roots):
        return Place()
    node = marked = roots[document]
    for key in keys:
        step = _step(node, key)
        if step is None:
            marked = node
            break
        name, node = step
        marked = name if of_key else node
    return _place(text, marked, line_offset)


def _step(node: Node, key: str | int) -> tuple[Node, Node] | None:
    """The key's own node (for a list, the entry) and the value's."""
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if isinstance(name, ScalarNode) and scalar_text(name) == key:
                return name, value
    return None


def _place(text: str, node: Node, line_offset: int) -> Place:
    """A block of fields or entries is marked at its first one, all else as far as its line goes."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        end = start + 1
    elif isinstance(node, MappingNode) and not node.flow_style and node.value:
        end = node.value[0][0].end_mark.index
    elif isinstance(node, SequenceNode) and not node.flow_style:
        end = start + 1
    return place_at(text, start, end, line_offset=line_offset)


def _bomb(root: Node) -> tuple[Node, str, str] | None:
    """The first part that aliases make endless or blow up beyond all measure, with message and hint."""
    sizes: dict[int, tuple[int, int] | None] = {}  # id: how many values it expands to, how deep; None while it is open

    def expand(node: Node) -> tuple[Node, str, str] | None:
        sizes[id(node)] = None
        size, depth = 1, 0
        for child in children(node):
            if id(child) not in sizes and (found := expand(child)):
                return found
            within = sizes[id(child)]
            if within is None:
                return child, "this part holds itself through an alias ('*')", "write the repeated part out"
            size, depth = size + within[0], max(depth, within[1])
        sizes[id(node)] = size, depth + 1
        if depth >= DEEPEST or (size > LARGEST and size > MOST_TIMES * len(sizes)):
            return node, f"aliases ('*') multiply this part to {size:,} values", "write the repeated parts out"
        return None

    return expand(root)


@dataclass(slots=True)
class _Reading:
    """Turns nodes into values and notes what is wrong on the way."""

    path: str
    text: str
    line_offset: int
    problems: list[Problem] = field(default_factory=list)
    read: dict[int, Value] = field(default_factory=dict)  # the lists and mappings by the id of their node, for aliases

    def value(self, node: Node) -> Value:
        if node.tag != PLAIN_TAGS[type(node)]:
            self._refuse_tag(node)
        if isinstance(node, ScalarNode):
            return scalar_text(node)
        known = self.read.get(id(node))
        if known is None:
            known = self._fields(node) if isinstance(node, MappingNode) else [self.value(child) for child in node.value]
            self.read[id(node)] = known
        return known

    def _fields(self, node: MappingNode) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        places: dict[str, Node] = {}
        for key, child in node.value:
            value = self.value(child)
            name = self._name(key)
            if not name:
                continue
            if name in fields:
                first = self._place(places[name]).line
                self.report(key, f"'{name}' stands twice", f"the first is in line {first}: keep one of them")
                continue
            fields[name], places[name] = value, key
        return fields

    def _name(self, key: Node) -> str:
        """The field's name; '' where the key cannot be one, which is then a problem."""
        if not isinstance(key, ScalarNode):
            hint = "a text that begins with '[' or '{' must be put in quotes"
            self.report(key, "the name of a field must be text", hint)
            return ""
        name = self.value(key)
        assert isinstance(name, str)
        if not name.strip():
            self.report(key, "a field has no name before its ':'", "write 'name: text', or put the text in quotes")
            return ""
        if name == "<<":
            self.report(key, "'<<' does not merge fields here", "write the fields out, or repeat a whole part with '*'")
            return ""
        return name

    def _refuse_tag(self, node: Node) -> None:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        hint = "leave it out: every value is text; a text that begins with '!' must be put in quotes"
        self.report(node, f"the tag '{tag}' is not allowed", hint)

    def _place(self, node: Node) -> Place:
        return _place(self.text, node, self.line_offset)

    def report(self, node: Node, message: str, hint: str) -> None:
        self.problems.append(Problem(self.path, self._place(node), message, hint))
