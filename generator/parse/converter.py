"""Python-Markdown, doing only the work that a text asks for.

By itself it looks for each of some forty marks in each paragraph, though most paragraphs hold none. What it makes of a
text is the same.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

# Each inline pattern can match only where one of these stands. A pattern that is not here is always looked for.
TRIGGERS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("---",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{number}": ("'",) for number in (0, 6, 7, 8, 9, 10)},
    **{f"smarty-quotes-{number}": ('"',) for number in (1, 11, 12, 13, 14)},
    **{f"smarty-quotes-{number}": ("\"'",) for number in (2, 5)},
    **{f"smarty-quotes-{number}": ("'\"",) for number in (3, 4)},
}
# A block is a paragraph where no line of it begins as another kind of block does, and it is no table.
BLOCK_MARK = re.compile(r"^[ \t#>:*+\-_=\[\d]|\|", re.MULTILINE)
INLINE = ("inline", "smarty")  # the passes over the tree that look for patterns, each for its own
AFTER_EMPTY = 95  # the priority of a kind of block that is tried before all but the blank one
BEFORE_INLINE = 25  # the priority of a pass that comes just before them
MARKED = re.compile("|".join(map(re.escape, sorted({mark for marks in TRIGGERS.values() for mark in marks}))))


def make_converter() -> Markdown:
    """A converter for the Markdown that authors write here: tables, footnotes, definition lists, code, punctuation."""
    converter = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TITLE=""),  # the title would be English on every page
            "def_list",
            "fenced_code",
            "smarty",
        ],
        output_format="html",
    )
    converter.preprocessors.register(_HtmlBlocks(converter), "html_block", 20)
    blocks = converter.parser.blockprocessors
    blocks.register(_PlainParagraph(converter.parser), "plain_paragraph", AFTER_EMPTY)
    converter.treeprocessors.register(_Narrowing(converter), "narrowing", BEFORE_INLINE)
    return converter


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Looks for blocks of HTML only where there can be some."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _PlainParagraph(ParagraphProcessor):
    """Takes what can only be a paragraph before every other kind of block is tried."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  # as every kind of block is asked
        return not BLOCK_MARK.search(block)


class _Narrowing(Treeprocessor):
    """Keeps text without any mark from being looked at, and for the rest only patterns that it may match."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(converter)
        self.passes = []
        for name in INLINE:
            inline = converter.treeprocessors[name]
            assert isinstance(inline, InlineProcessor)
            patterns = inline.inlinePatterns
            known = {patterns.get_index_for_name(name): marks for name, marks in TRIGGERS.items() if name in patterns}
            rows = [(known.get(index, ("",)), pattern) for index, pattern in enumerate(patterns)]
            self.passes.append((inline, rows))

    def run(self, root: Element) -> None:
        left = []
        for element in root.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if text and not isinstance(text, AtomicString):
                    if MARKED.search(text):
                        left.append(text)
                    else:
                        setattr(element, part, AtomicString(text))
        marked = "\n\n".join(left)
        for inline, rows in self.passes:
            # A list, since a registry takes three times as long to index.
            inline.inlinePatterns = [p for marks, p in rows if any(mark in marked for mark in marks)]  # type: ignore[assignment]  # as said
