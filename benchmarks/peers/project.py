"""One site of one generator on disk, built and edited."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.measure import peak_memory, seconds
from benchmarks.peers.listening import HOST, PATIENCE, fetch, free_port
from benchmarks.peers.tools import OUTPUT, ROOT, Programs, Tool
from benchmarks.workload import Workload

PAUSE = 0.005  # seconds before a page is fetched again that has not changed yet
START = 0.05  # seconds between two looks at a server that starts
SLOW = 5.0  # seconds: a generator that takes as long to serve a change is asked once a round
SAVES = 3  # others are asked as often


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an entry that are to be edited."""

    file: Path
    page: str  # its address from the root
    words: str


class Project:
    """A site, and the entries in the middle of it that are edited."""

    def __init__(self, tool: Tool, programs: Programs, folder: Path, workload: Workload) -> None:
        self.tool = tool
        self._programs = programs
        self._folder = folder / tool.id
        self._aside = count()
        self._numbers = count(1)
        tool.write(self._folder, workload)
        event = workload.events[len(workload.events) // 2]
        article = workload.articles[len(workload.articles) // 2]
        told = self._folder / tool.events.format(event.id), f"events/{event.id}/"
        self._article = Place(
            self._folder / tool.articles.format(article.id), f"articles/{article.id}/", article.body.partition(".")[0]
        )
        self._summary = Place(*told, event.summary.partition(".")[0])
        self._title = Place(*told, f"title: {event.title}")
        self.entries = len(workload.events) + len(workload.articles)
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), "HUGO_CACHEDIR": str(folder / "hugo_cache")}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # all have their code compiled, as people have it

    @property
    def ways(self) -> Mapping[str, Callable[[], float]]:
        """What is measured of a build, each in seconds, in this order."""
        return {
            "cold": self.cold,
            "unchanged": self._build,
            "article": lambda: self._edited(self._article),
            "summary": lambda: self._edited(self._summary),
            "title": lambda: self._edited(self._title),
        }

    def cold(self) -> float:
        """From nothing: neither an output nor a cache."""
        self._put_aside()
        return self._build()

    def memory(self) -> tuple[int, int] | None:
        """The peak of a build from nothing, as peak_memory gives it. It compiles code, and warms the disk."""
        self._put_aside()
        return peak_memory(self.tool.build(self._programs), self._folder, self.environment)

    def pages(self) -> int:
        """How many pages there are. An entry without its own stops everything: nothing would compare."""
        pages = sum(1 for _ in (self._folder / OUTPUT).rglob("*.html"))
        own = sum(1 for kind in ("articles", "events") for _ in (self._folder / OUTPUT / kind).glob("[ae]*/index.html"))
        if own < self.entries:
            sys.exit(f"{self.tool.name} made {own:,} pages of {self.entries:,} entries")
        return pages

    def served(self) -> list[float]:
        """Seconds from the save of an article to its page in the hands of a client that was told of a change."""
        assert self.tool.listen
        file, page = self._article.file, self._article.page
        taken: list[float] = []
        with self._server(page) as port, self.tool.listen(port, f"/{page}") as wait:
            for number in range(1 + SAVES):
                text, words = self._revised(self._article)
                began = perf_counter()
                file.write_text(text, encoding="utf-8")
                try:
                    wait()
                    self._fetch_until(port, words, began + PATIENCE)
                except TimeoutError:  # some miss a change now and then, and will not tell of it later
                    print(f"{self.tool.name} did not tell of a change", file=sys.stderr)
                    break
                except OSError as error:
                    sys.exit(f"{self.tool.name} does not serve a change: {error}")
                took = perf_counter() - began
                if number:  # the first is still getting warm
                    taken.append(took)
                if took > SLOW and taken:
                    break
        return taken

    def _fetch_until(self, port: int, words: str, latest: float) -> None:
        while words not in fetch(port, f"/{self._article.page}"):
            if perf_counter() > latest:
                raise TimeoutError("the page stays as it was")
            sleep(PAUSE)

    @contextmanager
    def _server(self, page: str) -> Iterator[int]:
        """Serve the site at a free port, from when its page is there."""
        assert self.tool.serve
        port = free_port()
        command = self.tool.serve(self._programs, port)
        log = self._folder.parent / f"{self.tool.id}.log"
        with log.open("w", encoding="utf-8") as said:
            process = subprocess.Popen(command, cwd=self._folder, env=self.environment, stdout=said, stderr=said)
            try:
                self._wait_for(port, page, process, log)
                yield port
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def _wait_for(self, port: int, page: str, process: subprocess.Popen[bytes], log: Path) -> None:
        latest = perf_counter() + PATIENCE
        while perf_counter() < latest and process.poll() is None:
            try:
                if "</article>" in fetch(port, f"/{page}"):
                    return
            except OSError:
                pass  # it does not listen yet
            sleep(START)
        sys.exit(f"{self.tool.name} does not serve at {HOST}:{port}\n{log.read_text(encoding='utf-8')}")

    def _build(self) -> float:
        return seconds(self.tool.build(self._programs), self._folder, self.environment)

    def _edited(self, place: Place) -> float:
        text, words = self._revised(place)
        place.file.write_text(text, encoding="utf-8")
        took = self._build()
        if words not in (self._folder / OUTPUT / place.page / "index.html").read_text(encoding="utf-8"):
            sys.exit(f"{self.tool.name} did not build what was edited: {place.page} lacks '{words}'")
        return took

    def _revised(self, place: Place) -> tuple[str, str]:
        """The text of a file with another number after some words of it, and what its page will say."""
        words = f"revised {next(self._numbers):04d}"
        before = place.file.read_text(encoding="utf-8")
        text, found = re.subn(rf"{re.escape(place.words)}( revised \d+)?", f"{place.words} {words}", before, count=1)
        assert found
        return text, words

    def _put_aside(self) -> None:
        """Renamed, since after a large deletion some file systems make new files ten times as slowly."""
        for name in self.tool.keeps:
            if (self._folder / name).exists():
                (self._folder / name).rename(self._folder.parent / f"{self.tool.id}.aside{next(self._aside)}")
