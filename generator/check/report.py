"""The mistakes of one check, as they are found."""

from collections.abc import Mapping

from generator.check.rules.codes import CODES
from generator.parse.document import Document, Keys
from generator.problems import ERROR, WARNING, Place, Problem, Severity


class Report:
    """Collects problems. Only here does a mistake get its place."""

    def __init__(self, levels: Mapping[str, str] | None = None) -> None:
        self.problems: list[Problem] = []
        self.levels = dict(levels or {})

    def add(self, *problems: Problem) -> None:
        """Take in problems that know their places."""
        self.problems += problems

    def error(
        self,
        document: Document,
        keys: Keys,
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
        code: str = "",
        detail: tuple[str, ...] = (),
    ) -> None:
        """A mistake in a field."""
        path, place = document.place(keys, of_key=of_key)
        self.problems.append(Problem(path, place, message, hint, code, ERROR, detail))

    def error_in_file(self, path: str, message: str, hint: str = "") -> None:
        """A mistake of a file as a whole."""
        self.problems.append(Problem(path, Place(), message, hint))

    def error_in_body(self, document: Document, words: str, message: str, hint: str = "") -> None:
        """A mistake in an entry's prose, where the words first stand."""
        path, place = document.place_in_body(words)
        self.problems.append(Problem(path, place, message, hint))

    def warn(
        self,
        code: str,
        document: Document,
        keys: Keys,
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
        body: str | None = None,
        detail: tuple[str, ...] = (),
        accepted_by: tuple[Document, ...] = (),
    ) -> None:
        """A doubt that a rule raises, unless the site or the entry has answered it. `body` are words of the entry's prose."""
        severity = self.severity(code)
        if severity is None or any(code in _accepted(entry) for entry in (document, *accepted_by)):
            return
        path, place = document.place(keys, of_key=of_key) if body is None else document.place_in_body(body)
        self.problems.append(Problem(path, place, message, hint, code, severity, detail))

    def severity(self, code: str) -> Severity | None:
        """How a rule's findings count on this site: None where it is off."""
        level = self.levels.get(code, CODES[code].level)
        return None if level == "off" else ERROR if level == "error" else WARNING


def _accepted(document: Document) -> Mapping[str, object]:
    accepted = document.fields.get("accept")
    return accepted if isinstance(accepted, dict) else {}
