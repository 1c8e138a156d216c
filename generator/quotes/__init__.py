"""Quotes: the text they are looked for in, how the two are compared, and where they stand."""

from generator.quotes.closest import closest_passage
from generator.quotes.find import Passage, find_quote
from generator.quotes.fold import Folded, fold
from generator.quotes.likeness import Comparable, are_nearly_the_same, comparable
from generator.quotes.mark import Mark, mark_passages
from generator.quotes.visible import TAG, visible_text

__all__ = [
    "TAG",
    "Comparable",
    "Folded",
    "Mark",
    "Passage",
    "are_nearly_the_same",
    "closest_passage",
    "comparable",
    "find_quote",
    "fold",
    "mark_passages",
    "visible_text",
]
