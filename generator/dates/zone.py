"""Times in their zone: the offset that the clocks of a place had, from the IANA zones of the `tzdata` package.

The system's own zones are never read, so that a build gives the same bytes on every machine.
"""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.dates.date import Date, single
from generator.dates.error import DateError
from generator.dates.partial import PartialDate, Time

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def needs_zone(date: Date) -> bool:
    """Whether it is a time without an offset."""
    return date.start is not None and date.start.time is not None and date.start.time.offset is None


def in_zone(date: Date, zone: str) -> Date:
    """The date with the offset that the zone's clocks had then; one that needs no zone, as it is.

    Offsets of local mean time are rounded to the minute, which is all that EDTF can write. DateError for a zone that is
    not known, a time that the clocks skipped or showed twice, and years outside 1 to 9999.
    """
    part = date.start
    if part is None or part.time is None or part.time.offset is not None:
        return date
    offset = _offset_of(part, part.time, zone)
    return single(replace(part, time=replace(part.time, offset=offset, zone=zone)))


def _offset_of(part: PartialDate, time: Time, zone: str) -> int:
    """Minutes east of UTC."""
    from datetime import datetime  # imported late: few dates have a time

    rules = _zone(zone)
    written = part.edtf
    if not 1 <= part.year <= 9999:
        raise DateError(f"'{written}' is outside the years 1 to 9999 of time zones", "give its offset, as +02:00")
    moment = datetime(part.year, part.month or 1, part.day or 1, time.hour, time.minute, time.second, tzinfo=rules)
    before, after = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    if before is None or after is None:
        raise DateError(f"'{zone}' has no offset on '{written}'", "give its offset, as +02:00")
    minutes, others = (round(offset.total_seconds() / 60) for offset in (before, after))
    if before > after:  # the clocks went back, and showed this time once with each
        forms = " or ".join(replace(part, time=replace(time, offset=each)).edtf for each in (minutes, others))
        raise DateError(f"'{written}' occurred twice in {zone}", f"give its offset: {forms}")
    if before < after:
        raise DateError(
            f"'{written}' did not occur in {zone}, whose clocks went forward", "correct it, or give its offset"
        )
    return minutes


@cache
def _zone(name: str) -> "ZoneInfo":
    """The rules of a zone, read once."""
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    known = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    if name not in known:
        raise DateError(f"'{name}' is not a time zone", _nearest_zone(name, known))
    with (files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def _nearest_zone(name: str, known: list[str]) -> str:
    from difflib import get_close_matches  # imported late: only a mistake needs it

    by_end = {zone.rpartition("/")[2]: zone for zone in known} | {zone: zone for zone in known}
    found = get_close_matches(name.replace(" ", "_"), by_end, n=1)
    return f"did you mean '{by_end[found[0]]}'?" if found else "zones are named by continent and city: Europe/Brussels"
