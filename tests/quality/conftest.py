"""Three sites, each built once by the real command however many processes test: the repository's own, one in Arabic
and English, and one of all that makes pages hard to set. Each is served, and opened in a real browser."""

import http
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import BrowserContext, Frame, Page, Response

from tests.conftest import ROOT
from tests.quality.kinds import MOST, Found, one_of_each, pages_of
from tests.quality.worst import write_worst
from tools.serving import serving

NODE = ROOT / "tests/web/node_modules"
SITES = ("demonstration", "bilingual", "worst")
LANGUAGES = {"demonstration": ("en", "fr"), "bilingual": ("ar", "en"), "worst": ("en",)}
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# A dark page is the same page in other colours: what has to do with colour is asked of it again.
COLOURS = ("cat.color",)
SCHEMES: tuple[tuple[Literal["light", "dark"], tuple[str, ...]], ...] = (("light", TAGS), ("dark", COLOURS))
RUN = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], iframes: false,
    rules: tags.includes("wcag22aa") ? {"target-size": {enabled: true}} : {},
}).then(found => found.violations.flatMap(one => one.nodes.map(node =>
    `${one.id}: ${node.target} ${node.html.slice(0, 120)} (${node.failureSummary.split("\\n")[1]})`)))"""

# Puts pages into frames of this one, each a window of the same size, and waits until they have come.
FRAMES = """([addresses, width, height]) => Promise.all(addresses.map(address => new Promise(done => {
    const frame = document.createElement("iframe");
    frame.style.cssText = `border: 0; width: ${width}px; height: ${height}px`;
    frame.onload = () => done();
    frame.src = address;
    document.body.append(frame);
})))"""


@dataclass(frozen=True, slots=True)
class Built:
    """A site as built, and where it is served."""

    name: str
    output: Path
    address: str
    pages: tuple[Found, ...]

    def kinds(self, most: int = MOST) -> tuple[Found, ...]:
        """The pages to open: see one_of_each. Of two languages that say the same, the first."""
        twice = () if self.name == "bilingual" else tuple(f"{language}/" for language in LANGUAGES[self.name][1:])
        return one_of_each((page for page in self.pages if not page.kind.startswith(twice)), most)


def run(*arguments: str | Path) -> None:
    """Run the real command, which must find no mistake."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        pytest.fail(f"'{' '.join(command[2:])}' found mistakes:\n{ended.stdout}{ended.stderr}")


def _sources(name: str, folder: Path) -> Path:
    if name == "demonstration":
        return ROOT
    if name == "bilingual":
        return ROOT / "tests/quality/sites/bilingual"
    write_worst(folder / "worst")
    return folder / "worst"


def _build(name: str, folder: Path) -> Path:
    output = folder / f"{name}-output"
    with FileLock(folder / f"{name}.lock"):
        if not output.exists():
            made = folder / f"{name}-making"
            run("build", _sources(name, folder), "--no-cache", "--output", made)
            made.rename(output)
    return output


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Iterator[Callable[[str], Built]]:
    """A site by its name, built when first asked for, by whichever process is first."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "quality"
    folder.mkdir(exist_ok=True)
    made: dict[str, Built] = {}
    with ExitStack() as stack:

        def give(name: str) -> Built:
            if name not in made:
                output = _build(name, folder)
                address = stack.enter_context(serving(output))
                made[name] = Built(name, output, address, pages_of(output, LANGUAGES[name]))
            return made[name]

        yield give


@pytest.fixture(scope="session")
def every_site(built) -> tuple[Built, ...]:
    """All three."""
    return tuple(built(name) for name in SITES)


@pytest.fixture(params=SITES)
def site(request, built) -> Built:
    """Each of the three."""
    found: Built = built(request.param)
    return found


class Reader:
    """Somebody who reads pages, in a window of one size; hears of all that goes wrong on them."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        self._expected = ""
        self.page.on("console", lambda message: self._said(message.type, message.text))
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on("requestfailed", lambda request: self._failed(request.url, request.failure))

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{self.page.url}: {text}")

    def _failed(self, url: str, failure: str | None) -> None:
        if failure != "net::ERR_ABORTED":  # a picture, where the next page was opened before it came
            self.faults.append(f"{url}: {failure}")

    def open(self, site: Built, found: Found) -> None:
        """Go to a page, which is there."""
        response = self.page.goto(site.address + found.path)
        assert response is not None
        assert response.ok, f"{found.path}: {response.status}"

    def open_together(self, site: Built, pages: Sequence[Found]) -> Iterator[tuple[Found, Frame]]:
        """Go to pages, each in a frame that is a window of its own: a third of what they cost one by one.

        For what a page is like; what readers do to it takes a window.
        """
        empty = f"{site.address}frames"
        self.page.route(empty, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        self.page.goto(empty)
        self.page.unroute(empty)
        statuses: dict[str, int] = {}

        def told(response: Response) -> None:
            statuses[unquote(response.url)] = response.status

        self.page.on("response", told)
        addresses = [unquote(site.address + page.path) for page in pages]
        size = self.page.viewport_size
        assert size
        self.page.evaluate(FRAMES, [[site.address + page.path for page in pages], size["width"], size["height"]])
        frames = self.page.main_frame.child_frames
        assert [unquote(frame.url) for frame in frames] == addresses
        assert [address for address in addresses if statuses[address] != http.HTTPStatus.OK] == []
        yield from zip(pages, frames, strict=True)


@pytest.fixture
def reader(browser) -> Iterator[Callable[..., Reader]]:
    """A reader with a window of some width, and with preferences as Playwright names them."""
    with ExitStack() as stack:

        def make(width: int = 1280, height: int = 800, **preferences) -> Reader:
            window = {"width": width, "height": height}
            return Reader(stack.enter_context(browser.new_context(viewport=window, **preferences)))

        yield make


@pytest.fixture
def faults_of(axe) -> Callable[[Page], list[str]]:
    """What axe-core finds on the page that is open, in light colours and in dark."""

    def find(page: Page) -> list[str]:
        page.evaluate(axe)
        found = []
        for scheme, tags in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {fault}" for fault in page.evaluate(RUN, list(tags))]
        return found

    return find


def need(name: str) -> Path:
    """A file of what npm installed for the tests."""
    path = NODE / name
    if not path.exists():
        pytest.fail(f"{path.relative_to(ROOT)} is not there: run `make test`, which installs it")
    return path


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    return need("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu() -> Path:
    """The Nu HTML Checker."""
    return need("vnu-jar/build/dist/vnu.jar")


@pytest.fixture(scope="session")
def java() -> str:
    """The path of a Java, which the Nu HTML Checker needs."""
    found = os.environ.get("DATELINE_JAVA") or shutil.which("java")
    if not found:
        pytest.fail("no Java: run `make test`, or name one in DATELINE_JAVA")
    return found
