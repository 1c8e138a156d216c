"""The repository's own site, built by the real command, served on this machine and opened in a real browser."""

import functools
import http.server
import subprocess
import sys
import threading
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

REPOSITORY = Path(__file__).parents[2]


FRAMES = "/frames?"
HEAD = (  # of a page of frames; it asks for no picture of its own
    "<!doctype html><title>Frames</title><link rel=icon href='data:,'>"
    "<style>iframe { width: 1280px; height: 720px }</style>"
)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under /some/repo/ as well as at the root, and 404.html for what is not there.

    `/frames?page=…&page=…` has those pages in frames, each in a window of its own size.
    """

    PREFIX = "/some/repo"

    def do_GET(self):
        if not self.path.startswith(FRAMES):
            super().do_GET()
            return
        pages = parse_qs(urlsplit(self.path).query)["page"]
        content = "".join((HEAD, *(f'<iframe src="{escape(page)}"></iframe>' for page in pages))).encode()
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(self.PREFIX))

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that hangs up as it goes to another page."""

    def handle_error(self, *_):
        pass


@pytest.fixture(scope="session")
def output(tmp_path_factory):
    """The demonstration site, as built."""
    folder = tmp_path_factory.mktemp("demonstration") / "output"
    command = [sys.executable, "-m", "generator", "build", REPOSITORY, "--output", folder, "--no-cache"]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return folder


@contextmanager
def _serve(folder):
    handler = functools.partial(Handler, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def serve():
    """Serves a folder while it is needed, and gives its address."""
    return _serve


@pytest.fixture(scope="session")
def address(output, serve):
    """Where the demonstration site is served."""
    with serve(output) as address:
        yield address
