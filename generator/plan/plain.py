"""Pages of the author's own, and the one for an address that has none."""

from collections.abc import Iterator

from generator.plan.addresses import ROOT
from generator.plan.framing import Framing
from generator.plan.page import Page


def plain_pages(framing: Framing) -> Iterator[Page]:
    """The pages of content/pages/."""
    telling = framing.telling
    for page in framing.site.pages:
        yield framing.page(
            telling.addresses.plain(page.id),
            "page.html",
            heading=telling.text(page.title),
            body=telling.html(page.body, prefix="", base=2),
        )


def not_found_page(framing: Framing) -> Iterator[Page]:
    """What a server sends where there is no page."""
    path = f"{framing.telling.prefix}404.html"
    yield framing.page(f"{ROOT}{path}", "404.html", path=path)
