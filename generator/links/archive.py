"""What an archive of the web has stored. The interface is that of the Wayback Machine's availability."""

import json
import re
from urllib.parse import urlencode

from generator.links.asking import Asker
from generator.links.hosts import host_of
from generator.links.manners import Manners

WAYBACK = "https://archive.org/wayback/available"


class Archive:
    """Asks for stored copies until the archive once does not answer."""

    def __init__(self, base: str, asker: Asker, manners: Manners) -> None:
        self._base = base
        self._asker = asker
        self._manners = manners
        self.answers = True

    async def find(self, address: str) -> str | None:
        """The address of a copy, '' where there is none, None where the archive does not answer."""
        host = host_of(self._base)
        async with self._manners.host(host):
            if not self.answers:
                return None
            async with self._manners.request(host):
                found = await self._asker.read(f"{self._base}?{urlencode({'url': address})}")
        copy = _copy(found) if found is not None else None
        self.answers = copy is not None
        return copy


def _copy(answer: bytes) -> str | None:
    try:
        snapshots = json.loads(answer)["archived_snapshots"]
        closest = snapshots.get("closest", {})
        address = closest["url"] if closest.get("available") is True else ""
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if not isinstance(address, str) or not re.fullmatch(r"(https?://[\x21-\x7e]+)?", address):
        return None
    return re.sub(r"^http://web\.archive\.org/", "https://web.archive.org/", address)
