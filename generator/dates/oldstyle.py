"""Old Style: days of the Julian calendar, its year beginning on 1 January."""

from dataclasses import replace

from generator.dates.calendar import calendar_day, julian_day_number
from generator.dates.error import DateError
from generator.dates.partial import PartialDate


def gregorian(part: PartialDate, text: str) -> PartialDate:
    """The same day in the Gregorian calendar. DateError where it is not a full day."""
    if part.month is None or part.day is None or part.time:
        raise DateError(
            f"'{text}' is not a full day, and Old Style dates are", "give full days, or leave 'calendar' out"
        )
    year, month, day = calendar_day(julian_day_number(part.year, part.month, part.day))
    return replace(part, year=year, month=month, day=day)
