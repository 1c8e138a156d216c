"""Warnings that an entry has answered: each names a rule that there is."""

from collections.abc import Iterable

from generator.check.report import Report
from generator.check.rules.codes import CODES
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean


def check_accepted(documents: Iterable[Document], report: Report) -> None:
    """Report each `accept:` of a rule that does not exist, on an entry or on a row of its sources."""
    for document in documents:
        _check(document.fields.get("accept"), document, ("accept",), report)
        sources = document.fields.get("sources")
        for index, row in enumerate(sources if isinstance(sources, list) else [sources]):
            if isinstance(row, dict):
                _check(row.get("accept"), document, ("sources", index, "accept"), report)


def _check(accepted: object, document: Document, keys: Keys, report: Report) -> None:
    for code in accepted if isinstance(accepted, dict) else ():
        if code not in CODES:
            hint = did_you_mean(code, CODES)
            report.error(document, (*keys, code), f"there is no rule '{code}'", hint, of_key=True)
