"""A web server that answers in every wrong way, and what looks at its addresses without asking anybody else."""

import asyncio
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.links.connecting import NoSuchHost, Unresolved
from generator.links.looking import Finding, Ways, look
from generator.links.uses import Use
from generator.parse.document import Document

HERE = Path(__file__).parent
NOW = 1_700_000_000.0
PRIVATE = "127.0.0.2"  # stands for a network that is nobody's business; the server itself is at 127.0.0.1
STEP = 0.02  # seconds between two letters of what trickles
SLICE = b"x" * 65_536


@pytest.fixture(autouse=True)
def no_other_loop() -> Iterator[None]:
    """Playwright leaves its loop of events running in a process that has opened a browser, where no other may begin."""
    other = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(other)


@dataclass
class Seen:
    """A request as the server saw it."""

    method: str
    host: str
    path: str
    agent: str
    began: float
    ended: float = 0.0


@dataclass
class Server:
    """Where it listens, and what it was asked."""

    port: int
    requests: list[Seen] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)  # by method and path
    sent: int = 0  # bytes of the huge body
    copies: dict[str, str] = field(default_factory=dict)  # of the archive: an address → its copy
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str, host: str = "news.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[str]:
        return [seen.method for seen in self.requests if seen.path == path]


class Handler(BaseHTTPRequestHandler):
    state: Server

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def log_message(self, *_):
        pass

    def answer(self):
        state, path = self.state, self.path.partition("?")[0]
        seen = Seen(
            self.command, self.headers["Host"].partition(":")[0], path, self.headers["User-Agent"], time.monotonic()
        )
        state.requests.append(seen)
        state.visits[f"{self.command} {path}"] += 1
        try:
            with suppress(ConnectionError):
                getattr(self, f"on_{path.strip('/').split('/')[0].replace('-', '_')}")(path)
        finally:
            seen.ended = time.monotonic()

    def say(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def on_ok(self, _):
        time.sleep(0.01)
        self.say(200)

    def on_missing(self, _):
        self.say(404)

    def on_gone(self, _):
        self.say(410)

    def on_forbidden(self, _):
        self.say(403)

    def on_legal(self, _):
        self.say(451)

    def on_login(self, _):
        self.say(401)

    def on_moved(self, path):
        self.say(301, Location="/moved/2" if path == "/moved/1" else "/ok/new")

    def on_moved_to_nothing(self, _):
        self.say(308, Location="/missing")

    def on_elsewhere_today(self, _):
        self.say(302, Location="/ok")

    def on_today_then_moved(self, _):
        self.say(302, Location="/moved/1")

    def on_moved_then_today(self, _):
        self.say(301, Location="/elsewhere-today")

    def on_circle(self, path):
        self.say(302, Location="/circle/b" if path == "/circle/a" else "/circle/a")

    def on_endless(self, path):
        self.say(302, Location=f"/endless/{int(path.rpartition('/')[2]) + 1}")

    def on_to_private(self, _):
        self.say(302, Location=f"http://private.test:{self.state.port}/ok/secret")

    def on_to_ftp(self, _):
        self.say(302, Location="ftp://news.test/file")

    def on_to_escape(self, _):
        self.say(301, Location="/ok/\x9b2J")

    def on_to_nowhere(self, _):
        self.say(302)

    def on_busy_once(self, path):
        if self.state.visits[f"HEAD {path}"] == 1:
            self.say(429, Retry_After="7")
        else:
            self.say(200)

    def on_busy_long(self, _):
        self.say(429, Retry_After="3600")

    def on_broken(self, _):
        self.say(500)

    def on_hangs(self, _):
        self.state.over.wait(10)

    def on_closes(self, _):
        self.close_connection = True

    def on_garbage(self, _):
        self.wfile.write(b"\0\xff 220 smtp ready\r\n\r\n")

    def on_no_head(self, _):
        self.say(405 if self.command == "HEAD" else 200)

    def on_trickle(self, _):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.state.over.wait(STEP):
            self.wfile.write(b"x")

    def on_slow_body(self, _):
        if self.command == "HEAD":
            self.say(405)
            return
        self.say(200)
        while not self.state.over.wait(STEP):
            self.wfile.write(b"x")

    def on_huge(self, _):
        if self.command == "HEAD":
            self.say(405)
            return
        self.say(200, Content_Length=str(1 << 40))
        while self.state.sent < 1 << 30:
            self.wfile.write(SLICE)
            self.state.sent += len(SLICE)

    def on_archive(self, _):
        from json import dumps
        from urllib.parse import parse_qs, urlsplit

        copy = self.state.copies.get(parse_qs(urlsplit(self.path).query)["url"][0])
        closest = {"closest": {"available": True, "url": copy, "status": "200"}} if copy else {}
        self.say(200, Content_Type="application/json")
        self.wfile.write(dumps({"archived_snapshots": closest}).encode())


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    yield from serving(None)


@pytest.fixture
def safe_server() -> Iterator[Server]:
    """The same over TLS, with a certificate that nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(HERE / "self-signed.pem")
    yield from serving(context)


def serving(context: ssl.SSLContext | None) -> Iterator[Server]:
    state = Server(0)
    listening = Quiet(("127.0.0.1", 0), type("Bound", (Handler,), {"state": state}))
    if context:
        listening.socket = context.wrap_socket(listening.socket, server_side=True, do_handshake_on_connect=False)
    state.port = listening.server_address[1]
    thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
    thread.start()
    yield state
    state.over.set()
    listening.shutdown()
    thread.join()
    listening.server_close()


async def names(host: str, _port: int) -> tuple[str, ...]:
    """Every host of `.test` is the server, `private.test` one that may not be asked."""
    if host.startswith("nobody"):
        raise NoSuchHost(host)
    if host == "later.test":
        raise Unresolved(host)
    return (PRIVATE,) if host == "private.test" else ("127.0.0.1",)


class Notes(dict[tuple[str, bytes], bytes]):
    """What is remembered, without a file."""

    def get(self, room: str, key: bytes) -> bytes | None:  # type: ignore[override]
        return super().get((room, key))

    def put_many(self, room: str, values: Mapping[bytes, bytes]) -> None:
        self.update({(room, key): value for key, value in values.items()})


@dataclass
class Looker:
    """Looks at addresses, waits for nothing and notes how long it should have."""

    ways: Ways
    notes: Notes = field(default_factory=Notes)
    waited: list[float] = field(default_factory=list)

    def __call__(self, *addresses: str, **changed) -> dict[str, Finding]:
        document = Document("content/events/one.yaml", {}, "")
        return self.uses(*(Use(address, document, ("url",), address) for address in addresses), **changed)

    def uses(self, *uses: Use, **changed) -> dict[str, Finding]:
        found = look(uses, self.notes, replace(self.ways, **changed))
        return {row.address: row for row in found.rows}


@pytest.fixture
def looker() -> Looker:
    async def wait(seconds: float) -> None:
        made.waited.append(seconds)
        await asyncio.sleep(0)

    ways = Ways(
        archive="",
        timeout=20.0,
        patience=20.0,
        pause=0.0,
        clock=lambda: NOW,
        wait=wait,
        resolve=names,
        is_private=lambda address: address == PRIVATE,
    )
    made = Looker(ways)
    return made
