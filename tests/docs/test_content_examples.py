import os
from collections.abc import Iterator
from typing import Any, get_args

from generator.build.site import build
from generator.check.records.events import EventRecord, EventSourceRecord, SaysRecord
from generator.check.records.lists import ActorEntry, PageRecord, PlaceEntry
from generator.check.records.record import Record
from generator.check.records.settings import FieldRecord, SiteRecord, TypeRecord
from generator.check.records.sources import ArticleRecord, CitedSource
from generator.check.site import check
from generator.cli.shipped import shipped_templates
from generator.parse.yaml_text import parse_yaml
from generator.problems import as_text

PAGE = "docs/content.md"

# The kind of record that stands in each file of the examples.
RECORDS: dict[str, type[Record]] = {
    "content/events/": EventRecord,
    "content/articles/": ArticleRecord,
    "content/pages/": PageRecord,
    "content/actors.yaml": ActorEntry,
    "content/places.yaml": PlaceEntry,
    "content/sources.yaml": CitedSource,
    "site.yaml": SiteRecord,
}
# Records that share fields: it is enough that each of these stands in an example of one of them.
FAMILY: dict[type[Record], type[Record]] = {
    ArticleRecord: CitedSource,
    EventSourceRecord: CitedSource,
    SaysRecord: EventRecord,
}
MAPS_IDS = ("content/sources.yaml",)
MAPS_NAMES: dict[str, type[Record]] = {"types": TypeRecord, "fields": FieldRecord}  # of site.yaml


def steps(examples):
    """Each example with what `dateline check` says once it is there, and the site then. A mistake is taken back."""
    site: dict[str, bytes] = {}
    for example in examples(PAGE):
        changed = {**site, example.path: example.text.encode()}
        checked = check(changed)
        site = site if checked.has_errors else changed
        yield example, "".join(f"{as_text(problem)}\n" for problem in checked.problems), site


def test_every_block_of_the_reference_is_a_file_or_what_dateline_says_of_it(examples):
    assert [example.line for example in examples(PAGE) if not example.path] == []


def test_each_example_gives_exactly_the_messages_that_follow_it_and_else_none(examples, root):
    """DATELINE_REWRITE=1 writes what is said in place of what the page has."""
    told = [(example, said) for example, said, _ in steps(examples)]
    if os.environ.get("DATELINE_REWRITE"):
        rewrite(root / PAGE, told)
        told = [(example, said) for example, said, _ in steps(examples)]

    for example, said in told:
        assert said == (example.said or ""), f"{PAGE}:{example.line}"


def test_the_examples_make_one_site_that_builds(examples):
    *_, (_, _, site) = steps(examples)

    outcome = build(site, shipped_templates())

    assert outcome.problems == ()
    assert "events/2024-03-14-lake-house/index.html" in outcome.files
    assert "events/lake-house-meeting/index.html" in outcome.files


def test_every_field_of_every_record_stands_in_an_example(examples):
    used = {use for example in examples(PAGE) for use in uses_of(example)}

    there = {(family(kind), name) for kind in kinds(*RECORDS.values()) for name in kind.field_names()}
    assert {f"{kind.__name__}.{name}" for kind, name in there - used} == set()


def rewrite(page, told):
    text = page.read_text(encoding="utf-8")
    for example, said in told:
        if example.said is not None:
            block = f"{example.text}```\n```text\n"
            text = text.replace(f"{block}{example.said}```", f"{block}{said}```")
    page.write_text(text, encoding="utf-8")


def uses_of(example):
    """Which fields of which records an example has."""
    kind = next((kind for place, kind in RECORDS.items() if example.path.startswith(place)), None)
    yaml = example.text.split("---\n")[1] if example.path.endswith(".md") else example.text
    if kind and example.path.endswith((".md", ".yaml")):
        for value in parse_yaml(example.path, yaml)[0]:
            entries = value.values() if example.path in MAPS_IDS and isinstance(value, dict) else (value,)
            for entry in entries:
                yield from fields_in(kind, entry)


def fields_in(kind: type[Record], value: object) -> Iterator[tuple[type[Record], str]]:
    if isinstance(value, list):
        for entry in value:
            yield from fields_in(kind, entry)
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield family(kind), name
        if kind is SiteRecord and name in MAPS_NAMES:
            for entry in inner.values():
                yield from fields_in(MAPS_NAMES[name], entry)
        elif name in kind.known_fields and (within := record_in(kind.known_fields[name].kind)):
            yield from fields_in(within, inner)


def family(kind: type[Record]) -> type[Record]:
    return FAMILY.get(kind, kind)


def kinds(*roots: type[Record]) -> Iterator[type[Record]]:
    """Each kind of record, and the kinds that stand in its fields."""
    for kind in roots:
        yield kind
        inner = (record_in(field.kind) for field in kind.known_fields.values())
        yield from kinds(*(found for found in inner if found))
    if SiteRecord in roots:
        yield from MAPS_NAMES.values()


def record_in(annotation: Any) -> type[Record] | None:
    """The record that a field holds, be it alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)
