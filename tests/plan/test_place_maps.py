"""The map on a place's page."""

import pytest

from generator.check.site import check
from generator.plan import plan_pages


@pytest.fixture
def page():
    """The page of a place with these fields."""

    def run(fields, language="en"):
        files = {
            "site.yaml": f"title: x\nlanguages: [{language}]\n",
            "content/places.yaml": f"- {{id: lake, {fields}}}\n",
            "content/events/e.yaml": "title: E\ndate: 2023\nplace: lake\n",
        }
        checked = check({path: text.encode() for path, text in files.items()})
        assert checked.site, [problem.message for problem in checked.problems]
        (page,) = [page for page in plan_pages(checked.site, {}) if page.path == "places/lake/index.html"]
        return page.values

    return run


def test_a_place_whose_position_is_known_has_a_map_that_names_it(page):
    found = page("name: Geneva, latitude: 46.2, longitude: 6.15")["map"]

    assert (found.label, found.is_beside, found.position) == ("Geneva", True, "46.2° N, 6.15° E")
    assert found.outlines.land.startswith("M")


@pytest.mark.parametrize("fields", ["name: Geneva", "name: Geneva, country: CH"])
def test_a_place_whose_position_is_not_known_has_none(page, fields):
    assert page(fields)["map"] is None


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("The Palace of the former League of Nations", "The Palace of the former League of Nations"),
        ("The Palace of the former League of Nations in Geneva", "The Palace of the former League of Nations…"),
        ("x" * 60, "x" * 45 + "…"),
    ],
)
def test_a_long_name_stands_under_its_dot_and_is_cut_where_it_would_not_fit(page, name, label):
    found = page(f"name: {name}, latitude: 46.2, longitude: 6.15")["map"]

    assert (found.label, found.is_beside, found.name.text) == (label, False, name)


@pytest.mark.parametrize("position", ["latitude: 90, longitude: 0", "latitude: -90, longitude: 180"])
def test_the_poles_have_maps_too(page, position):
    assert page(f"name: Pole, {position}")["map"].outlines.net
