"""Passages of an article marked in its HTML, each with an address of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.quotes.find import Passage
from generator.quotes.visible import TAG, TextNode, text_nodes


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to mark, and its address, as `quote-2`; what follows the last hyphen becomes `data-quote`."""

    id: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a marked passage that falls within one text node, as offsets in it."""

    start: int
    end: int
    tag: str


def mark_passages(html: str, marks: Sequence[Mark]) -> str:
    """The sanitised HTML with each passage in `<mark class="quoted" data-quote="2">`, one in each text node.

    Only the first of a passage bears its id. A passage inside another is a mark inside a mark; where two overlap in
    part, the later is broken at the earlier's end. The visible text stays what it was.
    """
    if not marks:
        return html
    parts = TAG.split(html)
    placed: set[str] = set()
    end = max(end for mark in marks for _, end in mark.passage.ranges)
    for node in text_nodes(parts):
        if node.start >= end:
            break
        stretches = [stretch for mark in marks for stretch in _stretches(mark, node, placed)]
        if stretches:
            parts[node.part] = node.lead + _marked(node.text, stretches)
    return "".join(parts)


def _stretches(mark: Mark, node: TextNode, placed: set[str]) -> list[_Stretch]:
    """The parts of the mark's passage in the node; the first of all takes the id and is noted in `placed`."""
    found = []
    for start, end in mark.passage.ranges:
        within = max(start - node.start, 0), min(end - node.start, len(node.text))
        if within[0] < within[1]:
            address = "" if mark.id in placed else f' id="{escape(mark.id)}"'
            number = escape(mark.id.rpartition("-")[2])
            found.append(_Stretch(*within, f'<mark{address} class="quoted" data-quote="{number}">'))
            placed.add(mark.id)
    return found


def _marked(text: str, stretches: list[_Stretch]) -> str:
    """The text as HTML with marks that are closed in the order in which HTML asks for."""
    waiting = sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end))
    opened: list[_Stretch] = []
    pieces: list[str] = []
    done = 0
    for point in sorted({border for stretch in stretches for border in (stretch.start, stretch.end)}):
        pieces.append(escape(text[done:point], quote=False))
        done = point
        ending = next((depth for depth, stretch in enumerate(opened) if stretch.end == point), len(opened))
        pieces += ["</mark>"] * (len(opened) - ending)
        reopened = [
            _Stretch(point, stretch.end, _without_id(stretch.tag)) for stretch in opened[ending:] if stretch.end > point
        ]
        starting = [stretch for stretch in waiting if stretch.start == point]
        opened = opened[:ending]
        for stretch in (*reopened, *starting):
            pieces.append(stretch.tag)
            opened.append(stretch)
    pieces.append(escape(text[done:], quote=False))
    return "".join(pieces)


def _without_id(tag: str) -> str:
    return "<mark class=" + tag.partition(" class=")[2]
