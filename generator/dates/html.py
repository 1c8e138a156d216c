"""Dates as the `datetime` attribute of HTML's `<time>` (HTML Living Standard, 4.5.14)."""

from generator.dates.calendar import iso_year
from generator.dates.date import Date
from generator.dates.partial import PartialDate


def html_datetime(date: Date) -> tuple[str, ...]:
    """One value for a single date, two for a span, none where HTML has no form for the date.

    It has none for years before 1, seasons, decades, centuries, one-range sets, open or unknown ends, nor a way to say
    circa or uncertain. Years beyond 9999 it writes without a sign.
    """
    if date.kind == "set" or (date.kind == "span" and len(date.ends) < 2):
        return ()
    values = tuple(_value(end) for end in date.ends)
    return values if all(values) else ()


def iso_ends(date: Date) -> tuple[str, str]:
    """The first and the last time of a date as ISO 8601 has them, no finer than they are known; '' for what it cannot.

    It cannot say an open or unknown end, circa or uncertain, a season, a decade, a century, a time somewhere within a
    range, nor, as data are read, a year before 1 or beyond 9999. The last of a single date is ''.
    """
    if date.kind == "set":
        return "", ""
    first, last = (_value(end) if end and end.year <= 9999 else "" for end in (date.start, date.end))
    return first, last if date.kind == "span" else ""


def _value(part: PartialDate) -> str:
    if part.year < 1 or part.season or part.qualifier or part.precision in ("decade", "century"):
        return ""
    if part.year > 9999 and part.month is None:
        return f"{part.year}"
    return part.edtf.removesuffix(part.unspecified).removeprefix("+") if part.month else iso_year(part.year)
