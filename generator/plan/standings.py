"""How an event looked on earlier days: what a reader who asks for such a day is shown in place of today's."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from generator.dates import Date, month_words, year_words
from generator.layout import month_of, year_of
from generator.model.event import Correction, Event
from generator.model.standings import Standings, Stood
from generator.model.text import Localised
from generator.model.vocabulary import RETRACTED
from generator.plan.telling import Telling
from generator.plan.views import ActorView, DateView, Link, RetractionView, StatusView

TODAY = 0  # the number of the look that the entry itself has


@dataclass(frozen=True, slots=True)
class Look:
    """What of an event's entry depends on the day."""

    date: Date
    status: str
    is_contradicted: bool
    corrections: tuple[Correction, ...] = ()  # of a retracted event: those that were known
    has_own_status: bool = False  # of a retracted event: in hindsight


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks that differ from today's, numbered from 1, and the number of each row's; TODAY where it is the same."""

    other: tuple[Look, ...]
    rows: tuple[tuple[Stood, int], ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """A look in words. Its fields are called as those of the entry whose place they take."""

    date: DateView
    status: StatusView
    is_contradicted: bool
    disputed: Localised | None
    retraction: RetractionView | None
    hindsight: tuple[str, ...]  # empty: the browser says what is today's judgement
    actors: tuple[ActorView, ...]  # under the names of that day; empty where these are today's
    topics: tuple[Link, ...]  # always empty
    is_moved: bool  # another date than today's
    year: str  # the headings that it stands under
    month: str


def looks_of(event: Event, standings: Standings) -> Looks:
    """How the event looked in each row of its standings."""
    today = _look(event.date, event.status, event.is_contradicted, event.corrections, event.hindsight)
    numbers = {today: TODAY}
    rows = []
    for row in standings.of(event):
        number, stood = TODAY, row.standing
        if stood:
            known = tuple(one for one in event.corrections if (one.date.latest or 0) <= row.since)
            look = _look(stood.date, stood.status, stood.is_contradicted, known, stood.hindsight)
            number = numbers.setdefault(look, len(numbers))
        rows.append((row, number))
    return Looks(tuple(numbers)[1:], tuple(rows))


def _look(
    date: Date,
    status: str,
    is_contradicted: bool,
    corrections: tuple[Correction, ...],
    hindsight: Collection[str],
) -> Look:
    if status != RETRACTED:
        return Look(date, status, is_contradicted)
    return Look(date, status, is_contradicted, corrections, "status" in hindsight)


def tell_standings(
    event: Event,
    looks: Looks,
    telling: Telling,
    retraction: Callable[[Sequence[Correction], Collection[str]], RetractionView],
    named: Callable[[Date], tuple[ActorView, ...]],
) -> tuple[StandingView, ...]:
    """The looks that differ from today's, in words. `named` gives the actors where a date gives them other names."""
    return tuple(
        StandingView(
            date=telling.date(look.date),
            status=telling.status(look.status, event.type),
            is_contradicted=look.is_contradicted,
            disputed=telling.maybe(event.disputed),
            retraction=retraction(look.corrections, ("status",) if look.has_own_status else ())
            if look.status == RETRACTED
            else None,
            hindsight=(),
            actors=named(look.date),
            topics=(),
            is_moved=look.date != event.date,
            year=year_words(year_of(look.date), telling.language),
            month=_month(look.date, telling.language),
        )
        for look in looks.other
    )


def _month(date: Date, language: str) -> str:
    month = month_of(date)
    return month_words(year_of(date), month, language) if month else ""
