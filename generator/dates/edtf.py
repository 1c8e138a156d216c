"""EDTF (ISO 8601-2:2019) as authors write it: levels 0 and 1, and the level 2 sets that are one range.

Beyond it, seconds may be left out, days of far years are read as ISO 8601 writes them (`+12000-01-01`), and blanks
around the stroke of a span do no harm.
"""

import re

from generator.dates.calendar import Calendar, days_in_month
from generator.dates.date import Date, Kind, between, single
from generator.dates.english import MONTHS
from generator.dates.error import DateError
from generator.dates.oldstyle import gregorian
from generator.dates.partial import PartialDate, Time

OPEN, UNKNOWN = "..", ""
_MISSING = (OPEN, UNKNOWN)

# A year has at most 13 digits, so that a day number stays exact in JavaScript and in JSON.
_PART = re.compile(
    r"(-?\d{4}|[+-]\d{5,13}|Y-?\d{5,13}|-?\d{3}X|-?\d{2}XX)"
    r"(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?)?)?)?"
    r"([~?%])?",
    re.ASCII,
)
_SET = re.compile(r"\[ *(.*?) *\.\. *(.*?) *\]")
_WEST, _EAST = -15 * 60 - 59, 15 * 60 + 59  # minutes: Manila's local time before 1845 was 15:56 behind Greenwich


def read_edtf(text: str, calendar: Calendar) -> Date | None:
    """The date, or None where the text has not the form of one. DateError where it has, and there is no such day."""
    if part := read_part(text, calendar):
        return dated("single", part, part, text, calendar)
    if "/" in text:
        return _read_span(text, calendar)
    if text.startswith("["):
        return _read_set(text, calendar)
    return None


def _read_span(text: str, calendar: Calendar) -> Date | None:
    first, _, last = text.partition("/")
    first, last = first.strip(), last.strip()
    start = read_part(first, calendar) if first not in _MISSING else None
    end = read_part(last, calendar) if last not in _MISSING else None
    if (start is None and first not in _MISSING) or (end is None and last not in _MISSING):
        return None
    if start is None and end is None:
        raise DateError(f"'{text}' has neither a start nor an end", "give at least one, as in 2023-04-04/..")
    return dated("span", start, end, text, calendar, open_start=first == OPEN, open_end=last == OPEN)


def _read_set(text: str, calendar: Calendar) -> Date | None:
    found = _SET.fullmatch(text)
    if not found:
        return None
    first, last = found.groups()
    start = read_part(first, calendar) if first else None
    end = read_part(last, calendar) if last else None
    if (start is None and first) or (end is None and last):
        return None
    if start is None and end is None:
        raise DateError(f"'{text}' has neither a start nor an end", "give at least one, as in [..2023-04-01]")
    return dated("set", start, end, text, calendar)


def dated(
    kind: Kind,
    start: PartialDate | None,
    end: PartialDate | None,
    text: str,
    calendar: Calendar,
    *,
    open_start: bool = False,
    open_end: bool = False,
) -> Date:
    """The date with these ends, which are in the given calendar. `text` is what the author wrote, for an error."""
    julian: tuple[PartialDate, ...] = ()
    if calendar == "julian":
        given = (start,) if kind == "single" else (start, end)
        julian = tuple(part for part in given if part)
        start, end = start and gregorian(start, text), end and gregorian(end, text)
    if kind == "single" and start:
        return single(start, julian)
    for part in (start, end):
        if part and (part.unspecified or part.time):
            raise _unfit(text, kind, part)
    return between(kind, start, end, open_start, open_end, julian, text)


def _unfit(text: str, kind: Kind, part: PartialDate) -> DateError:
    """A time or an unspecified digit where EDTF, at the levels read here, has none."""
    name = "span" if kind == "span" else "range"
    if part.time:
        return DateError(f"an end of the {name} '{text}' has a time", f"a {name} is of days: {part.edtf[:10]}")
    plain = (
        part.edtf.replace("-XX", "")
        if "-" in part.unspecified
        else f"a year, from {part.year:04d} to {part.last_year:04d}"
    )
    return DateError(f"an end of the {name} '{text}' has unspecified digits (EDTF level 2)", f"write {plain}")


def read_part(text: str, calendar: Calendar) -> PartialDate | None:
    """One end: the text itself, with no `/` or `..` in it."""
    found = _PART.fullmatch(text)
    if not found:
        return None
    years, months, days, hours, minutes, seconds, offset, mark = found.groups()
    approximate, uncertain = (mark in ("~", "%"), mark in ("?", "%")) if mark else (False, False)
    if "X" in text:
        return _unspecified(years, months, days, hours, text, approximate, uncertain)
    year = int(years) if years[0] != "Y" else int(years[1:])
    if len(years) > 4:
        _check_year(years, year, months, text)
    if months is None:
        return PartialDate(year, approximate=approximate, uncertain=uncertain)
    month = int(months)
    if days is None:
        if 21 <= month <= 24:
            return PartialDate(year, season=month, approximate=approximate, uncertain=uncertain)
        check_day(text, year, month, 1, calendar)
        return PartialDate(year, month, approximate=approximate, uncertain=uncertain)
    day = int(days)
    check_day(text, year, month, day, calendar)
    if hours is None:
        if not mark:
            return PartialDate(year, month, day)
        return PartialDate(year, month, day, approximate=approximate, uncertain=uncertain)
    if mark:
        raise DateError(f"'{text}' qualifies a time", f"leave the '{mark}' out, or the time: {text[:10]}{mark}")
    return PartialDate(year, month, day, time=read_time(text, hours, minutes, seconds, offset))


