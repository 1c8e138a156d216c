"""What site.yaml says of the site as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.dates import Date
from generator.model.text import Text
from generator.model.vocabulary import TYPES, EventType

# What can be made beside the pages: timeline.json, the sources as data for programs that keep references, feeds,
# calendars, a table of the events, a map for search engines, and an outline for programs that read texts.
OUTPUTS = ("json", "citations", "feed", "calendar", "csv", "sitemap", "llms")
EMBED = "embed"  # pages for frames of other sites: only where they are asked for, since they tell all entries again
OVERVIEW = "overview"  # the overview as SVG and PNG: only where it is asked for, since most sites have no use for it
ASKED = (EMBED, OVERVIEW)


@dataclass(frozen=True, slots=True)
class Period:
    """A named span that stands behind the chronology. Periods may overlap."""

    id: str
    name: Text
    date: Date
    summary: Text | None = None


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field of the site's own, on events or on sources."""

    id: str
    on: str  # event or source
    type: str  # text, integer, number, boolean, date
    label: Text
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Theme:
    """What a site sets of its own look."""

    accent: str = ""  # a CSS colour as #rrggbb
    text_face: str = ""
    label_face: str = ""
    density: str = "comfortable"  # or compact
    logo: str = ""  # in content/media/
    css: str = ""  # in templates/assets/


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's own settings. Everything but the title has a default."""

    title: Text
    languages: tuple[str, ...] = ("en",)  # the first stands at the root
    id: str = ""
    description: Text | None = None
    base_url: str = ""  # ends in a slash where it is given
    time_zone: str = "UTC"
    notice: Text | None = None  # at the head of every page
    licence: Text | None = None
    cite_as: Text | None = None
    types: tuple[EventType, ...] = TYPES
    topics: Mapping[str, Text] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    fields: tuple[CustomField, ...] = ()
    theme: Theme = Theme()
    overview: str = "together"  # what the lanes of the overview are: that, or type, actor, topic, place
    search: bool = False  # full-text search
    outputs: tuple[str, ...] = OUTPUTS
    share_pictures: str = "site"  # what gets a picture for links to it: the site, each of its events as well, or none

    @property
    def language(self) -> str:
        """The first language, in which a plain string is taken to be."""
        return self.languages[0]
