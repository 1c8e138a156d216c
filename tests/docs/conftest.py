"""The examples of the documentation, as its readers see them.

An example file is a fenced block under a line that is nothing but its path in backticks. A block of commands is fenced
as `sh`. A block fenced as `text` directly after either is what Dateline says of it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"`([\w./-]+\.\w+)`")


@dataclass(frozen=True, slots=True)
class Example:
    """One block of a page. `path` is that of a file; '' for commands."""

    kind: str  # the fence's word
    text: str
    path: str
    line: int  # of the fence, in the page
    said: str | None = None  # the block of output that follows


def _examples(page: str) -> tuple[Example, ...]:
    text = (ROOT / page).read_text(encoding="utf-8")
    found: list[Example] = []
    end = -1
    for fence in FENCE.finditer(text):
        above = text[: fence.start()].rstrip("\n").rpartition("\n")[2]
        line = text.count("\n", 0, fence.start()) + 1
        between = text[end : fence.start()].strip() if found else "the page's beginning"
        if fence[1] == "text" and not between and found[-1].said is None:
            last = found[-1]
            found[-1] = Example(last.kind, last.text, last.path, last.line, fence[2])
        else:
            named = PATH.fullmatch(above)
            found.append(Example(fence[1], fence[2], named[1] if named else "", line))
        end = fence.end()
    return tuple(found)


@pytest.fixture(scope="session")
def examples() -> Callable[[str], tuple[Example, ...]]:
    """The examples of a page, by its path in the repository, in order."""
    return _examples


@pytest.fixture(scope="session")
def reference_site() -> dict[str, bytes]:
    """The site that the examples of docs/content.md make, without those of what is wrong."""
    site = {}
    for example in _examples("docs/content.md"):
        if example.said is None or "warning: " in example.said.splitlines()[0]:
            site[example.path] = example.text.encode()
    return site


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT
