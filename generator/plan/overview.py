"""The overview as its template draws it: places across in hundredths of the width, places down in pixels."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.dates import short_day_words, short_month, short_month_words, year_words
from generator.layout.overview import Band, Bar, Group, Mark, Overview, draw_overview
from generator.layout.ticks import Tick
from generator.model.event import Event
from generator.plan.framing import Framing
from generator.plan.labels import MIDDLE, NARROW, WIDTH, AxisDate, fit_dates, place_labels, shortened, width_of
from generator.plan.lanes import REST, lanes_by
from generator.plan.picture import BarView, LabelView, MarkView, NameView, OverviewView, TickView
from generator.plan.telling import Telling

LABEL_ROW, LANE, GROUP_NAME, BAND, AXIS = 18, 14, 18, 19, 28  # heights in pixels
NAMED = 72  # letters of a title beside its mark
SHORT = 0.008  # of the width: what is shorter is drawn as wide as it needs to be seen
BARS = 56  # height of density in one group, in pixels
LOW_BARS = 22  # and in one of several
INSET = 6  # pixels between the edge of a period and its name


@dataclass(slots=True)
class _Drawing:
    """What has been placed so far."""

    marks: list[MarkView] = field(default_factory=list)
    bars: list[BarView] = field(default_factory=list)
    names: list[NameView] = field(default_factory=list)
    feet: dict[str, int] = field(default_factory=dict)  # the tops of the marks of main events


def tell_overview(
    framing: Framing,
    address_of: Callable[[Event], str],
    width: float = WIDTH,
    *,
    way: str = "",
    group_name: int = GROUP_NAME,
) -> OverviewView | None:
    """The overview of the site, in which each event leads to an address; None for a site without events.

    Its lanes are grouped in a `way`, or as the site has them; events that stand in none of the groups that are shown
    stand in one of their own. Labels and dates are those for which there is room in a frame of so many pixels.
    `group_name` is the height that the name of a group takes, in pixels.
    """
    telling, site = framing.telling, framing.site
    grouped = lanes_by(way or site.settings.overview, telling)
    names = {**grouped.names, REST: telling.say("Other events")}
    drawn = draw_overview(site.events, site.settings.periods, grouped.of, site.knowledge_day, REST)
    if drawn is None:
        return None
    keys = {mark.event.id: mark for group in drawn.groups for mark in group.marks if mark.event.is_key}
    titles = ((mark.start, name, telling.text(mark.event.title).text) for name, mark in keys.items())
    placed = place_labels(titles, width)
    rows = 1 + max((label.row for label in placed), default=-1)
    top = LABEL_ROW * rows + (6 if rows else 0)
    drawing = _Drawing()
    y = top
    for group in drawn.groups:
        if group.key:
            name = names[group.key]
            count = str(len(group.marks) or sum(bar.count for bar in group.bars))
            drawing.names.append(NameView(name, telling.language, "0", y + group_name - 6, count=count))
            y += group_name
        y = _draw_group(group, y, drawing, telling, address_of, is_alone=len(drawn.groups) == 1)
    foot = y + 4
    lanes = Counter(band.lane for band in drawn.bands)
    periods = tuple(_period(band, foot, telling, is_alone=lanes[band.lane] == 1) for band in drawn.bands)
    height = foot + AXIS + BAND * max((band.lane + 1 for band in drawn.bands), default=0)
    labels = tuple(
        LabelView(
            label.text,
            _percent(label.place),
            "end" if label.is_before else "start",
            LABEL_ROW * (rows - 1 - label.row) + 13,
            drawing.feet[label.key],
        )
        for label in placed
    )
    return OverviewView(
        words=_words(framing),
        height=height,
        rows=rows,
        top=top,
        foot=foot,
        marks=tuple(drawing.marks),
        bars=tuple(drawing.bars),
        labels=labels,
        names=tuple(drawing.names),
        periods=periods,
        ticks=_ticks(drawn.scale.ticks, drawn, telling, min(width, MIDDLE)),
        stretches=_stretches(drawn.scale.breaks),
        breaks=tuple((_percent(start), _percent(end)) for start, end in drawn.scale.breaks),
        knowledge=_percent(drawn.knowledge) if drawn.knowledge is not None else "",
        days=" ".join(f"{day:g}" if day % 1 else str(int(day)) for day in drawn.scale.days),
        places=" ".join(f"{place:.4f}".rstrip("0").rstrip(".") for place in drawn.scale.places),
    )


def _period(band: Band, foot: int, telling: Telling, *, is_alone: bool) -> NameView:
    """Its name stands whole even on a telephone where there is room for it, which is only in a row of its own."""
    name = telling.text(band.period.name)
    room = width_of(name.text) + INSET
    is_whole = is_alone and band.start * NARROW + room <= NARROW
    is_before = is_alone and not is_whole and room <= band.end * NARROW
    return NameView(
        name.text,
        name.language,
        _percent(band.start),
        foot + AXIS + band.lane * BAND,
        _percent(band.end - band.start),
        is_whole,
        _percent(band.end) if is_before else "",
    )


def _draw_group(
    group: Group,
    y: int,
    drawing: _Drawing,
    telling: Telling,
    address_of: Callable[[Event], str],
    *,
    is_alone: bool,
) -> int:
    """Place a group from a height downwards; where the next one begins."""
    for mark in group.marks:
        middle = y + LANE * mark.lane + LANE // 2
        drawing.marks.append(_mark(mark, middle, telling, address_of))
        if mark.event.is_key:
            drawing.feet.setdefault(mark.event.id, middle - 5)
    if group.bars:
        height = BARS if is_alone else LOW_BARS
        drawing.bars += [_bar(bar, y, height, telling, address_of) for bar in group.bars]
        return y + height
    return y + LANE * group.lanes


def _mark(mark: Mark, y: int, telling: Telling, address_of: Callable[[Event], str]) -> MarkView:
    event = mark.event
    status = telling.status(event.status, event.type)
    return MarkView(
        address=address_of(event),
        words=f"{telling.date(event.date).words}: {shortened(telling.text(event.title).text, NAMED)}",
        shape=mark.shape,
        sign=status.sign,
        is_split=bool(event.is_contradicted or event.disputed),
        x=_percent(mark.start),
        width=_percent(mark.end - mark.start),
        y=y,
        is_key=event.is_key,
        is_short=mark.end - mark.start < SHORT,
    )


def _bar(bar: Bar, y: int, height: int, telling: Telling, address_of: Callable[[Event], str]) -> BarView:
    tall = max(1.5, bar.height * height)
    words = f"{telling.date(bar.first.date).words}: {telling.event_count(bar.count)}"
    return BarView(
        address_of(bar.first),
        words,
        _percent(bar.start),
        _percent(bar.end - bar.start),
        _number(y + height - tall),
        _number(tall),
    )


def _ticks(rows: Sequence[Tick], drawn: Overview, telling: Telling, width: float) -> tuple[TickView, ...]:
    last_year: int | None = None
    dates = []
    for number, tick in enumerate(rows):
        with_year = tick.year != last_year
        last_year = tick.year
        is_part = (tick.unit == "month" and tick.month > 1 and not with_year) or bool(tick.hour)
        text = _tick_words(tick, telling, with_year=with_year)
        dates.append(AxisDate(number, text, drawn.scale.place(tick.day), is_part))
    wide = fit_dates(dates, width)
    narrow = {date.number for date in fit_dates(wide, NARROW)}
    shown = {date.number for date in wide}
    return tuple(
        TickView(date.text if date.number in shown else "", _percent(date.place), date.number in narrow)
        for date in dates
    )


def _tick_words(tick: Tick, telling: Telling, *, with_year: bool) -> str:
    """As short as it may be: the year alone for its first month, and a month alone where its year stands before it."""
    if tick.unit == "year" or (tick.unit == "month" and tick.month == 1):
        return year_words(tick.year, telling.language)
    if tick.unit == "hour" and tick.hour:
        return f"{tick.hour}:00"
    if tick.unit == "month" and with_year:
        return short_month_words(tick.year, tick.month, telling.language)
    if tick.unit == "month":
        return short_month(tick.month, telling.language)
    return short_day_words(tick.month, tick.of_month, telling.language)


def _words(framing: Framing) -> str:
    """What the picture shows, for those who do not see it."""
    telling, events = framing.telling, framing.site.events
    first, last = telling.date(events[0].date).words, telling.date(events[-1].date).words
    return telling.say("Overview: %(events)s, from %(first)s to %(last)s") % {
        "events": telling.event_count(len(events)),
        "first": first,
        "last": last,
    }


def _stretches(breaks: Sequence[tuple[float, float]]) -> tuple[tuple[str, str], ...]:
    edges = [0.0, *(edge for pair in breaks for edge in pair), 1.0]
    return tuple((_percent(start), _percent(end)) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _percent(place: float) -> str:
    return _number(place * 100)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
