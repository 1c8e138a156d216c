"""Ids that have been given, so that no two entries share one."""

from collections.abc import Iterator

from generator.check.report import Report
from generator.model.identity import as_slug, fault_of_id, folded, normal_id
from generator.parse.document import Document, Keys


class Ids:
    """The ids of one kind of entry: unique after NFC and case folding."""

    def __init__(self, kind: str, report: Report) -> None:
        self.kind = kind  # 'event', 'article' …, as a message says it
        self.report = report
        self._given: dict[str, tuple[str, Document]] = {}

    def give(self, written: str, document: Document, keys: Keys) -> str | None:
        """Take an id for an entry. None, with the mistake reported, where it is not one or is taken."""
        name = normal_id(written)
        if fault := fault_of_id(name):
            slug = as_slug(name)
            what = "" if not slug else f"'id: {slug}' would do" if keys else f"rename the file, or give it 'id: {slug}'"
            self.report.error(document, keys, fault, what, code="id")
            return None
        if taken := self._given.get(folded(name)):
            other = taken[1]
            path, place = other.place(("id",) if "id" in other.fields else ())
            where = f"{other.body_path or path}:{place.line}" if place.line else other.body_path or path
            self.report.error(
                document,
                keys,
                f"the id '{name}' is taken: {where} has it too",
                "give one of them another 'id:'",
                code="id",
            )
            return None
        self._given[folded(name)] = (name, document)
        return name

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._given

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._given.values())


def id_of(document: Document) -> str:
    """The id under which a file maps to the entry; '' for an entry of a list."""
    return key if document.keys and isinstance(key := document.keys[-1], str) else ""
