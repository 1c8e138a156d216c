"""Whom an actor met, how often, from when to when, and for how long not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.languages import sort_key
from generator.model.event import Event
from generator.model.gaps import Gaps
from generator.model.meetings import Meetings
from generator.plan.silences import SilenceView, by_date, tell_silence
from generator.plan.telling import Telling
from generator.plan.views import Link

AT_ONCE = 12  # actors that stand there at once; the others are unfolded


@dataclass(frozen=True, slots=True)
class EncounterView:
    """An actor's meetings with another, in words."""

    actor: Link
    count: str
    first: Link  # an event, by its date
    last: Link | None  # None where there was one meeting
    silence: SilenceView | None = None  # the longest time without one


@dataclass(frozen=True, slots=True)
class EncountersView:
    """Whom an actor met, and who only looked on; each the most often met first, and those that are to be unfolded."""

    met: tuple[EncounterView, ...]
    more_met: tuple[EncounterView, ...]
    observed: tuple[EncounterView, ...]
    more_observed: tuple[EncounterView, ...]
    total: str  # so many actors
    silence: SilenceView | None  # the longest time in which the actor met nobody


def tell_encounters(actor: str, meetings: Meetings, gaps: Gaps, telling: Telling) -> EncountersView | None:
    """Whom an actor met; None where that was nobody."""
    others = meetings.of.get(actor)
    if not others:
        return None
    silences = {other: tell_silence(gaps.between(actor, other), telling) for other in others}
    met = _told([(other, found.met) for other, found in others.items() if found.met], silences, telling)
    observed = _told([(other, found.observed) for other, found in others.items() if found.observed], {}, telling)
    return EncountersView(
        met=met[:AT_ONCE],
        more_met=met[AT_ONCE:],
        observed=observed[:AT_ONCE],
        more_observed=observed[AT_ONCE:],
        total=telling.speech.count("%(actors)d actor", "%(actors)d actors", len(met)) % {"actors": len(met)},
        silence=tell_silence(gaps.actors.get(actor), telling),
    )


def _told(
    rows: Sequence[tuple[str, Sequence[Event]]], silences: Mapping[str, SilenceView | None], telling: Telling
) -> tuple[EncounterView, ...]:
    ordered = sorted(rows, key=lambda row: (-len(row[1]), sort_key(telling.actors[row[0]].name.text), row[0]))
    return tuple(
        EncounterView(
            telling.actors[other],
            meeting_count(len(events), telling),
            by_date(events[0], telling),
            by_date(events[-1], telling) if len(events) > 1 else None,
            silences.get(other),
        )
        for other, events in ordered
    )


def meeting_count(number: int, telling: Telling) -> str:
    """So many meetings, in words."""
    return telling.speech.count("%(meetings)d meeting", "%(meetings)d meetings", number) % {"meetings": number}
