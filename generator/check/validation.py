"""Fields held against their schema, and what pydantic finds said in an author's words."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from generator.check.records.kinds import WrongValue
from generator.check.records.record import Record
from generator.check.report import Report
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

AnyRecord = TypeVar("AnyRecord", bound=Record)
EXPECTED = {
    "model_type": "fields are expected here, as in `name: value`",
    "model_attributes_type": "fields are expected here, as in `name: value`",
    "dict_type": "a mapping is expected here, as in `name: value`",
    "tuple_type": "a list is expected here",
    "list_type": "a list is expected here",
}


def validate(
    kind: type[AnyRecord],
    document: Document,
    report: Report,
    *,
    own: Mapping[str, object] | None = None,
    fields: Any = None,
    keys: Keys = (),
) -> AnyRecord | None:
    """The entry's fields as a record, or None with each mistake reported.

    `own` names fields of the site's own, which are left aside. `fields` and `keys` are given where the record is a part of
    the entry.
    """
    given = document.fields if fields is None else fields
    if own and isinstance(given, Mapping):
        given = {name: value for name, value in given.items() if name not in own}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        for found in error.errors(include_url=False, include_input=False):
            _report(kind, document, report, keys, given, dict(found), tuple(own or ()))
        return None


def _report(
    kind: type[Record],
    document: Document,
    report: Report,
    base: Keys,
    given: object,
    found: dict[str, Any],
    own: tuple[str, ...],
) -> None:
    keys: Keys = tuple(found["loc"])
    match found["type"]:
        case "extra_forbidden":
            known = [*_names_at(kind, keys[:-1]), *own]
            report.error(
                document,
                base + keys,
                f"there is no field '{keys[-1]}'",
                did_you_mean(str(keys[-1]), known),
                of_key=True,
                code="unknown-field",
            )
        case "missing":
            if _value_at(given, keys) == "":
                report.error(document, base + keys, f"'{keys[-1]}' is empty", code="missing-field")
            else:
                report.error(document, base + keys[:-1], f"'{keys[-1]}' is missing", code="missing-field")
        case "value_error":
            wrong = found["ctx"]["error"]
            inner = wrong.keys if isinstance(wrong, WrongValue) else ()
            report.error(document, base + keys + inner, str(wrong), getattr(wrong, "hint", ""), code="wrong-value")
        case other:
            report.error(document, base + keys, EXPECTED.get(other, str(found["msg"])), code="wrong-value")


def _value_at(given: object, keys: Keys) -> object:
    for key in keys:
        if isinstance(given, Mapping):
            given = given.get(key)
        elif isinstance(given, list) and isinstance(key, int) and key < len(given):
            given = given[key]
        else:
            return None
    return given


def _names_at(kind: type[Record], keys: Keys) -> list[str]:
    """The names of the fields that may stand at a place within a record."""
    for key in keys:
        if isinstance(key, str) and key in kind.field_names():
            inner = _record_in(kind.model_fields[kind.field_names()[key]].annotation)
            if inner:
                kind = inner
    return list(kind.field_names())


def _record_in(annotation: Any) -> type[Record] | None:
    """The record that a field holds, be it alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
