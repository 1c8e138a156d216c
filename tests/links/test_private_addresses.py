"""Nobody's own network is asked, by whatever way one is led there."""

import asyncio
import socket

import httpcore
import pytest

from generator.links.connecting import CheckedBackend, PrivateHost
from generator.links.private import is_private


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_what_the_internet_does_not_route_is_private(address):
    assert is_private(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_what_it_routes_is_not(address):
    assert not is_private(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0"])
def test_the_machine_itself_is_refused_however_it_is_written(server, looker, host):
    from generator.links.connecting import resolve

    address = f"http://{host}:{server.port}/ok"
    found = looker(address, resolve=resolve, is_private=is_private)[address].verdict

    assert (found.word, server.requests) == ("refused", [])


def test_it_is_asked_where_that_is_allowed(server, looker):
    address = f"http://private.test:{server.port}/ok"

    assert looker(address)[address].verdict.word == "refused"
    at_server = lambda _host, _port: found("127.0.0.1")
    allowed = looker(address, allow_private=True, is_private=is_private, resolve=at_server)
    assert allowed[address].verdict.word == "alive"


async def found(address):
    return (address,)


def test_a_redirect_to_a_private_network_is_refused(server, looker):
    verdict = looker(server.at("/to-private"))[server.at("/to-private")].verdict

    assert verdict.word == "refused"
    assert verdict.reason.startswith("it leads to 127.0.0.2, an address of a private network, at http://private.test")
    assert [seen.path for seen in server.requests] == ["/to-private"]


def test_a_name_is_resolved_once_and_the_address_that_was_judged_is_the_one_connected_to(server):
    answers = iter([("127.0.0.2", "127.0.0.1"), ("127.0.0.2",)])

    async def rebinding(_host, _port):
        return next(answers)

    private = socket.create_server(("127.0.0.2", server.port))  # would take a connection

    async def connected() -> object:
        backend = CheckedBackend(rebinding, lambda address: address != "127.0.0.1")
        stream = await backend.connect_tcp("rebinding.test", server.port)
        peer = stream.get_extra_info("server_addr")
        await stream.aclose()
        with pytest.raises(PrivateHost):
            await backend.connect_tcp("rebinding.test", server.port)
        return peer

    with private:
        assert asyncio.run(connected()) == ("127.0.0.1", server.port)


def test_the_next_address_is_tried_where_one_takes_no_connection(server):
    async def two(_host, _port):
        return "127.0.0.3", "127.0.0.1"

    async def peer() -> object:
        stream = await CheckedBackend(two, lambda _: False).connect_tcp("two.test", server.port)
        told = stream.get_extra_info("server_addr")
        await stream.aclose()
        return told

    assert asyncio.run(peer()) == ("127.0.0.1", server.port)


def test_a_socket_of_the_machine_cannot_be_connected_to():
    async def connect() -> None:
        await CheckedBackend(lambda _host, _port: found("127.0.0.1"), is_private).connect_unix_socket("/tmp/any")

    with pytest.raises(NotImplementedError):
        asyncio.run(connect())
    assert issubclass(CheckedBackend, httpcore.AsyncNetworkBackend)
