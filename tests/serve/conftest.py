"""A preview as an author starts it: the real command in a process of its own, a real browser beside it."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT

PATIENCE = 20.0  # seconds; nothing takes that long but on a machine that does much else
EVENT = "title: {title}\ndate: {date}\ndate_note: n\nsummary: {title} is told.\nsources: [{{title: A source}}]\n"


def until(is_so: Callable[[], object], what: str = "it", patience: float = PATIENCE) -> None:
    """Wait until something is so."""
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end, f"{what} did not come to be in {patience} s"
        time.sleep(0.02)


@dataclass
class Preview:
    """A running preview of a site."""

    root: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)  # on both streams, line by line

    def __post_init__(self) -> None:
        self._listeners = [
            threading.Thread(target=self._listen, args=(stream,), daemon=True)
            for stream in (self.process.stdout, self.process.stderr)
        ]
        for listener in self._listeners:
            listener.start()

    def _listen(self, stream) -> None:
        with stream:
            for line in stream:
                self.said.append(line.rstrip("\n"))

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        for listener in self._listeners:
            listener.join()

    @property
    def address(self) -> str:
        """Where it is, once it says so."""
        until(lambda: self.found("preview at"), f"an address in {self.said}")
        found = re.search(r"http://\S+/", self.found("preview at")[0])
        assert found
        return found[0]

    def found(self, words: str) -> list[str]:
        """The lines that were said with these words."""
        return [line for line in list(self.said) if words in line]

    @property
    def builds(self) -> int:
        """How often it said that it is up to date again."""
        return len(self.found("up to date"))

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def event(self, name: str, title: str, date: str = "2024-03-01") -> None:
        self.write(f"content/events/{name}.yaml", EVENT.format(title=title, date=date))

    def get(self, path: str) -> str:
        with urlopen(self.address + path) as answer:  # ours
            return str(answer.read().decode())

    def interrupt(self) -> tuple[int, float]:
        """Press Ctrl+C: the exit status, and the seconds that it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE), time.monotonic() - began


def write_site(root: Path, events: int = 3) -> None:
    """A small site."""
    (root / "content/events").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Previewed\n", encoding="utf-8")
    for number in range(events):
        text = EVENT.format(title=f"Event {number}", date=f"2024-02-{number % 28 + 1:02d}")
        (root / f"content/events/e{number}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Start a preview of a folder, by default of a small site. `first` is Python that its process runs before."""
    running: list[Preview] = []

    def begin(*options: str, root: Path | None = None, port: str = "0", first: str = "") -> Preview:
        if root is None:
            root = tmp_path / "site"
            write_site(root)
        clean = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        program = f"{first}\nimport sys; from generator.cli import main; sys.argv[0] = 'dateline'; sys.exit(main())"
        process = subprocess.Popen(
            [sys.executable, "-P", "-u", "-c", program, "serve", str(root), "--port", port, *options],
            env=clean,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(Preview(root, process))
        assert running[-1].address  # it is there
        return running[-1]

    yield begin
    for preview in running:
        preview.end()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A page of a browser that has seen nothing before."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def preview(start) -> Preview:
    """A preview of a small site."""
    running: Preview = start()
    return running


def stays(page: Page) -> Callable[[], object]:
    """Mark the document, and ask later whether it is still the same one."""
    page.evaluate("window.marked = true")
    return lambda: page.evaluate("window.marked === true")
