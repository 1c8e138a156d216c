"""A document as HTML that means what it says; how it looks is the business of whoever asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from generator.reports.scripts import direction_of, direction_of_script, runs_of
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

# What a part of a document is called -> what its tag is given beside what it must have, as {'class': 'notice'}.
# Parts are the roles of paragraphs and lists, and: title, subtitle, count, year, month, entry (sections, and with
# '-heading' what stands above them), sources, sources-heading, reference, quotation, list, item, code, preformatted,
# rule, table, caption, header-cell, cell, link, source-number, emphasis, strong.
Attributes = Callable[[str], Mapping[str, str]]

# By the level of a heading.
SECTIONS: Mapping[int, tuple[str, str]] = {1: ("section", "year"), 2: ("section", "month"), 3: ("article", "entry")}
TOLD_BY_TAGS = frozenset(
    ["", "list", "item", "emphasis", "strong", "code", "preformatted", "link", "rule", "quotation", "table", "caption"]
    + ["cell", "header-cell", "reference"]
    + [f"{part}-heading" for part in ("year", "month", "entry", "sources")]
)


def by_class(part: str) -> Mapping[str, str]:
    """A class for each part that its tag does not tell, for a stylesheet."""
    return {} if part in TOLD_BY_TAGS else {"class": part}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is written."""

    attributes: Attributes = by_class
    level: int = 1  # of the title's heading; years stand one below it. HTML has six, and deeper ones are the sixth
    marks: str | None = ""  # what ids begin with, so that they are those of no neighbour; None for no ids at all
    number: Callable[[int], str] = str  # how the number of a source is written


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is below it, up to the next one. The element is opened here, and closed by what follows."""

    level: int  # 0 for what has no heading, which opens nothing
    html: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document in pieces. Each stands in lines of its own, in this order; '' stands nowhere."""

    opening: str  # the `<article>`, and its title
    subtitle: str
    count: str
    before: str  # the sections
    sections: tuple[Section, ...]
    sources: tuple[str, ...]  # a row each
    around_sources: tuple[str, str]  # what stands before them and after them, where there are any
    closing: str  # with the end of the `<article>`

    def whole(self) -> str:
        """The document. What sets pieces together elsewhere does it in the same way."""
        first, last = self.around_sources
        sources = [first, *self.sources, last] if self.sources else []
        rows = [self.opening, self.subtitle, self.count, self.before, *self._closed(), *sources, self.closing]
        return "\n".join(filter(None, rows))

    def _closed(self) -> Iterator[str]:
        """Each heading with what is below it in an element of its own."""
        open_levels: list[int] = []
        for section in self.sections:
            while section.level and open_levels and open_levels[-1] >= section.level:
                yield end_of(open_levels.pop())
            open_levels += [section.level] if section.level else []
            yield section.html
        yield from map(end_of, reversed(open_levels))


def end_of(level: int) -> str:
    """What closes a section."""
    return f"</{_section(level)[0]}>"


def write_html(manuscript: Manuscript, manner: Manner | None = None) -> str:
    """What stands in a page's body: an `<article>` in the manuscript's language."""
    return write_pieces(manuscript, manner).whole()


def write_pieces(manuscript: Manuscript, manner: Manner | None = None) -> Pieces:
    """The same in pieces."""
    return _Writing(manner or Manner(), manuscript.language).pieces(manuscript)


