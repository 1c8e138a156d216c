"""The generators that are compared: how each is run, where it writes, and how its server tells of a change."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.content import markdown_front, pelican_front
from benchmarks.peers.content import write_markdown as write
from benchmarks.peers.listening import Listen, long_polls, server_sent_events, websocket
from benchmarks.workload import Workload, write_dateline
from generator.version import __version__

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SITES = HERE / "sites"
OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Programs:
    """What is run: peers from the environment beside this file, Dateline from that and from this process's own."""

    python: str
    node: str
    hugo: str

    @classmethod
    def installed(cls) -> "Programs":
        """Those that `make bench-peers` installs. Hugo is run itself, not by the command in Python that starts it."""
        found = sorted(HERE.glob(".venv/lib/python*/site-packages/hugo/binaries/hugo*"))
        return cls(str(HERE / ".venv/bin/python"), shutil.which("node") or "node", str(found[0]) if found else "hugo")


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator. Commands are run in its site's folder; a `serve` is given a port."""

    id: str
    name: str
    write: Callable[[Path, Workload], None]
    build: Callable[[Programs], list[str]]
    serve: Callable[[Programs, int], list[str]] | None = None
    listen: Listen | None = None
    keeps: tuple[str, ...] = (OUTPUT,)  # what a build from nothing must not find
    articles: str = "content/articles/{}.md"
    events: str = "content/events/{}.md"


def _eleventy(programs: Programs, *options: str) -> list[str]:
    return [programs.node, str(HERE / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet", *options]


def _write_shipped(folder: Path, workload: Workload) -> None:
    write_dateline(folder, workload)


def _write_bare(folder: Path, workload: Workload) -> None:
    """The same content, with the settings and the templates of the folder here."""
    write_dateline(folder, workload)
    shutil.copytree(SITES / "dateline", folder, dirs_exist_ok=True)


def _dateline(python: str, *options: str) -> list[str]:
    return [python, "-m", "generator", *options]


_KEPT_BY_DATELINE = (OUTPUT, ".cache")
HUGO, BARE, SHIPPED = "hugo", "bare", "dateline"
TOOLS: Mapping[str, Tool] = {
    tool.id: tool
    for tool in (
        Tool(
            HUGO,
            "Hugo",
            lambda folder, workload: write(SITES / "hugo", folder, "content", workload, markdown_front),
            lambda programs: [programs.hugo, "--quiet", "--destination", OUTPUT],
            lambda programs, port: [programs.hugo, "server", "--quiet", "--bind", "127.0.0.1", "--port", str(port)],
            websocket(
                "livereload",
                "reload",
                hello={"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]},
            ),
            (OUTPUT, "resources"),
        ),
        Tool(
            "mkdocs",
            "MkDocs",
            lambda folder, workload: write(SITES / "mkdocs", folder, "docs", workload, markdown_front),
            lambda programs: [programs.python, "-m", "mkdocs", "build", "--quiet", "--site-dir", OUTPUT],
            lambda programs, port: [
                programs.python,
                "-m",
                "mkdocs",
                "serve",
                "--quiet",
                "--dev-addr",
                f"127.0.0.1:{port}",
            ],
            long_polls,
            articles="docs/articles/{}.md",
            events="docs/events/{}.md",
        ),
        Tool(
            "pelican",
            "Pelican",
            lambda folder, workload: write(SITES / "pelican", folder, "content", workload, pelican_front),
            lambda programs: [programs.python, "-m", "pelican", "--quiet"],
        ),
        Tool(
            "eleventy",
            "Eleventy",
            lambda folder, workload: write(SITES / "eleventy", folder, "src", workload, markdown_front),
            _eleventy,
            lambda programs, port: _eleventy(programs, "--serve", f"--port={port}"),
            websocket("", "eleventy.reload"),
            articles="src/articles/{}.md",
            events="src/events/{}.md",
        ),
        Tool(
            BARE,
            "Dateline, bare",
            _write_bare,
            lambda programs: _dateline(programs.python, "build", "."),
            lambda programs, port: _dateline(programs.python, "serve", ".", "--port", str(port)),
            server_sent_events,
            _KEPT_BY_DATELINE,
            events="content/events/{}.yaml",
        ),
        Tool(
            SHIPPED,
            "Dateline, shipped",
            _write_shipped,
            lambda _: _dateline(sys.executable, "build", "."),
            lambda _, port: _dateline(sys.executable, "serve", ".", "--port", str(port)),
            server_sent_events,
            _KEPT_BY_DATELINE,
            events="content/events/{}.yaml",
        ),
    )
}
DATELINE = (BARE, SHIPPED)


def versions(programs: Programs, tools: list[str]) -> str:
    """What is compared, each with its version, and what runs them."""
    said = [f"Dateline {__version__}"]
    if HUGO in tools:
        said.append(f"Hugo {_said(programs.hugo, 'version').split()[1].partition('-')[0].removeprefix('v')}")
    for name in ("mkdocs", "pelican"):
        if name in tools:
            asked = f"import importlib.metadata as m; print(m.version('{name}'))"
            said.append(f"{TOOLS[name].name} {_said(programs.python, '-c', asked).strip()}")
    if "eleventy" in tools:
        package = json.loads((HERE / "node_modules/@11ty/eleventy/package.json").read_text(encoding="utf-8"))
        said += [
            f"Eleventy {package['version']}",
            f"Node {_said(programs.node, '--version').strip().removeprefix('v')}",
        ]
    return ", ".join(said)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
