"""The map around a place."""

import re
import subprocess
import sys
from itertools import pairwise
from math import asin, cos, degrees, hypot, radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.locator import ACROSS, HEIGHT, MARGIN, WIDTH, locate
from generator.layout.outlines import direction, world

CITIES = {
    "Brussels": (50.85, 4.35),
    "Kyiv": (50.45, 30.52),
    "New Delhi": (28.61, 77.21),
    "Auckland": (-36.85, 174.76),
    "Suva": (-18.14, 178.44),
    "Longyearbyen": (78.22, 15.65),
    "Anadyr": (64.73, 177.5),
    "Washington": (38.9, -77.04),
    "McMurdo": (-77.85, 166.67),
    "the North Pole": (90.0, 0.0),
    "the South Pole": (-90.0, 0.0),
}
anywhere = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def subpaths(path):
    """The points of each part of a path."""
    parts = []
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^Mz]*)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        points = [(int(x), int(y))]
        for across, up in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + across, points[-1][1] + up))
        parts.append(points)
    return parts


def is_land(path, x, y):
    """Whether a point of a map is on land, by how often a line from there crosses an outline."""
    crossed = 0
    for points in subpaths(path):
        for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
            if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                crossed += 1
    return crossed % 2 == 1


def on_map(here, there):
    """Where a point is on the map of another, by the formula of the textbooks."""
    (north, east), (to_north, to_east) = ((radians(a), radians(b)) for a, b in (here, there))
    turn = to_east - east
    level = sin(north) * sin(to_north) + cos(north) * cos(to_north) * cos(turn)
    stretch = WIDTH / 2 / (2 * sin(radians(ACROSS) / 4)) * (2 / (1 + level)) ** 0.5
    return (
        WIDTH / 2 + stretch * cos(to_north) * sin(turn),
        HEIGHT / 2 - stretch * (cos(north) * sin(to_north) - sin(north) * cos(to_north) * cos(turn)),
    )


@pytest.mark.parametrize(
    ("city", "place", "land"),
    [
        ("Brussels", (48.86, 2.0), True),  # France
        ("Brussels", (53.0, -1.5), True),  # England
        ("Brussels", (56.0, 3.0), False),  # the North Sea
        ("Kyiv", (45.2, 34.3), True),  # Crimea
        ("Kyiv", (43.3, 34.0), False),  # the Black Sea
        ("New Delhi", (23.0, 80.0), True),
        ("New Delhi", (18.0, 66.0), False),  # the Arabian Sea
        ("Auckland", (-43.5, 171.5), True),  # the South Island
        ("Suva", (-17.8, 178.0), True),  # Viti Levu
        ("Suva", (-15.0, -178.0), False),  # across the 180th meridian
        ("Anadyr", (65.6, -173.0), True),  # Chukotka, across the 180th meridian
        ("McMurdo", (-85.0, 150.0), True),
        ("the South Pole", (-89.0, 45.0), True),
        ("the North Pole", (89.0, 45.0), False),
        ("the North Pole", (79.0, -40.0), True),  # Greenland
        ("Washington", (38.5, -78.0), True),
    ],
)
def test_land_is_where_it_is(city, place, land):
    x, y = on_map(CITIES[city], place)

    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT
    assert is_land(locate(*CITIES[city]).land, x, y) is land


@pytest.mark.parametrize("city", CITIES)
def test_a_map_fits_into_its_page(city):
    drawn = locate(*CITIES[city])

    assert sum(map(len, (drawn.land, drawn.borders, drawn.contested, drawn.net))) < 12_000


def test_borders_in_doubt_are_told_from_the_others_and_none_cuts_crimea_off():
    kyiv, delhi = locate(*CITIES["Kyiv"]), locate(*CITIES["New Delhi"])
    isthmus = on_map(CITIES["Kyiv"], (46.1, 33.7))

    assert delhi.contested
    assert locate(*CITIES["Washington"]).contested == ""
    near = [
        point
        for path in (kyiv.borders, kyiv.contested)
        for part in subpaths(path)
        for point in part
        if hypot(point[0] - isthmus[0], point[1] - isthmus[1]) < 12
    ]
    assert near == []


@given(anywhere)
def test_whatever_the_place_is_a_map_keeps_to_its_frame_and_its_land_is_closed(place):
    drawn = locate(*place)

    for path in (drawn.land, drawn.borders, drawn.contested, drawn.net):
        assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z?)*", path)
    assert drawn.land.count("z") == drawn.land.count("M")
    for points in subpaths(drawn.land):
        assert all(-MARGIN <= x <= WIDTH + MARGIN and -MARGIN <= y <= HEIGHT + MARGIN for x, y in points)


@given(anywhere)
def test_the_land_in_the_middle_of_a_map_does_not_depend_on_where_the_map_is_seen_from(place):
    latitude, longitude = place
    beside = (max(-90.0, min(90.0, latitude + 5)), longitude)
    x, y = on_map(beside, place)
    coast = min(
        (hypot(px - WIDTH / 2, py - HEIGHT / 2) for points in subpaths(locate(*place).land) for px, py in points),
        default=99,
    )

    here = is_land(locate(*place).land, WIDTH / 2 + 0.1, HEIGHT / 2 + 0.1)
    if coast > 40:  # nearer, a simplified coast may lie on either side of a point
        assert is_land(locate(*beside).land, x + 0.1, y + 0.1) is here


def test_every_ring_of_the_outlines_is_closed():
    whole = world()

    assert len(whole.kinds) == len(whole.arcs)
    for ring in whole.rings:
        ends = [
            (points[0], points[-1]) if number >= 0 else (points[-1], points[0])
            for number in ring.arcs
            for points in [whole.arcs[number if number >= 0 else ~number].points]
        ]
        assert all(one[1] == other[0] for one, other in zip(ends, [*ends[1:], ends[0]], strict=True))


def test_a_direction_is_that_of_its_latitude_and_longitude():
    x, y, z = direction(30, 60)

    assert degrees(asin(z)) == pytest.approx(30)
    assert (x, y) == pytest.approx((cos(radians(30)) * 0.5, cos(radians(30)) * sin(radians(60))))


TOPOLOGY = """{"transform": {"scale": [1, 1], "translate": [0, 0]},
 "arcs": [[[0, 0], [0, 9], [4, 0]], [[4, 9], [0, -9], [-4, 0]], [[4, 9], [4, 0], [0, -9], [-4, 0]]],
 "objects": {"countries": {"geometries": [
  {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Sudan"}},
  {"type": "MultiPolygon", "arcs": [[[2, -2]]], "properties": {"name": "Egypt"}}]}}}"""


def test_the_tool_makes_outlines_of_a_topology(tmp_path):
    (tmp_path / "countries.json").write_text(TOPOLOGY, encoding="utf-8")
    tool = Path(__file__).parents[2] / "tools/outlines.py"

    ended = subprocess.run(
        [sys.executable, tool, tmp_path / "countries.json"], capture_output=True, encoding="utf-8", check=True
    )

    assert ended.stdout == (
        '{"grain":20,\n"kinds":"cdc",\n"arcs":[\n[0,0,0,180,80,0],\n[80,180,0,-180,-80,0],\n[80,180,80,0,0,-180,-80,0]],\n'
        '"rings":[\n[0,1],\n[2,-2]]}\n'
    )
