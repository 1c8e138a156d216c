"""What the script of a frame chooses from: the columns of the filters' index, for the events of one page.

It is the same as `render/filter_index.py` writes for the whole site, so that the same script reads both, and stands in
the page, since a frame may not fetch.
"""

from collections.abc import Mapping, Sequence
from json import JSONEncoder

from generator.model.event import Event
from generator.plan.framing import Framing
from generator.plan.time_columns import time_columns

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def tell_choices(framing: Framing, events: Sequence[Event], words: Mapping[str, str]) -> str:
    """The columns as JSON."""
    rows = [framing.rows[event.id] for event in events]
    times = [time_columns(event.date) for event in events]
    days = [day for day, *_ in times]
    facets, chosen = [], {}
    for told, facet in zip(framing.facets, framing.derived.facets.all, strict=True):
        used = sorted({number for row in rows for number in facet.chosen[row]})
        places = {number: place for place, number in enumerate(used)}
        options = (told.options[number] for number in used)
        facets.append({"name": told.name, "options": [[row.id, row.label.text, 0, row.others] for row in options]})
        chosen[told.name] = [[places[number] for number in facet.chosen[row]] for row in rows]
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
    return _encode(content)
