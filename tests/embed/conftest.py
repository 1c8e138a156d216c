"""The demonstration as a site that others embed, and pages of others, on hosts of their own."""

import functools
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tools.serving import Handler, Server

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FRAME = "document.querySelector('%s').shadowRoot.querySelector('iframe')"
ASKED = "actor=nato&from=2023-04&to=2023-07"


class Hosts(Handler):
    """Pages of others, in which the names of hosts give way to where those are."""

    names: dict[str, str] = {}  # noqa: RUF012  # filled before it serves

    def _send(self, status, path):
        if path is None or path.suffix != ".html":
            super()._send(status, path)
            return
        text = path.read_text(encoding="utf-8")
        for name, address in self.names.items():
            text = text.replace(name, address)
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def at(stack, folder, handler, name):
    """Serve a folder at a free port of a name of this machine."""
    server = stack.enter_context(Server(("127.0.0.1", 0), functools.partial(handler, folder=folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    stack.callback(server.shutdown)
    return f"http://{name}:{server.server_port}/"


class Place:
    """Where everything is."""

    def __init__(self, stack, output):
        self.output = output
        self.site = at(stack, output, Handler, "127.0.0.1")
        self.other = at(stack, output, Handler, "127.0.0.1")
        Hosts.names = {"http://site.example/": self.site, "http://other.example/": self.other}
        Hosts.names |= {"http://site.example": self.site.rstrip("/")}
        self.contract = at(stack, HERE / "contract", Hosts, "localhost")
        self.hosts = at(stack, HERE / "hosts", Hosts, "localhost")
        Hosts.names["http://host.example/"] = self.hosts
        self._written = output.parent / "written"
        self._written.mkdir()
        self.written = at(stack, self._written, Handler, "localhost")

    def host(self, name):
        """The address of a page of others."""
        folder = self.contract if (HERE / "contract" / name).exists() else self.hosts
        return f"{folder}{name}"

    def write(self, html):
        """The address of a page of others that a test makes."""
        (self._written / "page.html").write_text(html, encoding="utf-8")
        return f"{self.written}page.html"


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """The demonstration, which asks for embeds, as if it stood where it is served."""
    output = tmp_path_factory.mktemp("embedded") / "output"
    output.mkdir()
    with ExitStack() as stack:
        place = Place(stack, output)
        command = [sys.executable, "-m", "generator", "build", ROOT, "--output", output, "--no-cache"]
        subprocess.run([*command, "--base-url", place.site], cwd=ROOT, check=True, capture_output=True)
        yield place


def until(target, expression, arg=None):
    """Wait until something holds in a page or a frame: Playwright's own way of it needs what policies refuse."""
    for _ in range(200):
        if found := target.evaluate(expression, arg):
            return found
        time.sleep(0.03)
    raise AssertionError(f"never: {expression}")


class Visit:
    """A page of others in the browser, and everything that went wrong on it."""

    def __init__(self, context, place):
        self.page, self.place = context.new_page(), place
        self.page.set_default_timeout(8_000)
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, name, more=""):
        """Open a page of others, and wait until its timelines have spoken."""
        self.page.goto(f"{self.place.host(name)}{more}")
        self.settle()

    def settle(self, selector="dateline-timeline, [data-dateline]"):
        """Wait until every frame is as high as what it shows, or as it is told to be."""
        self.page.evaluate(
            """async selector => {
                const end = Date.now() + 10_000;
                const pause = () => {
                    if (Date.now() > end) throw new Error("a frame is silent");
                    return new Promise(done => setTimeout(done, 20));
                };
                for (const one of document.querySelectorAll(selector)) {
                    while (!one.shadowRoot) await pause();
                    one.scrollIntoView();  // they load lazily
                    const frame = () => one.shadowRoot.querySelector("iframe");
                    while (frame()?.style.getPropertyValue("height") === "480px") await pause();
                }
            }""",
            selector,
        )

    def frame(self, selector="dateline-timeline"):
        """The frame of a timeline."""
        return self.page.evaluate_handle(FRAME % selector).as_element().content_frame()

    def box(self, selector="dateline-timeline"):
        """Where the frame stands."""
        return self.page.evaluate(f"{FRAME % selector}.getBoundingClientRect().toJSON()")


@pytest.fixture
def visit(browser, place):
    with browser.new_context(viewport={"width": 900, "height": 700}) as context:
        visit = Visit(context, place)
        yield visit
        assert [fault for fault in visit.faults if "404" not in fault] == []


def shown_in(frame):
    """The ids of the entries that can be seen, in their order."""
    return frame.eval_on_selector_all(
        "article.entry", "found => found.filter(one => one.checkVisibility()).map(one => one.id)"
    )


def is_whole(frame):
    """Whether nothing of a frame has to be scrolled for."""
    return frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
