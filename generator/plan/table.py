"""The table of all events, and what leads to it."""

from generator.model.site import Site
from generator.plan.telling import Telling

TABLE = "timeline.csv"


def has_table(site: Site) -> bool:
    """Whether the site has a table of its events: one is asked for, and there is an event."""
    return "csv" in site.settings.outputs and bool(site.events)


def table_address(telling: Telling) -> str:
    """The address of the table; '' where there is none."""
    return f"{telling.addresses.home}{TABLE}" if has_table(telling.site) else ""
