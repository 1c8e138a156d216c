"""What all records of the content share: no unknown field, and an empty value is no value."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


def is_empty(value: object) -> bool:
    """Whether nothing but white space was written."""
    return isinstance(value, str) and not value.strip()


class Record(BaseModel):
    """The fields of an entry as its author wrote them, of the right kind, not yet held against the rest of the site."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def leave_out_empty(cls, fields: Any) -> Any:
        """Drop the known fields that were left empty (`place:`), as if they were not there."""
        if isinstance(fields, dict) and any(is_empty(value) for value in fields.values()):
            known = cls.field_names()
            return {name: value for name, value in fields.items() if not is_empty(value) or name not in known}
        return fields

    @classmethod
    def field_names(cls) -> Mapping[str, str]:
        """The names by which an author writes the fields, each with the attribute's name."""
        return {field.alias or name: name for name, field in cls.model_fields.items()}
