"""From days to places on an axis. Where little happened for long, time is drawn shorter, and each such place is known.

On a straight scale the four busy months of a chronology that begins in 1949 are a hair's breadth. Where events crowd
in few places, the axis is cut into units (years, months, …): one with many events is wide, one with few is narrow, and
those with none are a break. Within a unit time runs evenly.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.layout.ticks import INTERVALS, Interval, Tick, Units, ticks, ticks_of

MOST_TICKS = 12
BINS = 40  # parts of a straight scale …
FILLED = 0.3  # … of which at least so many hold an event, or else it is cut
MOST_UNITS = 12  # with events, of a scale that is cut
BREAK = 0.35  # the width of a break, where a unit with one event is 2
CROWDING = 0.7  # a unit with ten times the events is five times as wide
MARGIN = 0.01  # of the frame, at either end


@dataclass(frozen=True, slots=True)
class Scale:
    """Pairs of a day and a place from 0 to 1, both growing; between two pairs time runs evenly."""

    days: tuple[float, ...]
    places: tuple[float, ...]
    breaks: tuple[tuple[float, float], ...] = ()  # from place to place
    ticks: tuple[Tick, ...] = ()

    def place(self, day: float) -> float:
        """Where a day stands, from 0 to 1; what is beyond the frame stands at its edge."""
        if day <= self.days[0]:
            return self.places[0]
        if day >= self.days[-1]:
            return self.places[-1]
        at = bisect_right(self.days, day) - 1
        part = (day - self.days[at]) / (self.days[at + 1] - self.days[at])
        return self.places[at] + part * (self.places[at + 1] - self.places[at])


def scale_of(starts: Sequence[float], last: float) -> Scale:
    """The scale for events that begin on these days, sorted, the last of which ends at `last`."""
    first = starts[0]
    if last <= first:
        first, last = first - 0.5, first + 0.5
    straight = _straight(first, last)
    filled = {min(BINS - 1, int(straight.place(day) * BINS)) for day in starts}
    if len(filled) >= min(len(set(starts)), BINS) * FILLED:
        return straight
    return _cut(starts, last) or straight


def _straight(first: float, last: float) -> Scale:
    margin = (last - first) * MARGIN
    first, last = first - margin, last + margin
    return Scale((first, last), (0.0, 1.0), ticks=ticks(first, last, MOST_TICKS))


def _cut(starts: Sequence[float], last: float) -> Scale | None:
    """The scale cut into the finest units of which few enough hold events; None where there are none such."""
    for interval in INTERVALS:
        if len({day // interval.days for day in starts}) > MOST_UNITS * 2:
            continue  # far too many, whatever the exact units are
        if (last - starts[0]) / interval.days > MOST_UNITS * 1000:
            continue
        units = Units.of(interval, starts[0], last)
        counts = Counter(units.index(day) for day in starts)
        if len(counts) <= MOST_UNITS:
            return _cut_into(units, counts, interval)
    return None


def _cut_into(units: Units, counts: Counter[int], interval: Interval) -> Scale:
    days, widths, breaks, starts = [units.starts[0]], [], [], []
    at = 0
    while at < len(units.starts) - 1:
        if counts[at]:
            starts.append(units.starts[at])
            widths.append(1 + counts[at] ** CROWDING)
            at += 1
        else:
            breaks.append(len(widths))
            widths.append(BREAK)
            while at < len(units.starts) - 1 and not counts[at]:
                at += 1
        days.append(units.starts[at])
    total = sum(widths)
    places = [0.0]
    for width in widths:
        places.append(places[-1] + width / total)
    places[-1] = 1.0
    shown = frozenset(starts)
    return Scale(
        tuple(days),
        tuple(places),
        tuple((places[index], places[index + 1]) for index in breaks),
        tuple(tick for tick in ticks_of(interval, days[0], days[-1]) if tick.day in shown),
    )
