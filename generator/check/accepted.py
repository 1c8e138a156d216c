"""Warnings that an entry has answered: each names a rule that there is."""

from collections.abc import Sequence

from generator.check.report import Report
from generator.check.rules.codes import CODES
from generator.memory import Memory
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean


def check_accepted(documents: Sequence[Document], report: Report, memory: Memory) -> None:
    """Report each `accept:` of a rule that does not exist, on an entry or on a row of its sources."""
    for document, found in zip(documents, memory.each("accepted", documents, _accepted_in), strict=True):
        for keys, accepted in found:
            _check(accepted, document, keys, report)


def _accepted_in(document: Document) -> tuple[tuple[Keys, object], ...]:
    """What an entry and the rows of its sources accept, and where."""
    sources = document.fields.get("sources")
    rows = enumerate(sources if isinstance(sources, list) else [sources])
    found: list[tuple[Keys, object]] = [(("accept",), document.fields.get("accept"))]
    found += [(("sources", index, "accept"), row.get("accept")) for index, row in rows if isinstance(row, dict)]
    return tuple((keys, accepted) for keys, accepted in found if accepted)


def _check(accepted: object, document: Document, keys: Keys, report: Report) -> None:
    for code in accepted if isinstance(accepted, dict) else ():
        if code not in CODES:
            hint = did_you_mean(code, CODES)
            report.error(document, (*keys, code), f"there is no rule '{code}'", hint, of_key=True)
