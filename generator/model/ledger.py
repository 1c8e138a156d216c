"""What was announced or planned, and what became of it.

An event stands in the ledger where one of its sources says that it is announced, planned or postponed, or where that is
its own status, which its author draws from the sources.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import Date
from generator.model.claims import claiming, is_refined
from generator.model.event import Event
from generator.model.knowledge import is_overdue
from generator.model.site import Site
from generator.model.source import Citation
from generator.model.vocabulary import DENIED, HAPPENED, NOT_YET

OVERDUE = "overdue"  # the day has passed, and no source says what became of it
AWAITED = "awaited"  # still to come, or put off to no known day
SETTLED = "settled"  # held, reported, called off or withdrawn
STANDINGS = (OVERDUE, AWAITED, SETTLED)


@dataclass(frozen=True, slots=True)
class Plan:
    """An event as it was planned, and what is known of it since."""

    event: Event
    first: Citation | None  # the first source to say that it was to come, else its first source; None where it has none
    settled: Citation | None  # the last source to say what became of it; None where none does
    due: tuple[Date, ...]  # the days for which it was planned, each other than the one before; at least one
    names_no_day: bool  # no source says for which day: `due` is the entry's own date
    standing: str

    @property
    def took_place(self) -> Date | None:
        """When it took place, where that is known."""
        return self.event.date if self.event.status in HAPPENED and "date" not in self.event.hindsight else None

    @property
    def days(self) -> tuple[Date, ...]:
        """The days for which it was planned and, where that is another, the day on which it took place."""
        return _distinct((*self.due, self.took_place)) if self.took_place else self.due

    @property
    def lead(self) -> int | None:
        """The days from its being announced to the day for which it was first planned, where both are known."""
        return days_between(self.first.source.date, self.due[0]) if self.first else None


def days_between(one: Date | None, other: Date) -> int | None:
    """The days from one date to another, where both are known to the day."""
    dates = (one, other)
    if any(date is None or date.precision not in ("day", "time") or date.kind == "set" for date in dates):
        return None
    first, last = (date.earliest for date in dates if date)
    return last - first if first is not None and last is not None else None


def plans(site: Site) -> Iterator[Plan]:
    """The plans of a site, in the order of its events."""
    for event in site.events:
        plan = plan_of(event, site.knowledge_day)
        if plan:
            yield plan


def plan_of(event: Event, knowledge_day: int | None) -> Plan | None:
    """An event as it was planned, and how that stood on the knowledge day; None where nobody says that it was."""
    first, settled, status = None, None, ""
    due: list[Date] = []
    for citation in claiming(event.citations):
        claim = citation.claim
        if claim is None or claim.status == DENIED:
            continue
        status = claim.status or status
        if status in NOT_YET:
            first = first or citation
            due += [claim.date] if claim.date else []
        elif claim.status:
            settled = citation
    is_settled = event.status not in NOT_YET
    if first is None and is_settled:
        return None
    return Plan(
        event=event,
        first=first or _first(event.citations),
        settled=settled if is_settled else None,
        due=_distinct(due) or (event.date,),
        names_no_day=not due,
        standing=SETTLED if is_settled else OVERDUE if is_overdue(event, knowledge_day) else AWAITED,
    )


def _first(citations: Sequence[Citation]) -> Citation | None:
    """The source that was known first; of undated ones the first in the file."""
    return min(citations, key=lambda row: (row.source.known is None, row.source.known or 0), default=None)


def _distinct(dates: Iterable[Date]) -> tuple[Date, ...]:
    """Dates, each once that only tells the one before it better or worse; the finer of the two stays."""
    kept: list[Date] = []
    for date in dates:
        if kept and is_refined(kept[-1], date):
            kept[-1] = min(kept[-1], date, key=_width)
        else:
            kept.append(date)
    return tuple(kept)


def _width(date: Date) -> float:
    """How many days a date may be of."""
    return float("inf") if date.earliest is None or date.latest is None else date.latest - date.earliest
