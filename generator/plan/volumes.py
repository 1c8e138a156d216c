"""Long lists on several pages: all on one while it holds them, else the newest years there and a page for each year."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.model.text import Localised
from generator.plan.addresses import year_name
from generator.plan.telling import Telling
from generator.plan.views import Link

WHOLE = 1_000  # rows that a page holds
UNDATED = "undated"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Volume(Generic[Row]):
    """The rows of one year; None for those of none."""

    year: int | None
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The volume as it stands in an address and in an anchor."""
        return UNDATED if self.year is None else year_name(self.year)

    def heading(self, telling: Telling) -> Localised:
        """The volume's name in words."""
        if self.year is None:
            return Localised(telling.say("Undated"), telling.language)
        return telling.year_name(self.year)


def in_volumes(rows: Iterable[Row], year_of: Callable[[Row], int | None]) -> tuple[Volume[Row], ...]:
    """Rows, which stand in the order of their years, by year."""
    return tuple(Volume(year, tuple(of_year)) for year, of_year in groupby(rows, key=year_of))


def newest(volumes: Sequence[Volume[Row]], most: int = WHOLE) -> tuple[Volume[Row], ...]:
    """All volumes, or the last of them that hold no more rows than `most` together; at the least one."""
    kept: list[Volume[Row]] = []
    total = 0
    for volume in reversed(volumes):
        total += len(volume.rows)
        if kept and total > most:
            break
        kept.append(volume)
    return tuple(reversed(kept))


def link_volumes(
    volumes: Sequence[Volume[Row]], address: str, note: Callable[[Sequence[Row]], str], telling: Telling
) -> tuple[Link, ...]:
    """A link to each volume's own page."""
    return tuple(Link(volume.heading(telling), f"{address}{volume.name}/", note(volume.rows)) for volume in volumes)
