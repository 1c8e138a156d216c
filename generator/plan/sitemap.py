"""The map of the site for search engines: each page, when it was last changed, and the same in other languages.

https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.dates import Date
from generator.model.settings import Settings
from generator.plan.frame import Alternate
from generator.plan.page import Page
from generator.plan.quires import Row
from generator.plan.sharing import PICTURE_TEMPLATE

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
MOST = 50_000  # addresses of one file
UNLISTED = frozenset({"404.html", "moved.html", "embed.html", PICTURE_TEMPLATE})
LAST_DAY = date.max.toordinal()
Templated = TypeVar("Templated", Page, Row)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the map. Its addresses are whole."""

    address: str
    changed: int | None  # the number of the day; None where none is known that has a form there
    alternates: tuple[tuple[str, str], ...]  # (language, address), the page's own among them; () of a single language


def has_sitemap(settings: Settings) -> bool:
    """Whether the site has a map: one is asked for, and there are whole addresses for it to list."""
    return "sitemap" in settings.outputs and bool(settings.base_url)


def parts_of(pages: Iterable[Templated], settings: Settings) -> list[Sequence[Templated]]:
    """The pages that are listed, as they are shared among files: the same pages in other languages count as well.

    What leads elsewhere or is no page is not listed.
    """
    listed = [page for page in pages if page.template not in UNLISTED]
    most = MOST // len(settings.languages)
    return [listed[start : start + most] for start in range(0, len(listed), most)]


def list_pages(pages: Iterable[Page], settings: Settings) -> tuple[Listed, ...]:
    """The pages in their order, as the map tells them."""
    return tuple(_listed(page, settings.base_url) for page in pages)


def part_name(number: int) -> str:
    """The file of a part, from 1, of a map that has several."""
    return f"sitemap-{number}.xml"


def _listed(page: Page, base_url: str) -> Listed:
    alternates = page.values["alternates"]
    found = alternates if isinstance(alternates, tuple) else ()
    return Listed(
        f"{base_url}{page.values['address']}",
        _day(page.newest()),
        tuple((row.language, row.absolute) for row in found if isinstance(row, Alternate)),
    )


def _day(changed: Date | None) -> int | None:
    """The last day of a date, as of which a source is taken as known."""
    day = changed.latest if changed else None
    return day if day is not None and 1 <= day <= LAST_DAY else None
