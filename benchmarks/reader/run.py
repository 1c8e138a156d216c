"""How soon a page is there, how it answers and what it takes, beside TimelineJS and vis-timeline with the same events.

Run: make bench-reader, or python -m benchmarks.reader.run [--quick]. Prints tables, and puts them into
docs/performance.md.
"""

import argparse
import gzip
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from benchmarks.reader.opening import LIMIT, Opening, open_page
from benchmarks.reader.sites import TOOLS, version_of, write_site
from benchmarks.report import put_down
from generator.version import __version__
from tools.serving import serving

SIZES, ROUNDS = (100, 300, 1_000, 10_000), 3
SPEEDS: Mapping[int, str] = {1: "at full speed", 4: "at a quarter of the speed"}  # of the processor
OURS, MB, KB = "Dateline", 1_000_000, 1_000
Key = tuple[int, int, str]  # slowdown, size, tool
Rows = Mapping[Key, Sequence[Opening | None]]


def measure(folder: Path, chromium: str, sizes: Sequence[int], rounds: int) -> dict[Key, list[Opening | None]]:
    """Open every page in turn, round by round, so that a slow moment of the machine meets all alike."""
    taken: dict[Key, list[Opening | None]] = {}
    for size in sizes:
        for tool in TOOLS:
            write_site(folder / f"{size}/{tool}", tool, size)
    with serving(folder) as address, sync_playwright() as playwright:
        for number in range(rounds):
            for slowdown in SPEEDS:
                for size in sizes:
                    for tool in TOOLS:
                        done = taken.setdefault((slowdown, size, tool), [])
                        if None not in done:  # what takes too long takes too long again
                            done.append(open_page(playwright, chromium, f"{address}{size}/{tool}/", tool, slowdown))
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
    return taken


def tables(taken: Rows, sizes: Sequence[int]) -> str:
    """The medians as a table for each speed, and what follows from them."""
    lines = []
    for slowdown, words in SPEEDS.items():
        lines += [f"The processor {words}:", "", *_table(taken, slowdown, sizes), ""]
    return "\n".join([*lines, *_conclusions(taken, sizes)]) + "\n"


def _table(taken: Rows, slowdown: int, sizes: Sequence[int]) -> list[str]:
    lines = [
        "| events | | settled | times Dateline | answers | sent | JavaScript heap | process | nodes |",
        "|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for size in sizes:
        for tool in TOOLS:
            runs = taken[slowdown, size, tool]
            done = [run for run in runs if run]
            if not done or None in runs:
                lines.append(f"| {size:,} | {tool} | over {LIMIT} s | – | – | – | – | – | – |")
                continue
            ratio = _ratio(taken, (slowdown, size, tool), (slowdown, size, OURS))
            answers = [run.acted for run in done if run.acted is not None]
            cells = (
                f"{_middle(done, lambda run: run.settled):.2f} s",
                _shown(ratio),
                f"{median(answers):.0f} ms" if answers else "–",
                f"{_middle(done, lambda run: run.sent) / KB:,.0f} kB",
                f"{_middle(done, lambda run: run.heap) / MB:.1f} MB",
                f"{_middle(done, lambda run: run.memory) / MB:,.0f} MB",
                f"{_middle(done, lambda run: run.nodes):,.0f}",
            )
            lines.append(f"| {size:,} | {tool} | {' | '.join(cells)} |")
    return lines


def _conclusions(taken: Rows, sizes: Sequence[int]) -> list[str]:
    said = []
    for slowdown, words in SPEEDS.items():
        if 1_000 in sizes:
            theirs = _ratio(taken, (slowdown, 1_000, "TimelineJS"), (slowdown, 1_000, OURS))
            told = f"{theirs:.1f} times as long as" if theirs else f"over {LIMIT} s, and more than"
            said.append(f"With 1,000 events and {words}, TimelineJS takes {told} Dateline.")
        if {1_000, 10_000} <= set(sizes):
            grown = _ratio(taken, (slowdown, 10_000, OURS), (slowdown, 1_000, OURS))
            said.append(f"Dateline's first page of 10,000 events takes {_shown(grown)} times as long as that of 1,000.")
    return ["\n".join(said)] if said else []


def _ratio(taken: Rows, one: Key, other: Key) -> float | None:
    """The median of the ratios of the rounds."""
    pairs = zip(taken[one], taken[other], strict=False)
    ratios = [first.settled / second.settled for first, second in pairs if first and second]
    return median(ratios) if ratios and None not in taken[one] else None


def _middle(runs: Sequence[Opening], of: Callable[[Opening], float]) -> float:
    return median(of(run) for run in runs)


def _shown(ratio: float | None) -> str:
    return f"{ratio:.2f}" if ratio is not None else "–"


def setting(folder: Path, chromium: str, sizes: Sequence[int]) -> str:
    """On what it was measured, and the largest page that Dateline sends."""
    said = subprocess.run([chromium, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    browser = next((word for word in said.split() if word[:1].isdigit()), "?")
    largest = {size: _largest(folder / f"{size}/{OURS}") for size in sizes}
    told = ", ".join(f"{bytes_sent / KB:.0f} kB at {size:,} events" for size, bytes_sent in largest.items())
    return (
        f"Dateline {__version__}, TimelineJS {version_of('@knight-lab/timelinejs')}, vis-timeline "
        f"{version_of('vis-timeline')}, Chromium {browser} on {platform.system()}, {os.cpu_count()} cores.\n"
        f"Command: `make bench-reader`.\nThe longest page that Dateline makes, compressed: {told}."
    )


def _largest(output: Path) -> int:
    files = sorted(output.rglob("*.html"), key=lambda file: -file.stat().st_size)[:5]
    return max(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="100 events, one round, and nothing is written down")
    parser.add_argument("--folder", help="where to build; by default the system's folder for temporary files")
    given = parser.parse_args()
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("name a Chromium in DATELINE_CHROMIUM")
    sizes, rounds = (SIZES[:1], 1) if given.quick else (SIZES, ROUNDS)
    with TemporaryDirectory(dir=given.folder) as name:
        taken = measure(Path(name), chromium, sizes, rounds)
        measured = f"{setting(Path(name), chromium, sizes)}\n\n{tables(taken, sizes)}"
    print(measured)
    if not given.quick:
        put_down("reader", measured)


if __name__ == "__main__":
    main()
