"""What all records of the content share: a table of their fields, made of the class as it is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, TypeVar

AnyRow = TypeVar("AnyRow")
STAND_IN = "\0"  # for what is missing or misshapen, so that the rest can be looked at; no author can write it
REQUIRED: Final = object()  # the default of a field that has none


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a field of a record."""

    attribute: str
    kind: Any  # its annotation: a kind of value, a record, or tuples, mappings and options of these
    default: object
    alias: str | None  # the name by which an author writes it, where Python would not have it as an attribute
    description: str | None  # for editors

    @property
    def name(self) -> str:
        """The name by which an author writes it."""
        return self.alias or self.attribute


def field(default: object = REQUIRED, *, alias: str | None = None, description: str | None = None) -> Any:
    """A field of which more is to be said than its kind and its default."""
    return Field("", None, default, alias, description)


class Record:
    """The fields of an entry as its author wrote them, of the right kind, not yet held against the rest of the site.

    A record itself holds only what was written; the defaults are attributes of its class.
    """

    known_fields: ClassVar[Mapping[str, Field]] = {}  # by the names by which an author writes them
    only_holds_a_place: ClassVar[bool] = False  # so does a row whose mistakes were reported

    def __init_subclass__(cls) -> None:
        fields = {known.attribute: known for known in cls.known_fields.values()}
        for attribute, kind in cls.__annotations__.items():
            said = vars(cls).get(attribute, REQUIRED)
            known = said if isinstance(said, Field) else field(said)
            fields[attribute] = replace(known, attribute=attribute, kind=kind)
            if known.default is not REQUIRED:
                setattr(cls, attribute, known.default)
            elif said is not REQUIRED:
                delattr(cls, attribute)
        cls.known_fields = {known.name: known for known in fields.values()}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a record is what its author wrote: '{name}' cannot be set")

    @classmethod
    def field_names(cls) -> Mapping[str, str]:
        """The names by which an author writes the fields, each with the attribute's name."""
        return {name: known.attribute for name, known in cls.known_fields.items()}

    def was_written(self, attribute: str) -> bool:
        """Whether the author gave the field a value, be it the default."""
        return attribute in vars(self)


def is_empty(value: object) -> bool:
    """Whether nothing but white space was written."""
    return isinstance(value, str) and (not value or value.isspace())


def numbered(rows: Iterable[AnyRow]) -> Iterator[tuple[int, AnyRow]]:
    """Each row with its index, without those whose mistakes were reported and that only hold their places."""
    return ((index, row) for index, row in enumerate(rows) if not _only_holds_a_place(row))


def _only_holds_a_place(row: object) -> bool:
    return row.only_holds_a_place if isinstance(row, Record) else row == STAND_IN
