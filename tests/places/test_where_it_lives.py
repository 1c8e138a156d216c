"""A site at the root of a host, in a folder of one, and on a disk: everything that its pages name is there."""

import functools
import re
import subprocess
import sys
import threading
import zipfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.conftest import ROOT
from tests.security.spoiling import whole_site
from tools.serving import Handler, Server

FOLDER = "some/repo/"
NAMED = """() => [
    ...[...document.querySelectorAll("[href]")].map((one) => one.getAttribute("href")),
    ...[...document.querySelectorAll("[src]")].map((one) => one.getAttribute("src")),
    ...[...document.querySelectorAll("[srcset]")]
        .flatMap((one) => one.srcset.split(", ").map((row) => row.split(" ")[0])),
    ...[...document.querySelectorAll("meta[http-equiv=refresh]")].map((one) => one.content.split("url=")[1]),
]"""


class Site(Handler):
    """Serves a folder below an address; whatever lies outside is not there, nor are lists of folders."""

    below = ""

    def _file(self):
        if not self.path.startswith(f"/{self.below}"):
            return None
        self.path = self.path.removeprefix(f"/{self.below}") or "/"
        return super()._file()


class InFolder(Site):
    below = FOLDER


@contextmanager
def served(folder, handler):
    with Server(("127.0.0.1", 0), functools.partial(handler, folder=folder)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{handler.below}"
        server.shutdown()


class Visit:
    """A reader of the site at an address, and everything that went wrong."""

    def __init__(self, page, address, output):
        self.page, self.address, self.output = page, address, output
        self.faults: list[str] = []
        page.set_default_timeout(15_000)
        page.on("console", lambda said: self.faults.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # a picture, where the next page was opened before it came
            self.faults.append(f"{request.url}: {request.failure}")

    def open(self, path):
        self.page.goto(self.address + path)

    def named(self):
        """The addresses below that of the site which the page names."""
        found = {urldefrag(urljoin(self.page.url, name)) for name in self.page.evaluate(NAMED)}
        return {target for target, _ in found if target.startswith(self.address)}

    def outside(self):
        """The addresses of this host or disk which the page names, and which are not the site's."""
        host = "file://" if self.address.startswith("file:") else self.address.removesuffix(FOLDER)
        found = {urljoin(self.page.url, name) for name in self.page.evaluate(NAMED)}
        return {target for target in found if target.startswith(host) and not target.startswith(self.address)}

    def file_of(self, target):
        """The file of the site that is meant by an address."""
        path = unquote(urlsplit(target).path.removeprefix(urlsplit(self.address).path))
        is_folder = not path or path.endswith("/")
        if self.address.startswith("file:"):
            assert not is_folder, f"{self.page.url} leads to a folder: {target}"
        return self.output / (f"{path}index.html" if is_folder else path)


@pytest.fixture(scope="module", params=["root", "folder", "disk"])
def built(request, tmp_path_factory):
    """Where a site of every field is to live, and its output, built once for all who look at it."""
    where = request.param
    sources = tmp_path_factory.mktemp(where)
    for path, content in whole_site().items():
        target = sources / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    address = f"https://example.org/{FOLDER if where == 'folder' else ''}"
    options = ["--drafts", "--base-url", address, *(["--offline"] if where == "disk" else [])]
    command = [sys.executable, "-m", "generator", "build", sources, *options]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    return where, sources / "output"


@pytest.fixture
def visit(browser, built):
    where, output = built
    with browser.new_context() as context:
        if where == "disk":
            yield Visit(context.new_page(), f"{output.as_uri()}/", output)
        else:
            with served(output, InFolder if where == "folder" else Site) as address:
                yield Visit(context.new_page(), address, output)


def test_whatever_any_page_names_is_there(visit):
    start = f"{visit.address}index.html" if visit.address.startswith("file:") else visit.address
    framed = sorted(visit.output.rglob("embed/v1/**/index.html"))  # to which pages of others lead
    assert bool(framed) == visit.address.startswith("http")
    waiting = [start, *(f"{visit.address}{file.parent.relative_to(visit.output).as_posix()}/" for file in framed)]
    seen = {*waiting}
    while waiting:
        target = waiting.pop()
        file = visit.file_of(target)
        assert file.is_file(), f"{visit.page.url} names {target}"
        if file.suffix != ".html":
            continue
        visit.page.goto(target)
        assert visit.outside() == set(), target
        fresh = visit.named() - seen
        seen |= fresh
        waiting += fresh

    read = {file.relative_to(visit.output).as_posix() for file in map(visit.file_of, seen)}
    assert visit.faults == []
    assert len(read) > 60
    assert {"feed.xml", "fr/feed.xml", "sources.bib", "events/talks/index.html"} <= read
    assert {re.sub(r"\.\w{8}\.", ".", path) for path in read} >= {
        "assets/script.js",
        "assets/style.css",
        "assets/lake.png",
    }
    pages = {file.relative_to(visit.output).as_posix() for file in visit.output.rglob("*.html")}
    assert {page for page in pages - read if not re.search(r"404|/opening/", page)} == set()


def test_a_page_that_is_not_there_leads_back_from_any_depth(visit):
    if visit.address.startswith("file:"):
        visit.open("404.html")
    else:
        answer = visit.page.goto(f"{visit.address}no/such/page/")
        assert answer.status == 404
        visit.faults.clear()  # the browser says that it is missing
    named = visit.named() - {visit.page.url}

    assert visit.outside() == set()
    assert len(named) > 10
    assert [target for target in named if not visit.file_of(target).is_file()] == []
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert visit.faults == []


def test_filters_find_entries_of_every_page(visit):
    page = visit.page
    titles = page.locator(".chosen article h4 a")

    def shows(*wanted):
        page.wait_for_function(
            "wanted => [...document.querySelectorAll('.chosen h4 a')].map(one => one.textContent) + '' === wanted",
            arg=",".join(wanted),
        )

    visit.open("2023/index.html?from=1900&to=2030")
    page.locator("#page\\:q").fill("uprising")
    shows("Uprising")
    assert "q=uprising" in page.url
    titles.click()
    page.wait_for_url("**/events/**")
    assert page.locator("h1").inner_text() == "Uprising"

    page.go_back()
    shows("Uprising")
    page.get_by_role("button", name="uprising").click()
    page.locator("details.choices summary").click()
    page.get_by_label("NATO").check()
    shows("Talks")
    pictures = page.eval_on_selector_all(".chosen img", "found => found.map(one => one.src)")
    assert [one for one in pictures if not visit.file_of(one).is_file()] == []

    visit.open("fr/index.html?as-of=2023-04-04&order=newest")
    page.locator(".chronology.chosen").wait_for()
    assert page.locator(".result").inner_text() != ""
    assert visit.faults == []


def test_a_site_on_a_disk_says_that_full_texts_need_a_server(browser, site):
    site.write("site.yaml", "title: NATO and India\nsearch: true\n")
    ended = site.build("--offline")

    assert ended.stderr == ""
    assert "Full texts are searched only where the site is on a web server." in site.read("output/index.html")
    assert not (site.root / "output/pagefind").exists()
    site.build()
    assert "on a web server" not in site.read("output/index.html")
    assert (site.root / "output/pagefind").exists()


def test_a_site_on_a_disk_works_on_a_host_as_well(browser, site):
    site.build("--offline")
    with browser.new_context() as context, served(site.root / "output", Site) as address:
        visit = Visit(context.new_page(), address, site.root / "output")
        visit.open("2023/index.html")
        visit.page.locator("#page\\:q").fill("ministers")
        visit.page.locator(".chronology.chosen article").wait_for()

        assert visit.faults == []


def test_a_zip_holds_the_site_and_is_the_same_each_time(site, tmp_path):
    one, two = tmp_path / "lake.zip", tmp_path / "other" / "lake.zip"
    two.parent.mkdir()
    assert site.build("--zip", str(one)).code == 0
    again = site.build("--zip", str(two))
    assert again.stdout.startswith("nothing changed")
    assert one.read_bytes() == two.read_bytes()
    two.unlink()
    assert site.build("--zip", str(two), "--no-cache", "--jobs", "1", "--output", str(tmp_path / "o")).code == 0
    assert one.read_bytes() == two.read_bytes()

    with zipfile.ZipFile(one) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "unpacked")
    assert names == sorted(names)
    assert {"lake/index.html", "lake/data/filters/en.js", "lake/2023/entries.js"} <= set(names)
    for name in names:
        path = Path(name).relative_to("lake")
        assert (tmp_path / "unpacked" / name).read_bytes() == (site.root / "output" / path).read_bytes()


def test_a_zip_that_cannot_be_written_says_so_and_leaves_nothing(site, tmp_path):
    ended = site.build("--zip", str(tmp_path / "no" / "lake.zip"))

    assert ended.code == 1
    assert "lake.zip' cannot be written: No such file or directory" in ended.stderr
    assert not (tmp_path / "no").exists()
