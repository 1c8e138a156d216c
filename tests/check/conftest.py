"""Small sites as files, checked whole."""

from collections.abc import Callable, Mapping

import pytest

from generator.check.options import Options
from generator.check.site import Checked, check
from generator.dates import parse_day
from generator.model.site import Site

Files = Mapping[str, str | bytes]


@pytest.fixture
def checked() -> Callable[..., Checked]:
    """Check files by path; `site.yaml` is there unless it is given. `as_of` is a day as written."""

    def run(files: Files, *, as_of: str = "", drafts: bool = False) -> Checked:
        whole = {"site.yaml": "title: The lake talks\n", **files}
        sources = {path: text if isinstance(text, bytes) else text.encode() for path, text in whole.items()}
        return check(sources, Options(as_of=parse_day(as_of) if as_of else None, drafts=drafts))

    return run


@pytest.fixture
def told(checked) -> Callable[..., Site]:
    """The site that files make, in which nothing is wrong but what a rule may doubt."""

    def run(files: Files, **options) -> Site:
        found: Checked = checked(files, **options)
        assert found.site, [problem.message for problem in found.problems]
        return found.site

    return run


@pytest.fixture
def event(told):
    """The one event of a site whose content is this file and, besides, others."""

    def run(text: str, others: Files | None = None, **options):
        (found,) = told({"content/events/talks.yaml": text, **(others or {})}, **options).events
        return found

    return run


@pytest.fixture
def messages(checked) -> Callable[..., list[str]]:
    """What is said of files, each as its place and message."""

    def run(files: Files, **options) -> list[str]:
        return [f"{p.path}:{p.place.line}: {p.message}" for p in checked(files, **options).problems]

    return run


@pytest.fixture
def doubts(checked) -> Callable[..., list[str]]:
    """The codes of the rules that doubt something of files in which nothing is wrong."""

    def run(files: Files, **options) -> list[str]:
        found = checked(files, **options)
        assert found.site, [problem.message for problem in found.problems]
        return [problem.code for problem in found.problems]

    return run
