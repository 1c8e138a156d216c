"""Where the marks of a time axis stand: a table of intervals, from hours to as many thousands of years as it takes."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.dates import calendar_day, day_number

Unit = Literal["hour", "day", "month", "year"]
DAYS = {"hour": 1 / 24, "day": 1.0, "month": 30.436875, "year": 365.2425}  # the length of each, on average


@dataclass(frozen=True, slots=True)
class Interval:
    """So many of a unit."""

    unit: Unit
    step: int

    @property
    def days(self) -> float:
        """About how long it is."""
        return DAYS[self.unit] * self.step


INTERVALS: tuple[Interval, ...] = (
    *(Interval("hour", step) for step in (1, 3, 6, 12)),
    *(Interval("day", step) for step in (1, 2, 5, 10)),  # of a month, from its first
    *(Interval("month", step) for step in (1, 2, 3, 6)),
    *(Interval("year", step * 10**zeros) for zeros in range(10) for step in (1, 2, 5)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment at which an interval begins. Year 0 is 1 BCE."""

    day: float  # as a day number: .5 is noon
    unit: Unit
    year: int
    month: int = 1
    of_month: int = 1
    hour: int = 0


def ticks(first: float, last: float, most: int) -> tuple[Tick, ...]:
    """The ticks from `first` to `last`, both included, at the finest interval that gives no more than `most`.

    Between two days of which one tick or none would fall, there may be none.
    """
    for interval in INTERVALS:
        if (last - first) / interval.days > most + 1:
            continue
        found = tuple(ticks_of(interval, first, last))
        if len(found) <= most:
            return found
    return ()


def ticks_of(interval: Interval, first: float, last: float) -> Iterator[Tick]:
    """Each beginning of an interval from `first` to `last`, in order."""
    beginnings = {"hour": _hours, "day": _days, "month": _months, "year": _years}[interval.unit]
    for tick in beginnings(interval.step, first, last):
        if tick.day > last:
            return
        if tick.day >= first:
            yield tick


def _hours(step: int, first: float, last: float) -> Iterator[Tick]:
    for number in range(int(first // 1), int(last // 1) + 1):
        year, month, day = calendar_day(number)
        for hour in range(0, 24, step):
            yield Tick(number + hour / 24, "hour", year, month, day, hour)


def _days(step: int, first: float, last: float) -> Iterator[Tick]:
    for number in range(int(first // 1), int(last // 1) + 1):
        year, month, day = calendar_day(number)
        # The last of a month is left out where the first of the next would crowd it.
        if step == 1 or ((day - 1) % step == 0 and (day == 1 or 31 - day >= step - 1)):
            yield Tick(float(number), "day", year, month, day)


def _months(step: int, first: float, last: float) -> Iterator[Tick]:
    year, month, _ = calendar_day(int(first // 1))
    end, _, _ = calendar_day(int(last // 1))
    for at in range(year, end + 2):
        for number in range(1, 13, step):
            if at > year or number >= month:
                yield Tick(float(day_number(at, number, 1)), "month", at, number)


def _years(step: int, first: float, last: float) -> Iterator[Tick]:
    begin, _, _ = calendar_day(int(first // 1))
    end, _, _ = calendar_day(int(last // 1))
    at = _round_year(begin, step)
    while at <= end + step:
        yield Tick(float(day_number(at, 1, 1)), "year", at)
        at = _next_year(at, step)


def _round_year(year: int, step: int) -> int:
    """The last round year at or before one. Round are 500, 1000 and 500 BCE, and between them 1 CE: there is no 0."""
    if year >= step or step == 1:
        return year // step * step
    if year >= 1:
        return 1
    return 1 - -((year - 1) // step) * step  # 1 - n is n BCE


def _next_year(year: int, step: int) -> int:
    if step == 1 or year >= step:
        return year + step
    if year == 1:
        return step
    return min(1, year + step)


@dataclass(frozen=True, slots=True)
class Units:
    """The beginnings of an interval's units over a stretch of time, to find the one that a day falls into."""

    starts: tuple[float, ...]

    @classmethod
    def of(cls, interval: Interval, first: float, last: float) -> "Units":
        """Those from the one that holds `first` to the one after `last`."""
        margin = interval.days * 2 + 32
        starts = [tick.day for tick in ticks_of(interval, first - margin, last + margin)]
        begin = max(0, bisect_right(starts, first) - 1)
        end = bisect_right(starts, last) + 1
        return cls(tuple(starts[begin:end]))

    def index(self, day: float) -> int:
        """The number of the unit that holds a day."""
        return min(max(0, bisect_right(self.starts, day) - 1), len(self.starts) - 2)
