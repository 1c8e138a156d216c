"""The overview: every event of a site in one picture, in numbers from 0 to 1, with no HTML."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dates import Date, Shape, marker
from generator.layout.scale import Scale, scale_of
from generator.model.event import Event
from generator.model.settings import Period

MINUTES = 24 * 60
NARROWEST = 0.014  # of a mark, with the space beside it: 15 of 1,088 pixels
MOST_LANES = 14  # in all, before density is drawn instead of marks
MOST_MARKS = 180
BINS = 120  # bars of density over the whole width …
BARS = 320  # … and in all
MOST_GROUPS = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: where it begins and ends, and the lane it stands in."""

    event: Event
    start: float  # from 0 to 1
    end: float
    lane: int  # from 0, within its group
    shape: Shape


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events begin in a part of the frame, and the first of them."""

    start: float
    end: float
    height: float  # from 0 to 1, by the fullest of the picture
    count: int
    first: Event


@dataclass(frozen=True, slots=True)
class Group:
    """Events that stand together: all of them, or those of one type, actor or place. Either marks or bars."""

    key: str  # '' for all events
    lanes: int  # 1 for bars
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A period of the site."""

    period: Period
    start: float
    end: float
    lane: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole picture."""

    scale: Scale
    groups: tuple[Group, ...]
    bands: tuple[Band, ...] = ()
    knowledge: float | None = None  # where the knowledge day stands

    @property
    def lanes(self) -> int:
        """How many lanes there are in all."""
        return sum(group.lanes for group in self.groups)


def draw_overview(
    events: Sequence[Event],
    periods: Iterable[Period] = (),
    grouping: Mapping[str, tuple[str, ...]] | None = None,
    knowledge_day: int | None = None,
    rest: str = "",
) -> Overview | None:
    """The overview of events, in chronological order; None where there are none.

    `grouping` has the keys of the groups that each event stands in, by its id, all together without it. Groups come by
    how many events they have, and `rest` is the key of a last one for those that stand in none of the groups that are
    shown; without it they are left out. What has more events than there is room for is drawn as density.
    """
    if not events:
        return None
    starts = sorted(_start(event.date) for event in events)
    scale = scale_of(starts, max(_end(event.date) for event in events))
    groups = _groups(events, grouping, rest)
    is_dense = sum(map(len, groups.values())) > MOST_MARKS
    drawn = () if is_dense else tuple(_with_marks(key, rows, scale) for key, rows in groups.items())
    if is_dense or sum(group.lanes for group in drawn) > MOST_LANES * max(1, len(groups) // 2):
        drawn = _with_bars(groups, scale)
    inside = knowledge_day is not None and scale.days[0] <= knowledge_day + 1 <= scale.days[-1]
    return Overview(
        scale,
        drawn,
        _bands(periods, scale),
        scale.place(knowledge_day + 1) if inside and knowledge_day is not None else None,
    )


def _start(date: Date) -> float:
    """The moment at which a date begins; where that is open, its last day's."""
    if date.earliest is None:
        return float(date.latest or 0)
    time = date.start.time if date.start else None
    return date.earliest + ((time.hour * 60 + time.minute) / MINUTES if time else 0)


def _end(date: Date) -> float:
    """The moment at which it ends: that of its last day, or where it began if that is open or known to the minute."""
    if date.latest is None or date.precision == "time":
        return _start(date)
    return float(date.latest + 1)


def _groups(
    events: Sequence[Event], grouping: Mapping[str, tuple[str, ...]] | None, rest: str
) -> dict[str, list[Event]]:
    if grouping is None:
        return {"": list(events)}
    counts = Counter(key for event in events for key in grouping.get(event.id, ()))
    shown = [key for key, _ in sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:MOST_GROUPS]]
    groups: dict[str, list[Event]] = {key: [] for key in shown}
    for event in events:
        for key in grouping.get(event.id, ()):
            if key in groups:
                groups[key].append(event)
    others = [event for event in events if not groups.keys() & grouping.get(event.id, ())] if rest else []
    return {**groups, rest: others} if others else groups


def _with_marks(key: str, events: Sequence[Event], scale: Scale) -> Group:
    ends: list[float] = []  # where each lane is free again
    marks = []
    for event in sorted(events, key=lambda event: (_start(event.date), event.id)):
        shape = marker(event.date).shape
        start = scale.place(_start(event.date))
        end = 1.0 if shape == "arrow" else scale.place(_end(event.date))
        taken = max(end, start + NARROWEST) if shape != "dot" else start + NARROWEST
        lane = next((number for number, free in enumerate(ends) if free <= start), len(ends))
        ends[lane : lane + 1] = [taken]
        marks.append(Mark(event, start, end, lane, shape))
    return Group(key, max(1, len(ends)), tuple(marks))


def _with_bars(groups: Mapping[str, Sequence[Event]], scale: Scale) -> tuple[Group, ...]:
    bins = max(24, min(BINS, BARS // len(groups)))
    counted: dict[str, dict[int, list[Event]]] = {}
    for key, events in groups.items():
        rows: dict[int, list[Event]] = {}
        for event in events:
            rows.setdefault(min(bins - 1, int(scale.place(_start(event.date)) * bins)), []).append(event)
        counted[key] = rows
    fullest = max(len(row) for rows in counted.values() for row in rows.values())
    return tuple(
        Group(
            key,
            1,
            bars=tuple(
                Bar(number / bins, (number + 1) / bins, len(row) / fullest, len(row), row[0])
                for number, row in sorted(rows.items())
            ),
        )
        for key, rows in counted.items()
    )


def _bands(periods: Iterable[Period], scale: Scale) -> tuple[Band, ...]:
    """The periods that fall into the frame, each in the first lane that is free."""
    ends: list[float] = []
    bands = []
    for period in periods:
        begins = scale.days[0] if period.date.earliest is None else float(period.date.earliest)
        stops = scale.days[-1] if period.date.latest is None else float(period.date.latest + 1)
        start, end = scale.place(begins), scale.place(stops)
        if end > start:
            lane = next((number for number, free in enumerate(ends) if free <= start), len(ends))
            ends[lane : lane + 1] = [end]
            bands.append(Band(period, start, end, lane))
    return tuple(bands)
