"""On how many independent sources an event rests, and why some of them count once.

What the same publisher says twice is one voice. So is what one outlet has from another, what two have from a third
(`relies_on`), and what two print in nearly the same words. A denial supports nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal
from urllib.parse import urlsplit

from generator.model.event import Event
from generator.model.identity import as_slug
from generator.model.site import Site
from generator.model.source import Citation, Source
from generator.model.vocabulary import DENIED
from generator.quotes import Comparable, are_nearly_the_same, comparable

Why = Literal["publisher", "relies", "text"]
REASONS: tuple[Why, ...] = ("publisher", "relies", "text")


@dataclass(frozen=True, slots=True)
class Voice:
    """Sources that count once, and why they do; none where there is one source."""

    citations: tuple[Citation, ...]
    reasons: tuple[Why, ...] = ()


class Corroboration:
    """The voices of a site's events. What two articles have in common is worked out once."""

    def __init__(self, site: Site) -> None:
        self._articles = {article.id: article for article in site.articles}
        self._texts: dict[str, Comparable] = {}
        self._alike: dict[tuple[str, str], bool] = {}

    def voices(self, event: Event) -> tuple[Voice, ...]:
        """The independent voices that an event rests on, in the order of its file."""
        return self.among(event.citations)

    def among(self, citations: Iterable[Citation]) -> tuple[Voice, ...]:
        """The independent voices among some sources."""
        rows = [row for row in citations if not (row.claim and row.claim.status == DENIED)]
        if len(rows) < 2:
            return tuple(Voice((row,)) for row in rows)
        ties = dict(_ties_by_name(rows))
        for pair in combinations(range(len(rows)), 2):
            if pair not in ties and self._are_alike(rows[pair[0]], rows[pair[1]]):
                ties[pair] = "text"
        return _voices(rows, ties)

    def _are_alike(self, one: Citation, other: Citation) -> bool:
        pair = (min(one.article, other.article), max(one.article, other.article))
        if not pair[0] or pair[0] not in self._articles or pair[1] not in self._articles:
            return False
        known = self._alike.get(pair)
        if known is None:
            known = self._alike[pair] = are_nearly_the_same(self._text(pair[0]), self._text(pair[1]))
        return known

    def _text(self, name: str) -> Comparable:
        text = self._texts.get(name)
        if text is None:
            text = self._texts[name] = comparable(self._articles[name].html)
        return text


def independent_sources(event: Event, site: Site) -> int:
    """On how many independent sources an event of a site rests."""
    return len(Corroboration(site).voices(event))


def _ties_by_name(rows: Sequence[Citation]) -> Iterable[tuple[tuple[int, int], Why]]:
    names = [(_published_by(row.source), _had_from(row.source)) for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        (publisher, had_from), (other_publisher, other_had_from) = names[one], names[other]
        if publisher and publisher == other_publisher:
            yield (one, other), "publisher"
        elif (had_from and had_from in (other_publisher, other_had_from)) or (
            other_had_from and other_had_from == publisher
        ):
            yield (one, other), "relies"


def _published_by(source: Source) -> str:
    """Who stands behind a source: its publisher, else its author, else the host of its address, else what it is."""
    for name in (source.publisher, source.author):
        if name and (slug := as_slug(name.first)):
            return slug
    if host := urlsplit(source.url).hostname:
        return host.removeprefix("www.")
    return f"={source.title.first}" if source.title else f"={source.symbol or source.doi}"


def _had_from(source: Source) -> str:
    return as_slug(source.relies_on.first) if source.relies_on else ""


def _voices(rows: Sequence[Citation], ties: dict[tuple[int, int], Why]) -> tuple[Voice, ...]:
    """The rows that hang together, directly or through others."""
    head = list(range(len(rows)))

    def find(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for one, other in ties:
        first, second = sorted((find(one), find(other)))
        head[second] = first
    members: dict[int, list[int]] = {}
    for place in range(len(rows)):
        members.setdefault(find(place), []).append(place)
    reasons = {find(one): set[Why]() for one, _ in ties}
    for (one, _), why in ties.items():
        reasons[find(one)].add(why)
    return tuple(
        Voice(
            tuple(rows[place] for place in places),
            tuple(why for why in REASONS if why in reasons.get(first, ())),
        )
        for first, places in members.items()
    )
