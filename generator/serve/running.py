"""The preview as it runs: a builder, a watcher and a server, and what is said of them in the terminal."""

import contextlib
import errno
import gc
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from generator.disk.read import Sources
from generator.serve.app import make_app, message_of
from generator.serve.builder import Builder
from generator.serve.edition import Edition
from generator.serve.gate import allowed_names
from generator.serve.hub import Hub
from generator.serve.watching import Watcher

BUSY = frozenset({errno.EADDRINUSE, errno.EACCES})
TRIED = 20  # ports, one after the other
LITTER = 2_000  # objects more than when garbage was last looked for
MANY = 50  # builds, after which it is looked for even if there was no quiet moment
PATIENCE = 1  # seconds that open streams are given to end


def collect() -> None:
    """Look for garbage, if there may be much of it."""
    if gc.get_count()[0] > LITTER:
        gc.collect()


class NoPort(Exception):
    """No port near the one that was asked for is free."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What is said in the terminal: at the start, of each build, and of what goes wrong with the watching."""

    opened: Callable[[str], None]  # the address
    built: Callable[[Edition], None]
    troubled: Callable[[str], None]


class Preview:
    """The current edition, and how it is followed by the next. Only one thread builds at a time."""

    def __init__(self, builder: Builder, voice: Voice) -> None:
        self.hub = Hub()
        self._builder = builder
        self._voice = voice
        self._sources: Sources | None = None
        self._edition: Edition | None = None
        self._builds = 0

    def current(self) -> Edition:
        """The newest edition. There is one once the first build has ended."""
        if self._edition is None:
            raise RuntimeError("nothing was built yet")
        return self._edition

    def build(self, sources: Sources) -> None:
        """Build, and tell browsers and the terminal."""
        if self._sources:
            sources.carry_over(self._sources)
        self._sources = sources
        self._edition = edition = self._builder.build(sources)
        self.hub.tell(message_of(edition))
        self._voice.built(edition)
        self._builds += 1
        if self._builds % MANY == 0:
            collect()


def serve(root: Path, builder: Builder, voice: Voice, *, host: str, port: int, polls: bool) -> None:
    """Serve until interrupted. Raises NoPort, and SiteError where there is no folder."""
    gc.disable()  # looking through all that is kept would take as long as a build: it is done in quiet moments
    with _listening(host, port) as listener:
        preview = Preview(builder, voice)
        watcher = Watcher(root, preview.build, voice.troubled, polls=polls, on_quiet=collect)
        preview.build(watcher.listen())
        watcher.follow()  # not before: what was saved during the first build is built after it, and not beside it
        gc.freeze()
        app = make_app(preview.current, preview.hub, allowed_names(host))
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            timeout_graceful_shutdown=PATIENCE,
            timeout_keep_alive=30,
        )
        if port and listener.getsockname()[1] != port:
            voice.troubled(f"port {port} is in use, so this is the next that is free")
        voice.opened(_address(host, listener))
        try:
            _Server(config, preview.hub).run(sockets=[listener])
        except KeyboardInterrupt:  # as it is meant to end
            pass
        finally:
            watcher.stop()


class _Server(uvicorn.Server):
    """Lets those who listen for changes go as soon as it is told to end, and not once it has waited for them."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens at the port, or at the next that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.ExitStack() as stack:
        for tried in range(port, min(port + TRIED, 65_536)) if port else [0]:
            listener = stack.enter_context(socket.socket(family))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((host, tried))
                listener.listen(128)
            except OSError as error:
                stack.close()
                if tried == port and error.errno not in BUSY:
                    raise NoPort(f"cannot listen on {host}:{port}: {error.strerror}") from error
                continue
            yield listener
            return
        raise NoPort(f"no port from {port} to {port + TRIED - 1} is free; --port names another")


def _address(host: str, listener: socket.socket) -> str:
    port = listener.getsockname()[1]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"
