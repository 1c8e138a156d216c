"""What was measured, as it was measured, and the medians and ratios that follow."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

HUGO, COLD, SERVED = "hugo", "cold", "served"
WAYS = (COLD, "unchanged", "article", "summary", "title")


@dataclass(frozen=True, slots=True)
class Taken:
    """A run at one size."""

    events: int
    articles: int
    setting: str  # versions, machine and command
    seconds: Mapping[str, Mapping[str, Sequence[float]]]  # by tool and by what was measured, one for each round
    served: Mapping[str, Sequence[float]] = field(default_factory=dict)  # seconds, some for each round
    memory: Mapping[str, Sequence[int]] = field(default_factory=dict)  # bytes: shared counted once, and for each
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_huge(self) -> bool:
        """Whether there were more events than articles: too many for the peers."""
        return self.events > self.articles

    def middle(self, tool: str, way: str) -> float | None:
        """The median in seconds; None where it was not measured."""
        values = self.served.get(tool) if way == SERVED else self.seconds.get(tool, {}).get(way)
        return median(values) if values else None

    def ratio(self, tool: str, way: str) -> float | None:
        """The median of each round's ratio to Hugo's build from nothing in the same round; None without either."""
        own, theirs = self.seconds.get(tool, {}).get(way), self.seconds.get(HUGO, {}).get(COLD)
        return median(one / other for one, other in zip(own, theirs, strict=True)) if own and theirs else None


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs, by size, and how long `dateline --help` takes, in seconds."""

    runs: tuple[Taken, ...] = ()
    help: float | None = None

    def run(self, events: int, articles: int | None = None) -> Taken | None:
        """The run at a size, of as many articles unless told otherwise."""
        size = (events, events if articles is None else articles)
        return next((run for run in self.runs if (run.events, run.articles) == size), None)

    def joined(self, new: "Measured") -> "Measured":
        """These, with new ones in place of those of the same size."""
        sizes = {(run.events, run.articles) for run in new.runs}
        kept = (run for run in self.runs if (run.events, run.articles) not in sizes)
        runs = sorted((*kept, *new.runs), key=lambda run: (run.is_huge, run.events))
        return Measured(tuple(runs), self.help if new.help is None else new.help)


def settings_of(runs: Iterable[Taken]) -> tuple[str, ...]:
    """Under what they were measured, each once."""
    return tuple(dict.fromkeys(run.setting for run in runs))


def load(path: Path) -> Measured:
    """What was kept; nothing where there is no file."""
    if not path.exists():
        return Measured()
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Measured(tuple(Taken(**row) for row in kept["runs"]), kept["help"])


def save(path: Path, measured: Measured) -> None:
    """Keep it, so that sizes can be measured on different days."""
    path.write_text(json.dumps(asdict(measured), indent=1) + "\n", encoding="utf-8")
