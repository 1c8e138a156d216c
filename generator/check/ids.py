"""Ids that have been given, so that no two entries share one."""

from generator.check.records.record import STAND_IN
from generator.check.report import Report
from generator.model.identity import as_slug, fault_of_id, folded, normal_id
from generator.parse.document import Document, Keys

NAMED_BY_FILE = frozenset({"article", "page"})


class Ids:
    """The ids of one kind of entry: unique after NFC and case folding."""

    def __init__(self, kind: str, report: Report) -> None:
        self.kind = kind
        self.report = report
        self._given: dict[str, Document] = {}  # by the folded id

    def take(self, key: str, document: Document) -> bool:
        """Take an id, folded, that has no fault; whether it was free."""
        return self._given.setdefault(key, document) is document

    def give(self, written: str, document: Document, keys: Keys, *, of_key: bool = False) -> str | None:
        """Take an id for an entry. None, with the mistake reported, where it is not one or is taken."""
        name = normal_id(written)
        if fault := fault_of_id(name):
            hint = self._better(as_slug(name), is_written=bool(keys) or of_key)
            self.report.error(document, keys, fault, hint, of_key=of_key, code="id")
            return None
        if other := self._given.get(folded(name)):
            hint = "rename one of the files" if self.kind in NAMED_BY_FILE else "give one of them another 'id:'"
            message = f"the id '{name}' is taken: {_place_of(other)} has it too"
            self.report.error(document, keys, message, hint, of_key=of_key, code="id")
            return None
        self._given[folded(name)] = document
        return name

    def made_of(self, name: str, document: Document, keys: Keys) -> str | None:
        """Take the slug of a name as an id. None, with the mistake reported, where it has none or that is taken."""
        slug = as_slug(name)
        if not slug and name != STAND_IN:
            message = f"'{name}' has neither a letter nor a digit to make an id of"
            self.report.error(document, keys, message, "add 'id:'", code="id")
        return self.give(slug, document, keys) if slug else None

    def _better(self, slug: str, *, is_written: bool) -> str:
        """What to do about an id that is none, be it written or the name of a file."""
        if not slug:
            return "" if is_written else "rename the file"
        if is_written:
            return f"'{slug}' would do"
        return f"rename the file: {slug}" if self.kind in NAMED_BY_FILE else f"rename the file, or give 'id: {slug}'"


def _place_of(document: Document) -> str:
    path, place = document.place(("id",) if "id" in document.fields else ())
    if document.is_alone and "id" not in document.fields:
        return document.body_path or path
    return f"{path}:{place.line}"


def id_of(document: Document) -> str:
    """The id under which a file maps to the entry; '' for an entry of a list."""
    return key if document.keys and isinstance(key := document.keys[-1], str) else ""
