"""How long builds take, and what they hold in memory, beside MkDocs on the same articles.

Run: make bench, or python benchmarks/run.py [--quick]. Prints the table, and puts it into docs/performance.md.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import quotes
from benchmarks.measure import peak_memory, seconds
from benchmarks.report import command, machine, put_down
from benchmarks.workload import make_workload, write_dateline, write_mkdocs
from generator.version import __version__

ROOT = Path(__file__).parent.parent
ROUNDS: Mapping[int, int] = {100: 7, 1_000: 5, 5_000: 3}  # for each number of events
QUICK: Mapping[int, int] = {100: 3}
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at one size: medians in seconds, bytes, and medians of each round's ratio."""

    size: int
    cold: float
    unchanged: float
    edited: float
    memory: tuple[int, int] | None  # as peak_memory gives it
    articles_only: float  # MkDocs, cold
    with_events: float
    ratio_articles: float  # Dateline's cold build over MkDocs' in the same round
    ratio_events: float


class Site:
    """A site of one size on disk, for both generators."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size
        self._aside = count()
        workload = make_workload(size)
        write_dateline(folder / "dateline", workload)
        write_mkdocs(folder / "articles", workload, with_events=False)
        write_mkdocs(folder / "events", workload, with_events=True)
        self._edited = folder / f"dateline/content/events/{workload.events[size // 2].id}.yaml"
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both have their code compiled, as people have it

    def cold(self) -> float:
        """Dateline with neither an output nor a cache."""
        self._put_aside("dateline/output", "dateline/.cache")
        return self._dateline()

    def unchanged(self) -> float:
        """The same again."""
        return self._dateline()

    def edited(self) -> float:
        """After the title of one event was changed."""
        text = self._edited.read_text(encoding="utf-8")
        self._edited.write_text(text.replace("title: ", "title: Again ", 1), encoding="utf-8")
        return self._dateline()

    def mkdocs(self, kind: str) -> float:
        """MkDocs with no output; it keeps no cache."""
        self._put_aside(f"{kind}/site")
        return seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], self.folder / kind, self.environment)

    def memory(self) -> tuple[int, int] | None:
        """Dateline's peak in a cold build."""
        self._put_aside("dateline/output", "dateline/.cache")
        return peak_memory(self._command(), self.folder / "dateline", self.environment)

    def _dateline(self) -> float:
        return seconds(self._command(), self.folder / "dateline", self.environment)

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "generator", "build", "."]

    def _put_aside(self, *paths: str) -> None:
        """Renamed, since after a large deletion some file systems make new files ten times as slowly."""
        for path in paths:
            place = self.folder / path
            if place.exists():
                place.rename(self.folder / f"aside{next(self._aside)}")


def measure(folder: Path, size: int, rounds: int) -> Row:
    """Build a site of one size in every way, round by round, so that a slow moment of the machine meets all alike."""
    site = Site(folder, size)
    ways: dict[str, Callable[[], float]] = {
        "cold": site.cold,
        "unchanged": site.unchanged,
        "edited": site.edited,
        "articles": lambda: site.mkdocs("articles"),
        "events": lambda: site.mkdocs("events"),
    }
    site.cold()  # the code is compiled and the disk is warm, for both
    site.mkdocs("articles")
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds):
        for way, run in ways.items():
            taken[way].append(run())
        print(f"{size:,}, round {number + 1} of {rounds}", file=sys.stderr)
    ratios = {
        kind: median(own / theirs for own, theirs in zip(taken["cold"], taken[kind], strict=True))
        for kind in ("articles", "events")
    }
    medians = {way: median(times) for way, times in taken.items()}
    return Row(
        size=size,
        cold=medians["cold"],
        unchanged=medians["unchanged"],
        edited=medians["edited"],
        memory=site.memory(),
        articles_only=medians["articles"],
        with_events=medians["events"],
        ratio_articles=ratios["articles"],
        ratio_events=ratios["events"],
    )


def as_table(rows: list[Row]) -> str:
    """The rows as a table in Markdown, and what follows from them."""
    own, theirs = (
        "| N | cold | unchanged | one edit | peak memory ",
        "| MkDocs, articles | ratio | MkDocs, both | ratio |",
    )
    lines = [own + theirs, "|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for row in rows:
        memory = f"{row.memory[0] / MB:,.0f} MB ({row.memory[1] / MB:,.0f})" if row.memory else "–"
        lines.append(
            f"| {row.size:,} | {row.cold:.2f} s | {row.unchanged:.2f} s | {row.edited:.2f} s | {memory} "
            f"| {row.articles_only:.2f} s | {row.ratio_articles:.2f} "
            f"| {row.with_events:.2f} s | {row.ratio_events:.2f} |"
        )
    cold = {row.size: row.cold for row in rows}
    if 1_000 in cold and 5_000 in cold:
        lines += ["", f"From 1,000 to 5,000 a cold build takes {cold[5_000] / cold[1_000]:.1f} times as long."]
    return "\n".join(lines) + "\n"


def evidence() -> str:
    """What verifying quotes costs by itself, in one process."""
    took = quotes.measure()
    verifying = sum(took[step] for step in ("visible text", "folding", "finding"))
    number = quotes.ARTICLES * quotes.QUOTES_EACH
    return (
        f"Verifying {number:,} quotes in {quotes.ARTICLES:,} articles takes {verifying:.2f} s, marking them "
        f"{took['marking']:.2f} s,\nand asking of as many pairs of articles whether one repeats the other "
        f"{took['comparing']:.2f} s.\n"
    )


def setting(folder: str | None) -> str:
    """On what it was measured, and how."""
    return (
        f"Dateline {__version__}, MkDocs {version('mkdocs')}, Python-Markdown {version('markdown')}, "
        f"{machine()}.\nCommand: `{command('bench', ['--folder', folder] if folder else [])}`."
    )


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="only the smallest site, and nothing is written down")
    parser.add_argument("--folder", help="where to build; by default the system's folder for temporary files")
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.folder) as folder:
        sizes = QUICK if given.quick else ROUNDS
        rows = [measure(Path(folder) / str(size), size, rounds) for size, rounds in sizes.items()]
    measured = f"{setting(given.folder)}\n\n{as_table(rows)}\n{evidence()}"
    print(measured)
    if not given.quick:
        put_down("measured", measured)


if __name__ == "__main__":
    main()
