"""Work begun elsewhere gives its results in order, and none where it fails."""

import os
import signal

import pytest

from generator.disk import sharing
from generator.disk.sharing import begin_elsewhere


@pytest.fixture(autouse=True)
def _beside_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process of the tests may serve pages for others of them in a thread, which a copy does without."""
    monkeypatch.setattr(sharing, "_may_fork", lambda: True)


def test_results_come_in_order_and_then_none():
    next_result = begin_elsewhere(lambda: (bytes([number]) * size for number, size in ((1, 1), (2, 300_000), (3, 0))))

    assert next_result is not None
    assert [next_result() for _ in range(3)] == [b"\1", b"\2" * 300_000, b""]
    assert next_result() == next_result() == b""


def test_work_that_fails_gives_what_it_had_and_then_nothing():
    def work():
        yield b"first"
        raise ValueError("nothing more")

    next_result = begin_elsewhere(work)

    assert next_result is not None
    assert [next_result(), next_result()] == [b"first", b""]


def test_work_that_is_killed_gives_nothing_more():
    def work():
        yield b"first"
        os.kill(os.getpid(), signal.SIGKILL)
        yield b"second"

    next_result = begin_elsewhere(work)

    assert next_result is not None
    assert [next_result(), next_result()] == [b"first", b""]
