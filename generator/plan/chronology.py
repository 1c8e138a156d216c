"""The chronology's pages: the first page, and those of the years."""

from collections.abc import Iterator
from functools import partial

from generator.model.vocabulary import STATUSES
from generator.plan.calendars import calendar_links
from generator.plan.embedding import tell_embed
from generator.plan.framing import Framing
from generator.plan.overview import tell_overview
from generator.plan.page import Page
from generator.plan.profiles import tell_periods
from generator.plan.sheets import Sheets
from generator.plan.structured_site import written_of_site
from generator.plan.table import table_address


def chronology_pages(framing: Framing) -> Iterator[Page]:
    """The first page, then the years in order."""
    telling, count = framing.telling, len(framing.site.events)
    title = telling.text(framing.site.settings.title)
    sheets = Sheets(framing, telling.addresses.home, framing.paged)
    here = frozenset(event.id for event in framing.paged.front.events)
    yield sheets.first_page(
        "timeline.html",
        told={
            "overview": partial(tell_overview, framing, partial(framing.entry_address, here)),
            "cite": framing.cite_site,
        },
        structured=partial(written_of_site, framing),
        periods=tell_periods(telling),
        embed=tell_embed(framing, "", "", title, telling.addresses.home, count),
        count=count,
        table=table_address(telling),
        calendars=calendar_links(telling) if framing.derived.dated else (),
        signs=tuple(telling.status(status.id, "") for status in STATUSES),
    )
    yield from sheets.pages()
