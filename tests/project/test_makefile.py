import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def run(*command, **environment):
    # A make above this one hands down its flags, which change what is printed.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, encoding="utf-8", check=False)


def program(folder, name, script):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_make_alone_lists_every_target_a_line_each():
    (phony,) = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    listed = run("make").stdout.splitlines()

    assert [line.split()[:2] for line in listed] == [["make", target] for target in phony.split()]
    assert all(len(line.split()) > 2 for line in listed)


def test_a_python_that_is_too_old_is_named_with_what_to_do(tmp_path):
    old = program(tmp_path, "python3.9", "exit 1")

    ended = run("make", f"{tmp_path}/made/bin/python", f"VENV={tmp_path}/made", f"PYTHON={old}")

    assert ended.returncode != 0
    assert f"Dateline needs Python 3.11 or newer, and {old} is older" in ended.stderr
    assert "make PYTHON=" in ended.stderr
    assert not (tmp_path / "made").exists()


def test_a_needed_command_is_the_first_that_runs(tmp_path):
    program(tmp_path, "stub", "exit 1")
    working = program(tmp_path, "working", "exit 0")

    ended = run("tools/need", "browser", "", "absent", "stub", "working", PATH=f"{tmp_path}:{os.environ['PATH']}")

    assert ended.stdout == f"{working}\n"


def test_a_missing_command_is_installed_where_that_may_be_done_unasked(tmp_path):
    folder = tmp_path / "bin"
    program(folder, "id", "echo 0")
    program(folder, "apt-get", f'echo "$@" >>{tmp_path}/asked; ln -sf /bin/true {folder}/browser')

    ended = run("tools/need", "some-browser", "browser", PATH=f"{folder}:{os.environ['PATH']}")

    assert ended.stdout == f"{folder}/browser\n"
    assert "install --yes --no-install-recommends some-browser" in (tmp_path / "asked").read_text(encoding="utf-8")


def test_a_missing_command_that_cannot_be_installed_is_named_with_what_to_run(tmp_path):
    program(tmp_path, "id", "echo 1000")
    program(tmp_path, "apt-get", "exit 1")

    ended = run("tools/need", "some-browser", "browser", PATH=f"{tmp_path}:{os.environ['PATH']}")

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "sudo apt-get install --yes --no-install-recommends some-browser" in ended.stderr
