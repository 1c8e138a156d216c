"""The interface in the languages that readers speak: gettext catalogues, English in the sources."""

from generator.languages.catalogue import SHIPPED, Speech, speech
from generator.languages.sorting import sort_key

__all__ = ["SHIPPED", "Speech", "sort_key", "speech"]
