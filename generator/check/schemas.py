"""The JSON Schemas of what an author writes, for editors. They come from the classes that check it."""

from collections.abc import Callable
from typing import Any

from generator.check.records.events import EventRecord
from generator.check.records.lists import ActorEntry, PlaceEntry
from generator.check.records.models import json_schema_of
from generator.check.records.record import Record
from generator.check.records.settings import SiteRecord
from generator.check.records.sources import ArticleRecord, CitedSource

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def _of(kind: type[Record], title: str) -> Schema:
    schema = json_schema_of(kind)
    schema.pop("title", None)
    return {"$schema": DRAFT, "title": title, **schema}


def _article(title: str) -> Schema:
    """Without a word on what is required: beside a plain text the date may stand in the text."""
    schema = _of(ArticleRecord, title)
    schema.pop("required")
    return schema


def _one_or_many(kind: type[Record], title: str) -> Schema:
    """One entry a file, or a list of them."""
    return _wrapped(kind, title, lambda entry: {"anyOf": [entry, {"type": "array", "items": entry}]})


def _list_or_mapping(kind: type[Record], title: str) -> Schema:
    """A list of entries, or a mapping from ids to entries."""
    return _wrapped(
        kind,
        title,
        lambda entry: {"anyOf": [{"type": "array", "items": entry}, {"type": "object", "additionalProperties": entry}]},
    )


def _wrapped(kind: type[Record], title: str, around: Callable[[Schema], Schema]) -> Schema:
    schema = json_schema_of(kind)
    shared = schema.pop("$defs", {})
    schema.pop("title", None)
    return {"$schema": DRAFT, "title": title, **around({"$ref": "#/$defs/Entry"}), "$defs": {**shared, "Entry": schema}}


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "event": lambda: _one_or_many(EventRecord, "Dateline: an event, or a list of events"),
    "article": lambda: _article("Dateline: the fields of an article"),
    "site": lambda: _of(SiteRecord, "Dateline: site.yaml"),
    "actors": lambda: _list_or_mapping(ActorEntry, "Dateline: actors.yaml"),
    "places": lambda: _list_or_mapping(PlaceEntry, "Dateline: places.yaml"),
    "sources": lambda: _list_or_mapping(CitedSource, "Dateline: sources.yaml"),
}


def schema_of(kind: str) -> Schema:
    """The schema of one kind of file, by its name in SCHEMAS."""
    return SCHEMAS[kind]()
