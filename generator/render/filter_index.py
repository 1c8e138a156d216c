"""The filters' index: what the script needs of each event to choose it, in columns, as docs/filters.md describes it.

Events are parted into shards at the pages of the chronology, so that an edit changes few of them. What is the same in
every language stands apart from the words.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from generator.languages.sorting import search_key
from generator.model.event import Event
from generator.model.standings import Stood
from generator.model.vocabulary import STATUSES
from generator.plan.facets import Facets, publishers_of
from generator.plan.filters import FOLDER, result_words, tell_facets, tell_words
from generator.plan.framing import Framing
from generator.plan.standings import looks_of
from generator.plan.telling import Telling
from generator.plan.time_columns import time_columns

SHARD = 2_000  # events, at the least
HINDSIGHT = {"date": 1, "status": 2, "known": 4}
CONTRADICTED = 8
SUPPORTED = 16  # times the number of the option
STATUS_NUMBERS = {name: number for number, name in enumerate(sorted(status.id for status in STATUSES))}
Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]


def filter_index(framings: Sequence[Framing]) -> dict[str, Callable[[], bytes]]:
    """What makes each file of the index, by path. `framings` are those of the site's languages, the first one first."""
    index = _Index(framings[0])
    tellings = [framing.telling for framing in framings]
    makers: dict[str, Callable[[], bytes]] = {}
    for telling in tellings:
        makers[f"{FOLDER}{telling.language}.json"] = partial(index.facets_in, telling)
    for number in range(index.shards_expected):
        makers[f"{FOLDER}rows-{number}.json"] = partial(index.rows, number)
        if framings[0].site.as_of is None:
            makers[f"{FOLDER}days-{number}.json"] = partial(index.days, number)
        for telling in tellings:
            makers[f"{FOLDER}titles-{telling.language}-{number}.json"] = partial(index.titles, number, telling)
    return makers


class _Index:
    """The columns of one site. What they share is worked out once, when the first is asked for."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._events = framing.site.events

    @cached_property
    def _facets(self) -> Facets:
        return self._framing.derived.facets

    @cached_property
    def _pages(self) -> tuple[str, ...]:
        """The page on which each event stands, without the language's prefix."""
        home = self._framing.telling.addresses.home
        return tuple(self._framing.listing(event).removeprefix(home) for event in self._events)

    @cached_property
    def _page_numbers(self) -> dict[str, int]:
        return {page: number for number, page in enumerate(dict.fromkeys(self._pages))}

    @cached_property
    def _shards(self) -> tuple[tuple[int, int], ...]:
        """The first event of each shard, and the one after its last."""
        bounds = [0]
        for place in range(1, len(self._events)):
            if place - bounds[-1] >= SHARD and self._pages[place] != self._pages[place - 1]:
                bounds.append(place)
        return tuple(zip(bounds, [*bounds[1:], len(self._events)], strict=True))

    @property
    def shards_expected(self) -> int:
        """How many shards there are."""
        derived = self._framing.derived
        return derived.memory.recall("shards", lambda: len(self._shards), derived.heavy_traits)

    def facets_in(self, telling: Telling) -> bytes:
        """The facets, their options and the script's words in one language."""
        facets = tell_facets(self._facets, telling)
        return _bytes(
            {
                "events": len(self._events),
                "shards": len(self._shards),
                "key": sum(event.is_key for event in self._events),
                "result": result_words(telling, len(self._events)),
                "words": tell_words(telling),
                "pages": tuple(self._page_numbers),
                "facets": [
                    {
                        "name": facet.name,
                        "label": facet.label,
                        "options": [
                            _bare([row.id, row.label.text, row.total, row.others, row.note]) for row in facet.options
                        ],
                    }
                    for facet in facets
                ],
            }
        )

    def rows(self, number: int) -> bytes:
        """The events of a shard, in their order: where each stands, when it is, and its options of each facet."""
        start, end = self._shards[number]
        events = self._events[start:end]
        times = [time_columns(event.date) for event in events]
        days = [day for day, *_ in times]
        return _bytes(
            {
                "ids": [event.id for event in events],
                "page": [self._page_numbers[page] for page in self._pages[start:end]],
                "day": [day - before for before, day in zip([0, *days], days, strict=False)],
                "length": [length for _, length, *_ in times],
                "form": [form for _, _, form, _ in times],
                "key": [int(event.is_key) for event in events],
                "facets": {facet.name: facet.chosen[start:end] for facet in self._facets.all},
                "instant": {str(place): row[3] for place, row in enumerate(times) if row[3]},
                "after": {str(place): event.after for place, event in enumerate(events) if event.after},
            }
        )

    def titles(self, number: int, telling: Telling) -> bytes:
        """The titles of a shard's events in one language, as they are searched."""
        start, end = self._shards[number]
        return _bytes([search_key(telling.text(event.title).text) for event in self._events[start:end]])

    def days(self, number: int) -> bytes:
        """How the events of a shard stood from day to day, and when each of their sources became known.

        Days are told from the first day of the event's own date.
        """
        start, end = self._shards[number]
        events = self._events[start:end]
        return _bytes({"cited": [self._cited(event) for event in events], "rows": [self._stood(e) for e in events]})

    @cached_property
    def _numbers(self) -> dict[str, dict[str, int]]:
        return {facet.name: {option: place for place, option in enumerate(facet.options)} for facet in self._facets.all}

    def _cited(self, event: Event) -> list[int | None]:
        """Of each source: since when it is known, and who published it; none is -1."""
        publishers, first = self._numbers.get("source", {}), time_columns(event.date)[0]
        found: list[int | None] = []
        for citation in event.citations:
            known, names = citation.source.known, publishers_of([citation.source])
            found += [known - first if known is not None else None, publishers[names[0]] if names else -1]
        return found

    def _stood(self, event: Event) -> list[Json]:
        standings = self._framing.telling.standings
        return [self._row(event, row, look) for row, look in looks_of(event, standings).rows] if standings else []

    def _row(self, event: Event, row: Stood, look: int) -> list[Json]:
        """From which day on the event stood so; its date; its status; which look; what is doubtful; its actors."""
        first, stood = time_columns(event.date)[0], row.standing
        if stood is None:
            return [row.since - first]
        day, length, form, instant = time_columns(stood.date)
        doubts = sum(HINDSIGHT[name] for name in stood.hindsight) + (CONTRADICTED if stood.is_contradicted else 0)
        doubts += SUPPORTED * self._numbers["support"][self._facets.support_of(stood.citations)]
        actors = self._facets.actors_on(event, stood.date)
        moved = actors != self._facets.actors_on(event, event.date)
        numbers = self._numbers.get("actor", {})
        return _bare(
            [
                row.since - first,
                day - first,
                length,
                form,
                STATUS_NUMBERS[stood.status],
                look,
                doubts,
                instant,
                sorted(numbers[name] for name in actors if name in numbers) if moved else 0,
            ]
        )


def _bare(row: list[Json]) -> list[Json]:
    """The row without what is nothing at its end. Two stay: one alone says that the event was not known."""
    while len(row) > 2 and not row[-1]:
        row = row[:-1]
    return row


def _bytes(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
