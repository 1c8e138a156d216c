"""Sites that are filtered: the repository's own, one of plans that came otherwise, and one of ten thousand events."""

import functools
import http.server
import io
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from benchmarks.workload import make_workload, write_dateline
from generator.build.site import prepare
from generator.cli.shipped import shipped_templates

REPOSITORY = Path(__file__).parents[2]
PLANS = Path(__file__).parent / "plans"
MANY = 10_000


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves folders, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


@dataclass(frozen=True, slots=True)
class Made:
    """Files of a site that are made when they are first asked for, by one thread at a time."""

    files: Mapping[str, bytes]
    _kept: dict[str, bytes] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, path):
        with self._lock:
            if path not in self._kept and path in self.files:
                self._kept[path] = self.files[path]
            return self._kept.get(path)


class MadeHandler(Handler):
    """Serves files that are made when they are asked for."""

    def __init__(self, *arguments, made):
        self.made = made
        super().__init__(*arguments)

    def send_head(self):
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path += "index.html" if not path or path.endswith("/") else ""
        content = self.made.get(path)
        if content is None:
            self.send_error(http.HTTPStatus.NOT_FOUND)
            return None
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that hangs up as it goes to another page."""

    daemon_threads = True

    def handle_error(self, *_):
        pass


class Reader:
    """A page in the browser, what it asked for, and everything that went wrong on it."""

    def __init__(self, context):
        self.page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, address):
        """Open a page, and wait until its view is applied."""
        self.page.add_init_script(
            "window.told = []; document.addEventListener('dateline:view', (event) => told.push(event.detail))"
        )
        self.page.goto(address)
        self.page.evaluate(
            "() => new Promise(done => told.length ? done() : document.addEventListener('dateline:view', () => done()))"
        )

    def ask(self, change):
        """Change the view, and wait until that is applied."""
        self.page.evaluate(
            "change => new Promise(done => {document.addEventListener('dateline:view', done, {once: true});"
            "dateline.setView(change)}).then(() => 0)",
            change,
        )

    @property
    def shown(self):
        """The ids of the entries that can be seen, in their order."""
        return self.page.eval_on_selector_all(
            "ol article.entry", "found => found.filter(one => one.checkVisibility()).map(one => one.id)"
        )

    @property
    def result(self):
        return self.page.locator(".result").inner_text()


def built(folder, output):
    command = [sys.executable, "-m", "generator", "build", folder, "--output", output, "--no-cache"]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return output


def read_folder(folder):
    """The sources of a site by their paths, as a build is given them."""
    paths = [folder / "site.yaml", *sorted((folder / "content").rglob("*"))]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """The folder that is served, with a folder for each site."""
    folder = tmp_path_factory.mktemp("filtered")
    built(REPOSITORY, folder / "demonstration")
    built(PLANS, folder / "plans")
    return folder


@contextmanager
def serving(handler):
    """Serve at a free port; gives the address, which ends with a slash."""
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """Ten thousand events. Few of their pages are looked at, and only those are made."""
    sources = tmp_path_factory.mktemp("many")
    write_dateline(sources, make_workload(MANY))
    return Made(prepare(read_folder(sources), shipped_templates()).files)


@pytest.fixture(scope="session")
def many_served(many):
    """Where the ten thousand are served."""
    with serving(functools.partial(MadeHandler, made=many)) as address:
        yield address


@pytest.fixture(scope="session")
def served(outputs):
    """Where the other sites are served."""
    with serving(functools.partial(Handler, directory=str(outputs))) as address:
        yield address


@pytest.fixture
def reader(browser):
    with browser.new_context() as context:
        reader = Reader(context)
        yield reader
        expected = re.compile(r"status of 404")
        assert [fault for fault in reader.faults if not expected.search(fault)] == []
