"""An audit as JSON. Its keys are described in docs/audit.md, and checked by audit.schema.json."""

import json

from generator.plan.audit_views import Audit, Figure, Row

VERSION = 1  # changes when a key goes away or means something else; never when one is added
DIGITS = 4  # of a share


def render_audit_json(audit: Audit) -> str:
    """The audit as one JSON object. All rows are in it."""
    told = {
        "version": VERSION,
        "title": audit.title,
        "as_of": audit.as_of or None,
        "knowledge_day": audit.knowledge_day or None,
        "counts": {part.key: part.number for part in audit.counts},
        "groups": {group.key: {figure.key: _figure(figure) for figure in group.figures} for group in audit.groups},
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _figure(figure: Figure) -> dict[str, object]:
    share = None if figure.share is None else round(figure.share, DIGITS)
    told: dict[str, object] = {"number": figure.number, "of": figure.of, "share": share}
    if figure.parts:
        told["parts"] = {part.key: part.number for part in figure.parts}
    return {**told, **figure.facts, "rows": [_row(row) for row in figure.rows]}


def _row(row: Row) -> dict[str, object]:
    return {"id": row.id or None, "path": row.path or None, "line": row.line or None, **row.facts}
