"""One page opened in a browser of its own: how long until it is settled, what came, what it holds, how it answers."""

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, Playwright

QUIET = 500  # milliseconds without a change of the page or a long task: then it is settled
LIMIT = 60  # seconds
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--expose-gc",
)
# Kept from the first moment on: when something last changed or kept the page busy, and when it was first painted.
WATCH = """
window.lastBusy = 0;
window.isLoaded = false;
new MutationObserver(() => { window.lastBusy = performance.now(); })
    .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
new PerformanceObserver(list => {
    for (const task of list.getEntries()) window.lastBusy = Math.max(window.lastBusy, task.startTime + task.duration);
}).observe({type: "longtask", buffered: true});
new PerformanceObserver(list => {
    for (const paint of list.getEntries()) window.lastBusy = Math.max(window.lastBusy, paint.startTime);
}).observe({type: "paint", buffered: true});
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
    window.lastBusy = Math.max(window.lastBusy, performance.now());
    window.isLoaded = true;
})));
"""
SETTLED = "quiet => window.isLoaded && performance.now() - window.lastBusy > quiet ? window.lastBusy : 0"
# What a reader does first, and how long until its second frame is drawn.
ACT = """act => new Promise(done => {
    const began = performance.now();
    if (!act()) return done(-1);
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => done(performance.now() - began);
        port2.postMessage(0);
    }));
})"""
ACTIONS = {
    "TimelineJS": "() => { document.querySelector('.tl-slidenav-next').click(); return true; }",
    "vis-timeline": "() => { window.timeline.zoomIn(0.5, {animation: false}); return true; }",
    "Dateline": """() => {
        if (window.dateline && window.dateline.setView) { window.dateline.setView({type: "talks"}); return true; }
        const link = document.querySelector("main nav a[href^='#'], main .overview a[href^='#'], main a[href^='#']");
        if (link) link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, view: window}));
        return !!link;
    }""",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What was measured: seconds, milliseconds, bytes; elements of the page. `acted` is None where nothing could be."""

    settled: float
    acted: float | None
    sent: int
    heap: int  # of JavaScript, after its garbage was collected
    memory: int  # of the process that shows the page, its share of what it shares counted (Linux; else 0)
    nodes: int


def open_page(playwright: Playwright, chromium: str, address: str, tool: str, slowdown: int) -> Opening | None:
    """Open a page in a new browser with nothing remembered. None where it is not settled within LIMIT."""
    browser = playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
    try:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.set_default_timeout(LIMIT * 1000)
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        sent: list[int] = []
        hosts: set[str] = set()
        session.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
        page.on("request", lambda request: hosts.add(request.url.split("/")[2] if "//" in request.url else ""))
        settled = _settled(page, address)
        if settled is None:
            return None
        if strangers := hosts - {address.split("/")[2], ""}:
            raise AssertionError(f"{tool} asked other hosts: {', '.join(sorted(strangers))}")
        total = sum(sent)
        acted = page.evaluate(f"({ACT})({ACTIONS[tool]})")
        session.send("HeapProfiler.collectGarbage")
        metrics = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
        return Opening(
            settled=settled / 1000,
            acted=acted if acted >= 0 else None,
            sent=total,
            heap=int(metrics["JSHeapUsedSize"]),
            memory=_memory(browser),
            nodes=int(metrics["Nodes"]),
        )
    except Error as error:  # the page's process ran out of memory, or did not answer in time
        if "crash" in str(error).lower() or "timeout" in str(error).lower():
            return None
        raise
    finally:
        with suppress(Error):
            browser.close()


def _settled(page: Page, address: str) -> float | None:
    """When a page was settled, in milliseconds from the start of its loading."""
    ends = time.monotonic() + LIMIT
    page.goto(address, wait_until="commit")
    while time.monotonic() < ends:
        found: float = page.evaluate(SETTLED, QUIET)
        if found:
            return found
        page.wait_for_timeout(100)
    return None


def _memory(browser: Browser) -> int:
    """Bytes of the largest of the processes that show pages."""
    session: CDPSession = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return max((_held(row["id"]) for row in processes if row["type"] == "renderer"), default=0)


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
