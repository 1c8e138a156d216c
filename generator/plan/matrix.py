"""The matrix: who met whom, as a grid of those with the most meetings, and as a list of pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.languages import sort_key
from generator.model.meetings import Encounters, Meetings
from generator.model.text import Localised
from generator.plan.addresses import escaped
from generator.plan.encounters import meeting_count
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.silences import PairSilenceView, by_date, tell_longest
from generator.plan.telling import Telling
from generator.plan.views import Link

SIDE = 24  # actors in the grid
PAIRS = 500  # in the list; the others stand on the pages of their actors
STEPS = 5  # shades


@dataclass(frozen=True, slots=True)
class CellView:
    """How often two actors met. An empty one has no number: they did not meet, or are the same."""

    number: str = ""
    step: int = 0  # its shade, from 1 to STEPS
    fragment: str = ""  # leads to the pair in the list
    is_self: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """An actor's row of the grid."""

    actor: Link
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two actors and their meetings."""

    anchor: str
    one: Link
    other: Link
    count: str
    first: Link  # an event, by its date
    last: Link | None


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The whole matrix in words."""

    actors: tuple[Localised, ...]  # of the columns
    is_cut: bool  # whether there are more
    rows: tuple[RowView, ...]
    pairs: tuple[PairView, ...]
    more: str  # so many pairs that are not listed, or ''
    observed: tuple[PairView, ...]
    more_observed: str


def matrix_pages(framing: Framing) -> Iterator[Page]:
    """The matrix; none where nobody met anybody."""
    meetings, telling = framing.derived.meetings, framing.telling
    if not meetings:
        return
    pairs = [pair for pair in meetings.pairs() if pair.met]
    number = len({name for pair in pairs for name in (pair.one, pair.other)})
    yield framing.page(
        telling.addresses.plain("matrix"),
        "matrix.html",
        events=tuple({event.id: event for pair in meetings.pairs() for event in (*pair.met, *pair.observed)}.values()),
        told={
            "matrix": partial(tell_matrix, meetings, telling),
            "silences": partial(_silences, framing),
        },
        actors=telling.speech.count("%(actors)d actor", "%(actors)d actors", number) % {"actors": number},
        pairs=telling.speech.count("%(pairs)d pair", "%(pairs)d pairs", len(pairs)) % {"pairs": len(pairs)},
    )


def _silences(framing: Framing) -> tuple[PairSilenceView, ...]:
    return tell_longest(framing.derived.gaps.pairs, framing.telling)


def tell_matrix(meetings: Meetings, telling: Telling) -> MatrixView:
    """The matrix in words."""
    connected = most_connected(meetings, telling)
    names = connected[:SIDE]
    pairs = [pair for pair in meetings.pairs() if pair.met]
    in_grid = {(one, other) for one in names for other in names}
    # Those that the grid leads to are all in the list, however short it is.
    ordered = sorted(pairs, key=lambda pair: ((pair.one, pair.other) not in in_grid, *_pair_key(pair, telling)))
    listed = sorted(ordered[: max(PAIRS, len(in_grid))], key=lambda pair: _pair_key(pair, telling))
    most = max((len(pair.met) for pair in pairs if (pair.one, pair.other) in in_grid), default=0)
    shown = names if most else []  # of many who met one other each there may be no pair
    observed = sorted(
        (pair for pair in meetings.pairs() if pair.observed),
        key=lambda pair: (-len(pair.observed), *_names(pair, telling)),
    )
    return MatrixView(
        actors=tuple(telling.actors[name].name for name in shown),
        is_cut=len(connected) > SIDE,
        rows=tuple(
            RowView(telling.actors[one], tuple(_cell(one, other, meetings, most) for other in shown)) for one in shown
        ),
        pairs=tuple(_pair(pair, is_observed=False, telling=telling) for pair in listed),
        more=_more(len(pairs) - len(listed), telling),
        observed=tuple(_pair(pair, is_observed=True, telling=telling) for pair in observed[:PAIRS]),
        more_observed=_more(len(observed) - PAIRS, telling),
    )


def most_connected(meetings: Meetings, telling: Telling) -> list[str]:
    """The actors who met anybody, first those who met the most others, and of these those with the most meetings."""
    counts = {name: [len(found.met) for found in others.values() if found.met] for name, others in meetings.of.items()}
    return sorted(
        (name for name, numbers in counts.items() if numbers),
        key=lambda name: (-len(counts[name]), -sum(counts[name]), sort_key(telling.actors[name].name.text), name),
    )


def shade(number: int, most: int) -> int:
    """The shade of a number of meetings: 1 for one, STEPS for the most of all."""
    return 1 + (STEPS - 1) * (number - 1) // (most - 1) if most > 1 else 1


def _cell(one: str, other: str, meetings: Meetings, most: int) -> CellView:
    found = meetings.between(one, other)
    if one == other or found is None or not found.met:
        return CellView(is_self=one == other)
    return CellView(str(len(found.met)), shade(len(found.met), most), f"#{escaped(_anchor(found, is_observed=False))}")


def _anchor(pair: Encounters, *, is_observed: bool) -> str:
    return f"{'observed' if is_observed else 'pair'}:{pair.one}:{pair.other}"  # no id of an actor has a colon


def _pair(pair: Encounters, *, is_observed: bool, telling: Telling) -> PairView:
    events = pair.observed if is_observed else pair.met
    one, other = sorted((pair.one, pair.other), key=lambda name: (sort_key(telling.actors[name].name.text), name))
    return PairView(
        anchor=_anchor(pair, is_observed=is_observed),
        one=telling.actors[one],
        other=telling.actors[other],
        count=meeting_count(len(events), telling),
        first=by_date(events[0], telling),
        last=by_date(events[-1], telling) if len(events) > 1 else None,
    )


def _pair_key(pair: Encounters, telling: Telling) -> tuple[int, str, str]:
    return (-len(pair.met), *_names(pair, telling))


def _names(pair: Encounters, telling: Telling) -> tuple[str, str]:
    first, last = sorted(sort_key(telling.actors[name].name.text) for name in (pair.one, pair.other))
    return first, last


def _more(number: int, telling: Telling) -> str:
    if number <= 0:
        return ""
    return telling.speech.count("%(pairs)d more pair", "%(pairs)d more pairs", number) % {"pairs": number}
