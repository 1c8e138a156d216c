"""Texts that were read before, by their digests."""

from collections.abc import Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import TypeAlias

from generator.parse.yaml_text import Value, parse_yaml
from generator.problems import Problem

KnownYaml: TypeAlias = Mapping[bytes, tuple[Value, ...]]  # what `parse_yaml` gives for texts with nothing wrong
NOTHING: KnownYaml = MappingProxyType({})


def digest_of(text: str) -> bytes:
    """What a text is known by."""
    return blake2b(text.encode(), digest_size=16).digest()


def read_yaml(
    path: str, text: str, known: KnownYaml, *, line_offset: int = 0
) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """What `parse_yaml` gives, without parsing where that is known."""
    values = known.get(digest_of(text)) if known else None
    return parse_yaml(path, text, line_offset=line_offset) if values is None else (values, ())
