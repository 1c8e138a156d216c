"""Plain pages of the author's own: about, method."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.check.ids import Ids
from generator.check.prose import ProseDesk
from generator.check.records.lists import PageRecord
from generator.check.report import Report
from generator.check.texts import text_of
from generator.check.validation import validate
from generator.languages import SHIPPED
from generator.model.identity import folded
from generator.model.site import PlainPage
from generator.model.text import Text
from generator.parse.document import Document

TAKEN = frozenset(
    [
        "events",
        "articles",
        "actors",
        "places",
        "topics",
        "assets",
        "data",
        "embed",
        "index",
        "404",
        "ledger",
        "sources",
        "matrix",
        "corrections",
        "pagefind",
    ]
)
STEM = re.compile(r"(.+?)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?")
YEAR = re.compile(r"-?[0-9]+")


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page in one language."""

    id: str
    language: str
    record: PageRecord
    document: Document


def read_pages(
    documents: Sequence[Document], languages: Sequence[str], desk: ProseDesk, report: Report
) -> list[PageVersion]:
    """The versions of the pages: `about.fr.md` is the French one of `about.md`. Their prose is asked for."""
    found: dict[tuple[str, str], PageVersion] = {}
    names: dict[str, str] = {}
    ids = Ids("page", report)
    for document in documents:
        record = validate(PageRecord, document, report)
        written, language = _stem_of(document, languages[0])
        if language not in languages:
            message = f"the site is not in the language '{language}'"
            hint = f"its languages are: {', '.join(languages)}; 'languages:' in site.yaml adds one"
            report.error(document, (), message, hint)
            continue
        if _is_taken(written, languages):
            report.error(document, (), f"the site itself has a page '{written}'", "rename the file", code="id")
            continue
        name = names.get(folded(written)) or ids.give(written, document, ())
        if name is None:
            continue
        names[folded(written)] = name
        if other := found.get((name, language)):
            message = f"'{other.document.path}' is page '{name}' in '{language}', too"
            report.error(document, (), message, "keep one of them")
        elif record:
            desk.ask_body(document)
            found[name, language] = PageVersion(name, language, record, document)
    return list(found.values())


def _stem_of(document: Document, default: str) -> tuple[str, str]:
    stem = document.path.rpartition("/")[2].rpartition(".")[0]
    match = STEM.fullmatch(stem)
    return (match[1], match[2] or default) if match else (stem, default)


def _is_taken(name: str, languages: Sequence[str]) -> bool:
    return name.casefold() in {*TAKEN, *languages, *SHIPPED} or YEAR.fullmatch(name) is not None


def make_pages(versions: Sequence[PageVersion], desk: ProseDesk) -> tuple[PlainPage, ...]:
    """The pages, once their prose has been converted."""
    by_page: dict[str, list[PageVersion]] = {}
    for version in versions:
        by_page.setdefault(version.id, []).append(version)
    return tuple(_make_page(name, by_page[name], desk) for name in sorted(by_page))


def _make_page(name: str, versions: Sequence[PageVersion], desk: ProseDesk) -> PlainPage:
    """A page of its versions; each gives the title of its own language, and another only where that has none."""
    titles: dict[str, str] = {}
    for version in versions:
        for tag, words in text_of(version.record.title, version.language).versions:
            if tag not in titles or tag == version.language:
                titles[tag] = words
    bodies = tuple((version.language, desk.html(version.document.body)) for version in versions)
    return PlainPage(name, Text(tuple(titles.items())), Text(bodies))
