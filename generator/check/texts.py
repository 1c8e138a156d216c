"""Text for people and dates, from what a record holds to what the model holds."""

from collections.abc import Mapping
from typing import overload

from generator.check.report import Report
from generator.dates import Date, DateError, in_zone, needs_zone, parse_date
from generator.dates.calendar import Calendar
from generator.model.text import Text
from generator.parse.document import Document, Keys


@overload
def text_of(words: Mapping[str, str], language: str) -> Text: ...
@overload
def text_of(words: Mapping[str, str] | None, language: str) -> Text | None: ...
def text_of(words: Mapping[str, str] | None, language: str) -> Text | None:
    """A text for people; a plain string is in the site's first language."""
    if not words:
        return None
    return Text(tuple((tag or language, version.strip()) for tag, version in words.items()))


def read_date(
    written: str | None,
    document: Document,
    keys: Keys,
    report: Report,
    *,
    calendar: Calendar = "gregorian",
    zone: str = "UTC",
) -> Date | None:
    """The date as written, or None with the mistake reported. A time without an offset is in the zone."""
    if written is None:
        return None
    try:
        date = parse_date(written, calendar=calendar)
        return in_zone(date, zone) if needs_zone(date) else date
    except DateError as error:
        report.error(document, keys, str(error), error.hint, code="date")
        return None
