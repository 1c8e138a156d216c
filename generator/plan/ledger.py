"""The ledger: what was announced or planned, by when it was due, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

from generator.layout import plan_weight, year_of
from generator.model.ledger import AWAITED, OVERDUE, SETTLED, STANDINGS, Plan, days_between
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.said import tell_said
from generator.plan.telling import Telling
from generator.plan.views import DateView, Link, SaidBy, StatusView
from generator.plan.volumes import in_volumes, link_volumes, newest


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan, and what became of it, in words."""

    event: Link
    type: str
    type_id: str
    said: SaidBy | None
    due: DateView  # the last day for which it was planned
    before: tuple[DateView, ...]  # those for which it was planned before
    names_no_day: bool
    lead: str  # from the day on which it was said to the one for which it was first planned
    status: StatusView
    settled: SaidBy | None
    took_place: DateView | None  # where that is another date than the one for which it was planned
    delay: str  # between the first day for which it was planned and the last, or that on which it took place
    late: str  # for how long it has been overdue


@dataclass(frozen=True, slots=True)
class PlansView:
    """Plans of one standing."""

    standing: str
    heading: str
    means: str
    plans: tuple[PlanView, ...]


def ledger_pages(framing: Framing) -> Iterator[Page]:
    """The ledger, and a page of it for each year where it is long. None where nothing was ever planned."""
    plans, telling = framing.derived.plans, framing.telling
    if not plans:
        return
    address = telling.addresses.plain("ledger")
    volumes = in_volumes(plans, lambda plan: year_of(plan.event.date), _weight)
    shown = newest(volumes, _weight)
    is_whole = len(shown) == len(volumes)
    on_first = tuple(plan for volume in shown for plan in volume.rows)
    links = () if is_whole else link_volumes(volumes, address, partial(_volume_note, telling=telling), telling)
    yield _page(framing, address, on_first, years=links, counts=tell_counts(plans, telling), year=None)
    for volume in () if is_whole else volumes:
        counts = tell_counts(volume.rows, telling)
        where = f"{address}{volume.name}/"
        yield _page(framing, where, volume.rows, years=(), counts=counts, year=volume.heading(telling))


def _page(framing: Framing, address: str, plans: Sequence[Plan], **values: Any) -> Page:
    telling = framing.telling
    day = framing.site.knowledge_day
    return framing.page(
        address,
        "ledger.html",
        events=tuple(plan.event for plan in plans),
        told={"standings": partial(tell_standings, plans, telling)},
        day=telling.day(day) if day is not None else "",
        ledger=telling.addresses.plain("ledger"),
        **values,
    )


def _weight(plan: Plan) -> int:
    return plan_weight(plan.event)


def _volume_note(plans: Sequence[Plan], telling: Telling) -> str:
    late = sum(plan.standing == OVERDUE for plan in plans)
    words = telling.event_count(len(plans))
    if not late:
        return words
    return telling.say("%(events)s, %(overdue)d overdue") % {"events": words, "overdue": late}


def tell_counts(plans: Sequence[Plan], telling: Telling) -> tuple[tuple[str, str], ...]:
    """The plans in numbers: (label, number). What there is none of is left out, but for what is overdue."""
    say = telling.say
    standings = [plan.standing for plan in plans]
    statuses = [plan.event.status for plan in plans if plan.standing == SETTLED]
    leads = [days for plan in plans if (days := plan.lead) is not None]
    rows = [
        (say("Overdue"), standings.count(OVERDUE)),
        (say("Still to come"), standings.count(AWAITED)),
        (say("Took place"), statuses.count("held") + statuses.count("reported")),
        (say("Cancelled"), statuses.count("cancelled")),
        (say("Moved"), sum(len(plan.days) > 1 for plan in plans)),
    ]
    told = [(label, str(number)) for label, number in rows if number or label == rows[0][0]]
    if leads:
        days = round(median(leads))
        told.append(
            (say("Median lead time"), telling.speech.count("%(days)d day", "%(days)d days", days) % {"days": days})
        )
    return tuple(told)


def tell_standings(plans: Sequence[Plan], telling: Telling) -> tuple[PlansView, ...]:
    """The plans by how they stand: first what is overdue, then what is to come, then what is settled."""
    say = telling.say
    words = {
        OVERDUE: (say("Overdue"), say("The day has passed, and no source here says what became of it.")),
        AWAITED: (say("Still to come"), say("Planned for a later day, or put off to no known one.")),
        SETTLED: (say("Settled"), say("Held, reported, called off or withdrawn.")),
    }
    found = {standing: [plan for plan in plans if plan.standing == standing] for standing in STANDINGS}
    return tuple(
        PlansView(standing, *words[standing], tuple(tell_plan(plan, telling) for plan in found[standing]))
        for standing in STANDINGS
        if found[standing]
    )


def tell_plan(plan: Plan, telling: Telling) -> PlanView:
    """A plan in words."""
    event, days = plan.event, plan.days
    due = plan.due[-1]
    delay = days_between(days[0], days[-1]) if len(days) > 1 else None
    return PlanView(
        event=telling.event_link(event.id),
        type=telling.types[event.type],
        type_id=event.type,
        said=tell_said(event, plan.first, telling) if plan.first else None,
        due=telling.date(due),
        before=tuple(telling.date(date) for date in plan.due[:-1]),
        names_no_day=plan.names_no_day,
        lead=_tell_lead(plan, telling),
        status=telling.status(event.status, event.type),
        settled=tell_said(event, plan.settled, telling) if plan.settled else None,
        took_place=telling.date(plan.took_place) if plan.took_place and plan.took_place != due else None,
        delay=_tell_delay(delay, telling),
        late=_tell_late(plan, telling),
    )


def _tell_lead(plan: Plan, telling: Telling) -> str:
    """How long before the day for which it was first planned it was said; '' where that is not known to the day."""
    days = plan.lead
    if days is None:
        return ""
    if days > 0:
        return telling.speech.count("%(days)d day", "%(days)d days", days) % {"days": days}
    late = telling.speech.count("%(days)d day after", "%(days)d days after", -days) % {"days": -days}
    return late if days else telling.say("the same day")


def _tell_delay(days: int | None, telling: Telling) -> str:
    if not days:
        return ""
    if days > 0:
        words = telling.speech.count(
            "%(days)d day later than first planned", "%(days)d days later than first planned", days
        )
    else:
        words = telling.speech.count(
            "%(days)d day earlier than first planned", "%(days)d days earlier than first planned", -days
        )
    return words % {"days": abs(days)}


def _tell_late(plan: Plan, telling: Telling) -> str:
    day, latest = telling.site.knowledge_day, plan.event.date.latest
    if plan.standing != OVERDUE or day is None or latest is None:
        return ""
    late = day - latest
    return telling.speech.count("%(days)d day overdue", "%(days)d days overdue", late) % {"days": late}
