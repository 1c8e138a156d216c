"""Small sites built whole, with what their pages say to programs."""

import json
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.build.site import Outcome, prepare
from generator.check.options import Options
from generator.cli.shipped import shipped_templates

BASE_URL = "https://lake.example/dossier/"


class Head(HTMLParser):
    """What a page's head says: its meta elements by name or property, its links by relation, and its data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, list[dict[str, str | None]]] = {}
        self.scripts: list[str] = []
        self._is_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._is_data = tag == "script" and given.get("type") == "application/ld+json"
        if self._is_data:
            self.scripts.append("")
        if tag == "meta":
            for name in (given.get("name"), given.get("property")):
                if name:
                    self.meta.setdefault(name, str(given["content"]))
        if tag == "link":
            self.links.setdefault(str(given["rel"]), []).append(given)

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.scripts[-1] += data

    def handle_endtag(self, _tag: str) -> None:
        self._is_data = False

    def thing(self, kind: str) -> dict[str, Any]:
        """The one thing of this type that the page speaks of."""
        (script,) = self.scripts
        whole = json.loads(script)
        assert whole["@context"] == "https://schema.org"
        graph = whole["@graph"] if isinstance(whole["@graph"], list) else [whole["@graph"]]
        found: list[dict[str, Any]] = [thing for thing in graph if thing["@type"] == kind]
        assert len(found) == 1
        return found[0]

    def kinds(self) -> list[str]:
        """The types of what the page speaks of."""
        graph = json.loads(self.scripts[0])["@graph"] if self.scripts else []
        return [thing["@type"] for thing in (graph if isinstance(graph, list) else [graph])]


@pytest.fixture
def built() -> Callable[..., Outcome]:
    """Prepare files by path with the shipped templates; `site.yaml` is there unless it is given."""

    def run(files: Mapping[str, str | bytes], base_url: str | None = BASE_URL) -> Outcome:
        whole = {"site.yaml": "title: The lake talks\n", **files}
        sources = {path: text if isinstance(text, bytes) else text.encode() for path, text in whole.items()}
        outcome = prepare(sources, shipped_templates(), Options(base_url=base_url))
        assert not outcome.has_errors, outcome.problems
        return outcome

    return run


@pytest.fixture
def head_of() -> type[Head]:
    """Reads the head of a page."""
    return Head


@pytest.fixture
def head(built) -> Callable[..., Head]:
    """The head of one page of a site that files make."""

    def run(files: Mapping[str, str | bytes], path: str, base_url: str | None = BASE_URL) -> Head:
        return Head(built(files, base_url).files[path].decode())

    return run
