"""The fields of site.yaml."""

from typing import Annotated, Any

from generator.check.records.kinds import (
    SCALAR,
    WORDS_SCHEMA,
    BaseUrl,
    DateText,
    Density,
    FieldHolder,
    FieldType,
    Flag,
    Grouping,
    JsonSchema,
    Listed,
    Reading,
    SharePictures,
    Word,
    WordList,
    Words,
)
from generator.check.records.record import Record, field
from generator.check.records.uris import SiteId


class PeriodRecord(Record):
    """A named span that stands behind the chronology."""

    id: Word | None = None
    name: Words
    date: DateText
    summary: Words | None = None


class TypeRecord(Record):
    """A type of event of the site's own, or another label for one that ships."""

    label: Words | None = None
    meeting: Flag | None = field(None, description="Whether those who take part meet")


def _types_schema(_: JsonSchema) -> JsonSchema:
    """A list, or a mapping whose values are read later, since `false` is one of them."""
    from generator.check.records.models import json_schema_of

    values = {"anyOf": [json_schema_of(TypeRecord), WORDS_SCHEMA]}
    return {
        "anyOf": [
            {"type": "array", "items": SCALAR},
            {"type": "object", "additionalProperties": values},
            {"type": "null"},
        ]
    }


Types = Annotated[Any, Reading(lambda written: written, _types_schema)]


class FieldRecord(Record):
    """A field of the site's own."""

    on: FieldHolder = "event"
    type: FieldType = "text"
    label: Words | None = None
    show: Flag = True


class ThemeRecord(Record):
    """What the site sets of its own look."""

    accent: Word | None = field(None, description="The colour of links, as in '#0b5fa5'")
    text_face: Word | None = field(None, description="A CSS font-family for reading")
    label_face: Word | None = field(None, description="A CSS font-family for labels")
    density: Density | None = None
    logo: Word | None = field(None, description="A file of content/media/")
    css: Word | None = field(None, description="A file of templates/assets/")


class SiteRecord(Record):
    """site.yaml: everything but the title has a default."""

    title: Words = field(description="The site's title")
    id: SiteId | None = field(
        None, description="A tag URI or urn:uuid: – the root of the ids of feeds, which must never change"
    )
    description: Words | None = None
    notice: Words | None = field(None, description="A sentence at the head of every page, as that all is invented")
    base_url: BaseUrl | None = field(None, description="Where the site will stand, as in https://example.org/dossier/")
    languages: WordList = field(("en",), description="The first stands at the root, others under <language>/")
    time_zone: Word = field("UTC", description="IANA; for times that give no zone, where their place has none")
    types: Types = field(
        None, description="A list restricts the types; a mapping adds, relabels, or takes one away with false"
    )
    topics: dict[str, Words] = field({}, description="Labels, by the topic's name or id")
    periods: Annotated[tuple[PeriodRecord, ...], Listed] = ()
    fields: dict[str, FieldRecord] = field({}, description="Fields of one's own, for events and sources")
    checks: dict[str, Word] = field({}, description="Rules: off, warning or error")
    theme: ThemeRecord | None = None
    overview: Grouping = field("together", description="Lanes of the overview: together, type, actor, topic or place")
    search: Flag = field(False, description="Full-text search")
    outputs: WordList = field((), description="What to make beside the pages")
    share_pictures: SharePictures = field("site", description="Pictures that stand where a link is shared")
    licence: Words | None = field(None, description="On what terms the site may be used")
    cite: Words | None = field(None, description="How the site is to be cited")
