"""Plain pages of the author's own: about, method."""

import re
from collections.abc import Sequence

from generator.check.ids import Ids
from generator.check.prose import ProseDesk
from generator.check.records.lists import PageRecord
from generator.check.report import Report
from generator.check.texts import text_of
from generator.check.validation import validate
from generator.model.site import PlainPage
from generator.model.text import Text
from generator.parse.document import Document

TAKEN = frozenset(
    {
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
    }
)
STEM = re.compile(r"(.+?)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?")


def read_pages(
    documents: Sequence[Document], languages: Sequence[str], desk: ProseDesk, report: Report, *, drafts: bool
) -> dict[str, list[tuple[str, PageRecord, Document]]]:
    """The pages' versions by their ids. `about.fr.md` is the French version of `about.md`. Their prose is asked for."""
    found: dict[str, list[tuple[str, PageRecord, Document]]] = {}
    ids = Ids("page", report)
    for document in documents:
        record = validate(PageRecord, document, report)
        stem = document.path.rpartition("/")[2].rpartition(".")[0]
        match = STEM.fullmatch(stem)
        name, language = (match[1], match[2] or languages[0]) if match else (stem, languages[0])
        if record is None or (record.draft and not drafts):
            continue
        if name.casefold() in TAKEN or re.fullmatch(r"-?[0-9]+", name) or name in languages:
            report.error(document, (), f"the site itself has a page '{name}'", "rename the file")
            continue
        if name not in found and ids.give(name, document, ()) is None:
            continue
        if any(given == language for given, _, _ in found.get(name, ())):
            report.error(document, (), f"there is another page '{name}' in '{language}'", "keep one of them")
            continue
        desk.ask_body(document)
        found.setdefault(name, []).append((language, record, document))
    return found


def make_pages(read: dict[str, list[tuple[str, PageRecord, Document]]], desk: ProseDesk) -> tuple[PlainPage, ...]:
    """The pages, once their prose has been converted."""
    pages = []
    for name, versions in sorted(read.items()):
        titles = {}
        bodies = []
        for language, record, document in versions:
            titles.update(
                {
                    tag: words
                    for tag, words in text_of(record.title, language).versions
                    if tag not in titles or tag == language
                }
            )
            bodies.append((language, desk.html(document.body)))
        pages.append(PlainPage(name, Text(tuple(titles.items())), Text(tuple(bodies))))
    return tuple(pages)
