"""Sites of a few events, and their feeds as programs that follow sites read them."""

from collections.abc import Callable, Mapping
from typing import Any

import feedparser
import pytest

from generator.build.site import Outcome
from tests.few_events import builder

SITE = "title: The lake talks\nbase_url: https://lake.example/talks/\n"


def event(*sources: str, title: str = "Talks", date: str = "2023-04-04", more: str = "") -> str:
    """The file of an event; each source is the day on which it became known."""
    rows = "".join(f"  - {{title: A report, date: {known}}}\n" for known in sources)
    return f"title: {title}\ndate: {date}\n" + (f"sources:\n{rows}" if rows else "") + more


@pytest.fixture(scope="session")
def built() -> Callable[..., Outcome]:
    """A build of events by their ids, and of other files by their paths."""
    return builder(SITE)


@pytest.fixture(scope="session")
def read(built) -> Callable[..., Any]:
    """The feed of such a site as feedparser reads it, which must find nothing wrong with it."""

    def run(events: Mapping[str, str], *, path: str = "feed.xml", **asked: str) -> Any:
        found = feedparser.parse(built(events, **asked).files[path], sanitize_html=False, resolve_relative_uris=False)
        assert (found.bozo, found.version) == (False, "atom10")
        return found

    return run
