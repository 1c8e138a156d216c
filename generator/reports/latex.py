"""A document as LaTeX: whole, for XeLaTeX and LuaLaTeX, and for pdfLaTeX where the text allows."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.reports.preamble import LANGUAGES, OF_SCRIPTS, PARTS, language_of, preamble
from generator.reports.scripts import runs_of, script_of
from generator.reports.tex import tex, tex_address, tex_address_words, tex_code, tex_lines
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
    text_of,
)

SECTIONS = ("section", "subsection", "subsubsection")
# How deep LaTeX lets lists stand in one another, and lists and quotations together. What is deeper has no indent.
LISTS, INDENTS = 4, 6
ADDRESSES = "en"  # the language whose direction addresses have
ENVIRONMENTS = {
    **{role: role for role in ("standfirst", "facts", "notice", "actors", "translation", "source", "claim")},
    **dict.fromkeys(("cite-as", "licence", "address"), "closing"),
}


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block stands in."""

    language: str  # a code of LANGUAGES
    lists: int = 0
    indents: int = 0  # lists and quotations


def write_latex(manuscript: Manuscript) -> bytes:
    r"""The whole document. Its sources are the `\bibitem`s, by number, that `\cite` names by their keys of BibTeX."""
    return _Writing(manuscript).whole().encode()


def write_latex_part(manuscript: Manuscript, apart: str = "") -> bytes:
    """The document to stand within another one, which has hyperref, longtable and its own languages and fonts.

    Keys of sources and names of places begin with `apart`, so that another part may stand in the same document.
    """
    return _Writing(manuscript, apart).part().encode()


