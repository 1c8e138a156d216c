"""Topics: what events have in common, with the labels that site.yaml gives them."""

from collections.abc import Collection, Iterable

from generator.check.names import Spellings
from generator.check.records.record import numbered
from generator.check.report import Report
from generator.model.event import Topic
from generator.model.identity import as_slug
from generator.model.settings import Settings
from generator.model.text import Text
from generator.parse.document import Document


class Topics:
    """All topics of a site. Naming one is enough to make it."""

    def __init__(self, settings: Settings, report: Report) -> None:
        self.settings = settings
        self.report = report
        self._spellings = Spellings()

    def named(self, words: Iterable[str], event: str, document: Document) -> tuple[str, ...]:
        """The ids of an event's topics, each once."""
        found: dict[str, None] = {}
        for index, word in numbered(words):
            if topic := as_slug(word):
                found[topic] = None
                self._spellings.note(topic, event, Text.of(" ".join(word.split()), self.settings.language))
            else:
                message = f"'{word}' has neither a letter nor a digit, and cannot name a topic"
                self.report.error(document, ("topics", index), message, "leave it out", code="id")
        return tuple(found)

    def of(self, events: Collection[str]) -> tuple[Topic, ...]:
        """The topics of these events by id: with the site's label, else the word as it was first written."""
        named = self._spellings.among(events)
        return tuple(Topic(topic, self.settings.topics.get(topic) or named[topic]) for topic in sorted(named))
