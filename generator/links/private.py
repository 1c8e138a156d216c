"""Addresses of networks that are nobody else's business."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052 §2.1: the last 32 bits are an address of IPv4


def is_private(address: str) -> bool:
    """Whether an IP address is of a loopback, a local network or anything else that the internet does not route.

    An address of IPv4 inside one of IPv6 counts as well: mapped, 6to4, Teredo, NAT64.
    """
    return any(not part.is_global or part.is_multicast for part in _parts(ip_address(address)))


def _parts(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    if isinstance(address, IPv4Address):
        yield address
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in NAT64:
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
