"""The page about audits, its schema and an audit name the same figures."""

import json
import re

from generator.build.audit import audit
from generator.render.audit_json import render_audit_json


def schema(root):
    return json.loads((root / "generator/render/audit.schema.json").read_text(encoding="utf-8"))


def told(root):
    """The figures of the table by group; a row without a group goes on with the one above."""
    text = (root / "docs/audit.md").read_text(encoding="utf-8")
    table = text.partition("| Group | Figure | Is |")[2].partition("\n\n")[0]
    found: dict[str, list[str]] = {}
    for group, figure in re.findall(r"^\| (?:`(\w+)` )?\| `(\w+)` \|", table, re.MULTILINE):
        found.setdefault(group or list(found)[-1], []).append(figure)
    return found


def test_every_figure_is_told_and_described_in_the_order_of_the_audit(root, reference_site):
    found = audit(reference_site).audit
    assert found
    groups = {group.key: [figure.key for figure in group.figures] for group in found.groups}

    assert told(root) == groups
    described = schema(root)["properties"]["groups"]["properties"]
    assert {name: list(group["properties"]) for name, group in described.items()} == groups


def test_every_key_of_an_audit_is_told_and_described(root, reference_site):
    found = audit(reference_site).audit
    assert found
    keys = list(json.loads(render_audit_json(found)))
    text = (root / "docs/audit.md").read_text(encoding="utf-8")
    table = text.partition("| Key | What it is |")[2].partition("\n\n")[0]

    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == keys
    assert list(schema(root)["properties"]) == keys


def test_every_key_of_figures_and_rows_is_described(root, reference_site):
    found = audit(reference_site).audit
    assert found
    described = schema(root)
    common = set(described["$defs"]["figure"]["properties"])
    in_rows = set(described["$defs"]["row"]["properties"])
    for name, group in json.loads(render_audit_json(found))["groups"].items():
        for key, figure in group.items():
            own = described["properties"]["groups"]["properties"][name]["properties"][key]
            assert set(figure) - common == set(own.get("properties", {})) - {"rows"}, key
            of_rows = own.get("properties", {}).get("rows", {"items": {"properties": {}}})["items"]["properties"]
            assert all(set(row) - in_rows == set(of_rows) for row in figure["rows"]), key
