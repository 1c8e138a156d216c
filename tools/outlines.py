"""Make the outlines of locator maps: tools/outlines.py countries-50m.json >generator/layout/outlines/countries.json.

The file comes from the npm package world-atlas (see generator/layout/outlines/README.md): Natural Earth's countries at
1:50 million, as TopoJSON. What is left is as much as a map of some 40 degrees across can show.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

GRAIN = 20  # whole numbers to a degree
TOLERANCE = 0.1  # degrees by which a line may leave its course
SMALLEST = 0.02  # square degrees of an island that is kept

# Borders that one of the two sides, or most other states, do not recognise: between these, in these latitudes.
CONTESTED = (
    ({"Sudan", "Egypt"}, -90, 90),
    ({"Sudan", "S. Sudan"}, -90, 90),
    ({"Somaliland"}, -90, 90),
    ({"Kosovo", "Serbia"}, -90, 90),
    ({"W. Sahara", "Morocco"}, -90, 90),
    ({"N. Cyprus"}, -90, 90),
    ({"Palestine"}, -90, 90),
    ({"Israel", "Syria"}, -90, 90),
    ({"Israel", "Lebanon"}, -90, 90),
    ({"India", "China"}, -90, 90),
    ({"India", "Pakistan"}, 32, 90),
    ({"China", "Pakistan"}, -90, 90),
    ({"Siachen Glacier"}, -90, 90),
)
# Natural Earth draws a border where one was claimed by annexation: General Assembly resolution 68/262 asks not to.
NOT_DRAWN = (({"Ukraine", "Russia"}, 45, 46.5),)
COAST, BORDER, DISPUTED, NONE = "cbdn"

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees: (longitude, latitude)."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for across, up in steps:
            x, y = x + across, y + up
            arc.append((x * width + west, y * height + south))
        arcs.append(arc)
    return arcs


def rings_of(topology: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """Each ring of each country: its name, and its arcs. One that runs backwards is the complement of its number."""
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                yield country["properties"]["name"], ring


def simplified(arc: Sequence[Point], tolerance: float) -> list[Point]:
    """An arc with no more points than it takes to stay within the tolerance (Douglas and Peucker's way)."""
    kept = {0, len(arc) - 1}
    waiting = [(0, len(arc) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        farthest = max(range(first + 1, last), key=lambda index: _distance(arc[index], arc[first], arc[last]))
        if _distance(arc[farthest], arc[first], arc[last]) > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [arc[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from the line between two others, in degrees of latitude."""
    narrow = cos(radians(point[1]))
    across, up = (point[0] - start[0]) * narrow, point[1] - start[1]
    width, height = (end[0] - start[0]) * narrow, end[1] - start[1]
    length = width * width + height * height
    share = min(1.0, max(0.0, (across * width + up * height) / length)) if length else 0.0
    return hypot(across - share * width, up - share * height)


def size(ring: Sequence[Point]) -> float:
    """The area of a ring, in square degrees of latitude."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum((x1 - x2) * (y1 + y2) / 2 * cos(radians((y1 + y2) / 2)) for (x1, y1), (x2, y2) in pairs))


def kind_of(arc: Sequence[Point], countries: Sequence[str]) -> str:
    """What an arc is: a coast, a border, one that is contested, or none at all."""
    if len(countries) < 2:
        return COAST
    middle = arc[len(arc) // 2][1]

    def is_among(rows: Sequence[tuple[set[str], float, float]]) -> bool:
        return any(names <= set(countries) and low <= middle <= high for names, low, high in rows)

    return NONE if is_among(NOT_DRAWN) else DISPUTED if is_among(CONTESTED) else BORDER


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """The outlines as the maps read them: arcs as whole numbers, each after the first by its step; rings of arcs."""
    arcs = arcs_of(topology)
    sides: dict[int, list[str]] = {}
    rings = []
    for name, ring in rings_of(topology):
        points = [point for number in ring for point in arcs[number if number >= 0 else ~number]]
        if len(ring) > 1 or size(points) >= SMALLEST or _is_shared(ring[0], topology):
            rings.append(ring)
            for number in ring:
                sides.setdefault(number if number >= 0 else ~number, []).append(name)
    numbers = {old: new for new, old in enumerate(sides)}
    return {
        "arcs": [in_steps(simplified(arcs[old], TOLERANCE)) for old in numbers],
        "kinds": "".join(kind_of(arcs[old], sides[old]) for old in numbers),
        "rings": [[numbers[n] if n >= 0 else ~numbers[~n] for n in ring] for ring in rings],
    }


def _is_shared(number: int, topology: dict[str, Any]) -> bool:
    uses = Counter(n if n >= 0 else ~n for _, ring in rings_of(topology) for n in ring)
    return uses[number if number >= 0 else ~number] > 1


def in_steps(arc: Sequence[Point]) -> list[int]:
    """An arc as whole numbers: where it begins, then each step; steps that lead nowhere are left out."""
    x, y = (round(value * GRAIN) for value in arc[0])
    steps = [x, y]
    for point in arc[1:]:
        across, up = round(point[0] * GRAIN) - x, round(point[1] * GRAIN) - y
        if across or up:
            steps += [across, up]
            x, y = x + across, y + up
    return steps


def main() -> None:
    """Print the outlines of a file, one arc a line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    made = outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    arcs, rings = (
        ",\n".join(json.dumps(row, separators=(",", ":")) for row in made[name]) for name in ("arcs", "rings")
    )
    print(f'{{"grain":{GRAIN},\n"kinds":"{made["kinds"]}",\n"arcs":[\n{arcs}],\n"rings":[\n{rings}]}}')


if __name__ == "__main__":
    main()
