"""The outlines of the world's countries, as directions from the centre of the globe."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from math import acos, cos, pi, radians, sin, sqrt

Vector = tuple[float, float, float]  # of length 1

REACH = radians(28)  # as far as a map may look from its middle
STEP = 10  # degrees between the lines of the net
BEND = 2  # degrees between the points of such a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the globe, and from where it can be seen."""

    points: tuple[Vector, ...]
    middle: Vector
    horizon: float  # of a place that sees it, the cosine of the distance to its middle is more than this


@dataclass(frozen=True, slots=True)
class Ring:
    """The outline of a piece of land that is one country's: the numbers of its arcs, and from where it can be seen.

    An arc that runs backwards is the complement of its number.
    """

    arcs: tuple[int, ...]
    middle: Vector
    horizon: float


@dataclass(frozen=True, slots=True)
class World:
    """What a map is drawn from."""

    arcs: tuple[Line, ...]  # each ends where others begin, or where it began
    kinds: str  # of each arc a letter: c a coast, b a border, d one that is contested, n one that is not drawn
    rings: tuple[Ring, ...]
    net: tuple[Line, ...]  # meridians and parallels, in pieces


@lru_cache(maxsize=1)
def world() -> World:
    """The world, as it comes with Dateline."""
    read = json.loads(files(__name__).joinpath("countries.json").read_text(encoding="ascii"))
    arcs = tuple(_line(_points(steps, read["grain"])) for steps in read["arcs"])
    rings = tuple(_ring(numbers, arcs) for numbers in read["rings"])
    return World(arcs, read["kinds"], rings, tuple(_net()))


def direction(latitude: float, longitude: float) -> Vector:
    """The direction of a point of the globe, whose position is given in degrees."""
    north, east = radians(latitude), radians(longitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def _points(steps: Sequence[int], grain: int) -> list[Vector]:
    across, up = accumulate(steps[::2]), accumulate(steps[1::2])
    return [direction(y / grain, x / grain) for x, y in zip(across, up, strict=True)]


def _line(points: Sequence[Vector]) -> Line:
    x, y, z = (sum(axis) for axis in zip(*points, strict=True))
    length = sqrt(x * x + y * y + z * z) or 1.0
    middle = (x / length, y / length, z / length)
    nearest = min(middle[0] * x + middle[1] * y + middle[2] * z for x, y, z in points)
    return Line(tuple(points), middle, cos(min(pi, acos(max(-1.0, min(1.0, nearest))) + REACH)))


def _ring(numbers: Sequence[int], arcs: Sequence[Line]) -> Ring:
    held = _line([point for number in numbers for point in arcs[number if number >= 0 else ~number].points])
    return Ring(tuple(numbers), held.middle, held.horizon)


def _net() -> Iterator[Line]:
    for west in range(-180, 180, STEP):
        for south in range(-90 + STEP, 90 - STEP, STEP):
            yield _line([direction(south + up, west) for up in range(0, STEP + 1, BEND)])
        for south in range(-90 + STEP, 90, STEP):
            yield _line([direction(south, west + across) for across in range(0, STEP + 1, BEND)])
