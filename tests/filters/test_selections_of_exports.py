"""What an export chooses is what a reader sees who chose the same on a page."""

import json
from urllib.parse import urlencode

import pytest

from generator.build.exports import export
from generator.cli.shipped import shipped_templates
from generator.plan.selection import Selection
from tests.filters.conftest import PLANS, REPOSITORY, read_folder

SITES = {"demonstration": REPOSITORY, "plans": PLANS}
VIEWS = [
    {"actor": "nato"},
    {"actor": "india,Finland", "type": "summit"},
    {"actor": "Jens Stoltenberg"},
    {"type": "ministerial", "place": "Brussels"},
    {"topic": "enlargement", "from": "2022-05"},
    {"status": "planned"},
    {"status": "held", "to": "2022"},
    {"support": "0"},
    {"support": "2,3", "from": "2023-04-01", "to": "2023-04-30"},
    {"source": "nato"},
    {"key": "1", "from": "-0500", "to": "2023-06-30"},
    {"q": "vilnius summit"},
    {"q": "INDIA  foreign"},
    {"from": "2023-04-04", "to": "2023-04-05", "q": "nato"},
]


def chosen(sources, view):
    """The ids of the events that an export of the view has; none where nothing meets it."""
    lists = {name: tuple(value.split(",")) for name, value in view.items() if name not in ("from", "to", "q", "key")}
    asked = Selection(lists, view.get("from", ""), view.get("to", ""), view.get("q", ""), "key" in view)
    try:
        exported = export(sources, shipped_templates(), "json", asked)
    except ValueError:
        return []
    assert exported.content
    return [event["id"] for event in json.loads(exported.content)["events"]]


@pytest.mark.parametrize("name", SITES)
def test_an_export_has_the_events_that_the_page_shows(served, reader, name):
    sources = read_folder(SITES[name])
    reader.open(f"{served}{name}/")
    found, shown = {}, {}
    for view in VIEWS:
        address = f"{served}{name}/?{urlencode(view)}"
        reader.open(address)
        shown[address], found[address] = reader.shown, chosen(sources, view)

    assert found == shown
    assert sum(map(bool, shown.values())) > 2
