"""The page of an audit is held to what the pages of a site are held to."""

import pytest

from tests.conftest import ROOT
from tests.quality.conftest import run
from tests.quality.test_validity import errors
from tests.quality.worst import write_worst

CONTRADICTION = """title: Two say when
date: 2023-04-04
sources:
  - {title: T, publisher: One, date: 2023-04-06, says: {status: held, date: 2023-04-04}}
  - {title: U, publisher: Two, date: 2023-04-07, says: {status: held, date: 2023-04-05}, according_to: a minister}
  - {title: V, publisher: Three, date: 2023-04-07, says: {status: held, date: 2023-04-05}}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The audits of the repository's own site, of all that makes pages hard to set, and of nothing."""
    folder = tmp_path_factory.mktemp("audits")
    write_worst(folder / "worst")
    (folder / "worst/content/events/contradiction.yaml").write_text(CONTRADICTION, encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "empty/site.yaml").write_text("title: Nothing yet\n", encoding="utf-8")
    made = []
    for name, site in (("own", ROOT), ("worst", folder / "worst"), ("empty", folder / "empty")):
        page = folder / f"{name}.html"
        run("audit", site, "--format", "html", "--output", page)
        made.append(page)
    return made


def test_the_audits_are_valid_html(pages, java, vnu):
    assert errors(java, vnu, [], pages) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_them_and_nothing_scrolls_sideways(pages, reader, faults_of, width):
    one = reader(width)
    found = []
    for page in pages:
        one.page.goto(page.as_uri())
        one.page.evaluate("document.querySelectorAll('details').forEach(row => { row.open = true; })")
        if one.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.name}: scrolls sideways")
        found += [f"{page.name}, {fault}" for fault in faults_of(one.page)]

    assert "\n".join(found) == ""
    assert one.faults == [], "nothing that the page's own policy refuses, either"


def test_a_contradiction_stands_side_by_side_where_there_is_room(pages, reader):
    for width, beside in ((1280, True), (320, False)):
        one = reader(width)
        one.page.goto(pages[1].as_uri())
        sides = one.page.locator("li", has_text="Three, 7 April").locator(".sides > ul")
        first, second = (sides.nth(place).bounding_box() for place in range(2))
        assert (first["y"] == second["y"]) is beside
        assert sides.nth(1).locator("li").count() == 2
        assert "according to a minister" in sides.nth(1).inner_text()
