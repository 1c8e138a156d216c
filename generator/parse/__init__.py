"""Bytes as plain values with their places; what the values mean is checked later."""

from generator.parse.decode import decode
from generator.parse.front_matter import FrontMatter, split_front_matter
from generator.parse.places import place_at
from generator.parse.plain_text import PlainText, paragraphs_html, parse_plain
from generator.parse.prose import Prose, convert_markdown
from generator.parse.targets import prefix_ids, resolve_targets, shift_headings
from generator.parse.yaml_text import Value, locate, parse_yaml

__all__ = [
    "FrontMatter",
    "PlainText",
    "Prose",
    "Value",
    "convert_markdown",
    "decode",
    "locate",
    "paragraphs_html",
    "parse_plain",
    "parse_yaml",
    "place_at",
    "prefix_ids",
    "resolve_targets",
    "shift_headings",
    "split_front_matter",
]
