"""A page for each event, and one that leads on for each of its former ids."""

from collections.abc import Iterator
from functools import cached_property, partial

from generator.plan.addresses import ROOT
from generator.plan.along import Neighbours, neighbours, tell_along
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.share_pictures import picture_of_event
from generator.plan.structured_events import StructuredEvents
from generator.plan.support import tell_sides, tell_support


class EventPages:
    """The pages of the events of one language, in their order."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._structured = StructuredEvents(framing)
        self.entries = framing.site.events

    @cached_property
    def _beside(self) -> dict[str, Neighbours]:
        return neighbours(self.entries)

    def of(self, place: int) -> Iterator[Page]:
        """The pages of the event at a place among all of them: its own, then those of its former ids."""
        framing, events, event = self._framing, self.entries, self.entries[place]
        telling = framing.telling
        earlier = events[place - 1] if place else None
        after = events[place + 1] if place + 1 < len(events) else None
        address = telling.addresses.page("event", event.id)
        yield framing.page(
            address,
            "event.html",
            events=(event,),
            told={
                "event": partial(framing.entries.whole, event, earlier, after),
                "along": lambda: tell_along(self._beside[event.id], telling),
                "support": lambda: tell_support(event, framing.derived.corroboration, telling),
                "sides": lambda: tell_sides(event, framing.derived.corroboration, telling),
                "cite": partial(framing.cite_event, event),
            },
            structured=partial(self._structured.written, event),
            picture=picture_of_event(event, framing),
        )
        for alias in event.aliases:
            former = telling.addresses.page("event", alias)
            link = telling.event_link(event.id)
            yield framing.page(former, "moved.html", events=(event,), link=link, canonical=address.removeprefix(ROOT))
