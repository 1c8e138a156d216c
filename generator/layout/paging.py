"""A long chronology parted into pages, by what each will weigh: years, their months, and parts of a month.

What is weighed is estimated from the events alone, so the pages are known before anything is rendered. A page is
filled from its oldest entry on: what is added at the end changes the last page and no other.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias, TypeVar

from generator.layout.chronology import Chronology, Month, Year
from generator.model.event import Event

Row = TypeVar("Row")
Weigh: TypeAlias = Callable[[Event], int]

BUDGET = 150_000  # bytes sent, as layout.weight estimates them; with what else a page has it stays below 200,000
OF_A_LINK = 20  # bytes sent, of a link to a year
NO_MONTH = 0  # stands for a month where an event is known to none


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page of a chronology holds: a year, a month of one, or a part of that."""

    year: Year  # with the events of this page, and no others
    month: int | None = None  # None: the year's own page
    part: int = 1

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the page, in order."""
        return self.year.events


@dataclass(frozen=True, slots=True)
class YearSheets:
    """The pages of a year: one with all of it; or one with what is known to no month, and those of its months."""

    own: Sheet
    months: tuple[tuple[Sheet, ...], ...] = ()  # of each month its parts; empty where the year is whole

    @property
    def number(self) -> int:
        """The year."""
        return self.own.year.number

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All pages of the year, in the order in which they are read."""
        return (self.own, *(sheet for parts in self.months for sheet in parts))

    def __len__(self) -> int:
        return sum(len(sheet.events) for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class Paged:
    """A chronology on pages: each event stands on one page of its year, and the newest on the first page, too."""

    front: Chronology  # what the first page holds: everything, while that fits
    is_whole: bool
    years: tuple[YearSheets, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages of all years, in the order in which they are read."""
        return tuple(sheet for year in self.years for sheet in year.sheets)


def page_out(chronology: Chronology, weigh: Weigh, budget: int = BUDGET) -> Paged:
    """Part a chronology so that no page weighs more than the budget, but where a single entry does."""
    weights = [sum(map(weigh, year.events)) for year in chronology.years]
    years = tuple(
        _part_year(year, weigh, budget) if weight > budget else YearSheets(Sheet(year))
        for year, weight in zip(chronology.years, weights, strict=True)
    )
    if sum(weights) <= budget:
        return Paged(chronology, True, years)
    left = max(budget - OF_A_LINK * len(years), budget // 4)
    front = _newest(chronology, weigh, left)
    return Paged(front, len(front) == len(chronology), years)  # a single entry stands there, however heavy it is


def split_rows(rows: Iterable[Row], weigh: Callable[[Row], int], budget: int = BUDGET) -> tuple[tuple[Row, ...], ...]:
    """Rows in parts that weigh no more than the budget, but where a single row does; filled from the first row on."""
    parts: list[list[Row]] = []
    total = 0
    for row in rows:
        weight = weigh(row)
        if not parts or total + weight > budget:
            parts.append([])
            total = 0
        parts[-1].append(row)
        total += weight
    return tuple(map(tuple, parts))


def _part_year(year: Year, weigh: Weigh, budget: int) -> YearSheets:
    """A year by its months. What is known to no month stands on the year's own page, while it fits there."""
    by_month: dict[int, list[Event]] = {}
    for month in year.months:  # a season may part a month in two
        by_month.setdefault(month.number or NO_MONTH, []).extend(month.events)
    own: Sequence[Event] = ()
    if sum(map(weigh, by_month.get(NO_MONTH, ()))) <= budget:
        own = by_month.pop(NO_MONTH, ())
    months = tuple(
        tuple(
            Sheet(Year(year.number, (Month(number or None, part),)), number, index)
            for index, part in enumerate(split_rows(by_month[number], weigh, budget), start=1)
        )
        for number in sorted(by_month)
    )
    return YearSheets(Sheet(Year(year.number, (Month(None, tuple(own)),) if own else ())), months)


def _newest(chronology: Chronology, weigh: Weigh, budget: int) -> Chronology:
    """The newest years that fit; where these leave half of it free, also the newest months of the next, then events."""
    rows = [
        ((year.number,), (year.number, index), event)
        for year in chronology.years
        for index, month in enumerate(year.months)
        for event in month.events
    ]
    total = 0
    rest = len(rows)
    for depth in range(3):
        if total * 2 >= budget:
            break
        for _, piece in groupby(reversed(rows[:rest]), key=lambda row: row[depth]):
            weights = [weigh(event) for _, _, event in piece]
            if total + sum(weights) > budget:
                break
            total += sum(weights)
            rest -= len(weights)
    return chronology.last(max(1, len(rows) - rest))
