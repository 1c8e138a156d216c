"""The feed: which events are new or were changed, the newest change first."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model.event import Event
from generator.model.knowledge import change_days, known_since
from generator.model.site import Site
from generator.model.text import Localised
from generator.model.vocabulary import RETRACTED
from generator.plan.entries import Entries
from generator.plan.ids import event_id, lasting_id
from generator.plan.page import Given, Page
from generator.plan.telling import Telling
from generator.plan.titles import open_title

FEED = "feed.xml"
ENTRY_TEMPLATE = "parts/feed_entry.html"
MOST = 100  # entries
LAST_DAY = date.max.toordinal()  # as dates of feeds have four digits for a year (RFC 3339); the first is day 1


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An event of the feed. Days are numbers from 1 to LAST_DAY."""

    id: str
    title: Localised
    address: str
    published: int | None  # since when the event has been known; None where a feed has no form for that day
    updated: int  # when it was last changed
    categories: tuple[tuple[str, str], ...]  # (id, label): its type and its topics
    content: Page  # of HTML


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language."""

    id: str
    title: Localised
    subtitle: Localised | None
    rights: Localised | None
    language: str
    base_url: str
    address: str  # its own
    home: str
    updated: int  # as of its entries
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event, and since when it is known and unchanged."""

    event: Event
    published: int
    updated: int


def has_feed(site: Site) -> bool:
    """Whether the site has feeds: one is asked for, and there are whole addresses for it to name."""
    return "feed" in site.settings.outputs and bool(site.settings.base_url)


def plan_feed(entries: Entries) -> Feed:
    """The feed of a site that has one, in one language."""
    telling = entries.telling
    site, settings = telling.site, telling.site.settings
    told = tuple(_tell(row, entries) for row in newest_first(site)[:MOST])
    newest = told[0].updated if told else min(max(site.knowledge_day or 1, 1), LAST_DAY)
    return Feed(
        id=lasting_id(telling.prefix, telling),
        title=telling.text(settings.title),
        subtitle=_subtitle(telling),
        rights=telling.maybe(settings.licence),
        language=telling.language,
        base_url=settings.base_url,
        address=f"{telling.addresses.home}{FEED}",
        home=telling.addresses.home,
        updated=newest,
        entries=told,
    )


def newest_first(site: Site) -> tuple[_Dated, ...]:
    """The events whose newest change a feed can date, the newest first; of one day the later event first."""
    rows = (_dated(event, site.knowledge_day) for event in reversed(site.events))
    return tuple(sorted((row for row in rows if row), key=lambda row: -row.updated))


def _dated(event: Event, until: int | None) -> _Dated | None:
    """The event with its days; None where it is not known yet `until` the newest day of the site, or has no such day.

    One with neither a dated source nor a change becomes known as it does for a site as of a day.
    """
    first, changed = known_since(event), change_days(event)
    days = changed or [day for day in (first,) if day is not None and (until is None or day <= until)]
    updated = max(days, default=0)
    if not 1 <= updated <= LAST_DAY:
        return None
    return _Dated(event, updated if first is None else min(first, updated), updated)


def _tell(row: _Dated, entries: Entries) -> FeedEntry:
    event, telling = row.event, entries.telling
    return FeedEntry(
        id=event_id(event, telling),
        title=open_title(event, telling, (RETRACTED,)),
        address=telling.addresses.page("event", event.id),
        published=row.published if row.published >= 1 else None,
        updated=row.updated,
        categories=(
            (event.type, telling.types[event.type]),
            *((topic, telling.topics[topic].name.text) for topic in event.topics),
        ),
        content=Page(
            f"{telling.prefix}{FEED}",
            ENTRY_TEMPLATE,
            telling.language,
            Given(
                {"language": telling.language, "direction": telling.speech.direction},
                {"event": partial(entries.whole, event, None, None)},
            ),
        ),
    )


def _subtitle(telling: Telling) -> Localised | None:
    description = telling.maybe(telling.site.settings.description)
    if telling.site.as_of is None:
        return description
    known = telling.say("As known on %(day)s.") % {"day": telling.day(telling.site.as_of)}
    return Localised(f"{known} {description.text}" if description else known, telling.language)
