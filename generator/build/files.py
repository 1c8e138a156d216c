"""The files of the output, made when they are asked for."""

from collections.abc import Callable, Iterator, Mapping

from generator.build.outputs import Maker
from generator.problems import Problem
from generator.render.pages import TemplateFault

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, how much there is


class Unrenderable(Exception):
    """A file of the output could not be made, because of a template."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Files(Mapping[str, bytes]):
    """The files of the output, by path, made when they are asked for."""

    def __init__(
        self, makers: Mapping[str, Maker], problem_of: Callable[[TemplateFault], Problem], progress: Progress
    ) -> None:
        self._makers = makers
        self._problem_of = problem_of
        self._progress = progress
        self._order = {path: number for number, path in enumerate(self._makers, start=1)}

    def __getitem__(self, path: str) -> bytes:
        make = self._makers[path]
        self._progress("pages", self._order[path], len(self._makers))
        try:
            return make()
        except TemplateFault as fault:
            raise Unrenderable(self._problem_of(fault)) from fault

    def __contains__(self, path: object) -> bool:  # a Mapping's own would make the file
        return path in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
