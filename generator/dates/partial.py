"""A date as far as it is known: one end of what an author wrote."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.calendar import day_number, days_in_month, iso_year

Precision = Literal["century", "decade", "year", "season", "month", "day", "time"]
PRECISIONS: tuple[Precision, ...] = ("century", "decade", "year", "season", "month", "day", "time")
COARSENESS = {name: place for place, name in enumerate(PRECISIONS)}  # 0 is the coarsest
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

_FIRST_MONTH = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
_YEARS = {"X": ("decade", 10), "XX": ("century", 100)}
_QUALIFIERS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day on the clocks of the place, never converted."""

    hour: int
    minute: int
    second: int = 0
    offset: int | None = None  # minutes east of UTC; None until a zone is known
    zone: str | None = None  # the IANA zone that gave the offset, where one did

    @property
    def edtf(self) -> str:
        """With the seconds that EDTF asks for: `10:00:00+02:00`."""
        return f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}{_offset(self.offset)}"


def _offset(minutes: int | None) -> str:
    if not minutes:
        return "" if minutes is None else "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the century, decade, year, season, month, day or time (EDTF level 1). Year 0 is 1 BCE."""

    year: int  # of a decade or century its earliest, so -199 for '-019X'
    month: int | None = None  # 1 to 12
    day: int | None = None  # 1 to 31
    season: int | None = None  # 21 spring, 22 summer, 23 autumn, 24 winter, which ends in the next year
    unspecified: str = ""  # the X's as written: 'X' decade, 'XX' century, '-XX' month or day, '-XX-XX' month and day
    time: Time | None = None
    approximate: bool = False  # '~': circa
    uncertain: bool = False  # '?'

    @property
    def precision(self) -> Precision:
        """What the date is known to; an unspecified month or day is not known."""
        if self.day is not None:
            return "time" if self.time else "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return "season"
        return "decade" if self.unspecified == "X" else "century" if self.unspecified == "XX" else "year"

    @property
    def last_year(self) -> int:
        """The latest year it can mean: its own, but for a decade or a century."""
        if self.unspecified not in _YEARS:
            return self.year
        last = self.year + _YEARS[self.unspecified][1] - 1
        return -1 if self.year < 0 <= last else last  # '-000X' stops before the year 0, which has no sign

    @property
    def qualifier(self) -> str:
        """`~`, `?`, `%` for both, or nothing."""
        return _QUALIFIERS[self.approximate, self.uncertain]

    @property
    def edtf(self) -> str:
        """The one normal form."""
        return self._body() + self.qualifier if self.approximate or self.uncertain else self._body()

    def _body(self) -> str:
        if self.day is not None:
            day = f"{iso_year(self.year)}-{self.month:02d}-{self.day:02d}"
            return f"{day}T{self.time.edtf}" if self.time else day
        if self.month is not None or self.season is not None:
            return f"{iso_year(self.year)}-{self.month or self.season:02d}{self.unspecified}"
        if self.unspecified in _YEARS:
            kept = 4 - len(self.unspecified)
            # Before the year 0 the digits count away from the earliest year, so they are those of the latest.
            digits = f"-{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
            return digits[: kept + (self.year < 0)] + self.unspecified
        if abs(self.year) > 9999 and not self.unspecified:
            return f"Y{self.year}"
        return iso_year(self.year) + self.unspecified

    def days(self) -> tuple[int, int]:
        """The numbers of the first and the last day it can mean. A qualifier never widens them."""
        year, month = self.year, self.month
        if month is not None:
            if self.day is not None:
                number = day_number(year, month, self.day)
                return number, number
            first = day_number(year, month, 1)
            return first, first + days_in_month(year, month) - 1
        if self.season is not None:
            month = _FIRST_MONTH[self.season]
            ends_in, last = (year + 1, 2) if self.season == WINTER else (year, month + 2)
            return day_number(year, month, 1), day_number(ends_in, last, days_in_month(ends_in, last))
        return day_number(year, 1, 1), day_number(self.last_year, 12, 31)
