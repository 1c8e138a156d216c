"""Titles for lists of others' programs, which show nothing beside them."""

from collections.abc import Container

from generator.model.event import Event
from generator.model.text import Localised
from generator.plan.telling import Telling


def open_title(event: Event, telling: Telling, told: Container[str]) -> Localised:
    """The event's title, after its status where that is one of those to be told: or it would seem to stand."""
    title = telling.text(event.title)
    if event.status not in told:
        return title
    status = telling.status(event.status, event.type).label
    return Localised(telling.say("%(status)s: %(title)s") % {"status": status, "title": title.text}, title.language)
