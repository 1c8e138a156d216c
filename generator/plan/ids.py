"""Ids that stay the same wherever the site stands: of feeds, and of events for programs that keep them."""

from generator.model.event import Event
from generator.plan.telling import Telling

URN = "urn:uuid:"


def lasting_id(name: str, telling: Telling) -> str:
    """The id of what stands at an address of the site, '' for the site itself.

    Of a site without an id it is the address itself. What is told in another language is another thing.
    """
    settings = telling.site.settings
    if not settings.id:
        return f"{settings.base_url}{name}"
    if not name:
        return settings.id
    if settings.id.startswith(URN):
        from uuid import UUID, uuid5

        return f"{URN}{uuid5(UUID(settings.id), name)}"
    return f"{settings.id.rstrip('/')}/{name}"


def event_id(event: Event, telling: Telling) -> str:
    """The id of an event: by the first of its former ids, so that a new one changes nothing."""
    first = event.aliases[0] if event.aliases else event.id
    name = telling.addresses.page("event", first).removeprefix(telling.addresses.home)
    return lasting_id(f"{telling.prefix}{name}", telling)
