"""What every test may ask for: a browser, the command line, a small site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
# What Playwright turns off in Chromium: named again, since of two lists the last one counts.
OFF_ANYWAY = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
# What a window gets that nobody looks at: pages for its address bar, and a process for a page that never comes.
UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess")
# What a browser would ask of its maker when it sees a form.
ELSEWHERE = ("AutofillServerCommunication",)
# A frame that is made anew for each page, of one site too: a tenth of what it takes to open one.
ANEW = ("RenderDocument",)
QUIET = (  # a browser that asks nobody for anything
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*OFF_ANYWAY, *UNSEEN, *ELSEWHERE, *ANEW))}",
)

# The same examples each time, and however slow the machine: a failure is the change's, not the day's.
# More of them, and others: make test ARGS='--hypothesis-profile=search'
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("ci")


@dataclass(frozen=True, slots=True)
class Finished:
    """How a run of the command line ended, and what it said."""

    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class WritableSite:
    """A site in a folder of its own. Paths are posix, from that folder; what is built stands under `output/`."""

    root: Path
    run: Callable[..., Finished]

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def build(self, *options: str) -> Finished:
        return self.run("build", str(self.root), *options)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium, which a test that needs a browser cannot do without."""
    found = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.fail("no Chromium: run `make test`, or name one in DATELINE_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium, one for all tests of a process: Playwright can be started once in each."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def run_dateline(tmp_path: Path) -> Callable[..., Finished]:
    """Run `dateline` with these arguments and nothing of the caller's environment but what `environment` adds."""

    def run(*arguments: str, cwd: Path = tmp_path, environment: Mapping[str, str] | None = None) -> Finished:
        clean = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        program = "import sys; from generator.cli import main; sys.argv[0] = 'dateline'; sys.exit(main())"
        ended = subprocess.run(
            [sys.executable, "-P", "-c", program, *arguments],
            cwd=cwd,
            env=clean | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Finished(ended.returncode, ended.stdout, ended.stderr)

    return run


@pytest.fixture
def site(tmp_path: Path, run_dateline: Callable[..., Finished]) -> WritableSite:
    """A site of one article and one event that quotes it."""
    made = WritableSite(tmp_path / "site", run_dateline)
    made.write("site.yaml", "title: NATO and India\n")
    made.write(
        "content/articles/2023-04-01-nato-india.md",
        "---\ntitle: NATO open to India\ndate: 2023-04-01\npublisher: The Daily\n---\n"
        "The ministers will meet on April 4 and 5 in Brussels.\n",
    )
    made.write(
        "content/events/ministerial.yaml",
        "title: Meeting of NATO Ministers of Foreign Affairs\n"
        "date: 2023-04-04/2023-04-05\n"
        "type: ministerial\n"
        "status: planned\n"
        "actors: [NATO]\n"
        "sources:\n"
        "  - article: 2023-04-01-nato-india\n"
        "    quote: The ministers will meet on April 4 and 5\n",
    )
    return made
