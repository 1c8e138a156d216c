"""Builds that follow one another, each of which remembers what the last has read."""

import contextlib
import gc
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.build.ahead import yaml_values
from generator.build.conversion import plain_first
from generator.build.site import prepare
from generator.check.options import Options
from generator.check.prose import Convert, convert_here
from generator.disk.errors import SiteError
from generator.disk.read import Sources
from generator.disk.stamps import Stamp
from generator.memory import Memory
from generator.parse.known import KnownYaml
from generator.parse.prose import Prose
from generator.parse.yaml_text import Value
from generator.problems import Place, Problem
from generator.render.drawing import Draw, draw
from generator.render.templates import Compile
from generator.serve.edition import Edition, Files
from generator.serve.places import page_of

Problems = Callable[[Sources, Sequence[Problem]], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Shipped:
    """What ships with the program, and what goes with it."""

    templates: Mapping[str, bytes]
    compile_templates: Compile | None = None
    draw: Draw = draw


class Builder:
    """Builds one site again and again."""

    def __init__(self, options: Options, shipped: Shipped, all_problems: Problems, *, navigates: bool = False) -> None:
        self._options = options
        self._shipped = shipped
        self._all_problems = all_problems
        self._navigates = navigates
        self._run = secrets.token_hex(4)
        self._number = 0
        self._yaml = _Yaml()
        self._prose = _Prose(plain_first(convert_here))
        self._memory = Memory()
        self._last: Edition | None = None
        self._stamps: Mapping[str, Stamp] = {}

    def build(self, sources: Sources) -> Edition:
        """The site of these sources; where there is a mistake in them, the last one that had none."""
        with _without_collecting():
            return self._build(sources)

    def _build(self, sources: Sources) -> Edition:
        began = time.perf_counter()
        self._number += 1
        epoch = f"{self._run}-{self._number}"
        before = self._last.files if self._last else None
        stamps = {path: seen for path, (_, seen) in sources.found.items()}
        is_first = self._last is None
        changed = [path for path, seen in stamps.items() if self._stamps.get(path) != seen and not is_first]
        self._stamps = stamps
        try:
            known = self._yaml.of(sources)
            outcome = prepare(
                sources,
                self._shipped.templates,
                self._options,
                convert=self._prose.convert,
                known=known,
                compile_templates=self._shipped.compile_templates,
                draw=self._shipped.draw,
                memory=self._memory,
            )
        except SiteError as error:  # a file that went between its listing and its reading: another scan will tell
            problem = Problem("site.yaml", Place(), str(error), error.hint or "", code="unreadable")
            self._last = Edition(epoch, before, (problem,))
            return self._last
        problems = self._all_problems(sources, outcome.problems)
        self._prose.forget_others()
        self._memory.turn()
        wrong = any(problem.severity == "error" for problem in problems)
        files = before if wrong else Files(outcome.files, before)
        go = self._page_of(changed, files, sources)
        self._last = Edition(epoch, files, problems, go, is_first, time.perf_counter() - began)
        return self._last

    def _page_of(self, changed: Sequence[str], files: Files | None, sources: Sources) -> str:
        if not self._navigates or not files:
            return ""
        return next((page for path in changed if (page := page_of(path, files, sources))), "")


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Looks for no garbage meanwhile: a build makes little, and looking through all that it keeps takes as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Yaml:
    """The values of YAML, by the files that they were read from."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[Stamp, KnownYaml]] = {}
        self._known: dict[bytes, tuple[Value, ...]] = {}

    def of(self, sources: Sources) -> KnownYaml:
        """What is known of all files, once those that changed have been read."""
        rows, unsettled = self._of, sources.unsettled
        changed = [
            path
            for path, (_, seen) in sources.found.items()
            if (row := rows.get(path)) is None or row[0] != seen or path in unsettled
        ]
        for path in (*changed, *(rows.keys() - sources.found.keys())):
            _, known = rows.pop(path, (None, {}))
            for yaml in known:  # another file may have the same, which is then read anew if it is asked for
                self._known.pop(yaml, None)
        for path in changed:
            rows[path] = (sources.found[path][1], yaml_values(path, sources))
            self._known.update(rows[path][1])
        return self._known


class _Prose:
    """Markdown that was converted, as long as a site has it."""

    def __init__(self, convert: Convert) -> None:
        self._convert = convert
        self._known: dict[str, Prose] = {}
        self._used: set[str] = set()

    def convert(self, texts: Sequence[str]) -> Sequence[Prose]:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= zip(new, self._convert(new), strict=True)
        self._used |= set(texts)
        return [self._known[text] for text in texts]

    def forget_others(self) -> None:
        """Let go of what the last build did not ask for."""
        self._known = {text: self._known[text] for text in self._used if text in self._known}
        self._used = set()
