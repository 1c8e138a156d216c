"""How heavy the pages of a long chronology are, and what it costs to build them.

Run: python benchmarks/pages.py [--events 10000] [--articles 10000] [--folder /dev/shm]
"""

import argparse
import gzip
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measure import peak_memory
from benchmarks.workload import make_workload, write_dateline

ROOT = Path(__file__).parent.parent
LEVEL = 6  # of gzip, as web servers have it
SMALL = 60_000  # bytes: what is smaller as it stands cannot be among the largest sent
KB, MB = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Weight:
    """A file of the output, in bytes."""

    sent: int  # compressed
    whole: int
    path: str


def weights(output: Path) -> Iterator[Weight]:
    """The files that people and programs are sent, but for very small ones."""
    for place in output.rglob("*"):
        if place.suffix in (".html", ".json") and place.name != "build.json" and place.stat().st_size > SMALL:
            content = place.read_bytes()
            sent = len(gzip.compress(content, LEVEL))
            yield Weight(sent, len(content), place.relative_to(output).as_posix())


def report(folder: Path, events: int, articles: int) -> None:
    """Build a site of one size once, and print what came of it."""
    write_dateline(folder, make_workload(events, articles))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = perf_counter()
    memory = peak_memory([sys.executable, "-m", "generator", "build", "."], folder, environment)
    print(f"{events:,} events, {articles:,} articles: {perf_counter() - began:.1f} s, watched while it ran")
    if memory:
        print(f"peak memory: {memory[0] / MB:,.0f} MB ({memory[1] / MB:,.0f})")
    found = sorted(weights(folder / "output"), key=lambda row: (-row.sent, row.path))
    pages = [row for row in found if row.path.endswith(".html")]
    first = [row for row in found if row.path in ("index.html", "timeline.json")]
    for row in [*pages[:3], *first]:
        print(f"{row.sent / KB:9,.1f} kB sent {row.whole / KB:10,.1f} kB as it stands  {row.path}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--folder", help="where to build; by default the system's folder for temporary files")
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.folder) as folder:
        report(Path(folder), given.events, given.articles)


if __name__ == "__main__":
    main()
