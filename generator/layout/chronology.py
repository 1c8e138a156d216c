"""A chronology under its headings of years and months."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.dates import COARSENESS, Date, calendar_day
from generator.model.event import Event


@dataclass(frozen=True, slots=True)
class Month:
    """Events of one month. `number` is None for those that are known to no month, which need no such heading."""

    number: int | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """Events that begin in one year. Year 0 is 1 BCE."""

    number: int
    months: tuple[Month, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the year, in order."""
        return tuple(event for month in self.months for event in month.events)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Years in order, each with the months that it has."""

    years: tuple[Year, ...]

    def __len__(self) -> int:
        return sum(len(year.events) for year in self.years)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(event for year in self.years for event in year.events)

    def last(self, most: int) -> "Chronology":
        """So many of the last events, under their years and months."""
        years: list[Year] = []
        for year in reversed(self.years):
            months: list[Month] = []
            for month in reversed(year.months):
                if most > 0:
                    months.insert(0, Month(month.number, month.events[-most:]))
                    most -= len(month.events)
            if months:
                years.insert(0, Year(year.number, tuple(months)))
            if most <= 0:
                break
        return Chronology(tuple(years))


def year_of(date: Date) -> int:
    """The year under which a date stands: that of its earliest day, or of its latest where the start is open."""
    return _place(date)[0]


def _place(date: Date) -> tuple[int, int]:
    day = date.earliest if date.earliest is not None else date.latest
    year, month, _ = calendar_day(day if day is not None else 1)
    return year, month


def month_of(date: Date) -> int | None:
    """The month under which a date stands; None where it is known to a season or less."""
    known = date.start or date.end
    precision = known.precision if known else date.precision
    return _place(date)[1] if COARSENESS[precision] >= COARSENESS["month"] else None


def by_period(events: Iterable[Event] | Sequence[Event]) -> Chronology:
    """Events, in chronological order, under their years and months."""
    years = []
    for number, of_year in groupby(events, key=lambda event: year_of(event.date)):
        months = tuple(
            Month(month, tuple(of_month))
            for month, of_month in groupby(of_year, key=lambda event: month_of(event.date))
        )
        years.append(Year(number, months))
    return Chronology(tuple(years))
