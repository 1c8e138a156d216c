"""A page before it is bytes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.dates import Date

EDITION = "\1"  # stands for a page's digest until the page is there to be digested


class Given(Mapping[str, object]):
    """What a page is given. `later` is worked out each time it is asked for, since all of it would fill the memory."""

    def __init__(self, ready: Mapping[str, object], later: Mapping[str, Callable[[], object]]) -> None:
        self._ready = ready
        self._later = later

    def __getitem__(self, name: str) -> object:
        return self._ready[name] if name in self._ready else self._later[name]()

    def __iter__(self) -> Iterator[str]:
        yield from self._ready
        yield from self._later

    def __len__(self) -> int:
        return len(self._ready) + len(self._later)


def undated() -> None:
    """The date of a page that shows nothing dated."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: where it stands, what renders it, and what it is given. It is given only what it shows."""

    path: str  # within the output, as in 'events/x/index.html'
    template: str
    language: str
    values: Mapping[str, object] = field(default_factory=dict)
    # The date of the newest source or change that it shows, which its values tell in words.
    newest: Callable[[], Date | None] = field(default=undated, compare=False)


class PathTaken(ValueError):
    """Two pages were planned at one path."""
