"""A document as Markdown, as CommonMark and Python-Markdown both read it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.reports.tree import (
    Block,
    Blocks,
    Break,
    Code,
    Emphasis,
    Heading,
    Inlines,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    SourceNumber,
    Strong,
    Table,
    Words,
)

# A backslash before these makes them signs for every reader of Markdown; the others' names are known to all as well.
BY_BACKSLASH = frozenset("\\`*_[]>#{}!")
SIGNS = re.compile(r"[\\`*_\[\]<>#|~@^{}!&]|\$(?![0-9])")  # a sum stays as it is
BLANKS = re.compile(r"[ \t\r\n\f]+")
# What would make a paragraph a list, a rule, a heading or a part of its own; pandoc numbers by letters, too.
AT_THE_BEGINNING = re.compile(r"(\s*)([-+=:](?=\s|$)|[=-]{2,}|:{3,}|\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$))")
INDENT = "    "


def write_markdown(manuscript: Manuscript, level: int = 1) -> bytes:
    """The whole document, with its sources as a numbered list. `level` is that of the title's heading, from 1."""
    head = [f"{'#' * level} {_escaped(manuscript.title)}"]
    head += [_marked(_escaped(manuscript.subtitle), "**")] if manuscript.subtitle else []
    head += [_opening_escaped(_escaped(" · ".join(manuscript.facts)))] if manuscript.facts else []
    parts = [*head, *_blocks(manuscript.opening), *_blocks(_below(level, manuscript.body))]
    if manuscript.sources:
        parts.append(f"{'#' * (level + 1)} {_escaped(manuscript.sources_heading)}")
        # Each with its number as it is cited: where several of these documents are joined, lists would be renumbered.
        parts += [f"\\[{row.number}\\] {_inlines(row.children)}" for row in manuscript.sources]
    parts += _blocks(manuscript.closing)
    return ("\n\n".join(parts) + "\n").encode()


def _below(level: int, body: Blocks) -> Iterator[Block]:
    """The entries with their headings below a title of this level."""
    for block in body:
        yield replace(block, level=block.level + level - 1) if isinstance(block, Heading) else block


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks if (text := _block(block))]


def _block(block: Block) -> str:
    match block:
        case Heading(level, children):
            return f"{'#' * (level + 1)} {_inlines(children)}"
        case Paragraph(children, role):
            text = _opening_escaped(_inlines(children).strip(" "))
            return _marked(text, "*") if role == "notice" and not _has_marks(children) else text
        case Quotation(children):
            return _prefixed(_joined(children), "> ")
        case Listing(items, start):
            return "\n".join(_items(items, start))
        case Preformatted(text):
            fence = "`" * max(3, *(len(found) + 1 for found in re.findall(r"`+", text)), 3)
            return f"{fence}\n{text}\n{fence}"
        case Rule():
            return "* * *"
        case Table():
            return _table(block)


def _joined(blocks: Blocks) -> str:
    return "\n\n".join(_blocks(blocks))


def _items(items: tuple[Blocks, ...], start: int | None) -> Iterator[str]:
    for place, item in enumerate(items):
        mark = "-" if start is None else f"{start + place}."
        yield mark + _prefixed(_joined(item), INDENT)[len(mark) :]


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() if line else prefix.rstrip() for line in text.split("\n"))


def _table(table: Table) -> str:
    caption = [_marked(_escaped(table.caption), "**"), ""] if table.caption else []
    lines = [*caption, _row(table.header), "|" + "---|" * len(table.header), *map(_row, table.rows)]
    return "\n".join(lines)


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(_inlines(cell).replace("\n", " ") for cell in cells) + " |"


def _has_marks(children: Inlines) -> bool:
    return any(isinstance(child, Emphasis | Strong | Code) for child in children)


def _inlines(children: Inlines) -> str:
    """Some words. Marks are read as such where no letter is before one and a sign after it, or the other way round."""
    text = ""
    was_marked = False
    for child in children:
        piece = _inline(child)
        is_marked = isinstance(child, Emphasis | Strong)
        if is_marked and text[-1:].isalnum() and not _bare(piece)[:1].isalnum():
            text = text[:-1] + _named(text[-1])
        if was_marked and piece[:1].isalnum() and not _bare(text)[-1:].isalnum():
            piece = _named(piece[0]) + piece[1:]
        text += piece
        was_marked = is_marked
    return text


def _bare(text: str) -> str:
    return text.strip("*")


def _inline(child: object) -> str:
    match child:
        case Words(text):
            return _escaped(text)
        case Emphasis(children):
            return _marked(_inlines(children), "*")
        case Strong(children):
            return _marked(_inlines(children), "**")
        case Code(text):
            fence = "`" * (max((len(found) for found in re.findall(r"`+", text)), default=0) + 1)
            pad = " " if text.startswith("`") or text.endswith("`") else ""
            return f"{fence}{pad}{text}{pad}{fence}"
        case Link(children, address):
            return f"[{_inlines(children)}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"
        case Break():
            return "  \n"
        case SourceNumber(number):
            return f"\\[{number}\\]"
        case other:
            raise AssertionError(other)


def _marked(text: str, mark: str) -> str:
    """Blanks stand outside of the marks, or these would not be read as such."""
    inner = text.strip()
    if not inner:
        return text
    start = len(text) - len(text.lstrip())
    end = len(text) - len(text.rstrip())
    return f"{text[:start]}{mark}{inner}{mark}{text[len(text) - end :] if end else ''}"


def _escaped(text: str) -> str:
    return SIGNS.sub(lambda found: _sign(found[0]), BLANKS.sub(" ", text))


def _sign(sign: str) -> str:
    return f"\\{sign}" if sign in BY_BACKSLASH else _named(sign)


def _named(sign: str) -> str:
    return {"&": "&amp;", "<": "&lt;"}.get(sign, f"&#{ord(sign)};")


def _opening_escaped(text: str) -> str:
    """Words that would make a paragraph something else are words."""
    found = AT_THE_BEGINNING.match(text)
    if not found:
        return text
    blanks, mark = found[1], found[2]
    told = f"{mark[:-1]}\\{mark[-1]}" if mark[-1] in ".)" else _named(mark[0]) + mark[1:]
    return f"{blanks}{told}{text[found.end() :]}"
