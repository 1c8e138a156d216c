"""Time and memory of a command, with every process that it starts."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

PAUSE = 0.02  # seconds between two looks at the processes
SHARE = 20  # times as long as a look the pause is at the least: to look at gigabytes takes long, and holds them up
KIB = 1024


def seconds(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """How long a command takes that ends well."""
    began = perf_counter()
    _run(command, folder, environment)
    return perf_counter() - began


def peak_memory(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, int] | None:
    """The most that all its processes together held at one moment, in bytes; Linux only.

    First with pages that several of them share counted once, as the machine feels it (PSS), then for each (RSS).
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=subprocess.DEVNULL)
    peaks = [0, 0]
    ended = Event()
    watch = Thread(target=_watch, args=(process.pid, peaks, ended))
    watch.start()
    code = process.wait()
    ended.set()
    watch.join()
    if code:
        sys.exit(f"{' '.join(command)}: exit status {code}")
    return peaks[0], peaks[1]


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, cwd=folder, env=dict(environment), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr}")


def _watch(root: int, peaks: list[int], ended: Event) -> None:
    pause = PAUSE
    while not ended.wait(pause):
        began = perf_counter()
        held = [_held(pid) for pid in _family(root)]
        peaks[0] = max(peaks[0], sum(shared for shared, _ in held))
        peaks[1] = max(peaks[1], sum(own for _, own in held))
        pause = max(PAUSE, SHARE * (perf_counter() - began))


def _family(root: int) -> list[int]:
    """A process and all that come from it."""
    found = [root]
    for pid in found:  # grows as children are found
        try:
            for task in Path(f"/proc/{pid}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return found


def _held(pid: int) -> tuple[int, int]:
    """What a process holds, in bytes: its share of what it shares, and all of it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    found = {name: int(rest.split()[0]) * KIB for name, _, rest in (line.partition(":") for line in lines[1:])}
    return found["Pss"], found["Rss"]
