"""The order of dates, and the span that several cover."""

from collections.abc import Iterable
from dataclasses import replace

from generator.dates.date import Date, between
from generator.dates.error import DateError
from generator.dates.partial import COARSENESS, PartialDate, Precision

_MINUTES = 24 * 60


def order_key(date: Date) -> tuple[int, int, int, int]:
    """What to sort by: earliest day, coarser first, then the instant in UTC.

    Where the start is open or unknown its latest day stands for it, before that day's other dates. A time without an
    offset counts as one in UTC.
    """
    coarseness = COARSENESS[date.precision]
    if date.earliest is None:
        return (date.latest or 0, 0, coarseness, 0)
    time = date.start.time if date.start else None
    if not time:
        return (date.earliest, 1, coarseness, 0)
    minutes = date.earliest * _MINUTES + time.hour * 60 + time.minute - (time.offset or 0)
    return (date.earliest, 1, coarseness, minutes * 60 + time.second)


def span_of(dates: Iterable[Date]) -> Date:
    """The span that the dates cover, throughout, from the earliest start to the latest end.

    It is open where any of them is open, and else unknown where any of them is unknown or one-sided. Of two ends on
    the same day the coarser stands. DateError where there are no dates, or neither end is left.
    """
    parts = tuple(dates)
    if not parts:
        raise DateError("no dates to make a span of", "give a date")
    is_open_start, is_open_end = any(date.is_open_start for date in parts), any(date.is_open_end for date in parts)
    starts = [(date.earliest, COARSENESS[_precision(date.start)], date.start) for date in parts]
    ends = [(date.latest, -COARSENESS[_precision(date.end)], date.end) for date in parts]
    known_starts = [(day, coarseness, part) for day, coarseness, part in starts if day is not None]
    known_ends = [(day, coarseness, part) for day, coarseness, part in ends if day is not None]
    first = min(known_starts, key=lambda row: row[:2])[2] if len(known_starts) == len(parts) else None
    last = max(known_ends, key=lambda row: row[:2])[2] if len(known_ends) == len(parts) else None
    if first is None and last is None:
        raise DateError("the parts have neither a first day nor a last", "give the event a date of its own")
    return between("span", first and _plain(first), last and _plain(last, at_end=True), is_open_start, is_open_end)


def _precision(part: PartialDate | None) -> Precision:
    return part.precision if part else "time"


def _plain(part: PartialDate, *, at_end: bool = False) -> PartialDate:
    """The end without a time or unspecified digits, which a span has none of: the same first or last day."""
    if part.time:
        return replace(part, time=None)
    return replace(part, year=part.last_year if at_end else part.year, unspecified="") if part.unspecified else part
