"""The filters' index: what the script needs of each event to choose it, in columns, as docs/filters.md describes it.

Events are parted into shards at the pages of the chronology, so that an edit changes few of them. What is the same in
every language stands apart from the words.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from generator.languages.sorting import search_key
from generator.plan.earlier import bare
from generator.plan.facets import Facets
from generator.plan.filters import FOLDER, result_words, tell_facets, tell_words
from generator.plan.framing import Framing
from generator.plan.shards import shards_of
from generator.plan.telling import Telling
from generator.plan.time_columns import time_columns

SHARD = 2_000  # events, at the least
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
        return shards_of(self._pages, SHARD)

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
                            bare([row.id, row.label.text, row.total, row.others, row.note]) for row in facet.options
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
        earlier, numbers = self._framing.earlier, self._facets.numbers
        assert earlier is not None
        start, end = self._shards[number]
        days = [earlier.of(event) for event in self._events[start:end]]
        cited = [one.cited_as(numbers) for one in days]
        return _bytes({"cited": cited, "rows": [one.rows_as(numbers) for one in days]})


def _bytes(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
