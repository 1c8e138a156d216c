"""What Lighthouse says of a page of each sort, as on a phone, and what costs points.

Run: make lighthouse, or python -m benchmarks.reader.lighthouse [RUNS]. Scores are medians of three runs, or of RUNS.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tools.serving import serving

ROOT = Path(__file__).parent.parent.parent
LIGHTHOUSE = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
PAGES = {"the chronology": "", "an event": "events/2023-04-04-nato-foreign-ministers/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
EXEMPT = frozenset({"is-on-https", "redirects-http"})  # a page on this machine has no certificate
FULL = 100


def examine(address: str, chromium: str, folder: Path) -> Mapping[str, Any]:
    """One report."""
    report = folder / "report.json"
    command = [
        *("node", str(LIGHTHOUSE), address, "--quiet", "--no-enable-error-reporting", "--output=json"),
        *(f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
    ]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "CHROME_PATH": chromium})
    found: Mapping[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def scores(reports: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
    """The median of each category's score, of 100."""
    return {
        category: round(median((report["categories"][category]["score"] or 0) * FULL for report in reports))
        for category in CATEGORIES
    }


def costs(report: Mapping[str, Any]) -> list[str]:
    """What a report takes points for, or would if it counted."""
    said = []
    for category in CATEGORIES:
        for row in report["categories"][category]["auditRefs"]:
            audit = report["audits"][row["id"]]
            if audit["score"] is not None and audit["score"] < 1 and row["id"] not in EXEMPT and row["weight"]:
                said.append(
                    f"{category}: {audit['title']} ({row['id']}: {audit.get('displayValue') or audit['score']})"
                )
    return said


def main() -> None:
    """Build the repository's own site, serve it as a good host would, and have it examined."""
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("name a Chromium in DATELINE_CHROMIUM")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    missed = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        command = [
            sys.executable,
            "-m",
            "generator",
            "build",
            str(ROOT),
            "--output",
            str(folder / "site"),
            "--no-cache",
        ]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        with serving(folder / "site") as address:
            for words, path in PAGES.items():
                reports = [examine(address + path, chromium, folder) for _ in range(runs)]
                found = scores(reports)
                missed += sum(score < FULL for score in found.values())
                print(f"{words}: " + ", ".join(f"{category} {score}" for category, score in found.items()))
                for line in sorted({line for report in reports for line in costs(report)}):
                    print(f"    {line}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
