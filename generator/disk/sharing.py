"""Work that is done by copies of this process: one kind of it on many paths, or one piece of it beside ours."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from struct import Struct

TYPE_CHECKING = False  # as `typing` has it, which takes 4 ms to import
if TYPE_CHECKING:
    from typing import NoReturn

FEW = 200  # paths that one process has done before another would have begun
CHUNK = 16  # paths that a process takes at a time
LENGTH = Struct(">Q")  # of a result, in bytes
BOUNDS = Struct(">II")  # of a chunk: its first path and the one after its last
MOST_TICKETS = 2_000  # in a pipe, which may hold no more than 16 KiB
Row = tuple[str, int, bool]  # digest, size in bytes, whether it was staged


def work_on(paths: Sequence[str], work: Callable[[str], Row], jobs: int) -> dict[str, Row]:
    """What the work gives for each path, by as many processes where the system can fork and there is enough to do.

    A process that fails has its work done again here, so that what went wrong there goes wrong here, too.
    """
    done: dict[str, Row] = {}
    if jobs > 1 and len(paths) > FEW and _may_fork():
        done = _work_together(paths, work, jobs)
    for path in paths:
        if path not in done:
            done[path] = work(path)
    return done


def begin_elsewhere(work: Callable[[], Iterable[bytes]]) -> Callable[[], bytes] | None:
    """Begin a piece of work in a copy of this process: what waits for the next of its results, b"" where none comes.

    None where the system cannot fork.
    """
    if not _may_fork():
        return None
    results, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(results)
        _tell(work, told)
    os.close(told)
    stream = os.fdopen(results, "rb")

    def next_result() -> bytes:
        if not stream.closed and (head := stream.read(LENGTH.size)):
            content = stream.read(*LENGTH.unpack(head)) if len(head) == LENGTH.size else b""
            if head == LENGTH.pack(len(content)):
                return content
        if not stream.closed:  # there are no more, or it ended in the middle of one
            stream.close()
            os.waitpid(child, 0)
        return b""

    return next_result


def _tell(work: Callable[[], Iterable[bytes]], told: int) -> "NoReturn":
    """What a copy of the process does. Whatever happens to it, it ends here."""
    try:
        with os.fdopen(told, "wb") as file:
            for result in work():
                file.write(LENGTH.pack(len(result)))
                file.write(result)
                file.flush()
    finally:
        os._exit(0)


def _may_fork() -> bool:
    """Whether this process can be copied: a copy has none of the other threads, and all of their locks."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _work_together(paths: Sequence[str], work: Callable[[str], Row], jobs: int) -> dict[str, Row]:
    """This process begins at the first path and the others in the middle, since neighbours are made of the same."""
    middle = len(paths) // 2
    halves = _tickets(range(middle)), _tickets(range(middle, len(paths)))
    parent = os.getpid()
    _give_back()
    helpers = []
    for _ in range(jobs - 1):
        results, told = os.pipe()
        child = os.fork()
        if not child:
            _help(_taken(paths, halves[::-1]), work, told, parent)
        os.close(told)
        helpers.append((child, results))
    done: dict[str, Row] = {}
    try:
        for path in _taken(paths, halves):
            done[path] = work(path)
    finally:
        for tickets in halves:
            while os.read(tickets, 1 << 16):  # after an error here nobody needs to begin anything
                pass
            os.close(tickets)
        for child, results in helpers:
            done |= _results(results)
            os.waitpid(child, 0)
    return done


def _give_back() -> None:
    """Give the system back what is free, or each copy would have it anew: 40 MB of a site of 5,000 events."""
    import ctypes  # imported late: only what forks needs it

    with suppress(OSError, AttributeError):  # another C library than glibc keeps less, and has no such function
        ctypes.CDLL(None).malloc_trim(0)


def _tickets(numbers: range) -> int:
    """A pipe with the bounds of each chunk of these numbers. Who is free reads the next, and no two read the same."""
    tickets, filled = os.pipe()
    width = max(CHUNK, len(numbers) // MOST_TICKETS)
    os.set_blocking(filled, False)
    with suppress(BlockingIOError):  # what has no ticket is done at the end
        for first in numbers[::width]:
            os.write(filled, BOUNDS.pack(first, min(first + width, numbers.stop)))
    os.close(filled)
    return tickets


def _taken(paths: Sequence[str], pipes: Sequence[int]) -> Iterator[str]:
    for tickets in pipes:
        while ticket := os.read(tickets, BOUNDS.size):
            first, end = BOUNDS.unpack(ticket)
            yield from paths[first:end]


def _help(paths: Iterator[str], work: Callable[[str], Row], told: int, parent: int) -> "NoReturn":
    """What a forked process does. Whatever happens to it, it tells what it has done, and ends here."""
    rows: dict[str, Row] = {}
    try:
        for path in paths:
            if os.getppid() != parent:  # the build was killed
                break
            rows[path] = work(path)
    finally:
        try:
            with os.fdopen(told, "wb") as file:
                file.write(json.dumps(rows).encode())
        finally:
            os._exit(0)


def _results(results: int) -> dict[str, Row]:
    with os.fdopen(results, "rb") as file:
        content = file.read()
    return {path: (row[0], row[1], row[2]) for path, row in json.loads(content or b"{}").items()}
