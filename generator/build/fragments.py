"""The pieces of which the pages' panel sets a fragment together, as JSON.

They are written by what `dateline export fragment` writes, so that both give the same bytes. Each shard is a document
of its own, of the events in it, whose sources are numbered from 1. What can be set together in another way stands
apart: headings, entries, references, and the places of the sources' numbers in them.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property, partial

from generator.dates import COARSENESS
from generator.layout import by_period
from generator.model.event import Event
from generator.plan.addresses import year_name
from generator.plan.date_patterns import date_patterns
from generator.plan.fragments import FOLDER, SHARD, count_words
from generator.plan.framing import Framing
from generator.plan.report import tell_report
from generator.plan.selection import Selected
from generator.plan.shards import shards_of
from generator.reports.composition import ENTRIES, compose
from generator.reports.fragment import fragment_pieces
from generator.reports.html import SECTIONS, Pieces, end_of

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]
# Where words will stand, and on both sides of the number of a source. No author's text can hold it: reading refuses it.
MARK = "\0"


def fragment_files(framings: Sequence[Framing]) -> dict[str, Callable[[], bytes]]:
    """What makes each file of the pieces, by path; nothing where no page has the panel."""
    if framings[0].site_view.embeds is None:
        return {}
    makers: dict[str, Callable[[], bytes]] = {}
    for framing in framings:
        fragments = _Fragments(framing)
        name = f"{FOLDER}{framing.telling.language}"
        makers[f"{name}.json"] = fragments.around
        for number in range(fragments.shards_expected):
            makers[f"{name}-{number}.json"] = partial(fragments.shard, number)
    return makers


class _Fragments:
    """The pieces of one language. None is held: each shard is written when it is asked for."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._events = framing.site.events

    @cached_property
    def _shards(self) -> tuple[tuple[int, int], ...]:
        return shards_of([self._framing.listing(event) for event in self._events], SHARD)

    @property
    def shards_expected(self) -> int:
        """How many shards there are."""
        derived = self._framing.derived
        return derived.memory.recall("fragments", lambda: len(self._shards), derived.heavy_traits)

    def around(self) -> bytes:
        """What stands around the entries, and the words that follow from which they are."""
        telling = self._framing.telling
        report = tell_report(self._framing, Selected((), ""))
        manuscript = replace(compose(report, ENTRIES), subtitle=MARK, facts=(MARK, MARK))
        pieces = fragment_pieces(manuscript, str)
        words, forms = count_words(telling)
        return _bytes(
            {
                "shards": [first for first, _ in self._shards],
                "opening": pieces.opening,
                "subtitle": pieces.subtitle.split(MARK),
                "count": pieces.count.split(MARK),
                "before": pieces.before,
                "ends": ["", *(end_of(level) for level in sorted(SECTIONS))],
                "sources": pieces.around_sources,
                "closing": pieces.closing,
                "events": {"words": words, "forms": forms},
                "asOf": report.as_of,
                "newest": telling.say("Newest source or change: %(day)s") % {"day": "{}"},
                "dates": asdict(date_patterns(telling.language)),
            }
        )

    def shard(self, number: int) -> bytes:
        """The entries of a shard by id, the headings above them, and what they cite, by the numbers in the entries."""
        start, end = self._shards[number]
        events = self._events[start:end]
        report = tell_report(self._framing, Selected(events, ""))
        pieces = fragment_pieces(compose(report, ENTRIES), _marked)
        headings: dict[str, Json] = {}
        rows = dict(self._rows(events, pieces, headings))
        names = (row.id for row in report.sources)
        sources = [[name, *_parted(html)] for name, html in zip(names, pieces.sources, strict=True)]
        return _bytes({"headings": headings, "events": rows, "sources": sources})

    def _rows(
        self, events: Sequence[Event], pieces: Pieces, headings: dict[str, Json]
    ) -> Iterator[tuple[str, Mapping[str, Json]]]:
        """Each event with what is needed of it. The headings that stand above are added to `headings`, by period."""
        sections = iter(pieces.sections)
        for year in by_period(events).years:
            name = year_name(year.number)
            headings[name] = next(sections).html
            for month in year.months:
                period = f"{name}-{month.number:02d}" if month.number else ""
                if period and period not in headings:
                    headings[period] = next(sections).html
                for event in month.events:
                    yield (
                        event.id,
                        {
                            "year": name,
                            "month": period,
                            "newest": _newest(event, self._framing),
                            "actors": [row.actor for row in event.actors],
                            "html": _parted(next(sections).html),
                        },
                    )


def _newest(event: Event, framing: Framing) -> Json:
    """The newest change of an event: its last day, how well it is known, and in words."""
    date = framing.derived.newest[event.id]
    if date is None or date.latest is None:
        return None
    return [date.latest, COARSENESS[date.precision], framing.telling.date(date).words]


def _marked(number: int) -> str:
    return f"{MARK}{number}{MARK}"


def _parted(html: str) -> list[Json]:
    """The HTML, and between two parts of it the number of a source."""
    return [int(part) if place % 2 else part for place, part in enumerate(html.split(MARK))]


def _bytes(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
