"""The text that a reader of sanitised HTML sees, and where in the HTML each piece of it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')  # in sanitised HTML every '<' begins a tag, and values are in quotes
NAME = re.compile(r"</?([a-z][a-z0-9]*)")
NOT_PROSE = re.compile(  # a footnote's number and the way back from it: the reader's means, not the author's words
    r'<(?:sup [^>]*(?:id="[^"]*fnref|class="[^"]*footnote-ref)|a [^>]*class="[^"]*footnote-backref)'
)
WHITE_SPACE = " \t\n\f\r"  # as HTML has it: a no-break space is text
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        p div blockquote pre h1 h2 h3 h4 h5 h6 hr br address article aside footer header main nav section
        ul ol li dl dt dd figure figcaption details summary
        table caption colgroup col thead tbody tfoot tr td th
        """,
    )
)


@dataclass(frozen=True, slots=True)
class TextNode:
    """A piece of text between two tags."""

    part: int  # its index in `TAG.split(html)`
    start: int  # its offset in the visible text
    text: str  # without entities
    lead: str = ""  # white space before it that no reader sees, since a block begins there


def visible_text(html: str) -> str:
    """The text of sanitised HTML: blocks are joined by one blank, inline elements by nothing.

    The numbers of footnotes are left out. White space is kept as it stands, but for that before a block's text.
    """
    pieces: list[str] = []
    end = 0
    for node in text_nodes(TAG.split(html)):
        if node.start > end:
            pieces.append(" ")
        pieces.append(node.text)
        end = node.start + len(node.text)
    return "".join(pieces)


def text_nodes(parts: list[str]) -> Iterator[TextNode]:
    """The text nodes of HTML split at its tags. White space at the beginning of a block, or between two, is no text."""
    end = 0
    after_block = True
    closing = ""  # ends what is left out
    for index, part in enumerate(parts):
        if index % 2:  # a tag
            if closing:
                closing = "" if part == closing else closing
            elif NOT_PROSE.match(part):
                closing = "</sup>" if part.startswith("<sup") else "</a>"
            elif (name := NAME.match(part)) and name[1] in BLOCKS:
                after_block = True
        elif part and not closing:
            whole = unescape(part) if "&" in part else part
            text = whole.lstrip(WHITE_SPACE) if after_block else whole
            if text:
                start = end + 1 if after_block and end else end
                yield TextNode(index, start, text, whole[: -len(text)])
                end = start + len(text)
                after_block = False
