"""Dates as calendars can keep them: whole days or moments, both exactly known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from generator.dates import Date, PartialDate
from generator.model.site import Site

FIRST_DAY = date(1601, 1, 1).toordinal()  # where the time of programs begins that count from there
LAST_DAY = date.max.toordinal() - 1  # the day after is still a date


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when. Both are days, or both are moments in UTC."""

    begin: date  # or its subclass, datetime
    end: date | None  # the first that is not in it; None of a moment


def calendar_days(when: Date) -> Days | None:
    """The days or moments of a date; None where it is not known to the day, or not from 1601 to 9999."""
    first, last = when.start, when.end
    if when.kind == "set" or first is None or last is None or not (_is_exact(first) and _is_exact(last)):
        return None
    begins, ends = first.days()[0], last.days()[1]
    if begins < FIRST_DAY or ends > LAST_DAY:
        return None
    start, stop = _moment(first), _moment(last)
    if start is None or stop is None:  # in days, where one of the ends is known no better
        return Days(date.fromordinal(begins), date.fromordinal(ends + 1))
    if start.toordinal() < FIRST_DAY:
        return None
    return Days(start, stop if stop != start else None)


def wants_calendars(site: Site) -> bool:
    """Whether calendars are asked for."""
    return "calendar" in site.settings.outputs


def _is_exact(part: PartialDate) -> bool:
    return part.day is not None and not part.qualifier


def _moment(part: PartialDate) -> datetime | None:
    """The moment in UTC; None where no time is known."""
    time = part.time
    if time is None or time.offset is None or part.month is None or part.day is None:
        return None
    zone = timezone(timedelta(minutes=time.offset))
    return datetime(part.year, part.month, part.day, time.hour, time.minute, time.second, tzinfo=zone).astimezone(UTC)
