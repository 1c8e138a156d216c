"""Markdown that is provably plain, as the HTML that the converter and the sanitiser would make of it, but much sooner.

Plain are paragraphs, headings, tight lists and quotes, and in them emphasis, code, links and punctuation. Whatever
could be anything else is left to the converter: a doubt costs time, a mistake would change a page.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.parse.plain_words import Doubt, plain_words

# What is not plain, or may not be; before it a rarer part of it, which is sooner looked for.
DOUBTFUL = (
    ("<", "<"),
    ("\\", "\\"),
    ("|", "|"),
    ("]", "]:"),
    ("^", "[^"),
    ("!", "!["),
    ("~", "~~~"),
    ("`", "``"),
    ("-", "----"),
    ("\n", "  \n"),
)
ENTITY = re.compile(r"&(?:#|[^\s&;]*;)")
# Characters that do not print and yet change nothing. Any other of their kind is a doubt.
KNOWN = re.compile(r"[\n\u00a0\u00ad\u2009\u200c-\u200f\u202f]")

BLANK_LINE = re.compile(r"(?<=\n) +\n")
EMPTY_LINES = re.compile(r"\n{2,}")
BREAK = re.compile(r"\n(?:\n+|(?=#))")  # a heading needs no empty line before it, and none after it
HEADING = re.compile(r"(#{1,6})([^#\n]+)#*")
BULLET = r"(?:[*+-]|\d+\.) +"
LIST = re.compile(BULLET)
NEXT_ITEM = re.compile(rf"\n{BULLET}")
QUOTE_MARK = re.compile(r"^> ?", re.MULTILINE)
# What no line of a paragraph begins with, and what its first line does not begin with either.
MARK = r"[\s#>:=]|[-+](?!\w)"
MARKED = re.compile(rf"{MARK}|{BULLET}")
MARKED_LATER = re.compile(rf"\n(?:{MARK})")


def plain_html(text: str) -> str | None:
    """The HTML of a text that is plain, safe as it stands; None for one that may not be."""
    text = text.strip("\n")
    if " \n" in text:
        text = BLANK_LINE.sub("\n", text)
    if _is_doubtful(text):
        return None
    try:
        html = "\n".join(_elements(text))
    except Doubt:
        return None
    return html.replace("\u00a0", "&nbsp;")  # as the sanitiser writes it


def _is_doubtful(text: str) -> bool:
    if not text.replace("\n", "").isprintable() and not KNOWN.sub("", text).isprintable():
        return True
    if any(part in text and mark in text for part, mark in DOUBTFUL):
        return True
    return "&" in text and ENTITY.search(text) is not None


def _elements(text: str) -> Iterator[str]:
    for kind, blocks in groupby(_blocks(text), _kind_of):
        if kind == "quote":
            yield _quote(blocks)
        elif kind == "list":
            yield _list(*blocks)
        else:
            yield from map(_heading if kind == "heading" else _paragraph, blocks)


def _blocks(text: str) -> Iterator[str]:
    for block in BREAK.split(text):
        if block.startswith("#"):
            heading, _, rest = block.partition("\n")
            yield heading
            if rest:
                yield rest
        elif block:
            yield block


def _kind_of(block: str) -> str:
    if block[0] == "#":
        return "heading"
    if block[0] == ">":
        return "quote"
    return "list" if LIST.match(block) else "paragraph"


def _heading(block: str) -> str:
    found = HEADING.fullmatch(block)
    if not found or not (words := found[2].strip()):
        raise Doubt
    level = len(found[1])
    return f"<h{level}>{plain_words(words)}</h{level}>"


def _list(block: str, *others: str) -> str:
    if others:
        raise Doubt  # they are one list, and its items are paragraphs
    tag = "ol" if block[0].isdigit() else "ul"
    items = NEXT_ITEM.split(f"\n{block}")[1:]
    return "\n".join((f"<{tag}>", *(f"<li>{_lines(item)}</li>" for item in items), f"</{tag}>"))


def _quote(blocks: Iterable[str]) -> str:
    paragraphs = [_paragraph(part) for block in blocks for part in EMPTY_LINES.split(QUOTE_MARK.sub("", block))]
    return "\n".join(("<blockquote>", *paragraphs, "</blockquote>"))


def _paragraph(block: str) -> str:
    return f"<p>{_lines(block)}</p>"


def _lines(block: str) -> str:
    if not block or MARKED.match(block) or ("\n" in block and MARKED_LATER.search(block)):
        raise Doubt
    return plain_words(block)
