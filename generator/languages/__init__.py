"""The interface in the languages that readers speak: gettext catalogues, English in the sources."""

from generator.languages.catalogue import LANGUAGE_NAMES, SHIPPED, Speech, speech
from generator.languages.known import is_known
from generator.languages.sorting import first_letter, sort_key

__all__ = ["LANGUAGE_NAMES", "SHIPPED", "Speech", "first_letter", "is_known", "sort_key", "speech"]
