"""llms.txt, in the form that https://llmstxt.org/ asks for: Markdown of headings, a quotation, and lists of links."""

import re

from generator.plan.outline import Outline

MARKUP = re.compile(r"([\\`*_\[\]<>#])")


def render_outline(outline: Outline) -> bytes:
    """The outline as Markdown."""
    blocks = [f"# {_words(outline.title)}"]
    if outline.description:
        blocks.append(f"> {_words(outline.description)}")
    blocks += map(_words, outline.remarks)
    for heading, links in outline.sections:
        rows = (
            f"- [{_words(name)}]({address})" + (f": {_words(note)}" if note else "") for name, address, note in links
        )
        blocks += [f"## {_words(heading)}", "\n".join(rows)]
    return ("\n\n".join(blocks) + "\n").encode()


def _words(text: str) -> str:
    """A text in one line, that means nothing to Markdown."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
