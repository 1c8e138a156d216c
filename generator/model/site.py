"""A whole site, checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from generator.model.actor import Actor, Place
from generator.model.event import Event, Topic
from generator.model.settings import Settings
from generator.model.source import Article, SharedSource
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of the author's own, such as about or method."""

    id: str
    title: Text
    body: Text  # HTML, with symbolic targets


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the pages are made from. Events stand in chronological order, the rest by id."""

    settings: Settings
    events: tuple[Event, ...]
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[SharedSource, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    media: Mapping[str, bytes] | None = None  # by path below content/media/
    as_of: int | None = None  # the day as of which it is told; None: today's judgement
    knowledge_day: int | None = None  # the newest day on which a source became known or a change was made


class Identified(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """What it is called in addresses."""


Entry = TypeVar("Entry", bound=Identified)


def by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by their ids."""
    return {entry.id: entry for entry in entries}
