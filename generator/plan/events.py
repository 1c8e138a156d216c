"""A page for each event, and one that leads on for each of its former ids."""

from collections.abc import Iterator
from functools import partial

from generator.plan.addresses import ROOT
from generator.plan.along import neighbours, tell_along
from generator.plan.framing import Framing
from generator.plan.page import Page
from generator.plan.share_pictures import picture_of_event
from generator.plan.structured_events import StructuredEvents
from generator.plan.support import tell_sides, tell_support


def event_pages(framing: Framing) -> Iterator[Page]:
    """The pages of the events, in their order."""
    telling, events = framing.telling, framing.site.events
    beside = neighbours(events)
    structured = StructuredEvents(framing)
    for index, event in enumerate(events):
        earlier = events[index - 1] if index else None
        after = events[index + 1] if index + 1 < len(events) else None
        address = telling.addresses.page("event", event.id)
        yield framing.page(
            address,
            "event.html",
            events=(event,),
            told={
                "event": partial(framing.entries.whole, event, earlier, after),
                "along": partial(tell_along, beside[event.id], telling),
                "support": partial(tell_support, event, framing.derived.corroboration, telling),
                "sides": partial(tell_sides, event, framing.derived.corroboration, telling),
                "cite": partial(framing.cite_event, event),
            },
            structured=partial(structured.written, event),
            picture=picture_of_event(event, framing),
        )
        for alias in event.aliases:
            former = telling.addresses.page("event", alias)
            link = telling.event_link(event.id)
            yield framing.page(former, "moved.html", events=(event,), link=link, canonical=address.removeprefix(ROOT))
