"""Prose, from sanitised HTML to a tree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.reports.tree import (
    Block,
    Blocks,
    Break,
    Code,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    Strong,
    Table,
    Words,
    text_of,
)

VOID = frozenset({"br", "hr", "img", "wbr"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CONTAINERS = frozenset({"div", "section", "article", "figure", "figcaption", "dl", "dd", "details", "summary"})
BLOCKS = CONTAINERS | HEADINGS.keys() | {"p", "ul", "ol", "blockquote", "pre", "hr", "table", "dt"}
STRESSED: Mapping[str, type[Emphasis] | type[Strong]] = {
    "em": Emphasis,
    "i": Emphasis,
    "cite": Emphasis,
    "dfn": Emphasis,
    "strong": Strong,
    "b": Strong,
}

Address = Callable[[str], str]  # where a link leads from the document; '' for nowhere


@dataclass(slots=True)
class _Element:
    tag: str
    given: dict[str, str] = field(default_factory=dict)
    children: "list[_Element | str]" = field(default_factory=list)


def blocks_of(html: str, address: Address) -> Blocks:
    """The paragraphs, lists and so on of prose. Its headings are level 1 where they are the highest of HTML."""
    return tuple(_Reading(address).blocks(_parsed(html).children))


def inlines_of(html: str, address: Address) -> Inlines:
    """The words of a line of HTML."""
    return tuple(_tidy(_Reading(address).inlines(_parsed(html).children)))


def _parsed(html: str) -> _Element:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    """Makes elements of HTML whose tags are all closed, as a sanitiser leaves it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class _Reading:
    def __init__(self, address: Address) -> None:
        self._address = address

    def blocks(self, children: Sequence[_Element | str]) -> Iterator[Block]:
        """The blocks among some elements; what stands between them is in paragraphs of its own."""
        loose: list[_Element | str] = []
        for child in children:
            if isinstance(child, str) or child.tag not in BLOCKS:
                loose.append(child)
                continue
            yield from self._paragraph(loose)
            loose = []
            yield from self._block(child)
        yield from self._paragraph(loose)

    def _paragraph(self, children: Sequence[_Element | str]) -> Iterator[Block]:
        found = tuple(_tidy(self.inlines(children)))
        if found:
            yield Paragraph(found)

    def _block(self, element: _Element) -> Iterator[Block]:
        tag = element.tag
        if tag in HEADINGS:
            yield Heading(HEADINGS[tag], tuple(_tidy(self.inlines(element.children))))
        elif tag in ("ul", "ol"):
            rows = (child for child in element.children if isinstance(child, _Element) and child.tag == "li")
            items = tuple(tuple(self.blocks(row.children)) for row in rows)
            if items:
                yield Listing(items, _start(element) if tag == "ol" else None)
        elif tag == "blockquote":
            yield Quotation(tuple(self.blocks(element.children)), element.given.get("lang", ""))
        elif tag == "pre":
            yield Preformatted(_text(element).strip("\n"))
        elif tag == "hr":
            yield Rule()
        elif tag == "table":
            yield from self._table(element)
        elif tag == "dt":
            yield Paragraph((Strong(tuple(_tidy(self.inlines(element.children)))),))
        elif tag == "p":
            yield from self._paragraph(element.children)
        elif not {"footnote-backref"} & set(element.given.get("class", "").split()):
            yield from self.blocks(element.children)

    def _table(self, element: _Element) -> Iterator[Block]:
        rows = [
            tuple(tuple(_tidy(self.inlines(cell.children))) for cell in _children(row, "th", "td"))
            for row in _descendants(element, "tr")
        ]
        width = max(map(len, rows), default=0)
        if width:
            full = [(*row, *(((),) * (width - len(row)))) for row in rows]
            yield Table(full[0], tuple(full[1:]))

    def inlines(self, children: Sequence[_Element | str]) -> Iterator[Inline]:
        """The words among some elements."""
        for child in children:
            if isinstance(child, str):
                yield Words(child)
            else:
                yield from self._inline(child)

    def _inline(self, element: _Element) -> Iterator[Inline]:
        tag, given = element.tag, element.given
        if tag == "br":
            yield Break()
        elif tag == "img":
            yield Words(given.get("alt", ""))
        elif tag == "code":
            yield Code(_text(element))
        elif tag == "a" and "footnote-backref" not in given.get("class", "").split():
            children = tuple(self.inlines(element.children))
            address = self._address(given.get("href", ""))
            if address:
                yield Link(children, address)
            else:
                yield from children
        elif tag == "sup":
            yield Words(f"[{_text(element).strip()}]" if list(_descendants(element, "a")) else _text(element))
        elif tag in STRESSED:
            yield STRESSED[tag](tuple(self.inlines(element.children)))
        elif tag != "a":
            yield from self.inlines(element.children)


def _tidy(children: Iterator[Inline]) -> Iterator[Inline]:
    """The words with one blank for any white space, none at the beginning and the end, and none twice."""
    found = list(_collapsed(children, [True]))
    while found and isinstance(found[-1], Break):
        found.pop()
    if found and isinstance(found[-1], Words):
        last = found.pop()
        assert isinstance(last, Words)
        stripped = last.text.rstrip()
        found += [Words(stripped, last.language)] if stripped else []
    yield from found


def _collapsed(children: Iterator[Inline], after_blank: list[bool]) -> Iterator[Inline]:
    """`after_blank` holds whether a blank, or nothing at all, stands before."""
    for child in children:
        match child:
            case Words(text, language):
                words = _one_blank(text)
                if after_blank[0]:
                    words = words.lstrip(" ")
                if words:
                    after_blank[0] = words.endswith(" ")
                    yield Words(words, language)
            case Emphasis(inner) | Strong(inner):
                kept = tuple(_collapsed(iter(inner), after_blank))
                if text_of(kept).strip():
                    yield type(child)(kept)
            case Link(inner, address):
                kept = tuple(_collapsed(iter(inner), after_blank))
                if text_of(kept).strip():
                    yield Link(kept, address)
            case Break():
                after_blank[0] = True
                yield child
            case other:
                after_blank[0] = False
                yield other


def _one_blank(text: str) -> str:
    """White space of HTML as one blank; other blanks, such as one that does not break, stay."""
    words = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def _text(element: _Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)


def _children(element: _Element, *tags: str) -> Iterator[_Element]:
    return (child for child in element.children if isinstance(child, _Element) and child.tag in tags)


def _descendants(element: _Element, tag: str) -> Iterator[_Element]:
    for child in element.children:
        if isinstance(child, _Element):
            if child.tag == tag:
                yield child
            else:
                yield from _descendants(child, tag)


def _start(element: _Element) -> int:
    start = element.given.get("start", "")
    return int(start) if start.isdecimal() else 1
