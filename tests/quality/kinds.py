"""Pages of each kind, found in what was built: a new kind of page is tested without a line here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

CLASSES = re.compile(rb'class="([^"]+)"')
LEADS_ON = b'http-equiv="refresh"'
NUMBER = re.compile(r"-?\d+")
MOST = 1  # pages of a kind that a browser opens
ENOUGH = 200_000  # bytes; a longer page holds more of the same, and is checked for many seconds


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a site. `kind` is the shape of its address: 'events/*', '#' for a year, '' for the chronology."""

    kind: str
    path: str  # its address from the site's root
    file: Path
    leads_on: bool  # a former address, which browsers leave at once


def pages_of(output: Path, languages: Iterable[str]) -> tuple[Found, ...]:
    """Every page of a site, in the order of its address."""
    known = frozenset(languages)
    return tuple(
        Found(_kind(file.relative_to(output), known), _address(file, output), file, LEADS_ON in file.read_bytes())
        for file in sorted(output.rglob("*.html"))
    )


def one_of_each(pages: Iterable[Found], most: int = MOST) -> tuple[Found, ...]:
    """Of each kind the page that has most in it, and others with what no page before them had, up to `most`."""
    opened = sorted((page for page in pages if not page.leads_on), key=lambda page: page.kind)
    alike = (tuple(group) for _, group in groupby(opened, lambda page: page.kind))
    return tuple(page for group in alike for page in _telling(group, most))


def _telling(pages: Iterable[Found], most: int) -> Iterator[Found]:
    """Pages of one kind, by the classes of their elements; pages that are too long come last, the shortest first."""
    waiting = {page: _classes(page.file.read_bytes()) for page in pages}
    sizes = {page: page.file.stat().st_size for page in waiting}
    seen: frozenset[bytes] = frozenset()
    for _ in range(min(most, len(waiting))):
        best = min(waiting, key=lambda page: (sizes[page] > ENOUGH, -len(waiting[page] - seen), sizes[page]))
        if seen and not waiting[best] - seen:
            return
        seen |= waiting.pop(best)
        yield best


def _classes(html: bytes) -> frozenset[bytes]:
    return frozenset(name for names in CLASSES.findall(html) for name in names.split())


def _kind(path: Path, languages: frozenset[str]) -> str:
    parts = list(path.parts)
    language = f"{parts.pop(0)}/" if parts[0] in languages else ""
    name = parts.pop()
    shape = ["#" if NUMBER.fullmatch(part) else "*" if index else part for index, part in enumerate(parts)]
    return language + "/".join(shape if name == "index.html" else [*shape, name])


def _address(file: Path, output: Path) -> str:
    return file.relative_to(output).as_posix().removesuffix("index.html")
