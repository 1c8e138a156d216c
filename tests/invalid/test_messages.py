"""Each folder beside this file is a broken site as its author left it, with the exact messages that it must give.

A new folder is a new test: put the site's files into it, run `DATELINE_REWRITE=1 pytest tests/invalid`, which writes
`messages.txt` anew wherever it differs, and read what it says as the author would.
"""

import os
from pathlib import Path

import pytest

from generator.check.site import check
from generator.problems import as_text

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__")


def _messages(folder: Path) -> str:
    sources = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "messages.txt"
    }
    return "".join(f"{as_text(problem)}\n" for problem in check(sources).problems)


@pytest.mark.parametrize("case", CASES)
def test_a_broken_site_gives_exactly_its_messages(case):
    expected = HERE / case / "messages.txt"
    said = _messages(HERE / case)
    if os.environ.get("DATELINE_REWRITE"):
        expected.write_bytes(said.encode())

    assert said == expected.read_bytes().decode()


def test_every_folder_has_a_message():
    assert [case for case in CASES if not _messages(HERE / case)] == []
