"""What the last build was made of: where none of it has changed, there is nothing to build."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.disk.read import Sources, read_sources
from generator.disk.record import BUILD
from generator.disk.stamps import Ledger, Stamp, digest, ledger_place, load_ledger, real, stamp

Figures = Mapping[str, int | str]


def unchanged(sources: Sources, output: Path, options: bytes, version: str) -> Figures | None:
    """The figures that the last build closed with, if it was this one and its output still stands; else None.

    Every source and every file of the output is looked at: one whose size, times or inode differ, or are too recent to
    be trusted, is read. Files in the output that are not ours do not count.
    """
    cache = sources.root / ".cache"
    inputs, head = load_ledger(_place(cache, output))
    if sources.unreadable or head.get("version") != version or head.get("options") != digest(options):
        return None
    outputs, _ = load_ledger(ledger_place(cache, output))
    if BUILD not in outputs or outputs[BUILD][1] != head.get("built"):
        return None  # another build, with other options, has written there since
    seen_inputs = inputs.settled(sources.found, ours=False)
    seen_outputs = outputs.settled(_present(output, outputs), ours=True) if seen_inputs is not None else None
    figures = head.get("figures")
    if seen_inputs is None or seen_outputs is None or not isinstance(figures, dict):
        return None
    if seen_inputs is not inputs:  # what had to be read this time need not be the next
        seen_inputs.save(_place(cache, output), head)
    if seen_outputs is not outputs:
        seen_outputs.save(ledger_place(cache, output))
    return figures


def remember(sources: Sources, output: Path, options: bytes, version: str, built: str, figures: Figures) -> None:
    """Keep what `unchanged` will ask for, after a build from these sources; `built` is `Written.built`.

    The output must have been written with `cache=sources.root / ".cache"`. Nothing is kept where a source was edited
    while the build ran: the next build must see that edit.
    """
    place = _place(sources.root / ".cache", output)
    if sources.unreadable or read_sources(sources.root).found != sources.found:
        return
    before, _ = load_ledger(place)
    rows = {}
    for path, (_, seen) in sources.found.items():
        rows[path] = (seen, before.digest(path, seen, ours=False) or sources.digest(path))
    head = {"version": version, "options": digest(options), "built": built, "figures": dict(figures)}
    Ledger(rows, sources.seen_at).save(place, head)


def _place(cache: Path, output: Path) -> Path:
    return ledger_place(cache, output, "inputs")


def _present(output: Path, files: Mapping[str, object]) -> dict[str, tuple[str, Stamp]]:
    folder = os.fspath(real(output))
    found = {}
    for path in files:
        place = f"{folder}/{path}"
        try:
            found[path] = (place, stamp(os.lstat(place)))
        except OSError:
            break  # one that is missing decides
    return found
