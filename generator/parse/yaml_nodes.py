"""YAML as a tree of nodes that know their offsets; what its parser cannot survive is refused before."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.parse.decode import CONTROL


class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # one of two classes
    """Reads YAML by libyaml, which is seven times as fast, where it is there; every value is what it is written as."""

    def resolve(self, kind: type[Node], value: str | None, implicit: object) -> str:  # noqa: ARG002  # as it is called
        """The tag of a value that has none of its own: that of its kind, without looking at what it might mean."""
        return PLAIN_TAGS[kind]

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Nothing: where a value stands does not matter to its tag."""

    def ascend_resolver(self) -> None:
        """Nothing, likewise."""


PLAIN_TAGS: Mapping[type[Node], str] = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}
DEEPEST = 100  # lists and mappings inside each other; libyaml crashes the program at some ten thousand
DEEP_BLOCK = re.compile(rf"^[-?: ]{{{DEEPEST // 2}}}", re.MULTILINE)  # a mapping and a list may share a column

# YAML 1.1 ends a line at these; editors and authors do not. Noncharacters, which no text holds, stand in for them.
BREAKS = str.maketrans("\x85\u2028\u2029", "\ufdd0\ufdd1\ufdd2")
UNBREAK = str.maketrans("\ufdd0\ufdd1\ufdd2", "\x85\u2028\u2029")


# An escape that may stand for a control character, which no text of a page can hold.
CONTROL_ESCAPE = re.compile(r"\\(?:[0abefv]|x[01789]|u(?:00[01789]|[Ff]{3})|U0000(?:00[01789]|[Ff]{3}))")


class ControlError(yaml.MarkedYAMLError):
    """An escape stands for a character that would be refused if it stood there itself."""


class NestingError(yaml.MarkedYAMLError):
    """Lists and mappings stand inside each other deeper than any content does."""


@lru_cache(maxsize=4)
def compose(text: str) -> tuple[tuple[Node, ...], yaml.YAMLError | None]:
    """The root of every document that is not empty, and the error that ended the reading, if one did."""
    text = text.translate(BREAKS) if not text.isascii() else text
    roots: list[Node] = []
    try:
        if _may_be_deep(text):
            _refuse_depth(text)
        roots.extend(_roots(text))
        if "\\" in text and CONTROL_ESCAPE.search(text):
            for root in roots:
                _refuse_controls(root)
    except yaml.YAMLError as error:
        return tuple(roots), error
    return tuple(roots), None


def _roots(text: str) -> Iterator[Node]:
    loader = Loader(text)
    try:
        while loader.check_node():
            node = loader.get_node()
            if node and not (isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index):
                yield node
    finally:
        loader.dispose()


def _refuse_controls(node: Node) -> None:
    """Raise ControlError where a text holds a control character. The tree is not deep: that was refused before."""
    if isinstance(node, ScalarNode) and (found := CONTROL.search(node.value)):
        words = f"control character: U+{ord(found[0]):04X}"
        raise ControlError(problem=words, problem_mark=node.start_mark)
    for child in children(node):
        _refuse_controls(child)


def scalar_text(node: ScalarNode) -> str:
    """The scalar as it was written, less its quotes and indentation."""
    text: str = node.value
    return text if text.isascii() else text.translate(UNBREAK)


def children(node: Node) -> Iterator[Node]:
    """The nodes directly within a list or a mapping, keys before their values."""
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for pair in node.value:
            yield from pair


def _may_be_deep(text: str) -> bool:
    """Whether the text might nest deeper than allowed: a cheap look that never says no wrongly."""
    if DEEP_BLOCK.search(text):
        return True
    if text.count("[") + text.count("{") <= DEEPEST // 2:
        return False
    depth = deepest = 0
    for bracket in re.findall(r"[\[{\]}]", text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > DEEPEST // 2


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark: Any = event.start_mark  # libyaml's marks and PyYAML's are alike, but not to a type checker
                raise NestingError(problem="nested too deep", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
