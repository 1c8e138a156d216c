"""Lists under their headings: names under their letters, what is dated under its years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.languages import first_letter
from generator.plan.addresses import year_name
from generator.plan.telling import Telling
from generator.plan.views import Link

SHORT = 40  # entries that need no headings
OTHER = "#"  # the heading of names that begin with no letter


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries under a letter or a year; '' where a list is short enough to need none."""

    heading: str
    anchor: str
    links: tuple[Link, ...]


def by_letter(links: Sequence[Link]) -> tuple[Shelf, ...]:
    """Links in the order of their names, by the first letters of these; those that begin with none come last."""
    found: dict[str, list[Link]] = {}
    for link in links if len(links) > SHORT else ():
        found.setdefault(first_letter(link.name.text) or OTHER, []).append(link)
    if len(found) < 2:
        return whole(links)
    letters = [letter for letter in found if letter != OTHER] + [OTHER] * (OTHER in found)
    return tuple(
        Shelf(letter, f"letter:{letter if letter != OTHER else 'other'}", tuple(found[letter])) for letter in letters
    )


def by_year(rows: Iterable[tuple[int, Link]], telling: Telling) -> tuple[Shelf, ...]:
    """Links in the order of their years, by these."""
    listed = list(rows)
    years = [(year, tuple(link for _, link in of_year)) for year, of_year in groupby(listed, key=lambda row: row[0])]
    if len(listed) <= SHORT or len(years) < 2:
        return whole([link for _, link in listed])
    return tuple(Shelf(telling.year_name(year).text, f"year:{year_name(year)}", links) for year, links in years)


def whole(links: Sequence[Link]) -> tuple[Shelf, ...]:
    """Links without headings."""
    return (Shelf("", "", tuple(links)),) if links else ()
