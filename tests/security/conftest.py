"""Sites as they are built from the sources of a folder, in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build.site import build
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from tests.conftest import ROOT

ENOUGH = Options(can_search=True)


def read_folder(folder: Path) -> dict[str, bytes]:
    """The sources of a site by their paths, as a build is given them."""
    paths = [folder / "site.yaml", *(path for name in ("content", "templates") for path in (folder / name).rglob("*"))]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def content_of(folder: Path) -> dict[str, bytes]:
    """The same without templates of its own: those of the repository are the shipped ones."""
    return {path: text for path, text in read_folder(folder).items() if not path.startswith("templates/")}


@pytest.fixture(scope="session")
def shipped() -> dict[str, bytes]:
    """Dateline's own templates."""
    return dict(shipped_templates())


@pytest.fixture(scope="session")
def examples(shipped) -> dict[str, dict[str, bytes]]:
    """What every example that comes with Dateline gives, with the search that some of them ask for."""
    found = [ROOT, *(path.parent for path in sorted((ROOT / "examples").rglob("site.yaml")))]
    found += [ROOT / "generator/cli/starter", ROOT / "tests/filters/plans", ROOT / "tests/quality/sites/bilingual"]
    made = {}
    for folder in found:
        outcome = build(content_of(folder), shipped, ENOUGH)
        assert not outcome.has_errors, (folder, outcome.problems)
        made[folder.relative_to(ROOT).as_posix()] = dict(outcome.files)
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    with browser.new_context() as context:
        yield context.new_page()
