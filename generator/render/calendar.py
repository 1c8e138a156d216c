"""upcoming.ics, timeline.ics: calendars as RFC 5545 has them."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar as Written
from icalendar import Event as WrittenEvent
from icalendar import vDDDTypes, vDuration, vInt, vText, vUri

from generator.model.event import Event
from generator.plan.calendars import Calendar, CalendarEntry

MOST_BYTES = 1_000_000  # what programs still fetch of an address that they are subscribed to
END = b"END:VCALENDAR\r\n"
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # of an entry that nothing dates: every one must have a stamp
REFRESH = timedelta(days=1)


class Entries:
    """The events as they are written, each once however many calendars it stands in."""

    def __init__(self, entry: Callable[[Event], CalendarEntry]) -> None:
        self._entry = entry
        self._written: dict[str, bytes] = {}

    def written(self, event: Event) -> bytes:
        """An event with days."""
        written = self._written.get(event.id)
        if written is None:
            written = self._written[event.id] = _write(self._entry(event))
        return written


def render_calendar(calendar: Calendar, entries: Entries, most: int | None = None) -> bytes:
    """The calendar as iCalendar; no longer than `most` bytes, where its last events are left out."""
    head = _head(calendar)
    rows = (entries.written(event) for event in calendar.events)
    return b"".join((head, *(rows if most is None else _first(rows, most - len(head) - len(END))), END))


def _first(rows: Iterable[bytes], most: int) -> Iterable[bytes]:
    for row in rows:
        most -= len(row)
        if most < 0:
            return
        yield row


def _head(calendar: Calendar) -> bytes:
    """All of a calendar before its events."""
    written = Written()
    written["version"] = vText("2.0")
    written["prodid"] = vText("-//Dateline//Dateline//EN")
    written["method"] = vText("PUBLISH")
    written["name"] = written["x-wr-calname"] = vText(calendar.name.text)
    if calendar.description:
        written["description"] = written["x-wr-caldesc"] = vText(calendar.description)
    refresh = vDuration(REFRESH)
    refresh.params["value"] = "DURATION"
    written["refresh-interval"] = refresh
    written["x-published-ttl"] = vDuration(REFRESH)
    whole: bytes = written.to_ical()
    return whole.removesuffix(END)


def _write(entry: CalendarEntry) -> bytes:
    # Set as values of their types: to have `add` guess these takes half as long again.
    written = WrittenEvent()
    written["uid"] = vText(entry.id)
    stamp = vDDDTypes(UNDATED if entry.changed is None else _midnight(entry.changed))
    written["dtstamp"] = stamp
    if entry.changed is not None:
        written["last-modified"] = stamp
    written["sequence"] = vInt(entry.sequence)
    written["dtstart"] = vDDDTypes(entry.days.begin)
    if entry.days.end is not None:
        written["dtend"] = vDDDTypes(entry.days.end)
    written["summary"] = vText(entry.title.text)
    written["summary"].params["language"] = entry.title.language
    if entry.summary:
        written["description"] = vText(entry.summary)
    if entry.place:
        written["location"] = vText(entry.place)
    written["categories"] = [vText(name) for name in entry.categories]
    written["status"] = vText(entry.status)
    written["transp"] = vText("TRANSPARENT")
    if entry.address:
        written["url"] = vUri(entry.address)
    whole: bytes = written.to_ical()
    return whole


def _midnight(day: int) -> datetime:
    """A day as a moment: its first, since no more is known."""
    return datetime.combine(date.fromordinal(day), datetime.min.time(), UTC)
