"""Silences in words: for how long an actor met nobody, and for how long two did not meet."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.languages import sort_key
from generator.model.event import Event
from generator.model.gaps import Silence
from generator.model.text import Localised
from generator.plan.telling import Telling
from generator.plan.views import Link

LONGEST = 10  # pairs below the matrix


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A time without a meeting, and the meetings at both ends of it."""

    days: str
    since: Link  # an event, by its date
    until: Link


@dataclass(frozen=True, slots=True)
class PairSilenceView:
    """The longest silence of two actors."""

    one: Link
    other: Link
    silence: SilenceView


def tell_silence(silence: Silence | None, telling: Telling) -> SilenceView | None:
    """A silence in words."""
    return _told(silence, telling) if silence else None


def _told(silence: Silence, telling: Telling) -> SilenceView:
    days = telling.speech.count("%(days)d day", "%(days)d days", silence.days) % {"days": silence.days}
    return SilenceView(days, by_date(silence.since, telling), by_date(silence.until, telling))


def tell_longest(pairs: Mapping[tuple[str, str], Silence], telling: Telling) -> tuple[PairSilenceView, ...]:
    """The longest silences of two actors each, the longest first."""

    def names(pair: tuple[str, str]) -> list[tuple[str, str]]:
        return sorted((sort_key(telling.actors[name].name.text), name) for name in pair)

    ordered = sorted(pairs.items(), key=lambda row: (-row[1].days, names(row[0])))
    rows = []
    for pair, silence in ordered[:LONGEST]:
        one, other = (telling.actors[name] for _, name in names(pair))
        rows.append(PairSilenceView(one, other, _told(silence, telling)))
    return tuple(rows)


def by_date(event: Event, telling: Telling) -> Link:
    """A link to an event that is called by its date, with its title as the note."""
    link = telling.event_link(event.id)
    return Link(Localised(link.note, telling.language), link.address, link.name.text)
