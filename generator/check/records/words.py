"""The texts for people among the fields of an entry, found by its schema."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from generator.check.records.kinds import Kind, read_words
from generator.check.records.record import Record
from generator.parse.document import Keys

_HOLDERS: dict[type[Record], Mapping[str, Any]] = {}


def words_in(kind: type[Record], fields: Mapping[str, object], keys: Keys = ()) -> Iterator[tuple[Keys, object]]:
    """Each text for people as it was written, with the keys that lead to it."""
    holders = _holders(kind)
    for name, value in fields.items():
        if name in holders:
            yield from _words(holders[name], value, (*keys, name))


def _holders(kind: type[Record]) -> Mapping[str, Any]:
    """The fields that are texts for people, or have some in them, by name."""
    if kind not in _HOLDERS:
        found = {name: _held(field.kind) for name, field in kind.known_fields.items()}
        _HOLDERS[kind] = {name: held for name, held in found.items() if held is not None}
    return _HOLDERS[kind]


def _held(annotation: Any) -> Any:
    """`read_words` for a text, a record for what has texts in it, a dict of either; None for anything else."""
    if isinstance(annotation, Kind):
        return read_words if annotation.read is read_words else None
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    parts = getattr(annotation, "__metadata__", ())
    found = [held for part in (*parts, *get_args(annotation)) if (held := _held(part)) is not None]
    if not found:
        return None
    return {"": found[0]} if get_origin(annotation) is dict else found[0]


def _words(held: Any, value: object, keys: Keys) -> Iterator[tuple[Keys, object]]:
    if held is read_words:
        yield keys, value
    elif isinstance(value, list):
        for index, row in enumerate(value):
            yield from _words(held, row, (*keys, index))
    elif isinstance(value, Mapping) and isinstance(held, dict):
        for name, each in value.items():
            yield from _words(held[""], each, (*keys, name))
    elif isinstance(value, Mapping):
        yield from words_in(held, value, keys)
