"""From what an author wrote to what it means."""

from generator.dates.calendar import Calendar
from generator.dates.date import Date
from generator.dates.edtf import read_edtf, read_part
from generator.dates.error import DateError


def parse_date(text: str, *, calendar: Calendar = "gregorian") -> Date:
    """The date that the text means: EDTF, or English words that can be read in one way only.

    With `calendar="julian"` its full days are Old Style, and the date is the Gregorian one. DateError where it is none.
    """
    text = text.strip()
    if date := read_edtf(text, calendar):
        return date
    from generator.dates.written import plain, read_written  # imported late: most dates are EDTF, and most right

    folded = plain(text)
    if date := read_written(text, folded.lower(), calendar):
        return date
    from generator.dates.mistakes import mistake

    raise mistake(text, folded)


def parse_day(text: str) -> int:
    """The number of one full day, `2023-04-04`, and of nothing coarser. DateError otherwise."""
    part = read_part(text.strip(), "gregorian")
    if part is None or part.precision != "day" or part.qualifier:
        raise DateError(f"'{text}' is not a day", "write a full day, as 2023-04-04")
    return part.days()[0]
