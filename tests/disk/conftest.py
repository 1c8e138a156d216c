"""Where builds are stopped by the hundred."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture
def folder():
    """In memory where there is such a place: a kill is no power cut, and syncing a disk would take most of the time."""
    memory = "/dev/shm"
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as made:
        yield Path(made)
