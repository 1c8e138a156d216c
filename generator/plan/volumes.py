"""Long lists on several pages: all on one while that is light, else the newest there, and pages of each year."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.layout import split_rows
from generator.layout.paging import BUDGET
from generator.model.text import Localised
from generator.plan.addresses import year_name
from generator.plan.telling import Telling
from generator.plan.views import Link

UNDATED = "undated"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Volume(Generic[Row]):
    """The rows of one year, or a part of them where they are too many; None for those of no year."""

    year: int | None
    rows: tuple[Row, ...]
    part: int = 1

    @property
    def name(self) -> str:
        """The volume as it stands in an address and in an anchor: '2023', '2023/2'."""
        year = UNDATED if self.year is None else year_name(self.year)
        return f"{year}/{self.part}" if self.part > 1 else year

    def heading(self, telling: Telling) -> Localised:
        """The volume's name in words."""
        undated = Localised(telling.say("Undated"), telling.language)
        year = undated if self.year is None else telling.year_name(self.year)
        return telling.part_name(year, self.part) if self.part > 1 else year


def in_volumes(
    rows: Iterable[Row], year_of: Callable[[Row], int | None], weigh: Callable[[Row], int]
) -> tuple[Volume[Row], ...]:
    """Rows, which stand in the order of their years, by year, and by parts of one that is too heavy for a page."""
    return tuple(
        Volume(year, part, number)
        for year, of_year in groupby(rows, key=year_of)
        for number, part in enumerate(split_rows(of_year, weigh), start=1)
    )


def newest(volumes: Sequence[Volume[Row]], weigh: Callable[[Row], int]) -> tuple[Volume[Row], ...]:
    """All volumes, or the last of them that fit on a page together; at the least one."""
    kept: list[Volume[Row]] = []
    total = 0
    for volume in reversed(volumes):
        total += sum(map(weigh, volume.rows))
        if kept and total > BUDGET:
            break
        kept.append(volume)
    return tuple(reversed(kept))


def link_volumes(
    volumes: Sequence[Volume[Row]], address: str, note: Callable[[Sequence[Row]], str], telling: Telling
) -> tuple[Link, ...]:
    """A link to each volume's own page."""
    return tuple(Link(volume.heading(telling), f"{address}{volume.name}/", note(volume.rows)) for volume in volumes)
