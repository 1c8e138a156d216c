"""timeline.csv: the events as a table, a row for each, as docs/output.md describes it."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from generator.dates import iso_day
from generator.model.corroboration import Corroboration
from generator.model.event import Event
from generator.model.text import Text
from generator.plan import ROOT
from generator.plan.telling import Telling
from generator.quotes import visible_text

# What makes a spreadsheet take a text for a formula (OWASP, CSV Injection), in full width, too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    *("id", "title", "date", "earliest", "latest", "precision", "status", "type", "key", "place", "actors", "topics"),
    *("summary", "disputed", "independent_sources", "sources", "updated", "url"),
)
BETWEEN = "; "  # names in one column
DATES = frozenset({"date", "earliest", "latest", "updated"})  # never begin a formula: a sign is that of a year


def render_timeline_csv(telling: Telling, corroboration: Corroboration) -> bytes:
    """The events in one language, in their order, by RFC 4180: UTF-8 with the mark by which Excel knows it."""
    lines = StringIO()
    # Everything is quoted, so that a text with a separator of another country stays in its column.
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in telling.site.events:
        row = _row(event, telling, len(corroboration.voices(event)))
        writer.writerow(value if name in DATES else harmless(value) for name, value in row.items())
    return lines.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before what could begin one."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(event: Event, telling: Telling, voices: int) -> Mapping[str, str]:
    """The event's values, in the order of COLUMNS."""
    sources = (citation.source.url or _text(citation.source.title, telling) for citation in event.citations)
    values = (
        event.id,
        _text(event.title, telling),
        event.date.edtf,
        _day(event.date.earliest),
        _day(event.date.latest),
        event.date.precision,
        event.status,
        event.type,
        _flag(event.is_key),
        telling.places[event.place].name.text if event.place else "",
        _together(telling.actors[row.actor].name.text for row in event.actors),
        _together(telling.topics[topic].name.text for topic in event.topics),
        " ".join(visible_text(_text(event.summary, telling)).split()),
        _text(event.disputed, telling) or _flag(event.is_contradicted),
        str(voices),
        _together(sources),
        event.updated.edtf if event.updated else "",
        telling.addresses.page("event", event.id).replace(ROOT, telling.site.settings.base_url),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _text(text: Text | None, telling: Telling) -> str:
    return telling.text(text).text if text else ""


def _day(day: int | None) -> str:
    return iso_day(day) if day is not None else ""


def _flag(is_so: bool) -> str:
    return "yes" if is_so else ""


def _together(names: Iterable[str]) -> str:
    """Names in one column, each once."""
    return BETWEEN.join(dict.fromkeys(name for name in names if name))
