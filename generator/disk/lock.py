"""One build at a time writes to an output."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.disk.errors import OutputError, reason


def beside(output: Path, ending: str) -> Path:
    """A hidden neighbour of the output, on the same file system: `.output.lock`."""
    return output.with_name(f".{output.name}.{ending}")


@contextmanager
def locked(output: Path, wait: float, on_wait: Callable[[], None] | None) -> Iterator[None]:
    """Hold the lock of an output. Where another build has it, call `on_wait` once and wait that many seconds.

    The system frees the lock of a process that is killed. The empty file stays: to delete it would let two builds in.
    """
    from filelock import FileLock, Timeout  # imported late: it takes longer to load than a small build to run

    lock = FileLock(beside(output, "lock"))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if on_wait:
                on_wait()
            lock.acquire(timeout=wait)
    except Timeout:
        raise OutputError(
            f"another build is writing to '{output}', and has not ended after {wait:g} seconds",
            "wait for it, or end it, and build again",
        ) from None
    except NotImplementedError:
        raise OutputError(
            f"the file system of '{output}' has no locks, so that two builds could mix", "build to a local disk"
        ) from None
    except OSError as error:
        raise OutputError(f"'{output}' cannot be written: {reason(error)}", "choose another output") from error
    try:
        yield
    finally:
        lock.release()
