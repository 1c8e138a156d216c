"""Pictures that stand where a link to a page is shared: of the site, and of its events where it asks for them."""

from collections.abc import Iterator
from functools import partial

from generator.dates import iso_ends, year_words
from generator.layout import year_of
from generator.model.event import Event
from generator.plan.addresses import ROOT, path_of
from generator.plan.framing import Framing
from generator.plan.page import Given, Page
from generator.plan.sharing import EVENTS, PICTURE, PICTURE_TEMPLATE
from generator.plan.views import PictureOfPage


def share_pictures(framing: Framing) -> Iterator[Page]:
    """The picture of the site, then those of its events."""
    telling = framing.telling
    if not framing.site_view.picture:
        return
    yield Page(f"{telling.prefix}{PICTURE}", PICTURE_TEMPLATE, telling.language, {"shown": _of_site(framing)})
    if framing.site.settings.share_pictures == EVENTS:
        for event in framing.site.events:
            path = path_of(_address(event, framing)).removesuffix("index.html") + PICTURE
            yield Page(
                path, PICTURE_TEMPLATE, telling.language, Given({}, {"shown": partial(_of_event, event, framing)})
            )


def picture_of_event(event: Event, framing: Framing) -> str:
    """The address of the event's own picture; '' where it has none."""
    settings = framing.site.settings
    if not framing.site_view.picture or settings.share_pictures != EVENTS:
        return ""
    return f"{settings.base_url}{_address(event, framing)}{PICTURE}"


def _address(event: Event, framing: Framing) -> str:
    return framing.telling.addresses.page("event", event.id).removeprefix(ROOT)


def _of_site(framing: Framing) -> PictureOfPage:
    view, site = framing.site_view, framing.site
    years = sorted({year_of(event.date) for event in site.events})
    ends = dict.fromkeys((years[0], years[-1])) if years else ()
    words = "–".join(year_words(year, view.language) for year in ends)
    return PictureOfPage(view.title, words, words, view.direction, site.settings.theme.accent, view.description)


def _of_event(event: Event, framing: Framing) -> PictureOfPage:
    view, entry = framing.site_view, framing.entries.entry(event)
    return PictureOfPage(
        title=entry.title,
        date=entry.date.words,
        figures=" – ".join(end for end in iso_ends(event.date) if end) or event.date.edtf,
        direction=view.direction,
        accent=framing.site.settings.theme.accent,
        site=view.title,
        marker=entry.date.marker,
        sign=entry.status.sign,
    )
