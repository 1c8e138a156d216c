import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# Commands that are shown and not run here, each with the reason.
NOT_RUN = {
    "make site": "builds the repository's own site into its output/; .ci/run begins with it",
    "make test": "runs these tests",
    "dateline serve": "serves until it is stopped",
}
SECONDS = re.compile(r"\b\d+\.\d\d s\b")


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell whose folder a `cd` changes for the lines after it."""

    run: Callable[[str], subprocess.CompletedProcess[str]]
    place: Callable[[], Path]


@pytest.fixture
def shell(tmp_path, root):
    """Bash in an empty folder, with `dateline` on the path."""
    program = tmp_path / "bin" / "dateline"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m generator "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    place = tmp_path / "place"
    folder = tmp_path / "work"
    folder.mkdir()
    place.write_text(str(folder), encoding="utf-8")
    environment = {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(root),
    }

    def run(lines):
        script = f'cd "$(cat {place})"\n{lines}\nstatus=$?\npwd >{place}\nexit $status\n'
        return subprocess.run(
            ["bash", "-c", script],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            encoding="utf-8",
            check=False,
        )

    return Shell(run, lambda: Path(place.read_text(encoding="utf-8").strip()))


def commands_of(block):
    return [line.partition("  #")[0].strip() for line in block.splitlines() if line.strip()]


def test_the_readme_can_be_followed_from_its_first_line_to_its_last(examples, shell):
    for example in examples("README.md"):
        where = f"README.md:{example.line}"
        if example.path:
            target = shell.place() / example.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(example.text, encoding="utf-8")
        elif not set(commands_of(example.text)) <= NOT_RUN.keys():
            ended = shell.run(example.text)
            is_bad = example.said is not None and re.search(r"^\d+ errors?\b", example.said, re.MULTILINE)
            assert ended.returncode == (1 if is_bad else 0), f"{where}\n{ended.stdout}"
            if example.said is not None:
                assert SECONDS.sub("… s", ended.stdout) == SECONDS.sub("… s", example.said), where


def test_every_block_of_the_readme_is_a_command_a_file_or_what_a_command_says(examples):
    for example in examples("README.md"):
        assert (example.kind == "sh") != bool(example.path), f"README.md:{example.line} is run by no test"


def test_what_is_not_run_stands_in_the_readme_still(examples):
    blocks = [example.text for example in examples("README.md") if example.kind == "sh"]

    assert NOT_RUN.keys() <= {command for block in blocks for command in commands_of(block)}


def test_the_two_commands_stand_in_the_first_screen_of_the_readme(root):
    first_screen = (root / "README.md").read_text(encoding="utf-8").splitlines()[:24]

    assert any(line.startswith("make site") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)
