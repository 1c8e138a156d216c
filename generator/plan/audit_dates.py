"""What an audit says of dates: how precisely they are known, and whether more precisely than they can be."""

from collections import Counter

from generator.dates import PRECISIONS
from generator.model.chance import ENOUGH, SURE, Crowding, crowding
from generator.plan.audit_views import Desk, Figure, Group, Part, percent


def dates(desk: Desk) -> Group:
    """How precise dates are."""
    events = desk.site.events
    precisions = Counter(event.date.precision for event in events)
    return Group(
        "dates",
        "Dates",
        (
            Figure(
                "precision",
                "Dates by how precisely they are known",
                len(events),
                parts=tuple(Part(name, name, precisions[name]) for name in PRECISIONS),
                facts={
                    "spans": sum(event.date.kind == "span" for event in events),
                    "open": sum(event.date.earliest is None or event.date.latest is None for event in events),
                    "approximate": sum(event.date.approximate for event in events),
                    "uncertain": sum(event.date.uncertain for event in events),
                },
            ),
            _figure("first_of_month", "Days that are the first of a month", crowding(events, day=1), desk),
            _figure("fifteenth", "Days that are the fifteenth of a month", crowding(events, day=15), desk),
            _figure("first_of_january", "Days that are 1 January", crowding(events, day=1, month=1), desk),
        ),
    )


def _figure(key: str, label: str, found: Crowding, desk: Desk) -> Figure:
    return Figure(
        key,
        label,
        len(found.events),
        found.of,
        means="of the dates known to the day; where only the month is known, a day may have been made up",
        verdict=_verdict(found),
        rows=desk.events(found.events),
        facts={
            "expected_share": round(found.expected, 5),
            "p": float(f"{found.chance:.3g}"),
            "more_than_chance": found.is_more_than_chance,
        },
    )


def _verdict(found: Crowding) -> str:
    """Whether that is more than chance. Of less than 'sure' nothing is said but what chance would give."""
    by_chance = f"by chance {percent(found.expected)}"
    if found.of < ENOUGH:
        return f"{by_chance}; too few dates to judge by"
    chance = f"p = {found.chance:.4f}" if found.chance >= 0.0001 else "p < 0.0001"
    if found.is_more_than_chance:
        return f"more than chance: {by_chance}, {chance}"
    return f"{by_chance}, {chance}: chance explains it, at {SURE}"
