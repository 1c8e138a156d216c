"""What was found of all addresses, for programs and for people."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from generator.check.report import place_of
from generator.links.looking import Finding, Findings
from generator.links.verdict import WORDS


def report_json(findings: Findings) -> str:
    """Every address with its verdict, the places that use it, and stored copies."""
    told = {
        "counts": counts(findings),
        "archive_answers": findings.archive_answers,
        "addresses": [_told(row) for row in findings.rows],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def counts(findings: Findings) -> dict[str, int]:
    """How many addresses have each verdict."""
    return {word: sum(row.verdict.word == word for row in findings.rows) for word in WORDS}


def table(findings: Findings) -> Iterator[str]:
    """The addresses of which warnings say nothing though they may not answer, then how many there are of each kind."""
    for row in findings.rows:
        if row.verdict.word in ("unknown", "refused"):
            yield f"{row.verdict.word:<8} {row.verdict.status or '–':>3}  {row.address}  {row.verdict.reason}"
    counted = ", ".join(f"{number:,} {word}" for word, number in counts(findings).items() if number)
    number = len(findings.rows)
    yield f"{number:,} {'address' if number == 1 else 'addresses'}{f': {counted}' if counted else ''}"
    if not findings.archive_answers:
        yield "the archive did not answer: no stored copies were looked for after that"


def _told(row: Finding) -> dict[str, Any]:
    verdict = row.verdict
    return {
        "address": row.address,
        "verdict": verdict.word,
        "status": verdict.status,
        "reason": verdict.reason,
        "looked_at": datetime.fromtimestamp(verdict.looked_at, UTC).isoformat(timespec="seconds"),
        "moved_to": verdict.moved_to or None,
        "suggested": row.suggested or None,
        "used": list(_places(row)),
    }


def _places(row: Finding) -> Iterator[dict[str, Any]]:
    for use in row.uses:
        path, place = place_of(use.document, use.keys, use.words)
        yield {
            "path": path,
            "line": place.line,
            "column": place.column,
            "field": use.field,
            "archived": use.archived or None,
        }
