"""A state of the site as it is served: its files, made when they are first asked for, and what is wrong with it."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from generator.build.files import Unrenderable
from generator.problems import Problem


class Files:
    """The files of a build. Each is made once; where a template fails, the page as it last was stands in."""

    def __init__(self, made: Mapping[str, bytes], before: "Files | None" = None) -> None:
        self._made = made
        self._before = before.known() if before else {}  # not `before` itself, or each would keep the one before it
        self._known: dict[str, bytes] = {}
        self._one_at_a_time = threading.Lock()  # a page is rendered in a few milliseconds
        self.fault: Problem | None = None  # of a template

    def __contains__(self, path: object) -> bool:
        return path in self._made

    def known(self) -> dict[str, bytes]:
        """The files that were made so far."""
        return dict(self._known)

    def get(self, path: str) -> bytes | None:
        """The content of a file; None where there is none, or where a template fails and none was there before."""
        if path not in self._made:
            return None
        with self._one_at_a_time:
            known = self._known.get(path)
            if known is None:
                try:
                    known = self._made[path]
                except Unrenderable as fault:
                    self.fault = fault.problem
                    return self._before.get(path)
                self._known[path] = known
                self._before.pop(path, None)
            return known


@dataclass(frozen=True, slots=True)
class Edition:
    """What a build gave."""

    epoch: str  # differs from that of every other edition, of this run and of others
    files: Files | None  # those of the last build without mistakes; None before there was one
    problems: tuple[Problem, ...]
    go: str = ""  # where the browser is to go: the address of the page of what was saved, from the site's root
    is_first: bool = False  # of this run
    seconds: float = 0.0  # that the build took

    @property
    def shown(self) -> tuple[Problem, ...]:
        """What a reader of the preview is to see over the page: mistakes, and no mere doubts."""
        wrong = tuple(problem for problem in self.problems if problem.severity == "error")
        fault = self.files.fault if self.files else None
        return (*wrong, fault) if fault and fault not in wrong else wrong
