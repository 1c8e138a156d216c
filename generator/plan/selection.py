"""Which events are asked for: the choices that readers have on a page, by the same rules."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.dates import DateError, parse_date
from generator.languages.sorting import search_key
from generator.model.event import Event
from generator.plan.facets import Facet
from generator.plan.filters import FacetView, tell_facets
from generator.plan.framing import Framing
from generator.problems import did_you_mean

PERIOD = re.compile(r"-?[0-9]{4,6}(-[0-9]{2}){0,2}", re.ASCII)  # a year, a month or a day
FOUND_BY_WORDS = ("actor", "place")  # facets whose options a search looks through, besides titles


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for, as the address of a view says it."""

    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by name: events with any of these
    since: str = ""  # a year, a month or a day: `from` of an address
    until: str = ""
    words: str = ""  # all of them in the title, or in the name of an actor or a place
    is_key: bool = False
    limit: int | None = None  # the first so many since then; without `since`, the last so many


class SelectionFault(ValueError):
    """A selection that cannot be met: `faults` are all that is wrong, each with what to do."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(message for message, _ in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Selected:
    """The events that meet a selection, in the site's order, and what was chosen, in words; '' for everything."""

    events: tuple[Event, ...]
    words: str


def select(selection: Selection, framing: Framing) -> Selected:
    """The events that a reader would see who chose the same on a page. SelectionFault where there are none."""
    return _Selecting(selection, framing).select()


class _Selecting:
    def __init__(self, selection: Selection, framing: Framing) -> None:
        self._selection = selection
        self._events = framing.site.events
        self._telling = framing.telling
        self._facets: dict[str, Facet] = {facet.name: facet for facet in framing.derived.facets.all}
        self._views: dict[str, FacetView] = {
            view.name: view for view in tell_facets(framing.derived.facets, framing.telling)
        }
        self._faults: list[tuple[str, str]] = []

    def select(self) -> Selected:
        asked = {name: values for name, values in self._selection.facets.items() if values}
        wanted = {name: self._numbers(name, values) for name, values in asked.items()}
        first, last = self._day("from", self._selection.since, 0), self._day("to", self._selection.until, 1)
        if self._faults:
            raise SelectionFault(self._faults)
        searched = [self._finder(word) for word in search_key(self._selection.words).split()]
        rows = [
            row
            for row, event in enumerate(self._events)
            if (first is None or event.date.latest is None or event.date.latest >= first)
            and (last is None or event.date.earliest is None or event.date.earliest <= last)
            and (event.is_key or not self._selection.is_key)
            and all(numbers.intersection(self._facets[name].chosen[row]) for name, numbers in wanted.items())
            and all(is_found(row) for is_found in searched)
        ]
        if not rows:
            raise SelectionFault([("no event meets all of this", self._what_there_is())])
        limit = self._selection.limit
        if limit is not None:
            rows = rows[:limit] if self._selection.since else rows[-limit:]
        return Selected(tuple(self._events[row] for row in rows), ", ".join(self._said(wanted)))

    def _numbers(self, name: str, values: Sequence[str]) -> frozenset[int]:
        view = self._views.get(name)
        if view is None:
            self._faults.append((f"no event here has anything that '{name}' could choose", "leave it out"))
            return frozenset()
        found: set[int] = set()
        for value in values:
            numbers = _found(view, value)
            if not numbers:
                hint = did_you_mean(value, [option.id for option in view.options])
                self._faults.append((f"{name} '{value}' is not here", hint))
            found |= numbers
        return frozenset(found)

    def _day(self, name: str, written: str, end: int) -> int | None:
        """The first or the last day of a year, a month or a day."""
        if not written:
            return None
        try:
            date = parse_date(written) if PERIOD.fullmatch(written) else None
        except DateError:
            date = None
        if date is None:
            self._faults.append((f"{name} '{written}' is no year, month or day", "as in 2023, 2023-04 or 2023-04-04"))
            return None
        return date.latest if end else date.earliest

    def _finder(self, word: str) -> Callable[[int], bool]:
        """Whether an event's title has the word, or the name of an actor or a place of it."""
        named = {
            name: {
                number
                for number, option in enumerate(self._views[name].options)
                if word in f"{search_key(option.label.text)}\n{option.others}"
            }
            for name in FOUND_BY_WORDS
            if name in self._views
        }

        def is_found(row: int) -> bool:
            title = search_key(self._telling.text(self._events[row].title).text)
            return word in title or any(hit.intersection(self._facets[name].chosen[row]) for name, hit in named.items())

        return is_found

    def _said(self, wanted: Mapping[str, frozenset[int]]) -> Iterator[str]:
        say = self._telling.say
        for name, numbers in wanted.items():
            options = self._views[name].options
            yield " / ".join(options[number].label.text for number in sorted(numbers))
        if self._selection.is_key:
            yield say("Main events")
        if self._selection.since:
            yield say("from %(value)s") % {"value": self._in_words(self._selection.since)}
        if self._selection.until:
            yield say("to %(value)s") % {"value": self._in_words(self._selection.until)}
        if self._selection.words:
            yield f"“{self._selection.words}”"

    def _in_words(self, written: str) -> str:
        return self._telling.date(parse_date(written)).words

    def _what_there_is(self) -> str:
        if not self._events:
            return "the site has no events"
        first, last = (self._telling.date(self._events[place].date).words for place in (0, -1))
        if len(self._events) == 1:
            return f"ask for less: there is one event, of {first}"
        return f"ask for less: there are {len(self._events):,} events, from {first} to {last}"


def _found(view: FacetView, value: str) -> frozenset[int]:
    """The options that a value names: by an id, a name or an alias, without accents and capitals."""
    key = search_key(value.strip())
    return frozenset(
        number
        for number, option in enumerate(view.options)
        if key in (search_key(option.id), search_key(option.label.text), *option.others.split("\n"))
    )
