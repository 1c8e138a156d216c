"""Connections to addresses that were looked at first."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import httpcore
import httpx

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]  # a host and a port → IP addresses
NO_NAME = {getattr(socket, name, socket.EAI_NONAME) for name in ("EAI_NONAME", "EAI_NODATA")}


class NoSuchHost(Exception):
    """A name that no IP address belongs to."""


class Unresolved(Exception):
    """A name of which nothing could be learned just now."""


class PrivateHost(Exception):
    """A host all of whose IP addresses are private."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, as the system knows them, each once.

    Raises NoSuchHost, or Unresolved where the name server did not answer.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise (NoSuchHost if error.errno in NO_NAME else Unresolved)(host) from error
    except UnicodeError as error:  # a name that is too long to be one
        raise NoSuchHost(host) from error
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Resolves a host, drops what is private, and connects to the very addresses that are left.

    A name that is resolved a second time could have another address by then (DNS rebinding).
    """

    def __init__(self, resolve: Resolve, is_refused: Callable[[str], bool]) -> None:
        self._resolve = resolve
        self._is_refused = is_refused
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # named by httpcore
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address that takes it. Raises PrivateHost where none may be asked."""
        addresses = await self._resolve(host, port)
        allowed = [address for address in addresses if not self._is_refused(address)]
        if not allowed:
            raise PrivateHost(addresses[0] if addresses else host)
        for address in allowed[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(allowed[-1], port, timeout, local_address, socket_options)


class CheckedTransport(httpx.AsyncBaseTransport):
    """What httpx sends requests by, over such connections and no proxy."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._pool = httpcore.AsyncConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request, its body still to come. Raises what httpcore and the connection raise."""
        assert isinstance(request.stream, httpx.AsyncByteStream)
        url = request.url
        response = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> Any:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._response.aclose()
