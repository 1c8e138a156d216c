"""Sites of a few events, and their calendars as ical.js reads them, which did not write them."""

import json
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from generator.build.site import Outcome
from tests.few_events import builder

SITE = "title: The lake talks\nid: tag:lake.example,2024:talks\n"
READER = Path(__file__).parent / "read.mjs"


@dataclass(frozen=True, slots=True)
class Property:
    """A property as jCal has it (RFC 7265)."""

    parameters: Mapping[str, Any]
    type: str
    values: list[Any]


@dataclass(frozen=True, slots=True)
class Component:
    """A calendar or an event, with its properties by name."""

    name: str
    properties: Mapping[str, tuple[Property, ...]]
    components: tuple["Component", ...]

    def __getitem__(self, name: str) -> Any:
        """The one value of the one property of a name."""
        (found,) = self.properties[name]
        (value,) = found.values
        return value


def _component(row: list[Any]) -> Component:
    name, properties, components = row
    found: dict[str, tuple[Property, ...]] = {}
    for key, parameters, kind, *values in properties:
        found[key] = (*found.get(key, ()), Property(parameters, kind, values))
    return Component(name, found, tuple(map(_component, components)))


def read_calendar(content: bytes) -> Component:
    """The calendar as ical.js reads it, in its strict mode."""
    node = which("node")
    assert node, "node is needed: 'make test' says what to install"
    ended = subprocess.run([node, READER], input=content, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return _component(json.loads(ended.stdout))


@pytest.fixture(scope="session")
def built() -> Callable[..., Outcome]:
    """A build of events by their ids, and of other files by their paths."""
    return builder(SITE)


@pytest.fixture(scope="session")
def calendar(built) -> Callable[..., Component]:
    """A calendar of such a site, as ical.js reads it."""

    def run(events: Mapping[str, str], *, path: str = "timeline.ics", **asked: str) -> Component:
        return read_calendar(built(events, **asked).files[path])

    return run
