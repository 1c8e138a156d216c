"""What another process begins to read while this one still loads what it needs."""

import os
from collections.abc import Iterator

from generator.disk.read import Sources
from generator.disk.sharing import begin_elsewhere

TYPE_CHECKING = False  # as `typing` has it, which takes 4 ms to import
if TYPE_CHECKING:
    from generator.build.ahead import Ahead

FEW = 200  # files that are read here before a process elsewhere has begun


def read_ahead(sources: Sources, jobs: int) -> "Ahead | None":
    """Begin to read elsewhere, where that is worth it and the system can."""

    def work() -> Iterator[bytes]:
        from generator.build.ahead import pieces_ahead

        return pieces_ahead(sources)

    next_piece = begin_elsewhere(work) if jobs > 1 and len(sources) >= FEW else None
    if next_piece is None:
        return None
    from generator.build.ahead import Ahead

    return Ahead(next_piece)


def cores() -> int:
    """How many processes may run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell
        return os.cpu_count() or 1
