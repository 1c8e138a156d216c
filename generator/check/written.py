"""Where the entries of a checked site were written, and which doubts their authors have answered or switched off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.check.report import Answered, as_written
from generator.check.rules.subject import Subject
from generator.parse.document import Document, Keys

Spot = tuple[Document, Keys]  # an entry, and the keys that lead to a field of it; none for the entry itself
Where = tuple[str, int]  # a file and a line of it, from 1; 0 for the file as a whole


@dataclass
class Written:
    """What a site does not say of itself once it is checked. Not frozen only because it remembers places."""

    subject: Subject
    answered: tuple[Answered, ...]
    off: tuple[str, ...]  # the rules that site.yaml switches off
    levels: Mapping[str, str]  # the rules to which site.yaml gives a level
    _known: dict[tuple[str, int, Keys, Keys], Where] = field(default_factory=dict)

    def places(self, spots: Sequence[Spot]) -> tuple[Where, ...]:
        """The file and the line of each. File by file, since each must be read anew for its places."""
        rows = [(_key(document, keys), document, keys) for document, keys in spots]
        for key, document, keys in sorted(rows, key=lambda row: row[0][0]):
            if key not in self._known:
                path, place = document.place(as_written(document, keys))
                self._known[key] = path, place.line
        return tuple(self._known[key] for key, _, _ in rows)


def _key(document: Document, keys: Keys) -> tuple[str, int, Keys, Keys]:
    return document.path, document.number, document.keys, keys
