"""Doubts about events among each other."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from generator.check.report import Report
from generator.check.rules.likeness import Named, look_alikes
from generator.check.rules.subject import Subject
from generator.model.event import Event
from generator.model.site import by_id


def warn_of_near_duplicate_events(subject: Subject, report: Report) -> None:
    """Two events that begin on one day under all but the same title are probably one."""
    events = by_id(subject.site.events)
    dated = sorted((event for event in subject.site.events if event.date.earliest is not None), key=_earliest)
    for _, same_day in groupby(dated, key=_earliest):
        rows = sorted((event.id, event.title.first) for event in same_day)
        if len(rows) < 2:
            continue
        pairs = subject.memory.recall(("alike", *rows), partial(_pairs, rows))
        for one, other in pairs:
            if _belong_together(events[one], events[other]):
                continue
            report.warn(
                "near-duplicate-event",
                subject.events[other],
                ("title",),
                f"this event looks like '{one}': the same day, and all but the same title",
                "if they are one, keep one and give it the other's id under 'aliases:'",
                accepted_by=(subject.events[one],),
            )


def _pairs(rows: Sequence[Named]) -> tuple[tuple[str, str], ...]:
    """The ids of the events that look like each other."""
    return tuple((one, other) for (one, _), (other, _) in look_alikes(rows))


def _earliest(event: Event) -> int:
    return event.date.earliest or 0


def _belong_together(one: Event, other: Event) -> bool:
    """Whether one names the other, so that its author knows of both."""
    named_by_one = {one.part_of, one.supersedes, *one.related, *one.after}
    named_by_other = {other.part_of, other.supersedes, *other.related, *other.after}
    return other.id in named_by_one or one.id in named_by_other


def warn_of_after_other_day(subject: Subject, report: Report) -> None:
    """`after` orders within a day, and cannot go against the dates."""
    place = {event.id: index for index, event in enumerate(subject.site.events)}
    for event in subject.site.events:
        for name in event.after:
            if place.get(name, 0) > place[event.id]:
                report.warn(
                    "after-other-day",
                    subject.events[event.id],
                    ("after",),
                    f"by its date, '{name}' comes later than this event",
                    "'after' orders events of one day; mend a date, or take it away",
                )
