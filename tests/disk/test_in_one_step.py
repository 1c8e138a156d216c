"""A file stands there whole, as it was or as it is to be, and nothing beside it."""

import os
import threading

import pytest

from generator.disk.aside import in_one_step


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old")
    with in_one_step(target) as aside:
        aside.write_text("new")
        assert target.read_text() == "old"

    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_fails_leaves_what_was_there(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old")

    def half_written() -> None:
        with in_one_step(target) as aside:
            aside.write_text("ne")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        half_written()

    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with in_one_step(pipe) as aside:
        aside.write_text("told")
    reader.join(10)

    assert read == ["told"]
    assert pipe.is_fifo()
