"""Calendars: all events whose days are known, those that are to come, and those of each actor."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5

from generator.model.claims import history
from generator.model.event import Event
from generator.model.knowledge import change_days
from generator.model.site import Site
from generator.model.text import Localised
from generator.model.vocabulary import DENIED, NOT_YET, RETRACTED
from generator.plan.addresses import ROOT
from generator.plan.calendar_days import FIRST_DAY, LAST_DAY, Days, calendar_days
from generator.plan.derived import Derived
from generator.plan.ids import URN, event_id
from generator.plan.telling import Telling
from generator.plan.titles import open_title
from generator.plan.views import Link
from generator.quotes import visible_text

UPCOMING, CALENDAR = "upcoming.ics", "timeline.ics"
CANCELLED = "cancelled"
TO_COME = NOT_YET | {CANCELLED}
STATUSES = {
    "announced": "TENTATIVE",
    "planned": "CONFIRMED",
    "postponed": "TENTATIVE",
    CANCELLED: "CANCELLED",
    RETRACTED: "CANCELLED",
}  # of RFC 5545; what is not here has happened, and is confirmed
IN_TITLES = frozenset({"postponed", CANCELLED, RETRACTED})  # since programs hide the status, or the entry that has it
MOST_WORDS = 200  # characters of a summary


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event of a calendar. Days are numbers; 1 is 1 January of the year 1."""

    id: str
    title: Localised
    days: Days
    status: str  # of RFC 5545
    changed: int | None  # when it was last changed; None where nothing says it
    sequence: int  # how many claims have changed its date or its status
    address: str  # whole, or '' without a base URL
    summary: str
    place: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar in one language."""

    name: Localised
    description: str
    events: tuple[Event, ...]  # each with days


class Calendars:
    """The calendars of a site in one language."""

    def __init__(self, telling: Telling, derived: Derived) -> None:
        self._telling = telling
        self._site = telling.site
        self._derived = derived

    def paths(self) -> Iterator[tuple[str, Callable[[], Calendar]]]:
        """What makes the calendars, by their paths in the output; none where no event can stand in one."""
        telling, derived = self._telling, self._derived
        if not derived.dated:
            return
        yield f"{telling.prefix}{UPCOMING}", self._to_come
        yield f"{telling.prefix}{CALENDAR}", lambda: self._calendar(self._title, derived.dated)
        for actor_id in derived.dated_actors:
            yield _path(actor_calendar(telling, actor_id)), partial(self._of_actor, actor_id)

    @property
    def _title(self) -> Localised:
        return self._telling.text(self._site.settings.title)

    def _to_come(self) -> Calendar:
        title = self._title
        named = self._telling.say("%(site)s: to come") % {"site": title.text}
        return self._calendar(Localised(named, title.language), _to_come(self._derived.dated, self._site))

    def _of_actor(self, actor_id: str) -> Calendar:
        title, name = self._title, self._telling.actors[actor_id].name
        words = self._telling.say("%(site)s: %(name)s") % {"site": title.text, "name": name.text}
        return self._calendar(Localised(words, title.language), self._derived.dated_of_actors[actor_id])

    def of(self, words: str) -> Calendar:
        """A calendar of all events that can stand in one, called by the site and by what they were chosen by."""
        telling = self._telling
        title = telling.text(self._site.settings.title)
        named = telling.say("%(site)s: %(name)s") % {"site": title.text, "name": words} if words else title.text
        events = tuple(event for event in self._site.events if calendar_days(event.date))
        return self._calendar(Localised(named, title.language), events)

    def entry(self, event: Event) -> CalendarEntry:
        """An event with days, in words."""
        telling, days = self._telling, calendar_days(event.date)
        if days is None:
            raise ValueError(f"the days of '{event.id}' are not known")
        base = self._site.settings.base_url
        claimed = max(change_days(event), default=0)
        summary = telling.text(event.summary).text if event.summary else ""
        return CalendarEntry(
            id=self._id(event),
            title=open_title(event, telling, IN_TITLES),
            days=days,
            status=STATUSES.get(event.status, "CONFIRMED"),
            changed=claimed if FIRST_DAY <= claimed <= LAST_DAY else None,
            sequence=_changes(event),
            address=telling.addresses.page("event", event.id).replace(ROOT, base) if base else "",
            summary=_shortened(" ".join(visible_text(summary).split())),
            place=telling.places[event.place].name.text if event.place else "",
            categories=(telling.types[event.type], *(telling.topics[topic].name.text for topic in event.topics)),
        )

    def _calendar(self, name: Localised, events: Sequence[Event]) -> Calendar:
        telling, settings = self._telling, self._site.settings
        told = [telling.maybe(settings.description), telling.maybe(settings.notice)]
        words = [text.text for text in told if text]
        if self._site.as_of is not None:
            words.insert(0, telling.say("As known on %(day)s.") % {"day": telling.day(self._site.as_of)})
        return Calendar(name, " ".join(words), tuple(events))

    def _id(self, event: Event) -> str:
        """The event's lasting id; of a site with neither id nor address, one that its title makes its own."""
        told, settings = event_id(event, self._telling), self._site.settings
        if settings.id or settings.base_url:
            return told
        title = settings.title.in_language(settings.language, settings.language).text
        return f"{URN}{uuid5(NAMESPACE_URL, f'{title}/{told}')}"


def calendar_links(telling: Telling) -> tuple[Link, ...]:
    """What leads to the calendars of the whole site."""
    home, language = telling.addresses.home, telling.language
    rows = ((telling.say("What is to come"), UPCOMING), (telling.say("The whole chronology"), CALENDAR))
    return tuple(Link(Localised(words, language), f"{home}{file}") for words, file in rows)


def actor_calendar(telling: Telling, actor: str) -> str:
    """The address of an actor's calendar."""
    return f"{telling.addresses.page('actor', actor)}{CALENDAR}"


def _path(address: str) -> str:
    return unquote(address.removeprefix(ROOT))


def _to_come(dated: Iterable[Event], site: Site) -> list[Event]:
    """The events that are to come by their status: those that the newest source is older than, the nearest first.

    Then those that were to come before it, the last first, so that a calendar too long loses what is furthest.
    """
    events = [event for event in dated if event.status in TO_COME]
    past = [event for event in events if _is_past(event, site)]
    return [event for event in events if not _is_past(event, site)] + past[::-1]


def _is_past(event: Event, site: Site) -> bool:
    latest, day = event.date.latest, site.knowledge_day
    return latest is not None and day is not None and latest < day


def _changes(event: Event) -> int:
    """How many claims changed the date or the status that was claimed before. A denial changes neither."""
    changes, date, status = 0, None, ""
    for claim in history(event.citations):
        claimed = "" if claim.status == DENIED else claim.status
        is_change = bool((date and claim.date and claim.date != date) or (status and claimed and claimed != status))
        changes += is_change
        date, status = claim.date or date, claimed or status
    return changes


def _shortened(text: str) -> str:
    """A text of no more than MOST_WORDS characters, cut between words where there are any."""
    if len(text) <= MOST_WORDS:
        return text
    head, blank, _ = text[:MOST_WORDS].rpartition(" ")
    return f"{head if blank else text[: MOST_WORDS - 1]}…"
