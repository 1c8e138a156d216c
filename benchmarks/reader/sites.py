"""The same events as a page of TimelineJS, a page of vis-timeline and a site of Dateline, each in a folder to serve."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from benchmarks.workload import Event, Workload, make_workload, write_dateline

HERE = Path(__file__).parent
PAGES = HERE / "pages"
NODE = HERE / "node_modules"
ROOT = HERE.parent.parent


def write_site(folder: Path, tool: str, count: int) -> None:
    """One of TOOLS with so many events, to be opened at `folder`'s index.html."""
    TOOLS[tool](folder, make_workload(count))


def version_of(package: str) -> str:
    """The installed version of a package of npm."""
    found: str = json.loads((NODE / package / "package.json").read_text(encoding="utf-8"))["version"]
    return found


def _dateline(folder: Path, workload: Workload) -> None:
    """The whole site: with its articles, evidence, actors and places, which the others are spared."""
    sources = folder.with_name(f"{folder.name}-sources")
    write_dateline(sources, workload)
    command = [sys.executable, "-m", "generator", "build", str(sources), "--output", str(folder), "--no-cache"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _timelinejs(folder: Path, workload: Workload) -> None:
    package = NODE / "@knight-lab/timelinejs/dist"
    for part in ("css", "js"):
        shutil.copytree(package / part, folder / part, ignore=shutil.ignore_patterns("*.map"))
    events = [
        {
            "start_date": _day(event.first),
            "end_date": _day(event.last),
            "text": {"headline": event.title, "text": f"<p>{event.summary}</p>"},
        }
        for event in workload.events
    ]
    _write(folder, "timelinejs", {"events": events})


def _vis(folder: Path, workload: Workload) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(NODE / "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js", folder / "vis.js")
    shutil.copyfile(NODE / "vis-timeline/styles/vis-timeline-graph2d.min.css", folder / "vis.css")
    _write(folder, "vis", [_item(event) for event in workload.events])


def _item(event: Event) -> Mapping[str, str]:
    item = {"id": event.id, "content": event.title, "title": event.summary, "start": event.first.isoformat()}
    return item if event.last == event.first else {**item, "end": event.last.isoformat()}


def _day(day: date) -> Mapping[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _write(folder: Path, name: str, events: Mapping[str, object] | Iterable[object]) -> None:
    shutil.copyfile(PAGES / f"{name}.html", folder / "index.html")
    shutil.copyfile(PAGES / f"{name}.js", folder / "start.js")
    shutil.copyfile(PAGES / "page.css", folder / "page.css")
    (folder / "events.json").write_text(json.dumps(events), encoding="utf-8")


TOOLS: Mapping[str, Callable[[Path, Workload], None]] = {
    "Dateline": _dateline,
    "TimelineJS": _timelinejs,
    "vis-timeline": _vis,
}
