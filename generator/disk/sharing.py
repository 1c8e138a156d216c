"""One kind of work on many paths, shared among processes that are forked for it."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

FEW = 200  # paths that one process has done before another would have begun
CHUNK = 16  # paths that a process takes at a time
TICKET = 4  # bytes of a chunk's number
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


def _may_fork() -> bool:
    """Whether this process can be copied: a copy has none of the other threads, and all of their locks."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _work_together(paths: Sequence[str], work: Callable[[str], Row], jobs: int) -> dict[str, Row]:
    tickets = _tickets(len(paths))
    parent = os.getpid()
    helpers = []
    for _ in range(jobs - 1):
        results, told = os.pipe()
        child = os.fork()
        if not child:
            _help(paths, work, tickets, told, parent)
        os.close(told)
        helpers.append((child, results))
    done: dict[str, Row] = {}
    try:
        for path in _taken(paths, tickets):
            done[path] = work(path)
    finally:
        while os.read(tickets, 1 << 16):  # after an error here nobody needs to begin anything
            pass
        os.close(tickets)
        for child, results in helpers:
            done |= _results(results)
            os.waitpid(child, 0)
    return done


def _width(count: int) -> int:
    """How many paths are taken at a time: few, but a pipe holds no more than some thousands of tickets."""
    return max(CHUNK, count // 4_000)


def _tickets(count: int) -> int:
    """A pipe that holds the first number of each chunk. Who is free reads the next, and no two read the same."""
    tickets, filled = os.pipe()
    os.set_blocking(filled, False)
    with suppress(BlockingIOError):  # what has no ticket is done at the end
        for first in range(0, count, _width(count)):
            os.write(filled, first.to_bytes(TICKET, "big"))
    os.close(filled)
    return tickets


def _taken(paths: Sequence[str], tickets: int) -> Iterator[str]:
    while ticket := os.read(tickets, TICKET):
        first = int.from_bytes(ticket, "big")
        yield from paths[first : first + _width(len(paths))]


def _help(paths: Sequence[str], work: Callable[[str], Row], tickets: int, told: int, parent: int) -> NoReturn:
    """What a forked process does. Whatever happens to it, it tells what it has done, and ends here."""
    rows: dict[str, Row] = {}
    try:
        for path in _taken(paths, tickets):
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
