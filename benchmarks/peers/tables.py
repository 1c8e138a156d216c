"""What was measured as tables in Markdown: every tool at every size, and Dateline beside what is aimed at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.peers.figures import COLD, SERVED, WAYS, Measured, Taken, settings_of
from benchmarks.peers.tools import DATELINE, TOOLS

MB = 1_000_000
HUGE = 100_000, 10_000  # events and articles
TITLES: Mapping[str, str] = {
    COLD: "from nothing",
    "unchanged": "unchanged",
    "article": "article edited",
    "summary": "summary edited",
    "title": "title edited",
    SERVED: "save to served",
}
Figure = Callable[[Measured, str], float | None]  # of one of Dateline's rows


@dataclass(frozen=True, slots=True)
class Target:
    """Something that is aimed at: a figure that is to be no more than a limit."""

    words: str
    limit: float
    unit: str  # 'times', or one of UNITS
    figure: Figure


UNITS: Mapping[str, Callable[[float], str]] = {
    "times": lambda value: f"{value:.2f}",
    "ms": lambda value: f"{1_000 * value:,.0f} ms",
    "s": lambda value: f"{value:.2f} s",
    "MB": lambda value: f"{value / MB:,.0f} MB",
}


def _ratio(way: str, size: int) -> Figure:
    return lambda measured, tool: run.ratio(tool, way) if (run := measured.run(size)) else None


def _middle(way: str, size: int, articles: int | None = None) -> Figure:
    return lambda measured, tool: run.middle(tool, way) if (run := measured.run(size, articles)) else None


def _memory(size: int, articles: int | None = None) -> Figure:
    def figure(measured: Measured, tool: str) -> float | None:
        run = measured.run(size, articles)
        return run.memory[tool][0] if run and tool in run.memory else None

    return figure


def _growth(measured: Measured, tool: str) -> float | None:
    small, large = _middle(COLD, 1_000)(measured, tool), _middle(COLD, 10_000)(measured, tool)
    return large / small if small and large else None


def _against_hugo(way: str, limits: Mapping[int, float]) -> Iterator[Target]:
    for size, limit in limits.items():
        words = f"{TITLES[way]}, {size:,}: at most {limit:.2f} times Hugo from nothing"
        yield Target(words, limit, "times", _ratio(way, size))


TARGETS = (
    *_against_hugo(COLD, {1_000: 0.8, 5_000: 0.6, 10_000: 0.6}),
    *_against_hugo("unchanged", {1_000: 0.1, 5_000: 0.05}),
    *_against_hugo("article", {1_000: 0.2, 5_000: 0.08}),
    *_against_hugo("summary", {1_000: 0.3}),
    *_against_hugo("title", {1_000: 0.4}),
    Target("save to served, 1,000: within 60 ms", 0.06, "ms", _middle(SERVED, 1_000)),
    Target("save to served, 10,000: within 120 ms", 0.12, "ms", _middle(SERVED, 10_000)),
    Target("`dateline --help`: within 150 ms", 0.15, "ms", lambda measured, _: measured.help),
    Target("memory, 10,000: at most 300 MB", 300 * MB, "MB", _memory(10_000)),
    Target("from nothing, 10,000: within 11 times 1,000", 11, "times", _growth),
    Target("memory, 100,000 events: within 2 GB", 2_000 * MB, "MB", _memory(*HUGE)),
    Target("summary edited, 100,000 events: under 3 s", 3, "s", _middle("summary", *HUGE)),
)


def tables(measured: Measured) -> str:
    """Both tables, with what was compared and how above them."""
    lines = [*settings_of(measured.runs), "", *_results(measured), "", *_aims(measured)]
    return "\n".join(lines) + "\n"


def _results(measured: Measured) -> Iterator[str]:
    yield f"| N | | {' | '.join(TITLES.values())} | memory | pages |"
    yield f"|--:|---|{'--:|' * (len(TITLES) + 2)}"
    for run in measured.runs:
        size = f"{run.events:,} ({run.articles:,} articles)" if run.is_huge else f"{run.events:,}"
        for tool in run.seconds:
            cells = [*(_timed(run, tool, way) for way in WAYS), _moment(run, tool), _peak(run, tool)]
            yield f"| {size} | {TOOLS[tool].name} | {' | '.join(cells)} | {run.pages[tool]:,} |"


def _timed(run: Taken, tool: str, way: str) -> str:
    taken, ratio = run.middle(tool, way), run.ratio(tool, way)
    if taken is None:
        return "–"
    return f"{taken:.2f} s" if ratio is None else f"{taken:.2f} s ({ratio:.2f})"


def _moment(run: Taken, tool: str) -> str:
    taken = run.middle(tool, SERVED)
    return "–" if taken is None else UNITS["ms"](taken)


def _peak(run: Taken, tool: str) -> str:
    return "{:,.0f} MB ({:,.0f})".format(*(peak / MB for peak in run.memory[tool])) if tool in run.memory else "–"


def _aims(measured: Measured) -> Iterator[str]:
    names = [TOOLS[tool].name for tool in DATELINE]
    yield f"| aim | {' | | '.join(names)} | |"
    yield f"|---|{'--:|---|' * len(names)}"
    for target in TARGETS:
        cells = [_verdict(target, target.figure(measured, tool)) for tool in DATELINE]
        yield f"| {target.words} | {' | '.join(cells)} |"


def _verdict(target: Target, value: float | None) -> str:
    if value is None:
        return "– | not measured"
    return f"{UNITS[target.unit](value)} | {'reached' if value <= target.limit else '**missed**'}"
