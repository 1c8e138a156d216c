"""Days as numbers: day 1 is 1 January of the year 1 in the proleptic Gregorian calendar, as in `date.toordinal`.

`datetime.date` stops at the years 1 and 9999, and a chronology does not: years here are integers of any size, and the
year 0 is 1 BCE (ISO 8601-1:2019, 4.2.1).
"""

from functools import lru_cache
from typing import Literal

Calendar = Literal["gregorian", "julian"]

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)  # days of a common year before month n
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CYCLE = 146_097  # days in 400 Gregorian years
_CENTURY = 36_524  # days in a century without its leap day
_FOUR_YEARS = 1_461


def is_leap(year: int, calendar: Calendar = "gregorian") -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int, calendar: Calendar = "gregorian") -> int:
    """28 to 31."""
    return 29 if month == 2 and is_leap(year, calendar) else _LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a Gregorian day. It is arithmetic only: whether there is such a day is not looked at."""
    before = year - 1
    number = 365 * before + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month] + day
    return number + 1 if month > 2 and is_leap(year) else number


def julian_day_number(year: int, month: int, day: int) -> int:
    """The number of the day that the Julian calendar calls so, its year beginning on 1 January."""
    before = year - 1
    number = 365 * before + before // 4 + _BEFORE_MONTH[month] + day
    if month > 2 and is_leap(year, "julian"):
        number += 1
    return number - 2  # Julian 1 January of the year 1 is Gregorian 30 December of the year 0


@lru_cache(maxsize=1 << 16)  # a chronology asks for the same days again and again
def calendar_day(number: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a day number."""
    cycles, rest = divmod(number - 1, _CYCLE)
    centuries = min(rest // _CENTURY, 3)  # the fourth century of a cycle is a day longer
    fours, rest = divmod(rest - centuries * _CENTURY, _FOUR_YEARS)
    years = min(rest // 365, 3)  # and so is the fourth year of four
    rest -= years * 365
    year = 400 * cycles + 100 * centuries + 4 * fours + years + 1
    month = 1
    while rest >= (length := days_in_month(year, month)):
        rest -= length
        month += 1
    return year, month, rest + 1


def iso_year(year: int) -> str:
    """Four digits, or a sign and as many as it takes: `0476`, `-0430`, `+12000`."""
    if year > 9999:
        return f"+{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def iso_day(number: int) -> str:
    """The day as ISO 8601 writes it: `2023-04-04`, `-0430-01-01`, `+12000-01-01`."""
    year, month, day = calendar_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"
