"""What stands already: the commonest command, answered before the command line and its library are loaded."""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.cli.ahead import cores
from generator.cli.fingerprint import fingerprint
from generator.cli.words import figure_words, warning_lines
from generator.disk.errors import SiteError
from generator.disk.manifest import Figures, begin_to_look, unchanged
from generator.disk.read import Sources, read_sources

OUTPUT = "output"  # in the site's folder, unless another is named


class Look:
    """What a look at a site's folder has found, and the figures of its last build if that still stands."""

    def __init__(self, folder: Path, output: Path, options: bytes, *, remembers: bool = True) -> None:
        """Raises SiteError where the folder cannot be read."""
        self.began = time.perf_counter()
        self.asked = (folder, output, options)
        outputs_now = begin_to_look(folder, output) if remembers and cores() > 1 else None
        self.sources: Sources = read_sources(folder)
        self.version = fingerprint()
        self.figures: Figures | None = None
        if remembers:
            self.figures = unchanged(self.sources, output, options, self.version, outputs_now)


def options_key(
    base_url: str | None = None,
    as_of: str | None = None,
    *,
    strict: bool = False,
    drafts: bool = False,
    offline: bool = False,
) -> bytes:
    """What the outcome of a build depends on beside the sources and the code."""
    return json.dumps([base_url, as_of, strict, drafts, offline]).encode()


def first_look(arguments: Sequence[str]) -> Look | None:
    """A look at the site that `dateline build [DIR]` names; None of any other command, or where there is no site."""
    if not arguments or arguments[0] != "build" or len(arguments) > 2 or "-" in (part[:1] for part in arguments):
        return None
    folder = Path(arguments[1] if len(arguments) > 1 else ".")
    if not folder.is_dir():
        return None
    try:
        return Look(folder, folder / OUTPUT, options_key())
    except SiteError:
        return None


def answered(look: Look) -> bool:
    """Whether nothing has changed, and that could be said."""
    if look.figures is None:
        return False
    try:
        sys.stderr.writelines(f"{line}\n" for line in warning_lines(look.figures))
        sys.stderr.flush()
        sys.stdout.write(f"{unchanged_words(look.figures, look.began)}\n")
        sys.stdout.flush()
    except (OSError, ValueError):  # nobody listens: the library of the command line knows what to do then
        return False
    return True


def unchanged_words(figures: Mapping[str, int | str], began: float) -> str:
    """The closing line of a build that had nothing to do."""
    return f"nothing changed: {figure_words(figures, time.perf_counter() - began)}"
