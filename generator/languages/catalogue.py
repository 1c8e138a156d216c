"""The interface's strings. English is what stands in the sources; other languages are .po files beside this one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from importlib.resources import files

SHIPPED = ("en", "fr")
ENGLISH_PLURAL = "(n != 1)"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


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
    from babel.messages.pofile import read_po  # 30 ms, which a site in English need not wait for

    with (files("generator.languages") / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    messages: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if message.id and message.string and not message.fuzzy:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string)
            if all(forms):
                messages[key] = forms
    return Speech(language, catalogue.plural_expr, messages)
