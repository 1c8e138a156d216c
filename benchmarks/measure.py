"""Time and memory of a command, with every process that it starts."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

PAUSE = 0.02  # seconds between two looks at the processes
KIB = 1024


def seconds(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """How long a command takes that ends well."""
    began = perf_counter()
    _run(command, folder, environment)
    return perf_counter() - began


def peak_memory(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int | None:
    """The peaks of all its processes added up, in bytes: no less than what they ever held at once. Linux only."""
    if not Path("/proc/self/status").exists():
        return None
    process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=subprocess.DEVNULL)
    peaks: dict[int, int] = {}
    ended = Event()
    watch = Thread(target=_watch, args=(process.pid, peaks, ended))
    watch.start()
    code = process.wait()
    ended.set()
    watch.join()
    if code:
        sys.exit(f"{' '.join(command)}: exit status {code}")
    return sum(peaks.values())


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, cwd=folder, env=dict(environment), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr}")


def _watch(root: int, peaks: dict[int, int], ended: Event) -> None:
    while not ended.wait(PAUSE):
        for pid in _family(root):
            peaks[pid] = max(peaks.get(pid, 0), _high_water(pid))


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


def _high_water(pid: int) -> int:
    """The most memory that a process has held, in bytes; the pages it shares with others are counted for each."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("VmHWM:")), 0)
