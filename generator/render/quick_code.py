"""The code of templates, as Jinja writes it but for what it does most: looking attributes up and escaping text.

Jinja asks `environment.getattr` for each attribute, since it may stand for an item of a dict or for nothing, makes a
`Markup` of each text that it escapes, and hands each piece of a page on by itself. A page of an event has some 400
pieces, so that was a quarter of its time. Here attributes are Python's own, escaped text is a plain string, and what
stands between two tags is one piece. What Jinja's code accepts and this does not, an item named as an attribute,
raises AttributeError, for which the page and all after it are rendered from Jinja's own code.
"""

from keyword import iskeyword
from types import SimpleNamespace

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as _escaped  # `escape` of a str, without making a Markup of it
except ImportError:  # where it has no compiled part, or keeps it elsewhere

    def _escaped(text: str, /) -> str:
        return str(escape(text))


def text_of(value: object) -> str:
    """What `escape` gives, as any string."""
    kind = type(value)
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]  # mypy does not know that it is one
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


# What Jinja calls as it fills a buffer, in which it puts the pieces between two tags at once: here they become one.
PIECES = SimpleNamespace(append=str, extend="".join)


class QuickCode(CodeGenerator):
    """Writes the code of templates for an environment that escapes everything and has these names as attributes."""

    def write_commons(self) -> None:
        """What each function of a template begins with."""
        self.writeline("text_of, pieces = environment.text_of, environment.pieces")
        super().write_commons()

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # as Jinja calls it
        """An attribute: what Python calls so."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802  # as Jinja calls it
        """What stands between two tags: one piece, unless it goes into a buffer with others."""
        alone = frame.buffer is None
        if alone:
            frame.buffer = "yield pieces"
        super().visit_Output(node, frame)
        if alone:
            frame.buffer = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("text_of(")


def make_quick(environment: Environment) -> None:
    """Have the templates of an environment compiled to quick code."""
    environment.code_generator_class = QuickCode
    environment.text_of = text_of  # type: ignore[attr-defined]
    environment.pieces = PIECES  # type: ignore[attr-defined]
