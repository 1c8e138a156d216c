"""How hosts are treated: one request at a time each, a pause after it, and not too many at once in all."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

MOST_AT_ONCE = 8
PAUSE = 0.5  # seconds between two requests to a host

Wait = Callable[[float], Awaitable[None]]


class Manners:
    """Hands out turns."""

    def __init__(self, *, pause: float = PAUSE, wait: Wait = asyncio.sleep) -> None:
        self._pause = pause
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._ended: dict[str, float] = {}  # when the last request to a host did, by the loop's clock
        self._all = asyncio.Semaphore(MOST_AT_ONCE)
        self.wait = wait
        self.left_alone: dict[str, str] = {}  # hosts that are asked no more, and why

    def host(self, name: str) -> asyncio.Lock:
        """What is held as long as one has to do with a host, waiting for it included."""
        return self._hosts[name]

    @asynccontextmanager
    async def request(self, host: str) -> AsyncIterator[None]:
        """A turn for one request, while its host is held. The pause before it keeps nobody else."""
        now = asyncio.get_running_loop().time
        if host in self._ended and (rest := self._ended[host] + self._pause - now()) > 0:
            await self.wait(rest)
        async with self._all:
            try:
                yield
            finally:
                self._ended[host] = now()
