"""The newest source or change of an entry, which dates the edition of each page that shows it."""

from collections.abc import Iterable

from generator.dates import COARSENESS, Date
from generator.model.event import Event
from generator.model.source import Source


def since(source: Source) -> Date | None:
    """The date since which a source could be known, as well as it is known."""
    return source.released or source.date


def newest_change(event: Event) -> Date | None:
    """The newest date on which one of the event's sources became known or the entry was changed."""
    dates = [since(citation.source) for citation in event.citations]
    dates += [correction.date for correction in event.corrections]
    return newest([*dates, event.updated])


def newest(dates: Iterable[Date | None]) -> Date | None:
    """The date whose last day is the newest, and of several the one that is known best."""
    ended = [(date.latest, COARSENESS[date.precision], date) for date in dates if date and date.latest is not None]
    return max(ended, key=lambda row: row[:2])[2] if ended else None
