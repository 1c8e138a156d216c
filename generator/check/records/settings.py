"""The fields of site.yaml."""

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

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
    Listed,
    SharePictures,
    Word,
    WordList,
    Words,
)
from generator.check.records.record import Record
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
    meeting: Flag | None = Field(None, description="Whether those who take part meet")


TYPES_SCHEMA = {
    "anyOf": [
        {"type": "array", "items": SCALAR},
        {"type": "object", "additionalProperties": {"anyOf": [TypeRecord.model_json_schema(), WORDS_SCHEMA]}},
        {"type": "null"},
    ]
}


class FieldRecord(Record):
    """A field of the site's own."""

    on: FieldHolder = "event"
    type: FieldType = "text"
    label: Words | None = None
    show: Flag = True


class ThemeRecord(Record):
    """What the site sets of its own look."""

    accent: Word | None = Field(None, description="The colour of links, as in '#0b5fa5'")
    text_face: Word | None = Field(None, description="A CSS font-family for reading")
    label_face: Word | None = Field(None, description="A CSS font-family for labels")
    density: Density | None = None
    logo: Word | None = Field(None, description="A file of content/media/")
    css: Word | None = Field(None, description="A file of templates/assets/")


class SiteRecord(Record):
    """site.yaml: everything but the title has a default."""

    title: Words = Field(description="The site's title")
    id: SiteId | None = Field(
        None, description="A tag URI or urn:uuid: – the root of the ids of feeds, which must never change"
    )
    description: Words | None = None
    notice: Words | None = Field(None, description="A sentence at the head of every page, as that all is invented")
    base_url: BaseUrl | None = Field(None, description="Where the site will stand, as in https://example.org/dossier/")
    languages: WordList = Field(("en",), description="The first stands at the root, others under <language>/")
    time_zone: Word = Field("UTC", description="IANA; for times that give no zone, where their place has none")
    types: Annotated[Any, WithJsonSchema(TYPES_SCHEMA)] = Field(
        None, description="A list restricts the types; a mapping adds, relabels, or takes one away with false"
    )
    topics: dict[str, Words] = Field(default_factory=dict, description="Labels, by the topic's name or id")
    periods: Annotated[tuple[PeriodRecord, ...], Listed] = ()
    fields: dict[str, FieldRecord] = Field(
        default_factory=dict, description="Fields of one's own, for events and sources"
    )
    checks: dict[str, Word] = Field(default_factory=dict, description="Rules: off, warning or error")
    theme: ThemeRecord | None = None
    overview: Grouping = Field("together", description="The lanes of the overview: together, type, actor or place")
    search: Flag = Field(False, description="Full-text search")
    outputs: WordList = Field((), description="What to make beside the pages")
    share_pictures: SharePictures = Field("site", description="Pictures that stand where a link is shared")
    licence: Words | None = Field(None, description="On what terms the site may be used")
    cite: Words | None = Field(None, description="How the site is to be cited")
