"""The command as it is met: by hand on a terminal, in a pipe, as a module, in a hurry."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.version import __version__

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-m", "generator"]
HEAVY = ("pydantic", "jinja2", "markdown", "babel", "rich", "yaml", "PIL", "nh3", "rapidfuzz", "sqlite3", "asyncio")

needs_terminals = pytest.mark.skipif(not hasattr(os, "openpty"), reason="Windows has no pseudo-terminals")


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **more}


def on_a_terminal(*arguments, cwd):
    """What a command writes to a terminal, which is its standard error."""
    leader, follower = os.openpty()
    with subprocess.Popen(
        [*PROGRAM, *arguments], cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=follower
    ) as program:
        os.close(follower)
        written = b""
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:  # Linux says so when the other side is closed
                break
            if not part:
                break
            written += part
        assert program.stdout
        said = program.stdout.read()
    os.close(leader)
    return program.returncode, said.decode(), written.decode()


def test_the_module_is_the_command(site):
    ended = subprocess.run(
        [*PROGRAM, "build", str(site.root)], env=environment(), capture_output=True, encoding="utf-8", check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert site.build().stdout.startswith("nothing changed: 1 event, 1 article, ")


def test_help_and_version_are_there_for_every_command(run_dateline):
    assert run_dateline("--version").stdout == f"dateline, version {__version__}\n"
    for command in ((), ("build",), ("check",), ("new",), ("schema",)):
        ended = run_dateline(*command, "--help")
        assert (ended.code, ended.stderr) == (0, "")
        assert ended.stdout.startswith(f"Usage: dateline {' '.join(command)}".rstrip())


def imported(*arguments, cwd, ends_with=0):
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "generator", *arguments],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == ends_with
    return {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines() if line.startswith("import time")}


def test_help_and_a_build_with_nothing_to_do_import_next_to_nothing(site):
    site.build()

    for arguments in (["--help"], ["build", "."]):
        found = imported(*arguments, cwd=site.root)
        assert ("click" in found) == (arguments == ["--help"]), "what has nothing to do needs no command line"
        assert {name for name in found if name.split(".")[0] in HEAVY} == set()
        assert not any(name.startswith(("generator.check", "generator.render")) for name in found)


def test_pydantic_is_imported_for_mistakes_alone(site):
    assert not any(name.startswith("pydantic") for name in imported("build", ".", cwd=site.root))

    site.write("content/pages/about.md", "---\ntitle: About\nweather: fair\n---\n")
    assert "pydantic" in imported("check", ".", cwd=site.root, ends_with=1)


@needs_terminals
def test_a_slow_build_shows_how_far_it_is_on_a_terminal_and_cleans_up(site):
    paragraph = "The *ministers* met *[again](https://x.org/1)* and said `so`.\n\n" * 200  # not plain, so slow
    for number in range(100):
        site.write(
            f"content/articles/a{number}.md",
            f"---\ntitle: {number}\ndate: 2023-01-01\npublisher: P\n---\n{number} {paragraph}",
        )

    code, said, written = on_a_terminal("build", ".", "--jobs", "1", cwd=site.root)

    assert code == 0
    assert said.startswith("1 event, 101 articles, ")
    assert "Pages" in written
    assert "%" in written
    assert "\x1b[?25h" in written, "the cursor is shown again"


@needs_terminals
def test_a_quick_build_shows_no_bar_on_a_terminal(site):
    site.build()

    code, _, written = on_a_terminal("build", ".", cwd=site.root)

    assert (code, written) == (0, "")


def test_a_reader_that_goes_away_early_ends_the_command_without_a_traceback(site):
    for number in range(300):
        site.write(f"content/events/broken-{number}.yaml", "titel: X\ndate: 2023-02-30\n")
    with subprocess.Popen(
        [*PROGRAM, "check", ".", "--format", "json"],
        cwd=site.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.read(10)
        program.stdout.close()
        error = program.stderr.read().decode()

    assert program.returncode != 0
    assert "Traceback" not in error


@pytest.mark.parametrize("coding", ["latin-1", "utf-8"])
def test_a_message_is_printed_whatever_the_terminal_can_show(site, coding):
    site.write("content/events/мир.yaml", "titel: «Мир»\ndate: 2023-02-30\n")

    ended = subprocess.run(
        [*PROGRAM, "check", "."],
        cwd=site.root,
        env=environment(PYTHONIOENCODING=coding),
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
    expected = "мир" if coding == "utf-8" else "\\u043c\\u0438\\u0440"
    assert expected in ended.stderr.decode(coding)
