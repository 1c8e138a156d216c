"""The parts of an address that decide whom it asks, and what for."""

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The host of an address; '' where it cannot have one."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # as for 'http://[::1/'
        return ""


def asked_of(address: str) -> str:
    """An address without what stands behind '#', which is no host's business."""
    return address.partition("#")[0]
