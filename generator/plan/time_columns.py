"""A date as numbers, from which scripts choose."""

from generator.dates import COARSENESS, Date, order_key

CLOSED, NO_END, NO_START = range(3)
DAY = 86_400  # seconds


def time_columns(date: Date) -> tuple[int, int, int, int]:
    """A date as a number of columns: its day in the order, its length in days, its form, its instant in seconds.

    The form is three times its coarseness, and which end is missing. The instant counts from the day's midnight, UTC.
    """
    day, _, _, instant = order_key(date)
    coarseness = COARSENESS[date.precision]
    if date.earliest is None:
        return day, 0, coarseness * 3 + NO_START, 0
    if date.latest is None:
        return day, 0, coarseness * 3 + NO_END, instant - day * DAY if instant else 0
    return day, date.latest - date.earliest, coarseness * 3, instant - day * DAY if instant else 0
