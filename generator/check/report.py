"""The mistakes of one check, as they are found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.check.rules.codes import CODES
from generator.parse.document import Document, Keys
from generator.parse.places import place_at
from generator.problems import ERROR, WARNING, Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Answered:
    """A doubt that an entry has answered by `accept:`, with the reason that it gives."""

    code: str
    document: Document
    keys: Keys  # as the entry has them
    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A warning that has no place yet."""

    problem: Problem
    document: Document
    keys: Keys
    words: str | None
    of_key: bool

    def placed(self) -> Problem:
        path, place = place_of(self.document, self.keys, self.words, of_key=self.of_key)
        return replace(self.problem, path=path, place=place)


Heard: TypeAlias = tuple[tuple[_Doubt, ...], tuple[Answered, ...]]


class Report:
    """Collects problems. Only here does a mistake get its place."""

    def __init__(self, levels: Mapping[str, str] | None = None) -> None:
        self._problems: list[Problem] = []
        self._doubts: list[_Doubt] = []
        self.answered: list[Answered] = []
        self.levels = dict(levels or {})
        self._faulty: set[Keys] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found so far.

        Rules go by time, and files do not: doubts get their places file by file, or a file would be read for each.
        """
        doubts = sorted(self._doubts, key=lambda doubt: doubt.document.path)
        return (*self._problems, *(doubt.placed() for doubt in doubts))

    def is_silent_about(self, document: Document) -> Callable[[], bool]:
        """What tells later whether nothing was found since now, and nothing is wrong with the entry at all."""
        before = len(self._problems), len(self._doubts), len(self.answered)
        return lambda: (
            before == (len(self._problems), len(self._doubts), len(self.answered)) and not self.is_faulty(document)
        )

    def is_silent(self) -> Callable[[], bool]:
        """What tells later whether nothing was found since now."""
        before = len(self._problems), len(self._doubts), len(self.answered), len(self._faulty)
        return lambda: before == (len(self._problems), len(self._doubts), len(self.answered), len(self._faulty))

    @property
    def has_faulty(self) -> bool:
        """Whether any entry has a mistake or rests on one."""
        return bool(self._faulty)

    def heard(self, say: Callable[[], None]) -> Heard:
        """The doubts that are raised meanwhile, taken out again."""
        before = len(self._doubts), len(self.answered)
        say()
        said = tuple(self._doubts[before[0] :]), tuple(self.answered[before[1] :])
        del self._doubts[before[0] :], self.answered[before[1] :]
        return said

    def repeat(self, heard: Heard) -> None:
        """Raise doubts that were heard before."""
        doubts, answered = heard
        self._doubts += doubts
        self.answered += answered

    def mark_faulty(self, document: Document) -> None:
        """Note that an entry has a mistake or rests on one, so that no rule judges it by what stands in its place."""
        self._faulty.add(_entry(document))

    def is_faulty(self, document: Document) -> bool:
        """Whether the entry has a mistake or rests on one."""
        return _entry(document) in self._faulty

    def add(self, *problems: Problem) -> None:
        """Take in problems that know their places."""
        self._problems += problems

    def error(
        self,
        document: Document,
        keys: Keys,
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
        words: str | None = None,
        code: str = "",
        detail: tuple[str, ...] = (),
    ) -> None:
        """A mistake in a field. `words` are those of its prose that are wrong; without keys, of the entry's body."""
        self.mark_faulty(document)
        path, place = place_of(document, as_written(document, keys), words, of_key=of_key)
        self._problems.append(Problem(path, place, message, hint, code, ERROR, detail))

    def error_in_file(self, path: str, message: str, hint: str = "") -> None:
        """A mistake of a file as a whole."""
        self._problems.append(Problem(path, Place(), message, hint))

    def warn(
        self,
        code: str,
        document: Document,
        keys: Keys,
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
        words: str | None = None,
        accepted_by: tuple[Document, ...] = (),
        detail: tuple[str, ...] = (),
    ) -> None:
        """A doubt that a rule raises, unless the site or the entry has answered it. `words` are as for `error`."""
        level = self.levels.get(code, CODES[code].level)
        written = as_written(document, keys)
        if level == "off":
            return
        answers = (*_answers(document, written), *(_accepted(entry.fields) for entry in accepted_by))
        reason = next((answer[code] for answer in answers if code in answer), None)
        if reason is not None:
            self.answered.append(Answered(code, document, written, message, " ".join(str(reason).split())))
            return
        severity: Severity = ERROR if level == "error" else WARNING
        if level == "error":
            detail = (*detail, f"'checks:' in site.yaml makes an error of the rule {code}")
        problem = Problem(document.path, Place(), message, hint, code, severity, detail, is_by_rule=True)
        self._doubts.append(_Doubt(problem, document, written, words, of_key))


def place_of(document: Document, keys: Keys, words: str | None, *, of_key: bool = False) -> tuple[str, Place]:
    """Where a field stands, or the words of its prose, or of the body; the whole where the words are not found."""
    if words is not None and not keys:
        return document.place_in_body(words)
    path, place = document.place(keys, of_key=of_key)
    if words is None or not place.line:
        return path, place
    lines = document.yaml.split("\n")
    begin = sum(len(line) + 1 for line in lines[: place.line - 1 - document.offset]) + place.column - 1
    found = document.yaml.find(words, begin)
    if found < 0:
        return path, place
    return path, place_at(document.yaml, found, found + len(words), line_offset=document.offset)


def _entry(document: Document) -> Keys:
    return document.body_path or document.path, document.number, *document.keys


def as_written(document: Document, keys: Keys) -> Keys:
    """The keys as the entry has them, where a single one stands without the list that it is read as."""
    value: object = document.fields
    found: list[str | int] = []
    for key in keys:
        if isinstance(key, int) and not isinstance(value, list):
            continue
        found.append(key)
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            value = None
    return tuple(found)


def _answers(document: Document, keys: Keys) -> Iterator[Mapping[str, object]]:
    """What is accepted by the entry and by each part of it that the keys lead through, such as a row of its sources."""
    value: object = document.fields
    yield _accepted(value)
    for key in keys:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int):
            value = value[key]
        yield _accepted(value)


def _accepted(value: object) -> Mapping[str, object]:
    accepted = value.get("accept") if isinstance(value, dict) else None
    return accepted if isinstance(accepted, dict) else {}
