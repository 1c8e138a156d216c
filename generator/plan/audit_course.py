"""What an audit says of the course of events: how they stand, what is overdue, and who contradicts whom."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from generator.dates import word_date
from generator.model.claims import sides
from generator.model.event import Event
from generator.model.ledger import OVERDUE, Plan, plans
from generator.model.source import Citation
from generator.model.vocabulary import STATUSES
from generator.plan.audit_evidence import name_of
from generator.plan.audit_views import Desk, Fact, Figure, Finding, Group, Part, counted

LANGUAGE = "en"  # an audit speaks English


def course(desk: Desk) -> Group:
    """How events stand, and what was planned."""
    statuses = Counter(event.status for event in desk.site.events)
    planned = tuple(plans(desk.site))
    return Group(
        "course",
        "Plans and what became of them",
        (
            Figure(
                "statuses",
                "Events by status",
                len(desk.site.events),
                parts=tuple(Part(status.id, status.label.lower(), statuses[status.id]) for status in STATUSES),
            ),
            _overdue(planned, desk),
            _leads(planned),
        ),
    )


def _overdue(planned: Sequence[Plan], desk: Desk) -> Figure:
    late = [(plan, _days_late(plan.event, desk)) for plan in planned if plan.standing == OVERDUE]
    return Figure(
        "overdue",
        "Plans that are overdue",
        len(late),
        len(planned),
        means="the day has passed, and no source says what became of it",
        rows=desk.rows(
            Finding(
                plan.event.id,
                desk.spot(plan.event, "date"),
                f"due {word_date(plan.event.date, LANGUAGE)}, {counted(days, 'day')} ago",
                facts={"date": plan.event.date.edtf, "days": days},
            )
            for plan, days in late
        ),
    )


def _days_late(event: Event, desk: Desk) -> int:
    return (desk.site.knowledge_day or 0) - (event.date.latest or 0)  # an overdue plan has both


def _leads(planned: Sequence[Plan]) -> Figure:
    leads = [plan.lead for plan in planned if plan.lead is not None]
    facts: dict[str, Fact] = {
        "median_days": median(leads) if leads else None,
        "least_days": min(leads, default=None),
        "most_days": max(leads, default=None),
    }
    verdict = f"median {counted(round(median(leads)), 'day')}, from {min(leads):,} to {max(leads):,}" if leads else ""
    return Figure(
        "lead_times",
        "Plans of which the lead time is known",
        len(leads),
        len(planned),
        means="the days from the announcement to the day for which it was first planned",
        verdict=verdict,
        facts=facts,
    )


def contradictions(desk: Desk) -> Group:
    """Which events have sources that cannot all be right."""
    found = [(event, opposed) for event in desk.site.events if (opposed := sides(event.citations))]
    return Group(
        "contradictions",
        "Contradictions",
        (
            Figure(
                "events",
                "Events whose sources contradict each other",
                len(found),
                len(desk.site.events),
                rows=desk.rows(
                    Finding(
                        event.id,
                        desk.spot(event, "sources", opposed[0][0].row),
                        sides=tuple(tuple(_said(row) for row in side) for side in opposed),
                        facts={"sides": tuple(tuple(_facts_of(row) for row in side) for side in opposed)},
                    )
                    for event, opposed in found
                ),
            ),
        ),
    )


def _said(citation: Citation) -> str:
    """What a source says and who it is: 'held, 4 April 2023 (The Daily, 5 April 2023; according to the ministry)'."""
    claim, published = citation.claim, citation.source.date
    assert claim is not None
    says = f"{claim.status}, {word_date(claim.date, LANGUAGE)}" if claim.date else claim.status
    by = f"{name_of(citation)}, {word_date(published, LANGUAGE)}" if published else f"{name_of(citation)}, undated"
    return f"{says} ({by}; according to {claim.according_to.first})" if claim.according_to else f"{says} ({by})"


def _facts_of(citation: Citation) -> dict[str, Fact]:
    claim, published = citation.claim, citation.source.date
    assert claim is not None
    return {
        "source": name_of(citation),
        "published": published.edtf if published else None,
        "according_to": claim.according_to.first if claim.according_to else None,
        "status": claim.status or None,
        "date": claim.date.edtf if claim.date else None,
    }
