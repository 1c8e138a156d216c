"""Pages of one kind in one language: which there are is remembered, and a page is made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from generator.plan.framing import Framing
from generator.plan.page import Page


class Row(NamedTuple):
    """Where a page stands, and what it takes to make it."""

    path: str
    template: str
    quire: int  # the number of its kind, among those of all languages
    entry: int  # the place of the entry that it is of, among those of its kind


class Maker(Protocol):
    """Makes the pages of one kind, each time anew."""

    @property
    def entries(self) -> Sequence[object]:
        """What there are pages of, in their order."""

    def of(self, place: int) -> Iterable[Page]:
        """The pages of the entry at a place."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page."""

    name: str
    maker: Callable[[Framing], Maker]
    is_weighed: bool = False  # which pages there are depends on what each event weighs


class Whole:
    """Makes pages that are made all at once, and kept."""

    entries = (None,)

    def __init__(self, make: Callable[[Framing], Iterator[Page]], framing: Framing) -> None:
        self._make = make
        self._framing = framing

    def of(self, _place: int) -> Iterable[Page]:
        """All of them, in their order."""
        return self._pages

    def page(self, path: str) -> Page:
        """The one that stands at a path."""
        return self._by_path[path]

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(self._make(self._framing))

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self._pages}


def whole(make: Callable[[Framing], Iterator[Page]]) -> Callable[[Framing], Maker]:
    """A maker of pages that are made all at once."""
    return lambda framing: Whole(make, framing)


class Quire:
    """The pages of a kind in one frame."""

    def __init__(self, number: int, kind: Kind, framing: Framing) -> None:
        self._number = number
        self._maker = kind.maker(framing)
        derived = framing.derived
        frame = (number, kind.name, framing.telling.language, framing.telling.prefix, framing.linked)
        rests_on = derived.heavy_traits if kind.is_weighed else derived.traits
        self.rows: tuple[Row, ...] = derived.memory.recall(("rows", frame), self._rows, rests_on)

    def page(self, row: Row) -> Page:
        """The page of a row."""
        if isinstance(self._maker, Whole):
            return self._maker.page(row.path)
        # It takes microseconds, and all of them would fill the memory.
        return next(page for page in self._maker.of(row.entry) if page.path == row.path)

    def pages(self) -> Iterator[Page]:
        """All pages, in their order."""
        return map(self.page, self.rows)

    def _rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(page.path, page.template, self._number, place)
            for place in range(len(self._maker.entries))
            for page in self._maker.of(place)
        )
