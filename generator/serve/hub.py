"""What is told to every browser that listens."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

RETRY = 500  # milliseconds after which a browser that lost us asks again
BEAT = 15.0  # seconds after which silence is broken, so that nothing in between takes the connection for dead


class Hub:
    """Hands the newest message on to all who listen. One who is slow gets the newest, and none of those before it."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Event] = set()
        self._message = ""
        self._is_over = False

    def open(self) -> None:
        """Begin, within the loop that serves."""
        self._loop = asyncio.get_running_loop()

    def tell(self, message: str) -> None:
        """Hand a message on, from whichever thread."""
        self._message = message
        if self._loop:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._wake)

    def close(self) -> None:
        """Let everybody go, from within the loop."""
        self._is_over = True
        self._wake()

    @property
    def listeners(self) -> int:
        """How many connections there are."""
        return len(self._listeners)

    def _wake(self) -> None:
        for listener in self._listeners:
            listener.set()

    async def stream(self) -> AsyncIterator[str]:
        """The messages as server-sent events, the last first."""
        mine = asyncio.Event()
        self._listeners.add(mine)
        told = ""
        try:
            yield f"retry: {RETRY}\n\n"
            while not self._is_over:
                mine.clear()
                if self._message != told:
                    told = self._message
                    yield f"data: {told}\n\n"
                    continue
                try:
                    await asyncio.wait_for(mine.wait(), BEAT)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._listeners.discard(mine)
