"""llms.txt: what the site is and where its parts stand, for programs that read texts (https://llmstxt.org/)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.model.settings import Settings
from generator.model.vocabulary import RETRACTED
from generator.plan.addresses import ROOT
from generator.plan.calendars import calendar_links
from generator.plan.framing import Framing
from generator.plan.table import table_address

OUTLINE = "llms.txt"
MOST = 100  # main events


@dataclass(frozen=True, slots=True)
class Outline:
    """The site in one language. Links are (name, address, note); without a base URL, addresses are relative."""

    title: str
    description: str
    remarks: tuple[str, ...]
    sections: tuple[tuple[str, Sequence[tuple[str, str, str]]], ...]


def has_outline(settings: Settings) -> bool:
    """Whether one is asked for."""
    return "llms" in settings.outputs


def plan_outline(framing: Framing) -> Outline:
    """What stands in the outline of one language's pages."""
    telling, site = framing.telling, framing.site
    settings, say = site.settings, telling.say
    description, notice, licence = map(telling.maybe, (settings.description, settings.notice, settings.licence))
    remarks = [text.text for text in (notice, licence) if text]
    if site.as_of is not None:
        remarks.insert(0, say("As known on %(day)s.") % {"day": telling.day(site.as_of)})
    links = (*framing.sections, *framing.site_view.own_pages)
    pages = [(link.name.text, _address(link.address, framing), "") for link in links]
    counts = (telling.event_count(len(site.events)), telling.article_count(len(site.articles)))
    pages[0] = (*pages[0][:2], ", ".join(counts))
    sections = (
        (say("Pages"), pages),
        (say("Main events"), list(_main_events(framing))),
        (say("Data"), list(_data(framing))),
    )
    return Outline(
        telling.text(settings.title).text,
        description.text if description else "",
        tuple(remarks),
        tuple((heading, rows) for heading, rows in sections if rows),
    )


def _main_events(framing: Framing) -> Iterator[tuple[str, str, str]]:
    main = (event.id for event in reversed(framing.site.events) if event.is_key and event.status != RETRACTED)
    for link in map(framing.telling.event_link, islice(main, MOST)):
        yield link.name.text, _address(link.address, framing), link.note


def _data(framing: Framing) -> Iterator[tuple[str, str, str]]:
    telling, outputs = framing.telling, framing.site.settings.outputs
    say, home = telling.say, telling.addresses.home
    if "json" in outputs:
        yield "timeline.json", _address(f"{home}timeline.json", framing), say("The whole chronology as data (JSON)")
    if table := table_address(telling):
        yield "timeline.csv", _address(table, framing), say("The whole chronology as a table (CSV)")
    if framing.site_view.feed:
        yield "feed.xml", _address(framing.site_view.feed, framing), say("New and changed events as a feed (Atom)")
    for link in calendar_links(telling) if framing.derived.dated else ():
        yield link.address.removeprefix(home), _address(link.address, framing), f"{link.name.text} (iCalendar)"


def _address(address: str, framing: Framing) -> str:
    base = framing.site.settings.base_url
    return address.replace(ROOT, base) if base else f"./{address.removeprefix(framing.telling.addresses.home)}"
