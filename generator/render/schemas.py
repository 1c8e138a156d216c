"""The JSON Schema of timeline.json, which is published beside the data."""

from importlib.resources import files

TIMELINE_SCHEMA = "timeline.schema.json"


def timeline_schema() -> bytes:
    """The schema as it ships."""
    return (files("generator.render") / TIMELINE_SCHEMA).read_bytes()
