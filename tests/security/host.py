"""A host on this machine to whom a browser turns for everything, and a reader who opens all pages of it."""

import functools
import http
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.security.spoiling import HOST
from tools.serving import ASK_AGAIN, FOR_EVER, Server

META = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "json": "application/json"}
TELL = """
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (what) =>
    console.log(`RAN ${what} ${document.URL.startsWith("about:") ? parent.document.URL : document.URL}`);
"""
# Everything that a reader does: opens, points at, tabs to; and what of a page could run, though it has not yet.
ACT = """async () => {
    const found = [];
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    await pause(100);  // a former address leads on
    const frames = [...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow);
    const types = ["mouseover", "mouseenter", "mousemove", "pointerover", "focus", "blur", "input", "change", "keydown",
        "toggle", "load", "error", "animationstart", "begin", "scroll", "copy", "paste", "drag"];
    for (const frame of frames) {
        while (frame.document.readyState !== "complete") await pause(20);
        const page = frame.document;
        for (const one of page.querySelectorAll("details")) one.open = true;
        for (const one of page.querySelectorAll("*")) {
            for (const type of types) one.dispatchEvent(new Event(type));
            if (one.focus) one.focus();
            const kind = one.localName;
            for (const { name, value } of one.attributes) {
                const bare = value.replace(/[\\x00-\\x20]/g, "");
                if (/^on/i.test(name) || name === "style") found.push(`${page.URL}: ${kind} ${name}=${value}`);
                const shown = page.URL.endsWith("/one.html") && /^(img|link)$/.test(kind);
                const isOurs = shown && /^data:image\\//.test(bare);
                if (/^(javascript|vbscript|data):/i.test(bare) && !isOurs)
                    found.push(`${page.URL}: ${kind} ${name}=${value}`);
            }
            if (kind === "base" && one.outerHTML !== '<base target="_blank">') found.push(`${page.URL}: <base>`);
            const isSaid = kind === "noscript" && page.querySelector("html.framed") &&
                /^<p class="result">[^<]*<\\/p>$/.test(one.textContent);
            if (!isSaid && ["iframe", "object", "embed", "math", "template", "noscript", "animate", "set",
                "foreignObject", "video", "audio", "portal", "frameset"].includes(kind))
                found.push(`${page.URL}: <${kind}>`);
            if (kind === "style" && !page.URL.endsWith("audit.html")) found.push(`${page.URL}: <style>`);
            if (kind === "form" && one.className.split(" ")[0] !== "filters") found.push(`${page.URL}: <form>`);
            if (kind === "meta" && one.httpEquiv === "refresh" && !/^0; url=[./]/.test(one.content))
                found.push(`${page.URL}: ${one.content}`);
            if (kind === "script" && !/^application\\/(?:ld\\+)?json$/.test(one.type) &&
                !/\\/assets\\/(?:script|embed|share|overview|earlier)\\.\\w+\\.js$/.test(one.src))
                found.push(`${page.URL}: <script ${one.src}>`);
            if (kind === "a" && one.protocol && one.hasAttribute("href") &&
                !["http:", "https:", "mailto:", "tel:"].includes(one.protocol))
                found.push(`${page.URL}: ${one.href}`);
        }
        const ours = page.querySelector("html.framed") ? "choose" : "setView";
        if (page.querySelector("script[src]") && typeof frame.dateline?.[ours] !== "function")
            found.push(`${page.URL}: dateline is another`);
    }
    await pause(300);
    return found;
}"""


class Host:
    """Has files in memory, shows all pages of them in frames of one page, and hears what runs and who else is asked."""

    def __init__(self, *, has_policy: bool) -> None:
        self.ran: list[str] = []
        self.strangers: set[str] = set()
        self.page: Page
        self._files: dict[str, bytes] = {}
        self._has_policy = has_policy

    def answer(self, path: str) -> bytes | None:
        """The file that stands there; with no policy if it is to have none."""
        path = unquote(path).lstrip("/")
        content = self._files.get(f"{path}index.html" if not path or path.endswith("/") else path)
        return content if content is None or self._has_policy else META.sub(b"", content)

    def heard(self, said: ConsoleMessage) -> None:
        """Keep what a page says that ran."""
        if said.text.startswith("RAN"):
            self.ran.append(said.text)

    def open(self, files: Mapping[str, bytes], paths: Iterable[str]) -> list[str]:
        """Open these pages, and do what readers do; what in them could run."""
        frames = "".join(f'<iframe src="/{path}"></iframe>' for path in paths).encode()
        self._files = {**files, "frames.html": b"<!DOCTYPE html><title>frames</title>" + frames}
        self.page.goto(f"{HOST}/frames.html")
        could: list[str] = self.page.evaluate(ACT)
        return could


class Handler(BaseHTTPRequestHandler):
    """Answers as a proxy does, to whom whole addresses are given: for one host only."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, *arguments: object, host: Host) -> None:
        self.host = host
        super().__init__(*arguments)  # type: ignore[arg-type]  # what a server hands its handlers

    def do_GET(self) -> None:
        """Send a file; what has a digest in its name may be kept."""
        url = urlsplit(self.path)
        if f"{url.scheme}://{url.netloc}" != HOST:
            self.refuse()
            return
        content = self.host.answer(url.path)
        self.send_response(http.HTTPStatus.NOT_FOUND if content is None else http.HTTPStatus.OK)
        ending = url.path.rpartition(".")[2] if "." in url.path else "html"
        self.send_header("Content-Type", f"{TYPES.get(ending, 'application/octet-stream')}; charset=utf-8")
        self.send_header("Content-Length", str(len(content or b"")))
        self.send_header("Cache-Control", FOR_EVER if url.path.startswith("/assets/") else ASK_AGAIN)
        self.end_headers()
        self.wfile.write(content or b"")

    def refuse(self) -> None:
        """Remember who else was asked for something, or called."""
        self.host.strangers.add(self.path)
        self.close_connection = True
        self.send_error(http.HTTPStatus.FORBIDDEN)

    do_CONNECT = do_POST = do_HEAD = do_OPTIONS = refuse  # noqa: N815  # the names that the server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def hosted(browser: Browser, *, has_policy: bool) -> Iterator[Host]:
    """A host, and a page of a browser that knows no other way than by it."""
    host = Host(has_policy=has_policy)
    with Server(("127.0.0.1", 0), functools.partial(Handler, host=host)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        with browser.new_context(proxy={"server": f"http://127.0.0.1:{server.server_port}"}) as context:
            context.add_init_script(TELL)
            host.page = context.new_page()
            host.page.on("console", host.heard)
            yield host
        server.shutdown()