class _Writing:
    def __init__(self, manuscript: Manuscript, apart: str = "") -> None:
        self._manuscript = manuscript
        self._apart = apart
        self._keys = {row.number: f"{apart}{row.key}" for row in manuscript.sources}
        self._language = language_of(manuscript.language)
        self._others: set[str] = set()

    def part(self) -> str:
        """What stands between a group's beginning and its end: the names of parts are known there alone."""
        return f"\\begingroup\n{PARTS}\n\n{self._text()}\n\n\\endgroup\n"

    def _text(self) -> str:
        manuscript = self._manuscript
        around = _Around(self._language)
        parts = [
            self._title(),
            *self._blocks(manuscript.opening, around),
            *self._blocks(manuscript.body, around),
            *self._sources(),
            *self._blocks(manuscript.closing, around),
        ]
        return "\n\n".join(parts)

    def whole(self) -> str:
        manuscript = self._manuscript
        text = self._text()
        numbers = [(key, number) for number, key in self._keys.items()]
        head = preamble(manuscript.title, self._language, self._others, text, numbers)
        return f"{head}\n\n\\begin{{document}}\n\n{text}\n\n\\end{{document}}\n"

    def _title(self) -> str:
        manuscript = self._manuscript
        lines = [rf"{{\LARGE\bfseries {self._words(manuscript.title, self._language)}\par}}"]
        if manuscript.subtitle:
            lines.append(rf"{{\large {self._words(manuscript.subtitle, self._language)}\par}}")
        if manuscript.facts:
            facts = self._words(" · ".join(manuscript.facts), self._language)
            lines.append(rf"{{\small {facts}\par}}")
        rows = "\n".join(lines)
        return f"\\begin{{center}}\n{rows}\n\\end{{center}}"

    def _sources(self) -> Iterator[str]:
        """The list of sources below a heading as those of years are."""
        if not self._manuscript.sources:
            return
        yield self._heading(Heading(1, (Words(self._manuscript.sources_heading),)), _Around(self._language))
        rows = "\n".join(self._reference(row) for row in self._manuscript.sources)
        widest = max(self._keys)
        yield (
            "\\begingroup\n\\renewcommand{\\section}[2]{}% its heading stands above\n"
            f"\\begin{{thebibliography}}{{{widest}}}\n{rows}\n\\end{{thebibliography}}\n\\endgroup"
        )

    def _reference(self, row: Reference) -> str:
        code = language_of(row.language) if row.language else self._language
        told = self._foreign(self._inlines(row.children, code), code, self._language)
        return rf"\bibitem{{{self._keys[row.number]}}} {told}"

    def _blocks(self, blocks: Iterable[Block], around: _Around) -> Iterator[str]:
        return (self._block(block, around) for block in blocks)

    def _block(self, block: Block, around: _Around) -> str:
        match block:
            case Heading():
                return self._heading(block, around)
            case Paragraph(children, role, language):
                return self._paragraph(children, role, language, around)
            case Quotation(children, language):
                return self._quotation(children, language, around)
            case Listing():
                return self._listing(block, around)
            case Preformatted(text):
                lines = self._words(text, around.language, tex_lines)
                return f"{{\\ttfamily\\small\\raggedright\n{lines}\\par}}"
            case Rule():
                return r"\begin{center}\rule{.3\linewidth}{.4pt}\end{center}"
            case Table():
                return self._table(block, around)

    def _heading(self, heading: Heading, around: _Around) -> str:
        language = language_of(heading.language) if heading.language else around.language
        command = SECTIONS[min(heading.level, len(SECTIONS)) - 1]
        words = self._foreign(self._inlines(heading.children, language), language, around.language)
        written = rf"\{command}[{{{tex(text_of(heading.children))}}}]{{{words}}}"
        return f"\\hypertarget{{{self._mark(heading.mark)}}}{{%\n{written}}}" if heading.mark else written

    def _paragraph(self, children: Inlines, role: str, language: str, around: _Around) -> str:
        code = language_of(language) if language else around.language
        # In a list, words that run the other way stay at its side, or the sign of their row would change over.
        put = self._foreign if around.lists else self._in_language
        text = put(self._inlines(children, code), code, around.language)
        environment = ENVIRONMENTS.get(role)
        return f"\\begin{{{environment}}}\n{text}\n\\end{{{environment}}}" if environment else text

    def _quotation(self, children: Blocks, language: str, around: _Around) -> str:
        if around.lists:
            children, language = tuple(_named(child, language) for child in children), ""
        code = language_of(language) if language else around.language
        inner = "\n\n".join(self._blocks(children, _Around(code, around.lists, around.indents + 1)))
        text = self._in_language(inner, code, around.language)
        return f"\\begin{{quote}}\n{text}\n\\end{{quote}}" if around.indents < INDENTS else text

    def _listing(self, listing: Listing, around: _Around) -> str:
        inside = _Around(around.language, around.lists + 1, around.indents + 1)
        items = ["\n\n".join(self._blocks(item, inside)) for item in listing.items]
        numbers = [f"{listing.start + place}." if listing.start is not None else "" for place in range(len(items))]
        if around.lists >= LISTS or around.indents >= INDENTS:
            signs = (number or r"\textbullet{}" for number in numbers)
            return "\n\n".join(f"{sign} {item}" for sign, item in zip(signs, items, strict=True))
        marks = (rf"\item[{{{number}}}]" if number else r"\item" for number in numbers)
        rows = "\n".join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))
        return f"\\begin{{itemize}}\n{rows}\n\\end{{itemize}}" if items else ""

    def _table(self, table: Table, around: _Around) -> str:
        # A table that may go on on the next page cannot stand within a list.
        environment = "tabular" if around.indents else "longtable"
        number = len(table.header)
        columns = "".join(map(_column, table.shares)) or f"*{{{number}}}{{{_column(100 / number)}}}"
        header = self._row(tuple((Strong(cell),) for cell in table.header), around)
        rows = "\n".join(self._row(row, around) for row in table.rows)
        head_ends = r"\hline" if around.indents else "\\hline\n\\endhead"
        caption = rf"\textbf{{{self._words(table.caption, around.language)}}}" + "\n\n" if table.caption else ""
        body = f"\\hline\n{header}\n{head_ends}\n{rows}\n\\hline"
        return f"{caption}\\begin{{{environment}}}{{{columns}}}\n{body}\n\\end{{{environment}}}"

    def _row(self, row: tuple[Inlines, ...], around: _Around) -> str:
        r"""A row. It begins with nothing, since a star would belong to the \\ before it."""
        return "{}" + " & ".join(self._inlines(cell, around.language) for cell in row) + r" \\"

    def _inlines(self, children: Inlines, language: str) -> str:
        return "".join(self._inline(child, language) for child in children)

    def _inline(self, child: Inline, language: str) -> str:
        match child:
            case Words(text, own):
                code = language_of(own) if own else language
                return self._foreign(self._words(text, code), code, language)
            case Emphasis(children):
                return rf"\emph{{{self._inlines(children, language)}}}"
            case Strong(children):
                return rf"\textbf{{{self._inlines(children, language)}}}"
            case Code(text):
                return rf"\texttt{{{self._words(text, language, tex_code)}}}"
            case Link(children, address):
                return self._link(children, address, language)
            case Break():
                return "\\leavevmode\\newline{}\n"
            case SourceNumber(number):
                return rf"\cite{{{self._keys[number]}}}"

    def _link(self, children: Inlines, address: str, language: str) -> str:
        words = self._inlines(children, language)
        if address.startswith("#"):
            return rf"\hyperlink{{{self._mark(address[1:])}}}{{{words}}}"
        if children == (Words(address),):
            words = self._foreign(self._words(address, ADDRESSES, tex_address_words), ADDRESSES, language)
        return rf"\href{{{tex_address(address)}}}{{{words}}}"

    def _mark(self, name: str) -> str:
        """A name that TeX takes as one, and another for each."""
        return self._apart + re.sub(r"[^A-Za-z0-9.:-]", lambda found: f"_{ord(found[0]):x}_", name)

    def _words(self, text: str, language: str, told: Callable[[str], str] = tex) -> str:
        """Words, each run of them that is in another script than the language's in a language of that script."""
        script = script_of(language)
        return "".join(
            told(part) if run in ("", script) else self._foreign(told(part), self._lender(run), language)
            for run, part in runs_of(text)
        )

    def _lender(self, script: str) -> str:
        """The language that words of a script are set as."""
        return self._language if script_of(self._language) == script else OF_SCRIPTS[script]

    def _foreign(self, words: str, language: str, around: str) -> str:
        if language == around:
            return words
        self._others.add(language)
        return rf"\foreignlanguage{{{LANGUAGES[language]}}}{{{words}}}"

    def _in_language(self, text: str, language: str, around: str) -> str:
        """Paragraphs in a language, which begin at its side."""
        if language == around:
            return text
        self._others.add(language)
        name = LANGUAGES[language]
        return f"\\begin{{otherlanguage}}{{{name}}}\n{text}\n\\end{{otherlanguage}}"


def _named(block: Block, language: str) -> Block:
    """A paragraph with the language of what holds it."""
    return replace(block, language=block.language or language) if isinstance(block, Paragraph) else block


def _column(share: float) -> str:
    """A column of so many hundredths of the width."""
    return rf">{{\raggedright\arraybackslash}}p{{\dimexpr {share / 100:.4f}\linewidth-2\tabcolsep\relax}}"
