"""The shape that shows, on the date rail and in the overview, how well a date is known."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.date import Date

Shape = Literal["dot", "capsule", "bar", "arrow"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A shape, and whether its outline is dashed."""

    shape: Shape
    dashed: bool = False  # circa


def marker(date: Date) -> Marker:
    """A dot for a day or time, a capsule for a longer range, a bar for a span, an arrow for what goes on."""
    if date.kind == "span":
        shape: Shape = "arrow" if date.is_open_end else "bar"
    else:
        shape = "dot" if date.kind == "single" and date.precision in ("day", "time") else "capsule"
    return Marker(shape, date.approximate)
