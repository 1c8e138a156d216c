"""The pages of actors, places and topics: what each says of itself, and its chronology."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.dates import Date, word_date
from generator.languages.regions import country_name, decimal_words
from generator.model.actor import Actor, Place
from generator.model.event import Event, Topic
from generator.model.text import Localised
from generator.model.vocabulary import ACTOR_KINDS
from generator.plan.calendars import actor_calendar
from generator.plan.embedding import tell_embed
from generator.plan.encounters import tell_encounters
from generator.plan.framing import Framing
from generator.plan.map import tell_map
from generator.plan.naming import events_of_actors
from generator.plan.page import Page
from generator.plan.sheets import Sheets
from generator.plan.telling import Telling
from generator.plan.views import Link

EMBEDDED = frozenset({"actor", "topic"})


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """An actor in words."""

    kind: str
    iso_code: str
    url: str
    same_as: tuple[str, ...]
    former_names: tuple[tuple[Localised, str], ...]  # (name, from when to when)
    member_of: tuple[Link, ...]  # with from when to when
    members: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlaceProfile:
    """A place in words."""

    country: str  # its name
    position: str  # latitude and longitude: '50.85° N, 4.35° E'


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A named span of the site."""

    name: Localised
    date: str
    summary: Localised | None


def actor_pages(framing: Framing) -> Iterator[Page]:
    """The pages of the actors, each with the events that name it."""
    derived = framing.derived
    named = events_of_actors(framing.site.events)
    for actor in framing.site.actors:
        profile = tell_actor(actor, framing.telling, framing.entries.actors)
        told = {"encounters": partial(tell_encounters, actor.id, derived.meetings, derived.gaps, framing.telling)}
        calendar = actor_calendar(framing.telling, actor.id) if actor.id in derived.dated_of_actors else ""
        events = named.get(actor.id, ())
        yield from _pages(framing, "actor", actor, events, told=told, profile=profile, calendar=calendar)


def place_pages(framing: Framing) -> Iterator[Page]:
    """The pages of the places, each with what happened there."""
    held: dict[str, list[Event]] = {}
    for event in framing.site.events:
        held.setdefault(event.place, []).append(event)
    for place in framing.site.places:
        profile = tell_place(place, framing.telling)
        told = {"map": partial(tell_map, place, profile.position, framing.telling)}
        yield from _pages(framing, "place", place, held.get(place.id, []), told=told, profile=profile)


def topic_pages(framing: Framing) -> Iterator[Page]:
    """The pages of the topics, each with its events."""
    shared: dict[str, list[Event]] = {}
    for event in framing.site.events:
        for topic_id in event.topics:
            shared.setdefault(topic_id, []).append(event)
    for topic in framing.site.topics:
        yield from _pages(framing, "topic", topic, shared.get(topic.id, []))


def _pages(
    framing: Framing, kind: str, entry: Actor | Place | Topic, events: Sequence[Event], **values: Any
) -> Iterator[Page]:
    """The page of an entry, and where its chronology is too long for that, those of its years."""
    telling = framing.telling
    name, address = telling.text(entry.name), telling.addresses.page(kind, entry.id)
    sheets = Sheets(framing, address, framing.page_out(events), Link(name, address))
    embed = tell_embed(framing, kind, entry.id, name, address, len(events)) if events and kind in EMBEDDED else None
    yield sheets.first_page(f"{kind}.html", heading=name, count=len(events), embed=embed, **values)
    if not sheets.paged.is_whole:
        yield from sheets.pages()


def tell_actor(actor: Actor, telling: Telling, actors: Mapping[str, Actor]) -> ActorProfile:
    """An actor's profile, with whom it belongs to and who belongs to it."""
    return ActorProfile(
        kind=telling.say(ACTOR_KINDS[actor.kind]) if actor.kind else "",
        iso_code=actor.iso_code,
        url=actor.url,
        same_as=actor.same_as,
        former_names=tuple((telling.text(row.name), _lasting(row.since, row.until, telling)) for row in actor.names),
        member_of=tuple(
            Link(
                telling.text(actors[row.actor].name),
                telling.addresses.page("actor", row.actor),
                _lasting(row.since, row.until, telling),
            )
            for row in actor.member_of
            if row.actor in actors
        ),
        members=telling.members.get(actor.id, ()),
    )


def _lasting(since: Date | None, until: Date | None, telling: Telling) -> str:
    """From when to when, in words."""
    words = {
        "since": word_date(since, telling.language, in_phrase=True) if since else "",
        "until": word_date(until, telling.language, in_phrase=True) if until else "",
    }
    if since and until:
        return telling.say("from %(since)s to %(until)s") % words
    if since:
        return telling.say("since %(since)s") % words
    return telling.say("until %(until)s") % words if until else ""


def tell_place(place: Place, telling: Telling) -> PlaceProfile:
    """A place's profile."""
    country = country_name(place.country, telling.language) if place.country else ""
    return PlaceProfile(country, _position(place.latitude, place.longitude, telling))


def _position(latitude: float | None, longitude: float | None, telling: Telling) -> str:
    if latitude is None or longitude is None:
        return ""
    north, east = (decimal_words(abs(degrees), telling.language) for degrees in (latitude, longitude))
    return telling.say("%(latitude)s, %(longitude)s") % {
        "latitude": (telling.say("%(degrees)s° S") if latitude < 0 else telling.say("%(degrees)s° N"))
        % {"degrees": north},
        "longitude": (telling.say("%(degrees)s° W") if longitude < 0 else telling.say("%(degrees)s° E"))
        % {"degrees": east},
    }


def tell_periods(telling: Telling) -> tuple[PeriodView, ...]:
    """The site's periods, in the order of site.yaml."""
    return tuple(
        PeriodView(telling.text(period.name), word_date(period.date, telling.language), telling.maybe(period.summary))
        for period in telling.site.settings.periods
    )