def _unspecified(
    years: str, months: str | None, days: str | None, hours: str | None, text: str, approximate: bool, uncertain: bool
) -> PartialDate | None:
    """A part with X's. None where they are not the last digits, which is EDTF level 2."""
    if "X" in years:
        if months:
            return None
        ex = "X" * years.count("X")
        width = 10 ** len(ex)
        year = int(years.rstrip("X")) * width
        if years[0] == "-":  # counted away from the year 0, so the earliest has nines where the X's stand
            year -= width - 1
        return PartialDate(year, unspecified=ex, approximate=approximate, uncertain=uncertain)
    if hours or (months == "XX" and days not in (None, "XX")):
        return None
    year = int(years.removeprefix("Y"))
    if len(years) > 4:
        _check_year(years, year, months, text)
    if months == "XX":
        mask = "-XX-XX" if days else "-XX"
        return PartialDate(year, unspecified=mask, approximate=approximate, uncertain=uncertain)
    month = int(months or 0)
    check_day(text, year, month, 1, "gregorian")
    return PartialDate(year, month, unspecified="-XX", approximate=approximate, uncertain=uncertain)


def _check_year(years: str, year: int, months: str | None, text: str) -> None:
    if years[0] == "-" and len(years) == 5 and year:
        return
    if not year:
        raise DateError(f"'{text}' has a year 0 with a sign", "write 0000, which is 1 BCE")
    if abs(year) <= 9999:
        plain = f"{'-' if year < 0 else ''}{abs(year):04d}"
        raise DateError(
            f"'{text}' has a year of four digits written as a longer one", f"write {plain}{text[len(years) :]}"
        )
    if years[0] == "Y" and months:
        signed = years[1:] if year < 0 else "+" + years[1:]
        raise DateError(f"'{text}' has a month after 'Y'", f"write {signed}{text[len(years) :]}")


def check_day(text: str, year: int, month: int, day: int, calendar: Calendar) -> None:
    """DateError where the year has no such month, or the month no such day."""
    if 1 <= month <= 12 and 1 <= day <= 28:  # every month has these, and most dates are of them
        return
    if not 1 <= month <= 12:
        raise DateError(f"'{text}' has no month {month:02d}", _no_month(year, month))
    length = days_in_month(year, month, calendar)
    if 1 <= day <= length:
        return
    in_year = f" {year:04d}" if month == 2 else ""
    old_style = " in the Julian calendar" if month == 2 and calendar == "julian" else ""
    raise DateError(f"'{text}' has no day {day}", f"{MONTHS[month]}{in_year} has {length} days{old_style}")


def _no_month(year: int, month: int) -> str:
    months = "months are 01 to 12, seasons 21 to 24"
    if 25 <= month <= 41:
        months += "; 25 to 41 are EDTF level 2"
    ends_in = year - year % 100 + month
    return f"{months}; the years {year} to {ends_in} are {year}/{ends_in}" if year < ends_in and year > 999 else months


def read_time(text: str, hours: str, minutes: str, seconds: str | None, offset: str | None) -> Time:
    """The time of day. DateError where a clock does not show it."""
    hour, minute, second = int(hours), int(minutes), int(seconds or 0)
    if hour == 24 and not minute and not second:
        raise DateError(f"'{text}' has an hour 24", "write 00:00 of the next day, or 23:59")
    if second == 60 and minute == 59:
        raise DateError(f"'{text}' has a leap second", "write 59")
    for value, limit, unit in ((hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second")):
        if value > limit:
            raise DateError(f"'{text}' has no {unit} {value}", f"{unit}s are 00 to {limit}")
    return Time(hour, minute, second, _read_offset(text, offset))


def _read_offset(text: str, offset: str | None) -> int | None:
    if offset is None or offset == "Z":
        return 0 if offset else None
    hour, minute = int(offset[1:3]), int(offset[4:] or 0)
    east = hour * 60 + minute if offset[0] == "+" else -hour * 60 - minute
    if minute > 59 or not _WEST <= east <= _EAST:
        raise DateError(f"'{text}' has no such offset from UTC as {offset}", "offsets are -15:59 to +15:59, as +02:00")
    if offset[0] == "-" and not east:
        raise DateError(f"'{text}' has an offset of minus nothing", "write Z, or no offset where it is not known")
    return east
