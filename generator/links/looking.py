"""All addresses of a site looked at, and what is remembered of it."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Protocol

from generator.links.archive import WAYBACK, Archive
from generator.links.asking import Asker
from generator.links.connecting import CheckedBackend, CheckedTransport, Resolve, resolve
from generator.links.following import Follower
from generator.links.hosts import host_of
from generator.links.manners import PAUSE, Manners, Wait
from generator.links.private import is_private
from generator.links.uses import Use
from generator.links.verdict import Verdict

HOUR, WEEK = 3600.0, 7 * 24 * 3600.0  # seconds
ROOM, COPIES = "links", "stored copies"
OFFLINE = "no host could be reached at all: is this machine online?"


class Remembered(Protocol):
    """Bytes by room and key that outlive a run."""

    def get(self, room: str, key: bytes) -> bytes | None:
        """The value, or None."""

    def put_many(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Remember all of them."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How addresses are looked at. Times are in seconds."""

    allow_private: bool = False
    archive: str = WAYBACK  # where stored copies are asked for; '' for nowhere
    timeout: float = 10.0
    patience: float = 20.0
    pause: float = PAUSE
    clock: Callable[[], float] = time.time
    wait: Wait = asyncio.sleep
    resolve: Resolve = resolve
    is_private: Callable[[str], bool] = is_private
    progress: Callable[[str, int, int], None] = field(default=lambda _what, _done, _of: None)


@dataclass(frozen=True, slots=True)
class Finding:
    """An address, what became of it, where it is used, and a stored copy that nobody has named yet."""

    address: str
    verdict: Verdict
    uses: tuple[Use, ...]
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found of all addresses, in the order of the alphabet."""

    rows: tuple[Finding, ...]
    archive_answers: bool = True


def look(uses: Sequence[Use], remembered: Remembered, ways: Ways) -> Findings:
    """Look at every address that is used, except those of which enough is remembered."""
    return asyncio.run(_look(uses, remembered, ways))


async def _look(uses: Sequence[Use], remembered: Remembered, ways: Ways) -> Findings:
    by_address: dict[str, list[Use]] = {}
    for use in uses:
        by_address.setdefault(use.asked, []).append(use)
    backend = CheckedBackend(ways.resolve, (lambda _: False) if ways.allow_private else ways.is_private)
    manners = Manners(pause=ways.pause, wait=ways.wait)
    async with Asker(CheckedTransport(backend), timeout=ways.timeout, patience=ways.patience) as asker:
        follower = Follower(asker, manners, ways.clock)
        archive = Archive(ways.archive, asker, manners)
        done = 0

        async def find(address: str) -> Finding:
            nonlocal done
            verdict = await _verdict(address, follower, remembered, ways)
            found = tuple(by_address[address])
            suggested = ""
            if _wants_copy(verdict, found):
                original = next((use.original for use in found if use.original), address)
                suggested = await _copy(original, archive, remembered, ways)
            done += 1
            ways.progress("links", done, len(by_address))
            return Finding(address, verdict, found, suggested if suggested != address else "")

        rows = await asyncio.gather(*(find(address) for address in sorted(by_address)))
    return Findings(_unless_offline(rows), archive.answers)


def _unless_offline(rows: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, unless not one of several hosts was found or answered: that says nothing of any."""
    hosts = {host_of(row.address) for row in rows if _is_lost(row.verdict)}
    if len(hosts) < 2 or any(row.verdict.status for row in rows):
        return tuple(rows)
    return tuple(
        replace(row, verdict=replace(row.verdict, word="unknown", reason=OFFLINE)) if _is_lost(row.verdict) else row
        for row in rows
    )


def _is_lost(verdict: Verdict) -> bool:
    return verdict.word == "dead" and verdict.status is None


async def _verdict(address: str, follower: Follower, remembered: Remembered, ways: Ways) -> Verdict:
    key = _key(address, ways)
    known = remembered.get(ROOM, key)
    if known is not None:
        verdict = Verdict.from_bytes(known)
        lasts = WEEK if verdict.word in ("alive", "moved") else HOUR
        if 0 <= ways.clock() - verdict.looked_at < lasts:
            return verdict
    verdict = await follower.follow(address)
    if verdict.word != "refused" and not _is_lost(verdict):
        remembered.put_many(ROOM, {key: verdict.to_bytes()})
    return verdict


def _wants_copy(verdict: Verdict, uses: Sequence[Use]) -> bool:
    """Whether a stored copy is worth asking for: of what is gone, and of sources that name none."""
    return any(not use.archived and (verdict.word == "dead" or use.takes_copy) for use in uses)


async def _copy(address: str, archive: Archive, remembered: Remembered, ways: Ways) -> str:
    if not ways.archive:
        return ""
    key = _key(f"{ways.archive} {address}", ways)
    known = (remembered.get(COPIES, key) or b"").decode()
    when, _, copy = known.partition(" ")
    if known and 0 <= ways.clock() - float(when) < (WEEK if copy else HOUR):
        return copy
    found = await archive.find(address)
    if found is not None:
        remembered.put_many(COPIES, {key: f"{ways.clock()} {found}".encode()})
    return found or ""


def _key(address: str, ways: Ways) -> bytes:
    return blake2b(f"{ways.allow_private} {address}".encode(), digest_size=16).digest()
