"""A document as Markdown, as CommonMark and Python-Markdown both read it."""

import re
from collections.abc import Iterable, Iterator

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

SIGNS = re.compile(r"([\\`*_\[\]<>#|~$@^{}!])")
AT_THE_BEGINNING = re.compile(r"^(\s*)([-+=:]|\d+[.)])(?=\s|$)|^([=-]{2,})")
INDENT = "    "


def write_markdown(manuscript: Manuscript) -> bytes:
    """The whole document, with its sources as a numbered list."""
    head = [f"# {_escaped(manuscript.title)}"]
    head += [f"**{_escaped(manuscript.subtitle)}**"] if manuscript.subtitle else []
    head += [_escaped(" · ".join(manuscript.facts))] if manuscript.facts else []
    parts = [*head, *_blocks(manuscript.opening), *_blocks(manuscript.body)]
    if manuscript.sources:
        parts.append(f"## {_escaped(manuscript.sources_heading)}")
        # Each with its number as it is cited: where several of these documents are joined, lists would be renumbered.
        parts += [f"\\[{row.number}\\] {_inlines(row.children)}" for row in manuscript.sources]
    parts += _blocks(manuscript.closing)
    return ("\n\n".join(parts) + "\n").encode()


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks if (text := _block(block))]


def _block(block: Block) -> str:
    match block:
        case Heading(level, children):
            return f"{'#' * (level + 1)} {_inlines(children)}"
        case Paragraph(children, role):
            text = _opening_escaped(_inlines(children))
            return f"*{text}*" if role == "notice" and not _has_marks(children) else text
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

    lines = [_row(table.header), "|" + "---|" * len(table.header), *map(_row, table.rows)]
    return "\n".join(lines)


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(_inlines(cell).replace("\n", " ") for cell in cells) + " |"


def _has_marks(children: Inlines) -> bool:
    return any(isinstance(child, Emphasis | Strong | Code) for child in children)


def _inlines(children: Inlines) -> str:
    return "".join(map(_inline, children))


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
    return SIGNS.sub(r"\\\1", text).replace("&", "&amp;")


def _opening_escaped(text: str) -> str:
    """What would make a paragraph a list, a heading or a rule is none."""
    return AT_THE_BEGINNING.sub(lambda found: found[0][: len(found[1] or "")] + _as_words(found), text)


def _as_words(found: re.Match[str]) -> str:
    sign = found[2] or found[3]
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"
