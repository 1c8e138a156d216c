"""One request, and what came of it."""

import asyncio
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import httpcore
import httpx

from generator.links.connecting import CheckedTransport, NoSuchHost, PrivateHost, Unresolved
from generator.links.verdict import Word
from generator.version import __version__

USER_AGENT = f"Dateline/{__version__} (follows the links of a site for its authors: dateline check --links)"
LONGEST_TEXT = 64 << 10  # bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer."""

    status: int
    location: str = ""
    retry_after: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there was no answer."""

    word: Word
    reason: str
    passes: bool = False  # another try may do
    is_late: bool = False  # nothing came in time


class Asker:
    """Sends requests one by one. Redirects are answers like others."""

    def __init__(self, transport: CheckedTransport, *, timeout: float, patience: float) -> None:
        self._patience = patience  # seconds for an answer as a whole, however it trickles
        self._client = httpx.AsyncClient(
            transport=transport,
            timeout=timeout,  # seconds for each step of it
            headers={"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"},
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def ask(self, method: str, address: str) -> Answer | Silence:
        """The head of the answer; its body is left where it is."""
        try:
            async with asyncio.timeout(self._patience), self._client.stream(method, address) as response:
                headers = response.headers
                return Answer(response.status_code, headers.get("location", ""), headers.get("retry-after", ""))
        except Exception as error:  # noqa: BLE001  # each kind has its verdict, and what has none is raised again
            return silence_of(error)

    async def read(self, address: str) -> bytes | None:
        """The body of a short answer; None where there is none, or none that says yes."""
        try:
            async with asyncio.timeout(self._patience), self._client.stream("GET", address) as response:
                found = b""
                async for part in response.aiter_raw():
                    found += part
                    if len(found) > LONGEST_TEXT:
                        return None
                return found if response.status_code == httpx.codes.OK else None
        except Exception as error:  # noqa: BLE001  # as above
            silence_of(error)
            return None


def silence_of(error: Exception) -> Silence:
    """What an exception says about an address. Raises it again where it says nothing."""
    causes = tuple(_causes(error))
    if isinstance(error, PrivateHost):
        return Silence("refused", f"it leads to {error}, an address of a private network")
    if isinstance(error, NoSuchHost):
        return Silence("dead", f"there is no host '{error}'")
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol)):
        return Silence("dead", "no host can have this address")
    if isinstance(error, Unresolved):
        return Silence("unknown", f"the address of '{error}' could not be found out", passes=True)
    if isinstance(error, (TimeoutError, httpcore.TimeoutException)):
        return Silence("unknown", "no answer in time", passes=True, is_late=True)
    if certificate := next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None):
        return Silence("dead", f"its certificate does not hold: {certificate.verify_message}")
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Silence("dead", "the host refuses the connection")
    if isinstance(error, (httpcore.ProtocolError, httpx.ProtocolError, httpx.DecodingError)):
        return Silence("unknown", "it answers with what is not HTTP, or not at all", passes=True)
    if isinstance(error, (httpcore.NetworkError, httpx.StreamError, OSError)):
        return Silence("unknown", "the connection broke", passes=True)
    raise error


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        seen.append(error)
        error = error.__cause__ or error.__context__
