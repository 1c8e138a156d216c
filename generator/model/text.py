"""Text for people, in one language or several."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localised:
    """A text as one reader gets it, and the language that it is really in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language or several, in the order in which the author gave them. It may hold prose as HTML."""

    versions: tuple[tuple[str, str], ...]  # (language, text), at least one

    @classmethod
    def of(cls, text: str, language: str) -> "Text":
        """A text in one language."""
        return cls(((language, text),))

    def in_language(self, *wanted: str) -> Localised:
        """The text in the first of the wanted languages that it has, else in the first that the author gave."""
        if len(self.versions) == 1:
            ((language, text),) = self.versions
            return Localised(text, language)
        versions = dict(self.versions)
        language = next((tag for tag in wanted if tag in versions), self.versions[0][0])
        return Localised(versions[language], language)

    def lacks(self, languages: Iterable[str]) -> tuple[str, ...]:
        """Those of the languages that this text is not in."""
        given = {tag for tag, _ in self.versions}
        return tuple(tag for tag in languages if tag not in given)

    def map(self, change: Callable[[str], str]) -> "Text":
        """The text with each version changed in the same way."""
        return Text(tuple((tag, change(text)) for tag, text in self.versions))

    @property
    def first(self) -> str:
        """The version that the author gave first."""
        return self.versions[0][1]
