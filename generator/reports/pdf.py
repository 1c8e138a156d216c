"""A document as PDF: tagged, with contents, bookmarks and links, set by WeasyPrint from the document's HTML."""

import logging
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from importlib import import_module
from importlib.resources import files
from typing import Any

from generator.reports.contents import SOURCES, Row, contents
from generator.reports.faults import ReportFault
from generator.reports.html import Manner, by_class, write_html
from generator.reports.signs import of_xml
from generator.reports.tree import (
    Block,
    Blocks,
    Heading,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Words,
)

try:
    import pydyf
    import weasyprint
    from weasyprint.pdf import tags
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as error:  # its libraries are not Python's, and are loaded as it is imported
    raise ReportFault(
        "a document as pdf needs Pango, and it is not installed",
        "to install it: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; brew install pango",
    ) from error

EPOCH = "SOURCE_DATE_EPOCH"
OWN = "dateline:"  # addresses of what comes with the program; there are no others
PICTURE = f"{OWN}picture"
# Where the picture is put. Words of a document are escaped, so that none of them can look like this.
PLACE = '<p class="picture"></p>'
# Family, style, weights, package and file.
FACES = (
    ("Source Serif 4", "normal", "200 900", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    ("Source Serif 4", "italic", "200 900", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf"),
    ("Amiri", "normal", "400", "fontpkg_amiri", "Amiri-Regular.ttf"),
    ("Amiri", "normal", "700", "fontpkg_amiri", "Amiri-Bold.ttf"),
    ("Amiri", "italic", "400", "fontpkg_amiri", "Amiri-Italic.ttf"),
)
# Packages of fonts by what Unicode's names of their signs begin with; Debian's names.
FONTS = (
    ("fonts-noto-cjk", ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")),
    ("fonts-noto-color-emoji", ("EMOJI", "REGIONAL INDICATOR")),
)
OTHER_FONTS = "fonts-noto-core"
SHOWN = 5  # characters in a message


def write_pdf(manuscript: Manuscript) -> bytes:
    """The whole document. ReportFault where a character stands in no font that is installed."""
    page = of_xml(_page(manuscript))
    fonts = FontConfiguration()
    fetcher = _OwnFiles(manuscript.picture.content if manuscript.picture else b"")
    style = weasyprint.CSS(string=_faces() + _stylesheet(), font_config=fonts, url_fetcher=fetcher)
    with _heard() as missing, _no_clock(), _languages():
        html = weasyprint.HTML(string=page, url_fetcher=fetcher)
        written = html.write_pdf(
            stylesheets=[style], font_config=fonts, finisher=_give_scopes, pdf_tags=True, pdf_identifier=True
        )
    if missing.signs:
        raise _no_font(missing.signs)
    return bytes(written)


class _OwnFiles(URLFetcher):  # type: ignore[misc]  # it has no types
    """Gives the files that come with the program, and nothing else: neither the network's nor the disk's."""

    def __init__(self, picture: bytes) -> None:
        super().__init__()
        self._picture = picture

    def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002  # as WeasyPrint calls it
        if not url.startswith(OWN):
            raise ValueError(f"not fetched: {url}")
        if url == PICTURE:
            return URLFetcherResponse(url, self._picture, {"Content-Type": "image/png"})
        package, _, name = url.removeprefix(OWN).partition("/")
        known = {(face[3], str(number)): face[4] for number, face in enumerate(FACES)}
        content = (import_module(package).ROOT / "files" / known[package, name]).read_bytes()
        return URLFetcherResponse(url, content, {"Content-Type": "font/ttf"})


class _Missing(logging.Handler):
    """Hears which characters Pango found no glyph for."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
            self.signs[str(record.args[0])] = None


@contextmanager
def _heard() -> Iterator[_Missing]:
    """What WeasyPrint says while it writes, heard and not printed."""
    missing = _Missing()
    logger = logging.getLogger("weasyprint")
    before = logger.level, logger.propagate
    logger.addHandler(missing)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield missing
    finally:
        logger.removeHandler(missing)
        logger.setLevel(before[0])
        logger.propagate = before[1]


@contextmanager
def _no_clock() -> Iterator[None]:
    """The time that fontTools writes into a font that it saves is the environment's, where that has one."""
    before = os.environ.get(EPOCH)
    os.environ[EPOCH] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before


@contextmanager
def _languages() -> Iterator[None]:
    """Elements of the structure say their language where HTML does, so that it is read aloud as such.

    WeasyPrint says that of the document alone (70.0), and has no hook where an element meets its tag.
    """
    build = tags._build_box_tree  # noqa: SLF001  # as said

    def build_with_language(box: Any, *given: Any) -> Iterator[Any]:
        html = getattr(box, "element", None)
        language = html.attrib.get("lang") if html is not None else None
        for element in build(box, *given):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element

    tags._build_box_tree = build_with_language  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def _give_scopes(_: object, pdf: Any) -> None:
    """Cells of a header say what they head, as some readers ask; WeasyPrint tells each cell its headers alone."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            row = _at(pdf, element["P"])
            is_head = _at(pdf, row["P"])["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if is_head else "/Row"


def _at(pdf: Any, reference: bytes | str) -> Any:
    """The object that a reference as '12 0 R' is for."""
    return pdf.objects[int(reference.split()[0])]


def _no_font(signs: Iterable[str]) -> ReportFault:
    ordered = sorted(signs)
    named = [f"'{sign}' (U+{ord(sign):04X} {unicodedata.name(sign, '')})".replace(" )", ")") for sign in ordered]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    packages = sorted({_package_of(sign) for sign in ordered})
    return ReportFault(
        f"no font that is installed has {', '.join(named[:SHOWN])}{more}",
        f"to install one on Debian or Ubuntu: apt install {' '.join(packages)}",
    )


def _package_of(sign: str) -> str:
    name = unicodedata.name(sign, "")
    for package, beginnings in FONTS:
        if name.startswith(beginnings):
            return package
    return "fonts-noto-color-emoji" if "\U0001f000" <= sign <= "\U0001faff" else OTHER_FONTS


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weights}; '
        f'src: url("{OWN}{package}/{number}"); }}\n'
        for number, (family, style, weights, package, _) in enumerate(FACES)
    )


def _stylesheet() -> str:
    return (files("generator.reports") / "pdf.css").read_text(encoding="utf-8")


def _page(manuscript: Manuscript) -> str:
    """The page of HTML that is set."""
    picture, table = manuscript.picture, manuscript.overview
    opening = (
        *manuscript.opening,
        *([Paragraph((), "picture")] if picture else []),
        *_contents(manuscript),
        *([table] if table else []),
    )
    body = write_html(replace(manuscript, opening=opening), Manner(_attributes))
    if picture:
        shown = f'<figure><img src="{PICTURE}" alt="{escape(picture.words)}"></figure>'
        assert body.count(PLACE) == 1
        body = body.replace(PLACE, shown)
    subject = f'<meta name="description" content="{escape(manuscript.subtitle)}">' if manuscript.subtitle else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(manuscript.language)}" dir="{manuscript.direction}">\n'
        f'<head><meta charset="utf-8"><title>{escape(manuscript.title)}</title>{subject}</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def _contents(manuscript: Manuscript) -> Iterator[Block]:
    """Years with their months, each with its page."""
    years: list[tuple[Row, list[Row]]] = []
    for row in contents(manuscript):
        if row.level == 1:
            years.append((row, []))
        else:
            years[-1][1].append(row)
    if years:
        yield Heading(1, (Words(manuscript.words.get("contents", "")),))
        yield Listing(tuple(_contents_of(year, months) for year, months in years), role="contents")


def _contents_of(year: Row, months: list[Row]) -> Blocks:
    rows = tuple((_to(month),) for month in months)
    return (_to(year), Listing(rows, role="contents-part")) if rows else (_to(year),)


def _to(row: Row) -> Paragraph:
    return Paragraph((Link((Words(row.words, row.language),), f"#{row.mark}"),))


def _attributes(part: str) -> Mapping[str, str]:
    """Classes for the stylesheet, and a mark for the list of sources."""
    return {"class": part, "id": SOURCES} if part == "sources" else by_class(part)
