"""A document as pandoc's own tree, in JSON, for all the formats that pandoc writes.

The tree is that of pandoc-types 1.23 (`Text.Pandoc.Definition`). Nothing in it is raw HTML: what a part is for stands
in the classes of a Div or a Span, and another language in `lang`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.reports.scripts import direction_of
from generator.reports.tree import (
    Block,
    Break,
    Code,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Reference,
    Rule,
    SourceNumber,
    Strong,
    Table,
    Words,
)

VERSION = [1, 23]  # of pandoc-types
BLANKS = re.compile("[ \\t\\r\\n\\f]+")  # of those that Python knows, the ones that are one blank in HTML
NO_ATTRIBUTES = ["", [], []]
SPACE = {"t": "Space"}

Node = dict[str, Any]
Attributes = list[Any]  # an id, classes, and pairs of a name and a value


def write_pandoc(manuscript: Manuscript) -> bytes:
    """The whole document. Its title, language and direction are metadata, which pandoc's templates show."""
    tree = {
        "pandoc-api-version": VERSION,
        "meta": dict(_meta(manuscript)),
        "blocks": list(_whole(manuscript)),
    }
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _meta(manuscript: Manuscript) -> Iterator[tuple[str, Node]]:
    yield "title", _node("MetaInlines", _words(manuscript.title))
    if manuscript.subtitle:
        yield "subtitle", _node("MetaInlines", _words(manuscript.subtitle))
    yield "lang", _node("MetaString", manuscript.language)
    if manuscript.direction == "rtl":  # else pandoc's LaTeX would load what it has no use for
        yield "dir", _node("MetaString", "rtl")


def _whole(manuscript: Manuscript) -> Iterator[Node]:
    if manuscript.facts:
        yield _div([_node("Para", _words(" · ".join(manuscript.facts)))], "count")
    yield from _blocks(manuscript.opening)
    yield from _blocks(manuscript.body)
    if manuscript.sources:
        yield _node("Header", [1, ["sources", ["sources"], []], _words(manuscript.sources_heading)])
        yield _ordered([[_reference(row)] for row in manuscript.sources], manuscript.sources[0].number)
    yield from _blocks(manuscript.closing)


def _reference(row: Reference) -> Node:
    named = [["lang", row.language], ["dir", direction_of(row.language)]] if row.language else []
    return _node("Div", [[_mark_of(row.number), ["reference"], named], [_para(row.children)]])


def _blocks(blocks: Iterable[Block]) -> list[Node]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Node:
    match block:
        case Heading(level, children, mark, language):
            return _node("Header", [level, [mark, [], _language(language)], _inlines(children)])
        case Paragraph(children, role, language):
            return _div([_para(children)], role, language) if role or language else _para(children)
        case Quotation(children, language):
            quote = _node("BlockQuote", _blocks(children))
            return _div([quote], "", language) if language else quote
        case Listing(items, start, role):
            rows = [_blocks(item) for item in items]
            listing = _node("BulletList", rows) if start is None else _ordered(rows, start)
            return _div([listing], role) if role else listing
        case Preformatted(text):
            return _node("CodeBlock", [NO_ATTRIBUTES, text])
        case Rule():
            return {"t": "HorizontalRule"}
        case Table():
            return _table(block)


def _table(table: Table) -> Node:
    """A table whose first column names its rows; columns are as wide as it says, or as they need be."""
    widths = [_node("ColWidth", share / 100) for share in table.shares]
    columns = [[{"t": "AlignDefault"}, width] for width in widths or [{"t": "ColWidthDefault"}] * len(table.header)]
    caption = [None, [_node("Plain", _words(table.caption))] if table.caption else []]
    body = [NO_ATTRIBUTES, 1, [], [_row(row) for row in table.rows]]
    head, foot = [NO_ATTRIBUTES, [_row(table.header)]], [NO_ATTRIBUTES, []]
    return _node("Table", [NO_ATTRIBUTES, caption, columns, head, [body], foot])


def _row(cells: Iterable[Inlines]) -> list[Any]:
    rows = [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [_node("Plain", _inlines(cell))]] for cell in cells]
    return [NO_ATTRIBUTES, rows]


def _ordered(rows: list[list[Node]], start: int) -> Node:
    return _node("OrderedList", [[start, {"t": "Decimal"}, {"t": "Period"}], rows])


def _inlines(children: Iterable[Inline]) -> list[Node]:
    return [node for child in children for node in _inline(child)]


def _inline(child: Inline) -> list[Node]:
    match child:
        case Words(text, language):
            return [_node("Span", [["", [], _language(language)], _words(text)])] if language else _words(text)
        case Emphasis(children):
            return [_node("Emph", _inlines(children))]
        case Strong(children):
            return [_node("Strong", _inlines(children))]
        case Code(text):
            return [_node("Code", [NO_ATTRIBUTES, text])]
        case Link(children, address):
            return [_link(_inlines(children), address)]
        case Break():
            return [{"t": "LineBreak"}]
        case SourceNumber(number):
            link = _link(_words(f"[{number}]"), f"#{_mark_of(number)}")
            return [_node("Span", [["", ["source-number"], []], [link]])]


def _link(children: list[Node], address: str) -> Node:
    return _node("Link", [NO_ATTRIBUTES, children, [address, ""]])


def _words(text: str) -> list[Node]:
    """Words with a space between two of them, which is the only blank that pandoc may break a line at."""
    nodes: list[Node] = []
    for place, word in enumerate(BLANKS.split(text)):
        if place:
            nodes.append(SPACE)
        if word:
            nodes.append(_node("Str", word))
    return nodes


def _para(children: Inlines) -> Node:
    return _node("Para", _inlines(children))


def _div(blocks: list[Node], role: str, language: str = "") -> Node:
    return _node("Div", [["", [role] if role else [], _language(language)], blocks])


def _language(language: str) -> list[list[str]]:
    return [["lang", language]] if language else []


def _mark_of(number: int) -> str:
    return f"source-{number}"


def _node(kind: str, content: Any) -> Node:
    return {"t": kind, "c": content}
