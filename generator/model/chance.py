"""How likely it is that so many dates fall on a day of the calendar by chance.

Where only the month is known and the first is written all the same, more dates stand on the first than chance puts
there. A one-sided binomial test says how sure that is: it is exact, and asks for no table and no approximation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, fsum, inf, lgamma, log, log1p

from generator.dates import Date, calendar_day
from generator.model.event import Event

YEAR = 365.2425  # days, of the Gregorian calendar
A_DAY_OF_MONTH = 12 / YEAR  # one day in 30.44
A_DAY_OF_YEAR = 1 / YEAR
SURE = 0.01  # below it, chance is no good explanation
ENOUGH = 20  # dates; of fewer, one or two more would say otherwise


@dataclass(frozen=True, slots=True)
class Crowding:
    """How many of the dates that are known to the day fall on one day of the calendar."""

    events: tuple[Event, ...]  # whose dates do
    of: int  # dates known to the day
    expected: float  # the share that chance would put there

    @property
    def chance(self) -> float:
        """The probability of at least as many by chance."""
        return at_least(len(self.events), self.of, self.expected)

    @property
    def is_more_than_chance(self) -> bool:
        """Whether there are enough dates to say so, and too many on that day."""
        return self.of >= ENOUGH and self.chance < SURE


def at_least(number: int, of: int, share: float) -> float:
    """The probability of `number` or more hits in `of` tries, each of which hits with the probability `share`."""
    if number <= 0:
        return 1.0
    if number > of:
        return 0.0
    return min(1.0, fsum(exp(_log_of_exactly(hits, of, share)) for hits in range(number, of + 1)))


def _log_of_exactly(hits: int, of: int, share: float) -> float:
    ways = lgamma(of + 1) - lgamma(hits + 1) - lgamma(of - hits + 1)
    misses = of - hits
    missed = misses * log1p(-share) if share < 1 else -inf if misses else 0.0
    return ways + hits * log(share) + missed


def crowding(events: Iterable[Event], *, day: int, month: int | None = None) -> Crowding:
    """How many dates fall on a day of the month, or of one month of the year, as their authors wrote them."""
    days = [(event, written) for event in events if (written := day_as_written(event.date))]
    there = tuple(event for event, (of_month, of_day) in days if of_day == day and month in (None, of_month))
    return Crowding(there, len(days), A_DAY_OF_MONTH if month is None else A_DAY_OF_YEAR)


def day_as_written(date: Date) -> tuple[int, int] | None:
    """The month and the day of one date known to the day, in the calendar in which it was written; None of others."""
    if date.kind != "single" or date.precision not in ("day", "time") or date.earliest is None:
        return None
    if date.julian:
        old = date.julian[0]
        return (old.month, old.day) if old.month and old.day else None
    _, month, day = calendar_day(date.earliest)
    return month, day
