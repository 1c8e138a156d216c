"""A folder served on this machine as a good host serves it: compressed, with what says how long it may be kept."""

import functools
import gzip
import http
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff": "font/woff",
    ".xml": "application/xml; charset=utf-8",
}
SMALL_ALREADY = frozenset({"image/png", "image/jpeg", "image/webp", "font/woff", "font/woff2"})
FOR_EVER = "public, max-age=31536000, immutable"  # of what has a digest in its name
ASK_AGAIN = "no-cache"


@functools.cache
def _compressed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD with a file of a folder, index.html for a folder, and 404.html for what is not there."""

    protocol_version = "HTTP/1.1"  # one connection for several files, as browsers have it
    disable_nagle_algorithm = True
    wbufsize = -1  # the head and the content go out together

    def __init__(self, *arguments: object, folder: Path) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]  # what a server hands its handlers

    def do_GET(self) -> None:
        """Send a file."""
        path = self._file()
        if path is None:
            missing = self.folder / "404.html"
            self._send(http.HTTPStatus.NOT_FOUND, missing if missing.exists() else None)
        else:
            self._send(http.HTTPStatus.OK, path)

    do_HEAD = do_GET  # noqa: N815  # the name that the server looks for

    def _file(self) -> Path | None:
        place = (self.folder / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        if place.is_dir():
            place /= "index.html"
        return place if place.is_file() and place.is_relative_to(self.folder.resolve()) else None

    def _send(self, status: http.HTTPStatus, path: Path | None) -> None:
        kind = TYPES.get(path.suffix, "application/octet-stream") if path else TYPES[".txt"]
        packed = path is not None and kind not in SMALL_ALREADY and "gzip" in self.headers.get("Accept-Encoding", "")
        if path is None:
            content = b"nothing here\n"
        elif packed:
            content = _compressed(path, path.stat().st_mtime_ns)
        else:
            content = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", FOR_EVER if "/assets/" in self.path else ASK_AGAIN)
        self.send_header("Vary", "Accept-Encoding")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that hangs up as it goes to another page."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder at a free port; gives its address, which ends with a slash."""
    with Server(("127.0.0.1", 0), functools.partial(Handler, folder=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
