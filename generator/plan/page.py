"""A page before it is bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: where it stands, what renders it, and what it is given. It is given only what it shows."""

    path: str  # within the output, as in 'events/x/index.html'
    template: str
    language: str
    values: Mapping[str, object] = field(default_factory=dict)


class PathTaken(ValueError):
    """Two pages were planned at one path."""
