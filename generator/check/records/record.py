"""What all records of the content share: no unknown field, and an empty value is no value."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator

AnyRow = TypeVar("AnyRow")
STAND_IN = "\0"  # for what is missing or misshapen, so that the rest can be looked at; no author can write it


def is_empty(value: object) -> bool:
    """Whether nothing but white space was written."""
    return isinstance(value, str) and (not value or value.isspace())


class Record(BaseModel):
    """The fields of an entry as its author wrote them, of the right kind, not yet held against the rest of the site."""

    # Built when first asked: a record within others is part of theirs, and most sites have no use for some kinds.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def leave_out_empty(cls, fields: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        """Drop the known fields that were left empty (`place:`), as if they were not there."""
        if fields == STAND_IN:
            return cls.model_construct(_fields_set={STAND_IN})
        if isinstance(fields, dict) and any(map(is_empty, fields.values())):
            known = cls.field_names()
            fields = {name: value for name, value in fields.items() if not is_empty(value) or name not in known}
        return validate(fields)

    @classmethod
    def field_names(cls) -> Mapping[str, str]:
        """The names by which an author writes the fields, each with the attribute's name."""
        return {field.alias or name: name for name, field in cls.model_fields.items()}


def numbered(rows: Iterable[AnyRow]) -> Iterator[tuple[int, AnyRow]]:
    """Each row with its index, without those whose mistakes were reported and that only hold their places."""
    return ((index, row) for index, row in enumerate(rows) if not _only_holds_a_place(row))


def _only_holds_a_place(row: object) -> bool:
    return STAND_IN in row.model_fields_set if isinstance(row, Record) else row == STAND_IN