class _Writing:
    def __init__(self, manner: Manner, language: str) -> None:
        self._manner = manner
        self._language = language

    def pieces(self, manuscript: Manuscript) -> Pieces:
        title = self._heading(0, escape(manuscript.title, quote=False), "title")
        opened = f'<article lang="{escape(manuscript.language)}" dir="{manuscript.direction}">'
        heading = self._heading(1, escape(manuscript.sources_heading, quote=False), "sources-heading")
        return Pieces(
            opening=f"{opened}\n{title}",
            subtitle=self._line("subtitle", manuscript.subtitle),
            count=self._line("count", " · ".join(manuscript.facts)),
            before="\n".join(self._blocks(manuscript.opening)),
            sections=tuple(self._sections(manuscript.body)),
            sources=tuple(map(self._reference, manuscript.sources)),
            around_sources=(f"{self._opened('section', 'sources')}\n{heading}\n<ol>", "</ol>\n</section>"),
            closing="\n".join([*self._blocks(manuscript.closing), "</article>\n"]),
        )

    def _line(self, part: str, words: str) -> str:
        return self._tagged("p", part, escape(words, quote=False)) if words else ""

    def _heading(self, level: int, html: str, part: str, **given: str) -> str:
        return self._tagged(f"h{min(6, self._manner.level + level)}", part, html, **given)

    def _sections(self, blocks: Iterable[Block]) -> Iterator[Section]:
        level, rows = 0, list[str]()
        for block in blocks:
            if isinstance(block, Heading):
                if rows:
                    yield Section(level, "\n".join(rows))
                tag, part = _section(block.level)
                level, rows = block.level, [self._opened(tag, part, **self._mark(block.mark))]
            rows.append(self._block(block))
        if rows:
            yield Section(level, "\n".join(rows))

    def _blocks(self, blocks: Iterable[Block], around: str = "") -> Iterator[str]:
        """Some blocks. `around` is the language of what holds them, where that is not the document's."""
        return (self._block(block, around) for block in blocks)

    def _block(self, block: Block, around: str = "") -> str:
        match block:
            case Heading(level, children, _, language):
                part = f"{_section(level)[1]}-heading"
                return self._heading(level, self._inlines(children, language or around), part, **_language(language))
            case Paragraph(children, role, language):
                return self._tagged("p", role, self._inlines(children, language or around), **_language(language))
            case Quotation(children, language):
                inner = self._inner(children, language or around)
                return self._tagged("blockquote", "quotation", inner, **_language(language))
            case Listing():
                return self._listing(block, around)
            case Preformatted(text):
                # A newline that follows `<pre>` is not part of it, so one is given beside the text's own.
                kept = f"\n{text}" if text.startswith("\n") else text
                return self._tagged("pre", "preformatted", escape(kept, quote=False))
            case Rule():
                return self._opened("hr", "rule")
            case Table():
                return self._table(block, around)

    def _inner(self, blocks: Blocks, around: str) -> str:
        return "\n".join(self._blocks(blocks, around))

    def _listing(self, listing: Listing, around: str) -> str:
        rows = "\n".join(self._tagged("li", "item", self._inner(item, around)) for item in listing.items)
        if listing.start is None:
            return self._tagged("ul", listing.role or "list", f"\n{rows}\n")
        start = {"start": str(listing.start)} if listing.start != 1 else {}
        return self._tagged("ol", listing.role or "list", f"\n{rows}\n", **start)

    def _table(self, table: Table, around: str) -> str:
        caption = self._tagged("caption", "caption", escape(table.caption, quote=False)) if table.caption else ""
        header = "".join(self._cell(cell, "col", around) for cell in table.header)
        rows = "\n".join(f"<tr>{''.join(self._row(row, around))}</tr>" for row in table.rows)
        head, body = f"<thead>\n<tr>{header}</tr>\n</thead>", f"<tbody>\n{rows}\n</tbody>"
        return self._tagged("table", "table", "\n".join(["", *([caption] if caption else []), head, body, ""]))

    def _row(self, row: tuple[Inlines, ...], around: str) -> Iterator[str]:
        for place, cell in enumerate(row):
            yield self._cell(cell, "" if place else "row", around)

    def _cell(self, children: Inlines, scope: str, around: str) -> str:
        if scope:
            return self._tagged("th", "header-cell", self._inlines(children, around), scope=scope)
        return self._tagged("td", "cell", self._inlines(children, around))

    def _reference(self, row: Reference) -> str:
        number = self._manner.number(row.number)
        given = {**self._mark(_mark_of(number)), "value": number}
        words = self._inlines(row.children, row.language)
        if row.language:  # the style's own: a title that it begins with does not turn it
            words = self._tagged("span", "", words, lang=row.language, dir=direction_of(row.language))
        return self._tagged("li", "reference", words, **given)

    def _inlines(self, children: Inlines, around: str) -> str:
        return "".join(self._inline(child, around) for child in children)

    def _inline(self, child: Inline, around: str) -> str:
        match child:
            case Words(text, language):
                words = escape(text, quote=False)
                if language not in ("", around):
                    return self._tagged("span", "", words, **_language(language))
                return self._tagged("span", "", words, dir="auto") if self._turns(text, around) else words
            case Emphasis(children):
                return self._tagged("em", "emphasis", self._inlines(children, around))
            case Strong(children):
                return self._tagged("strong", "strong", self._inlines(children, around))
            case Code(text):
                return self._tagged("code", "code", escape(text, quote=False))
            case Link(children, address):
                words = self._inlines(children, around)
                is_address = children == (Words(address),) and self._direction(around) == "rtl"
                return self._link(words, address, **({"dir": "ltr"} if is_address else {}))
            case Break():
                return "<br>\n"
            case SourceNumber(number):
                written = self._manner.number(number)
                return self._tagged("span", "source-number", self._link(f"[{written}]", f"#{_mark_of(written)}"))

    def _turns(self, text: str, around: str) -> bool:
        """Whether words run the other way than what they stand in, so that a sign beside them is no part of them."""
        direction = self._direction(around)
        if direction == "ltr" and text.isascii():
            return False  # as most words are: what follows takes twenty times as long
        directions = {direction_of_script(script) for script, _ in runs_of(text) if script}
        return bool(directions) and direction not in directions

    def _direction(self, around: str) -> str:
        return direction_of(around or self._language)

    def _link(self, html: str, address: str, **given: str) -> str:
        if not address.startswith("#"):
            return self._tagged("a", "link", html, href=address, rel="noopener", **given)
        if self._manner.marks is None:
            return html
        return self._tagged("a", "link", html, href=f"#{self._manner.marks}{address[1:]}")

    def _mark(self, mark: str) -> dict[str, str]:
        return {"id": f"{self._manner.marks}{mark}"} if mark and self._manner.marks is not None else {}

    def _tagged(self, tag: str, part: str, html: str, **given: str) -> str:
        return f"{self._opened(tag, part, **given)}{html}</{tag}>"

    def _opened(self, tag: str, part: str, **given: str) -> str:
        attributes = {**given, **self._manner.attributes(part)}
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        return f"<{tag}{written}>"


def _section(level: int) -> tuple[str, str]:
    return SECTIONS[min(level, max(SECTIONS))]


def _mark_of(number: str) -> str:
    return f"source-{number}"


def _language(language: str) -> dict[str, str]:
    """For words in another language than the document's, which may run the other way, too."""
    return {"lang": language, "dir": "auto"} if language else {}
