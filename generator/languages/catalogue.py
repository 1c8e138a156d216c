"""The interface's strings. English is what stands in the sources; other languages are .po files beside this one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from importlib.resources import files

from generator.languages.po import read_catalogue

# Each by what its readers call it, in the order of the codes.
LANGUAGE_NAMES = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "ru": "Русский", "zh": "中文"}
SHIPPED = tuple(LANGUAGE_NAMES)
ENGLISH_PLURAL = "(n != 1)"
RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class Speech:
    """The interface's strings in one language. An unknown string stays as it is; a test finds those."""

    language: str
    plural: str  # the gettext expression that chooses a form
    messages: Mapping[str, tuple[str, ...]]  # English (of plurals, the singular) → the forms

    def say(self, message: str) -> str:
        """The string in this language."""
        forms = self.messages.get(message)
        return forms[0] if forms else message

    def count(self, singular: str, plural: str, number: int) -> str:
        """The form of a string that goes with a number."""
        forms = self.messages.get(singular, (singular, plural))
        return forms[min(_rule(self.plural)(number), len(forms) - 1)]

    @property
    def direction(self) -> str:
        """Which way the language is written, as HTML's `dir`."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=16)
def _rule(expression: str) -> Callable[[int], int]:
    rule: Callable[[int], int] = c2py(expression)
    return rule


@lru_cache(maxsize=16)
def speech(language: str) -> Speech:
    """The catalogue of a language that ships with Dateline."""
    if language == "en":
        return Speech("en", ENGLISH_PLURAL, {})
    text = (files("generator.languages") / f"{language}.po").read_text(encoding="utf-8")
    catalogue = read_catalogue(text)
    return Speech(language, catalogue.plural, catalogue.messages)
