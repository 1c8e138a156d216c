"""What the last build was made of: where none of it has changed, there is nothing to build."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.disk.names import BUILD
from generator.disk.read import Sources, read_sources
from generator.disk.seals import Seal, load_seal, save_seal, seal_of, stamps_within
from generator.disk.sharing import begin_elsewhere
from generator.disk.stamps import Ledger, Stamp, digest, ledger_place, load_ledger, real, seal_place, stamp

LONG = 30_000  # bytes of a seal, of some 1,000 files, from where on they are looked at elsewhere

Figures = Mapping[str, int | str]


def unchanged(
    sources: Sources,
    output: Path,
    options: bytes,
    version: str,
    outputs_now: Callable[[], str] | None = None,
) -> Figures | None:
    """The figures that the last build closed with, if it was this one and its output still stands; else None.

    Every source and every file of the output is looked at: one whose size, times or inode differ, or are too recent to
    be trusted, is read. Files in the output that are not ours do not count. `outputs_now` is what `begin_to_look` gave
    before the sources were looked at.
    """
    if sources.unreadable:
        return None
    cache = sources.root / ".cache"
    wanted = {"version": version, "options": digest(options)}
    return _sealed(sources, output, cache, wanted, outputs_now) or _compared(sources, output, cache, wanted)


def begin_to_look(root: Path, output: Path) -> Callable[[], str] | None:
    """Begin to look at the output elsewhere, while the sources are looked at here; None where that is not worth it.

    What is given waits for the seal of the output, for `unchanged`.
    """
    place = seal_place(ledger_place(root / ".cache", output))
    try:
        is_long = place.stat().st_size > LONG
    except OSError:
        return None

    def look() -> Iterator[bytes]:
        outputs = load_seal(place)
        yield _seal_now(output, outputs).encode() if outputs else b""

    next_result = begin_elsewhere(look) if is_long else None
    if next_result is None:
        return None

    def seal() -> str:
        content = next_result()
        next_result()  # there is none: it lets the other process go
        return content.decode()

    return seal


def _sealed(
    sources: Sources,
    output: Path,
    cache: Path,
    wanted: Mapping[str, object],
    outputs_now: Callable[[], str] | None,
) -> Figures | None:
    """The figures where every stamp is the one that was last seen and could be trusted: nothing else is looked up."""
    inputs = load_seal(seal_place(_place(cache, output)))
    if inputs is None or not wanted.items() <= inputs.head.items():
        return None
    outputs = load_seal(seal_place(ledger_place(cache, output)))
    if outputs is None or outputs.head.get("built") != inputs.head.get("built"):
        return None
    if inputs.paths != [*sources.found] or seal_of(seen for _, seen in sources.found.values()) != inputs.stamps:
        return None
    now = outputs_now() if outputs_now else _seal_now(output, outputs)
    figures = inputs.head.get("figures")
    return figures if now and now == outputs.stamps and isinstance(figures, dict) else None


def _seal_now(output: Path, outputs: Seal) -> str:
    """The seal that the files of the output have now; '' where one of them is missing."""
    try:
        return seal_of(stamps_within(os.fspath(real(output)), outputs.paths))
    except OSError:
        return ""


def _compared(sources: Sources, output: Path, cache: Path, wanted: Mapping[str, object]) -> Figures | None:
    """The figures where each file has the content it had, by its stamp or by reading it."""
    inputs, head = load_ledger(_place(cache, output))
    if not wanted.items() <= head.items():
        return None
    outputs, _ = load_ledger(ledger_place(cache, output))
    if BUILD not in outputs or outputs[BUILD][1] != head.get("built"):
        return None  # another build, with other options, has written there since
    seen_inputs = inputs.settled(sources.found, ours=False)
    seen_outputs = outputs.settled(_present(output, outputs), ours=True) if seen_inputs is not None else None
    figures = head.get("figures")
    if seen_inputs is None or seen_outputs is None or not isinstance(figures, dict):
        return None
    # What had to be read this time need not be the next.
    _save(_place(cache, output), seen_inputs, head, ours=False, is_new=seen_inputs is not inputs)
    about = {"built": head.get("built")}
    _save(ledger_place(cache, output), seen_outputs, about, ours=True, is_new=seen_outputs is not outputs)
    return figures


def _save(place: Path, ledger: Ledger, head: Mapping[str, object], *, ours: bool, is_new: bool) -> None:
    if is_new:
        ledger.save(place, head)
    save_seal(seal_place(place), ledger.trusted(ours=ours), head)


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
    _save(place, Ledger(rows, sources.seen_at), head, ours=False, is_new=True)


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
