"""What the script of a frame chooses from: the columns of the filters' index, for the events of one page.

It is the same as `render/filter_index.py` writes for the whole site, so that the same script reads both, and stands in
the page, since a frame may not fetch.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from json import JSONEncoder

from generator.model.event import Event
from generator.plan.date_patterns import date_patterns
from generator.plan.earlier import EventDays
from generator.plan.framing import Framing
from generator.plan.time_columns import time_columns

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class ChoicesView:
    """What a frame's script reads, each as JSON."""

    columns: str
    days: str  # how the events stood from day to day; '' where the site is told as of one day


def tell_choices(framing: Framing, events: Sequence[Event], words: Mapping[str, str]) -> ChoicesView:
    """The columns of some events, and their days."""
    rows = [framing.rows[event.id] for event in events]
    times = [time_columns(event.date) for event in events]
    days = [day for day, *_ in times]
    earlier = framing.earlier
    stood = [earlier.of(event) for event in events] if earlier else []
    had = _had(stood)
    facets, chosen, numbers = [], {}, {}
    for told, facet in zip(framing.facets, framing.derived.facets.all, strict=True):
        used = {number for row in rows for number in facet.chosen[row]}
        known = framing.derived.facets.numbers[facet.name]
        used |= {known[name] for name in had.get(facet.name, ()) if name in known}
        places = {number: place for place, number in enumerate(sorted(used))}
        options = [told.options[number] for number in places]
        facets.append({"name": told.name, "options": [[row.id, row.label.text, 0, row.others] for row in options]})
        chosen[told.name] = [[places[number] for number in facet.chosen[row]] for row in rows]
        numbers[facet.name] = {option.id: place for place, option in enumerate(options)}
    content = {
        "words": words,
        "facets": facets,
        "rows": {
            "ids": [event.id for event in events],
            "day": [day - before for before, day in zip([0, *days], days, strict=False)],
            "length": [length for _, length, *_ in times],
            "form": [form for _, _, form, _ in times],
            "key": [int(event.is_key) for event in events],
            "facets": chosen,
        },
    }
    told_days = {
        "cited": [one.cited_as(numbers) for one in stood],
        "rows": [one.rows_as(numbers) for one in stood],
        "dates": asdict(date_patterns(framing.telling.language)),
        "after": {str(place): event.after for place, event in enumerate(events) if event.after},
    }
    return ChoicesView(_encode(content), _encode(told_days) if earlier else "")


def _had(stood: Iterable[EventDays]) -> Mapping[str, set[str]]:
    """The options of facets that some events had on earlier days."""
    found: dict[str, set[str]] = {}
    for days in stood:
        for facet, options in days.options().items():
            found.setdefault(facet, set()).update(options)
    return found
