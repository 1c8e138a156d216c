"""The page of corrections: what was changed, the newest first, and what is disputed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.layout import change_weight, year_of
from generator.model.changes import Change, disputes
from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.framing import Framing
from generator.plan.newest import newest as newest_date
from generator.plan.page import Page
from generator.plan.telling import Telling
from generator.plan.views import DateView, Link
from generator.plan.volumes import in_volumes, link_volumes, newest


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change in words."""

    date: DateView | None
    kind: str  # 'Corrected'
    event: Link
    what: Localised | None
    why: Localised | None
    replaced: Link | None


@dataclass(frozen=True, slots=True)
class DisputeView:
    """An event that is disputed."""

    event: Link
    reason: Localised | None  # the author's; None where the sources contradict each other, and no more is said


def corrections_pages(framing: Framing) -> Iterator[Page]:
    """The changes, and a page of them for each year where they are many. None where nothing was, nor is disputed."""
    rows, telling = framing.derived.changes, framing.telling
    disputed = disputes(framing.site.events)
    if not rows and not disputed:
        return
    address = telling.addresses.plain("corrections")
    volumes = in_volumes(rows, _year, _weight)
    shown = newest(volumes, _weight)
    is_whole = len(shown) == len(volumes)
    links = () if is_whole else link_volumes(volumes, address, lambda some: _count(len(some), telling), telling)
    on_first = tuple(row for volume in shown for row in volume.rows)
    yield _page(framing, address, on_first, disputed, years=links, year=None, count=_count(len(rows), telling))
    for volume in () if is_whole else volumes:
        where, count = f"{address}{volume.name}/", _count(len(volume.rows), telling)
        yield _page(framing, where, volume.rows, (), years=(), year=volume.heading(telling), count=count)


def _page(framing: Framing, address: str, rows: Sequence[Change], disputed: Sequence[Event], **values: Any) -> Page:
    telling = framing.telling
    return framing.page(
        address,
        "corrections.html",
        events=disputed,
        changed=newest_date(row.date for row in rows),
        told={
            "changes": partial(tell_changes, rows, telling),
            "disputes": partial(tell_disputes, disputed, telling),
        },
        corrections=telling.addresses.plain("corrections"),
        **values,
    )


def _year(change: Change) -> int | None:
    return year_of(change.date) if change.date else None


def _weight(change: Change) -> int:
    return change_weight(change.event, change.what, change.why)


def _count(number: int, telling: Telling) -> str:
    return telling.speech.count("%(changes)d change", "%(changes)d changes", number) % {"changes": number}


def tell_changes(rows: Sequence[Change], telling: Telling) -> tuple[ChangeView, ...]:
    """The changes in words, the newest first."""
    kinds = {
        "corrected": telling.say("Corrected"),
        "retracted": telling.say("Withdrawn"),
        "replaced": telling.say("Takes the place of another entry"),
    }
    return tuple(
        ChangeView(
            date=telling.maybe_date(row.date),
            kind=kinds[row.kind],
            event=telling.event_link(row.event.id),
            what=telling.maybe(row.what),
            why=telling.maybe(row.why),
            replaced=telling.event_link(row.replaced) if row.replaced else None,
        )
        for row in reversed(rows)
    )


def tell_disputes(events: Sequence[Event], telling: Telling) -> tuple[DisputeView, ...]:
    """What is disputed, in the order of the events."""
    return tuple(DisputeView(telling.event_link(event.id), telling.maybe(event.disputed)) for event in events)
