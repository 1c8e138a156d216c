"""How long builds take beside Hugo, MkDocs, Pelican and Eleventy, with the same articles and events.

Run: make bench-peers, or python -m benchmarks.peers.run [--quick] [--sizes 100,1000] [--rounds 5]
[--tools hugo,bare,dateline] [--huge] [--folder /dev/shm]. Prints tables, and puts them into docs/performance.md. What
was measured is kept in measured.json here, so that sizes may be measured in several runs.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.measure import seconds
from benchmarks.peers.figures import Measured, Taken, load, save
from benchmarks.peers.project import Project
from benchmarks.peers.tables import HUGE, tables
from benchmarks.peers.tools import DATELINE, ROOT, TOOLS, Programs, versions
from benchmarks.report import command, machine, put_down
from benchmarks.workload import make_workload

SIZES, ROUNDS = (100, 1_000, 5_000, 10_000), 5
KEPT = Path(__file__).parent / "measured.json"
MARK = "peers"


def measure(folder: Path, programs: Programs, tools: Sequence[str], size: int, rounds: int, setting: str) -> Taken:
    """Build and serve the same site by each tool in turn, so that a slow moment of the machine meets all alike."""
    workload = make_workload(size)
    projects = [Project(TOOLS[tool], programs, folder, workload) for tool in tools]
    memory = {project.tool.id: peak for project in projects if (peak := project.memory())}
    pages = {project.tool.id: project.pages() for project in projects}
    taken: dict[str, dict[str, list[float]]] = {tool: {} for tool in tools}
    served: dict[str, list[float]] = {}
    for number in range(rounds):
        for way in projects[0].ways:
            for project in projects:
                taken[project.tool.id].setdefault(way, []).append(project.ways[way]())
        for project in projects:
            if project.tool.serve:
                served.setdefault(project.tool.id, []).extend(project.served())
        print(f"{size:,}, round {number + 1} of {rounds}", file=sys.stderr)
    return Taken(size, size, setting, taken, served, memory, pages)


def measure_huge(
    folder: Path, programs: Programs, tools: Sequence[str], setting: str, size: tuple[int, int] = HUGE
) -> Taken:
    """A site of so many events and fewer articles, once by Dateline alone: from nothing, and with a summary edited."""
    workload = make_workload(*size)
    taken: dict[str, dict[str, list[float]]] = {}
    memory: dict[str, tuple[int, int]] = {}
    pages: dict[str, int] = {}
    for tool in (tool for tool in tools if tool in DATELINE):
        project = Project(TOOLS[tool], programs, folder, workload)
        taken[tool] = {way: [project.ways[way]()] for way in ("cold", "summary")}
        pages[tool] = project.pages()
        if peak := project.memory():
            memory[tool] = peak
        print(f"{size[0]:,} events, {TOOLS[tool].name}", file=sys.stderr)
    return Taken(*size, setting, taken, memory=memory, pages=pages)


def help_seconds(programs: Programs) -> float:
    """How long `dateline --help` takes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    asked = [programs.python, "-m", "generator", "--help"]
    return median([seconds(asked, ROOT, environment) for _ in range(ROUNDS + 1)][1:])


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="100 events, one round, and nothing is written down")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of events, with commas; 0 for none")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--tools", type=_tools, default=tuple(TOOLS), help=f"of {', '.join(TOOLS)}, with commas")
    parser.add_argument("--huge", action="store_true", help="100,000 events and 10,000 articles, with Dateline alone")
    parser.add_argument("--folder", help="where to build; by default the system's folder for temporary files")
    given = parser.parse_args()
    sizes, rounds = (SIZES[:1], 1) if given.quick else (given.sizes, given.rounds)
    programs = Programs.installed()
    for tool in given.tools:
        if not shutil.which(TOOLS[tool].build(programs)[0]):
            sys.exit(f"{TOOLS[tool].name} cannot be run: 'make bench-peers' installs what it needs")
    said = command("bench-peers", sys.argv[1:])
    setting = f"{versions(programs, given.tools)},\n{machine()}.\nCommand: `{said}`."
    measured = Measured() if given.quick else load(KEPT)
    for size in sizes:
        with TemporaryDirectory(dir=given.folder) as folder:
            run = measure(Path(folder), programs, given.tools, size, rounds, setting)
        measured = _kept(measured.joined(Measured((run,))), is_kept=not given.quick)
    if given.huge:
        with TemporaryDirectory(dir=given.folder) as folder:
            run = measure_huge(Path(folder), programs, given.tools, setting)
        measured = _kept(measured.joined(Measured((run,))), is_kept=not given.quick)
    measured = _kept(measured.joined(Measured(help=help_seconds(programs))), is_kept=not given.quick)
    print(tables(measured), end="")
    if not given.quick:
        put_down(MARK, tables(measured))


def _kept(measured: Measured, *, is_kept: bool) -> Measured:
    if is_kept:
        save(KEPT, measured)
    return measured


def _sizes(given: str) -> tuple[int, ...]:
    return tuple(size for part in given.split(",") if (size := int(part.replace("_", ""))))


def _tools(given: str) -> tuple[str, ...]:
    names = tuple(given.split(","))
    if unknown := set(names) - TOOLS.keys():
        raise argparse.ArgumentTypeError(f"there is no '{unknown.pop()}', only {', '.join(TOOLS)}")
    return names


if __name__ == "__main__":
    main()
