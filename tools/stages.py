"""Where a build's time goes: make profile, or python -m tools.stages [FOLDER or SIZE] [--rounds 5] [--jobs 1].

FOLDER is a site, which is copied first; SIZE makes one of so many events and articles. It is built from nothing, again,
and after an edit of one article, and a table of milliseconds is printed, which `--write` puts into docs/performance.md.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.report import command, machine, put_down
from benchmarks.workload import make_workload, write_dateline
from generator.version import __version__
from tools.stopwatch import ENDS, STAGES

ROOT = Path(__file__).parent.parent
SOURCES = ("site.yaml", "content", "templates")
TEXTS = (".md", ".markdown", ".txt")
COLD, UNCHANGED, EDITED = "cold", "unchanged", "article edited"
Spent = Mapping[str, float]  # seconds by stage


def main() -> None:
    """Measure, print, and write down where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("site", nargs="?", default="1000", help="the folder of a site, or a number of events")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, help="processes, as of dateline build; with 1 every stage is done by one")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if given.site.isdecimal():
            write_dateline(site, make_workload(int(given.site)))
        else:
            copy_site(Path(given.site), site)
        table = as_table(measure(site, given.rounds, given.jobs))
    said = f"Dateline {__version__}, {machine()}. Command: `{command('profile', sys.argv[1:])}`."
    print(f"{said}\n\n{table}", end="")
    if given.write:
        put_down("stages", f"{said}\n\n{table}")


def copy_site(site: Path, copy: Path) -> None:
    """The sources of a site, elsewhere: it is to be edited."""
    copy.mkdir()
    for name in SOURCES:
        if (site / name).is_dir():
            shutil.copytree(site / name, copy / name)
        elif (site / name).exists():
            shutil.copy2(site / name, copy / name)


def measure(site: Path, rounds: int, jobs: int | None) -> dict[str, Spent]:
    """The seconds of each stage, of the round with the median of all: cold, unchanged, and with an article edited."""
    aside = count()
    articles = (path for path in sorted((site / "content/articles").rglob("*")) if path.suffix in TEXTS)
    article = next(articles, None)
    taken: dict[str, list[Spent]] = {}
    time_build(site, jobs)  # the code is compiled and the disk is warm
    for _ in range(rounds):
        for name in ("output", ".cache"):
            (site / name).rename(site.parent / f"aside{next(aside)}")
        taken.setdefault(COLD, []).append(time_build(site, jobs))
        taken.setdefault(UNCHANGED, []).append(time_build(site, jobs))
        if article:
            with article.open("a", encoding="utf-8") as file:
                file.write("\nOne more sentence.\n")
            taken.setdefault(EDITED, []).append(time_build(site, jobs))
    return {kind: sorted(runs, key=total)[len(runs) // 2] for kind, runs in taken.items()}


def total(spent: Spent) -> float:
    """The seconds of all stages."""
    return sum(spent.values())


def time_build(site: Path, jobs: int | None) -> Spent:
    """Build once: the seconds of each stage, which are all there are from the start of the process to its end."""
    report = site.parent / "stages.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    build = ["build", ".", *(["--jobs", str(jobs)] if jobs else [])]
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tools.stopwatch", str(report), str(began), *build],
        cwd=site,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    ended = perf_counter()
    if done.returncode:
        sys.exit(f"the site cannot be built:\n{done.stderr}")
    told = json.loads(report.read_text(encoding="utf-8"))
    spent: dict[str, float] = told["spent"]
    spent[ENDS] += ended - told["ended"]
    return spent


def as_table(columns: Mapping[str, Spent]) -> str:
    """Milliseconds as a table in Markdown, with the stages that there were in their order."""
    lines = [f"| ms | {' | '.join(columns)} |", f"|---|{'--:|' * len(columns)}"]
    rows = ((stage, [spent[stage] for spent in columns.values()]) for stage in STAGES)
    lines += [f"| {stage} | {_cells(seconds)} |" for stage, seconds in rows if any(seconds)]
    lines.append(f"| **in all** | {_cells([total(spent) for spent in columns.values()])} |")
    return "\n".join(lines) + "\n"


def _cells(seconds: Sequence[float]) -> str:
    return " | ".join(f"{1_000 * value:,.0f}" if value else "–" for value in seconds)


if __name__ == "__main__":
    main()
