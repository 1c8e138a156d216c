"""A small map that shows where a place is: the land around it, borders, and the place in the middle.

The projection is Lambert's azimuthal one, which keeps areas, seen from straight above the place: no place is too far
north for it, or too near to the 180th meridian.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import radians, sin, sqrt

from generator.layout.outlines import Line, Ring, Vector, direction, world

WIDTH, HEIGHT = 960, 640  # in the map's own units
ACROSS = 40  # degrees of a great circle from one side to the other
MARGIN = 12  # units beyond the edge, where the land's outline turns back unseen
SCALE = WIDTH / 2 / (2 * sin(radians(ACROSS) / 4))
COARSELY = 8  # of an arc beyond the map one point in so many is enough to close the land's outline

Point = tuple[float, float]
Project = Callable[[Sequence[Vector]], list[Point]]


@dataclass(frozen=True, slots=True)
class Locator:
    """A map around a place, as the data of SVG's paths. The place is in the middle."""

    land: str
    borders: str
    contested: str  # borders that not all recognise
    net: str  # meridians and parallels


@lru_cache(maxsize=1024)
def locate(latitude: float, longitude: float) -> Locator:
    """The map around a place, whose position is given in degrees."""
    place = direction(latitude, longitude)
    project = _projection(latitude, longitude)
    whole = world()
    near = {number: project(arc.points) for number, arc in enumerate(whole.arcs) if _is_near(arc, place)}
    drawn = {kind: [near[number] for number in near if whole.kinds[number] == kind] for kind in "bd"}

    def points_of(number: int) -> list[Point]:
        forward = number if number >= 0 else ~number
        points = near.get(forward) or project(_coarsely(whole.arcs[forward].points))
        return points if number >= 0 else points[::-1]

    outlines = _outlines(ring for ring in whole.rings if _is_near(ring, place))
    land = (_clip([point for number in outline for point in points_of(number)]) for outline in outlines)
    return Locator(
        land="".join(_path(ring, closed=True) for ring in land if ring),
        borders=_lines(drawn["b"]),
        contested=_lines(drawn["d"]),
        net=_lines(project(line.points) for line in whole.net if _is_near(line, place)),
    )


def _is_near(line: Line | Ring, place: Vector) -> bool:
    """Whether a line may come within the map's reach."""
    (x, y, z), (px, py, pz) = line.middle, place
    return x * px + y * py + z * pz > line.horizon


def _projection(latitude: float, longitude: float) -> Project:
    """What gives each direction its point on the map."""
    ux, uy, uz = direction(latitude, longitude)
    ex, ey, _ = direction(0, longitude + 90)
    nx, ny, nz = direction(latitude + 90, longitude)
    middle, height = WIDTH / 2, HEIGHT / 2

    def project(points: Sequence[Vector]) -> list[Point]:
        found = []
        for x, y, z in points:
            # Not through 0: what is opposite of a place belongs to no country that is near it, too.
            stretch = SCALE * sqrt(2 / (1 + x * ux + y * uy + z * uz))
            found.append((middle + stretch * (x * ex + y * ey), height - stretch * (x * nx + y * ny + z * nz)))
        return found

    return project


def _coarsely(points: Sequence[Vector]) -> Sequence[Vector]:
    return (*points[:-1:COARSELY], points[-1])


def _outlines(rings: Iterable[Ring]) -> Iterator[list[int]]:
    """The outlines of all land that the rings hold together, as arcs: where two rings share an arc, there is none."""
    numbers = [number for ring in rings for number in ring.arcs]
    used = Counter(number if number >= 0 else ~number for number in numbers)
    left = [number for number in numbers if used[number if number >= 0 else ~number] == 1]
    begin: dict[Vector, list[int]] = {}
    arcs = world().arcs
    for number in reversed(left):
        begin.setdefault(_ends(number, arcs)[0], []).append(number)
    for number in left:
        start, end = _ends(number, arcs)
        if number not in begin.get(start, ()):
            continue  # it stands in another's outline
        begin[start].remove(number)
        outline = [number]
        while end != start:
            following = begin[end].pop()
            outline.append(following)
            end = _ends(following, arcs)[1]
        yield outline


def _ends(number: int, arcs: Sequence[Line]) -> tuple[Vector, Vector]:
    points = arcs[number if number >= 0 else ~number].points
    return (points[0], points[-1]) if number >= 0 else (points[-1], points[0])


def _clip(points: Sequence[Point]) -> Sequence[Point]:
    """A ring, cut off a little beyond each edge of the map (Sutherland and Hodgman's way). Empty if it is outside."""
    for axis, edge, sign in ((0, -MARGIN, 1), (0, WIDTH + MARGIN, -1), (1, -MARGIN, 1), (1, HEIGHT + MARGIN, -1)):
        points = _cut(points, axis, edge, sign)
        if not points:
            break
    return points


def _cut(points: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line."""
    beyond = [(point[axis] - edge) * sign for point in points]
    if min(beyond) >= 0:
        return list(points)
    kept: list[Point] = []
    for index, point in enumerate(points):
        here, before = beyond[index], beyond[index - 1]
        if (here < 0) != (before < 0):
            share = before / (before - here)
            x, y = points[index - 1]
            kept.append((x + (point[0] - x) * share, y + (point[1] - y) * share))
        if here >= 0:
            kept.append(point)
    return kept


def _lines(lines: Iterable[Sequence[Point]]) -> str:
    return "".join(_path(run, closed=False) for line in lines for run in _runs(line))


def _runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    """The parts of a line that are on the map, each with the step that leads there and the one that leads out."""
    run: list[Point] = []
    was_inside = False
    for index, point in enumerate(points):
        is_inside = -MARGIN < point[0] < WIDTH + MARGIN and -MARGIN < point[1] < HEIGHT + MARGIN
        if is_inside and not was_inside and index:
            run.append(points[index - 1])
        if is_inside or was_inside:
            run.append(point)
        if was_inside and not is_inside:
            yield run
            run = []
        was_inside = is_inside
    if len(run) > 1:
        yield run


def _path(points: Sequence[Point], *, closed: bool) -> str:
    """Points as a path of whole units, each after the first by its step."""
    x, y = (round(value) for value in points[0])
    start = f"M{x} {y}l"
    steps = []
    for point in points[1:]:
        across, up = round(point[0]) - x, round(point[1]) - y
        if across or up:
            steps.append(f"{across}{'' if up < 0 else ' '}{up}")
            x, y = x + across, y + up
    if len(steps) < (2 if closed else 1):
        return ""
    return f"{start}{' '.join(steps).replace(' -', '-')}{'z' if closed else ''}"
