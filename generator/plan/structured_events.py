"""Events in words of schema.org.

An honest translation leaves out what has no word there: a date that is not known well enough, whoever only was named,
and an entry that was withdrawn.
"""

from functools import cached_property

from generator.dates import Date, iso_ends
from generator.layout import year_of
from generator.model.actor import Place
from generator.model.claims import claiming, is_refined
from generator.model.event import Event
from generator.model.vocabulary import HAPPENED, NOT_YET, RETRACTED
from generator.plan.framing import Framing
from generator.plan.structured import Json, Trails, linked, structured, thing, together
from generator.plan.views import ActorView, Link

ACTOR_TYPES = {"state": "GovernmentOrganization", "organisation": "Organization", "person": "Person"}
# What each part is there. A plain participant attends a meeting; elsewhere to be named is not to attend.
PART_NAMES = {
    "host": "organizer",
    "chair": "attendee",
    "mediator": "attendee",
    "observer": "attendee",
    "signatory": "attendee",
    "depositary": "organizer",
    "for": "attendee",
    "against": "attendee",
    "abstained": "attendee",
    "absent": "",
    "subject": "about",
}
STATUSES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


class StructuredEvents:
    """The events of a site in one language, as their pages tell them to programs."""

    def __init__(self, framing: Framing) -> None:
        telling = framing.telling
        self._framing = framing
        self._telling = telling
        self._trails = Trails(telling)
        self._meetings = {kind.id for kind in framing.site.settings.types if kind.is_meeting}
        self._years: dict[str, Json] = {}
        self._actors: dict[tuple[str, str], Json] = {}
        self._events: dict[str, Json] = {}

    @cached_property
    def _places(self) -> dict[str, Json]:
        telling = self._telling
        return {place.id: _place(place, telling.text(place.name).text) for place in telling.site.places}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {actor.id: ACTOR_TYPES.get(actor.kind, "") for actor in self._telling.site.actors}

    def written(self, event: Event) -> str:
        """The event, and where its page stands."""
        trail = self._trails.trail(self._year(event), self._telling.text(event.title).text)
        return structured(trail) if event.status == RETRACTED else structured(self._event(event), trail)

    def _year(self, event: Event) -> Json:
        """The page of the chronology that lists the event, as a step on the way to it."""
        address = self._framing.listing(event)
        step = self._years.get(address)
        if step is None:
            link = Link(self._telling.year_name(year_of(event.date)), address)
            step = self._years[address] = self._trails.step(link)
        return step

    def _event(self, event: Event) -> Json:
        entry = self._framing.entries.entry(event)
        first, last = iso_ends(event.date)
        status, before = _status_of(event)
        parts = self._framing.entries.parts.get(event.id, ())
        sources = dict.fromkeys(citation.article for citation in event.citations if citation.article)
        return thing(
            "Event",
            {
                "name": entry.title.text,
                "url": self._trails.absolute(entry.address),
                "startDate": first,
                "endDate": last,
                "previousStartDate": before,
                "eventStatus": f"https://schema.org/{status}",
                "location": self._places.get(event.place, ""),
                "superEvent": self._other(event.part_of) if event.part_of else "",
                "subEvent": together(self._other(part) for part in parts),
                "subjectOf": together(map(self._article, sources)),
                **self._named(event, entry.actors),
            },
        )

    def _article(self, name: str) -> Json:
        article, telling = self._telling.articles[name], self._telling
        return linked("Article", Link(telling.text(article.title), telling.addresses.page("article", name)))

    def _named(self, event: Event, told: tuple[ActorView, ...]) -> dict[str, Json]:
        """The actors, by what they are to the event."""
        named: dict[str, list[Json]] = {}
        attends = "attendee" if event.type in self._meetings else ""
        for row, view in zip(event.actors, told, strict=True):
            if name := PART_NAMES.get(row.part, attends):
                named.setdefault(name, []).append(self._actor(row.actor, view))
        return {name: together(actors) for name, actors in named.items()}

    def _actor(self, actor: str, view: ActorView) -> Json:
        """An actor under the name of that day."""
        key = actor, view.name.text
        found = self._actors.get(key)
        if found is None:
            found = self._actors[key] = thing(self._kinds[actor], {"name": view.name.text})
        return found

    def _other(self, event: str) -> Json:
        found = self._events.get(event)
        if found is None:
            found = self._events[event] = linked("Event", self._telling.event_link(event))
        return found


def _place(place: Place, name: str) -> Json:
    said: dict[str, object] = {"name": name}
    if place.country:
        said["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.latitude is not None and place.longitude is not None:
        said["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return thing("Place", said)


def _status_of(event: Event) -> tuple[str, str]:
    """The status in words of schema.org, and when the event was to begin before it was moved, or ''."""
    before = _moved_from(event) if event.status in NOT_YET | HAPPENED else None
    moved_from = iso_ends(before)[0] if before else ""
    return ("EventRescheduled", moved_from) if moved_from else (STATUSES.get(event.status, "EventScheduled"), "")


def _moved_from(event: Event) -> Date | None:
    """The last date that was planned before today's, unless the one is only told better than the other."""
    planned = [
        citation.claim.date
        for citation in claiming(event.citations)
        if citation.claim and citation.claim.date and citation.claim.status in NOT_YET
    ]
    return next((date for date in reversed(planned) if not is_refined(date, event.date)), None)
