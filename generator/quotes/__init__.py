"""Quotes: the text they are looked for in, how the two are compared, and where they stand."""

from generator.quotes.closest import closest_passage
from generator.quotes.find import Passage, find_quote
from generator.quotes.fold import Folded, fold
from generator.quotes.mark import Mark, mark_passages
from generator.quotes.visible import TAG, visible_text

__all__ = ["TAG", "Folded", "Mark", "Passage", "closest_passage", "find_quote", "fold", "mark_passages", "visible_text"]
