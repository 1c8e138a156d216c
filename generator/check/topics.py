"""Topics: what events have in common, with the labels that site.yaml gives them."""

from collections.abc import Collection, Iterable, Mapping

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
        self._spellings: Spellings[str] = Spellings()

    def named(self, words: Iterable[str], document: Document) -> Mapping[str, str]:
        """An event's topics: the id of each, once, with the word for it that stands first."""
        found: dict[str, str] = {}
        for index, word in numbered(words):
            if topic := as_slug(word):
                found.setdefault(topic, word)
            else:
                message = f"'{word}' has neither a letter nor a digit, and cannot name a topic"
                self.report.error(document, ("topics", index), message, "leave it out", code="id")
        return found

    def take_in(self, spellings: Spellings[str]) -> None:
        """Take in how events name their topics."""
        self._spellings = spellings

    def of(self, events: Collection[str]) -> tuple[Topic, ...]:
        """The topics of these events by id: with the site's label, else the word as it was first written."""
        named = self._spellings.among(events)
        labels, language = self.settings.topics, self.settings.language
        return tuple(
            Topic(topic, labels.get(topic) or Text.of(" ".join(named[topic].split()), language))
            for topic in sorted(named)
        )
