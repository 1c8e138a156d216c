"""Templates as they run: those of one language, with parts put in place and words of the interface said.

By itself Jinja looks each included part up, gives it a context of its own, and asks for the words of every label, on
each page anew: a third of the time of a page. Which part it is, and what a label says, is the same on all of them.
"""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.languages import Speech

TEMPLATE_MARK = "template:"  # stands before a template's name in tracebacks, where a file's path would stand
LOADED_PARTS = frozenset({"parts/entry.html", "parts/head.html"})  # parts that pages do not only include
KEPT = 16  # sets of compiled templates: a site has one for each language
SAY = "_"  # what templates call the function that says a string of the interface
# What makes of a template more than lines that can stand in another's place.
OWN_FRAME: tuple[type[nodes.Node], ...] = (nodes.Extends, nodes.Block, nodes.Import, nodes.FromImport, nodes.Macro)

# Gives the compiled templates of a language: those of an earlier time, or what the function makes anew.
Compile: TypeAlias = Callable[[str, Callable[[], bytes]], bytes]


class Templates(BaseLoader):
    """Loads templates from their sources, by name.

    Where `words` are given, included parts are put in place: quicker, but a fault then names lines of the part as if
    they were the page's.
    """

    def __init__(self, sources: Mapping[str, str], words: Speech | None = None, *, is_quick: bool = False) -> None:
        self._sources = sources
        self._words = words
        self._code = _kept(tuple(sources.items()), words.language if words else "", is_quick)

    def take(self, compiled: bytes) -> None:
        """Load from now on what `compiled` gave once."""
        self._code = marshal.loads(compiled)  # noqa: S302  # as trusted as the code that it is part of

    def compiled(self, environment: Environment) -> bytes:
        """The code of every template that is loaded by its name, as Python keeps code."""
        names = sorted(name for name in self._sources if "/" not in name or name in LOADED_PARTS)
        return marshal.dumps({name: self._compile(environment, name) for name in names})

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # as Jinja calls it
    ) -> Template:
        """The template of a name; TemplateNotFound where there is none."""
        code = self._code.get(name)
        if code is None:
            code = self._code[name] = self._compile(environment, name)
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)

    def _compile(self, environment: Environment, name: str) -> CodeType:
        tree = _parsed(environment, self._sources, name)
        if self._words:
            tree = _InPlace(environment, self._sources, self._words, name).visit(tree)
            tree.set_environment(environment)
        return environment.compile(tree, name, f"{TEMPLATE_MARK}{name}")


@lru_cache(maxsize=KEPT)
def _kept(_sources: tuple[tuple[str, str], ...], _language: str, _is_quick: bool) -> dict[str, CodeType]:
    """The code of templates, filled as they are loaded: a preview builds again and again, and most often of the same.

    The language is that of the words that were put in place; '' where nothing was.
    """
    return {}


def _parsed(environment: Environment, sources: Mapping[str, str], name: str) -> nodes.Template:
    source = sources.get(name)
    if source is None:
        raise TemplateNotFound(name)
    return environment.parse(source, name)


class _InPlace(NodeTransformer):
    """Puts an included part where it is asked for, and what a label says where the label is."""

    def __init__(self, environment: Environment, sources: Mapping[str, str], words: Speech, name: str) -> None:
        self._environment = environment
        self._sources = sources
        self._words = words
        self._within = [name]  # a part may ask for itself

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802  # as Jinja calls it
        if not isinstance(node.template, nodes.Const) or not node.with_context:
            return node
        name = node.template.value
        if name not in self._sources or name in self._within:
            return node
        part = _parsed(self._environment, self._sources, name)
        if any(part.find(kind) for kind in OWN_FRAME):
            return node
        self._within.append(name)
        part = self.visit(part)
        self._within.pop()
        return nodes.Scope(part.body, lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # as Jinja calls it
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name == SAY and not node.kwargs:
            match node.args:
                case [nodes.Const(value=str(message))]:
                    said = Markup(self._words.say(message)) % {}  # noqa: S704  # ours, and '%%' in it is a '%'
                    return nodes.Const(said, lineno=node.lineno)
        return node
