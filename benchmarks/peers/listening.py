"""How a browser is told by each server that something has changed."""

import json
import re
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from http.client import HTTPConnection
from typing import TypeAlias

from websockets.sync.client import connect

HOST = "127.0.0.1"
PATIENCE = 60.0  # seconds that a server is given to tell of a change, or to answer

Wait: TypeAlias = Callable[[], None]  # returns at the next word of a change; TimeoutError if none comes
Listen: TypeAlias = Callable[[int, str], AbstractContextManager[Wait]]  # from a port and the page that was opened


def fetch(port: int, path: str) -> str:
    """What a server sends for a path, as text; OSError where it does not answer."""
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Host": f"localhost:{port}"})
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])


@contextmanager
def server_sent_events(port: int, _page: str) -> Iterator[Wait]:
    """As Dateline tells: a line of data for each edition, the current one at once."""
    with closing(HTTPConnection(HOST, port, timeout=PATIENCE)) as connection:
        connection.request("GET", "/_dateline/events")
        stream = connection.getresponse()

        def wait() -> None:
            while not (line := stream.readline()).startswith(b"data: "):
                if not line:
                    raise TimeoutError("the server has hung up")

        wait()
        yield wait


@contextmanager
def long_polls(port: int, page: str) -> Iterator[Wait]:
    """As MkDocs tells: a question that is answered once there is a newer edition than that of the page."""
    found = re.search(r"livereload\((\d+), (\d+)\);", fetch(port, page))
    if not found:
        raise TimeoutError("the page does not ask for changes")
    known, name = int(found[1]), found[2]

    def wait() -> None:
        nonlocal known
        told = known
        while told <= known:
            told = int(fetch(port, f"/livereload/{known}/{name}"))
        known = told

    yield wait


def websocket(path: str, word: str, hello: Mapping[str, object] | None = None) -> Listen:
    """As Hugo and Eleventy tell: messages in JSON, of which one with this word says that the page has changed."""

    @contextmanager
    def listen(port: int, _page: str) -> Iterator[Wait]:
        with connect(f"ws://{HOST}:{port}/{path}", proxy=None, compression=None) as connection:
            if hello:
                connection.send(json.dumps(hello))

            def wait() -> None:
                while True:
                    told = json.loads(connection.recv(PATIENCE))
                    if word in (told.get("command"), told.get("type")):
                        return

            yield wait

    return listen
