"""Fields held against their schema, and what pydantic finds said in an author's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from generator.check.records.fields import meant_field
from generator.check.records.kinds import WrongValue
from generator.check.records.readers import read_record
from generator.check.records.record import STAND_IN, Record, is_empty
from generator.check.report import Report
from generator.parse.document import Document, Keys

AnyRecord = TypeVar("AnyRecord", bound=Record)
Found = Mapping[str, Any]  # an error as pydantic tells it
STAND_INS = {"title": STAND_IN, "name": STAND_IN, "what": STAND_IN, "date": "2000"}
PASSES = 3  # a wrong value is taken away first, and missing then


def validate(
    kind: type[AnyRecord],
    document: Document,
    report: Report,
    *,
    own: Mapping[str, object] | None = None,
    missing: Mapping[str, str] | None = None,
    fields: Any = None,
    keys: Keys = (),
) -> AnyRecord | None:
    """The entry's fields as a record, with each mistake reported.

    What is wrong is left out of the record, so that mistakes of other kinds show at once as well; None where nothing
    can stand without it. `own` names fields of the site's own, which are left aside; `missing` has hints for fields
    that are required. `fields` and `keys` are given where the record is a part of the entry.
    """
    given = document.fields if fields is None else fields
    if own and isinstance(given, Mapping):
        given = {name: value for name, value in given.items() if name not in own}
    try:
        return read_record(kind, given)
    except WrongValue:
        found = _mistakes_in(kind, given)
    for each in found:
        _Complaints(kind, document, report, keys, tuple(own or ()), missing or {}).tell(given, each)
    for _ in range(PASSES):
        for each in found:
            given = _without(given, each)
        try:
            return read_record(kind, given)
        except WrongValue:
            found = _mistakes_in(kind, given)
    return None


def _mistakes_in(kind: type[Record], given: object) -> list[Found]:
    """What pydantic finds wrong, which is there only for what `read_record` refuses: it takes long to import."""
    from generator.check.records.models import mistakes_in

    found = mistakes_in(kind, given)
    assert found, given  # else an entry would be missing without a word
    return found


def _without(given: Any, found: Found) -> Any:
    """The fields without the one that holds the mistake, or with something in place of what is missing.

    A row of a list that is a mistake as a whole keeps its place, so that the others are found where they stand.
    """
    loc: Keys = found["loc"]
    if any(_value_at(given, loc[:depth]) == STAND_IN for depth in range(1, len(loc))):
        return given  # the row is taken out already
    if found["type"] == "missing" and loc[-1] in STAND_INS:
        return _changed(given, loc, STAND_INS[str(loc[-1])])
    return _changed(given, loc, None)


def _changed(given: Any, keys: Keys, value: str | None) -> Any:
    """A copy with the value at the keys; None takes it away. Where the keys lead nowhere, their first field goes."""
    if not keys or not isinstance(given, dict):
        return given
    name, inner = str(keys[0]), given.get(str(keys[0]))
    if len(keys) == 1:
        rest = {field: other for field, other in given.items() if field != name}
        return rest if value is None else {**rest, name: value}
    if isinstance(keys[1], int) and isinstance(inner, list) and keys[1] < len(inner):
        row = _changed(inner[keys[1]], keys[2:], value)
        if row == inner[keys[1]]:
            row = STAND_IN
        rows = [*inner[: keys[1]], row, *inner[keys[1] + 1 :]]
        return {**given, name: rows} if rows != inner else _changed(given, keys[:1], None)
    if isinstance(keys[1], int) and isinstance(inner, dict):
        keys = (name, *keys[2:])  # a single row without its list
        if len(keys) == 1:
            return _changed(given, keys, None)
    if isinstance(inner, dict) and (changed := _changed(inner, keys[1:], value)) != inner:
        return {**given, name: changed}
    return _changed(given, keys[:1], None)


@dataclass(frozen=True, slots=True)
class _Complaints:
    """Says what pydantic found in the fields of one entry."""

    kind: type[Record]
    document: Document
    report: Report
    base: Keys
    own: tuple[str, ...]
    missing: Mapping[str, str]

    def tell(self, given: object, found: Found) -> None:
        """Report one mistake at its place."""
        keys: Keys = tuple(found["loc"])
        match found["type"]:
            case "extra_forbidden":
                hint = meant_field(str(keys[-1]), [*_names_at(self.kind, keys[:-1]), *self.own])
                self._error(keys, f"there is no field '{keys[-1]}'", hint, code="unknown-field", of_key=True)
            case "missing" if is_empty(_value_at(given, keys)):
                self._error(keys, f"'{keys[-1]}' is empty", "it is required", code="missing-field")
            case "missing":
                hint = self.missing.get(str(keys[-1])) or self._how_to_add(str(keys[-1]))
                self._error(keys[:-1], f"'{keys[-1]}' is missing", hint, code="missing-field")
            case "value_error":
                wrong = found["ctx"]["error"]
                assert isinstance(wrong, WrongValue), wrong  # the kinds raise nothing else
                self._error(keys + wrong.keys, str(wrong), wrong.hint, code="wrong-value", of_key=wrong.of_key)
            case "model_type" if _is_address(_value_at(given, keys)) and "url" in _names_at(self.kind, keys):
                hint = f"write `- url: {_value_at(given, keys)}`"
                self._error(keys, "fields are expected here, as in `name: value`", hint, code="wrong-value")
            case "model_type" | "dict_type":
                names = _names_at(self.kind, keys)[:3] if found["type"] == "model_type" else ()
                hint = "such as " + ", ".join(f"'{name}:'" for name in names) if names else ""
                self._error(keys, "fields are expected here, as in `name: value`", hint, code="wrong-value")
            case other:
                raise AssertionError(other)  # the kinds raise nothing else

    def _how_to_add(self, name: str) -> str:
        if self.document.yaml or self.document.is_plain:
            return f"add '{name}:'"
        return f"begin the file with a line ---, a line '{name}: …' and a line ---"

    def _error(self, keys: Keys, message: str, hint: str, *, code: str, of_key: bool = False) -> None:
        self.report.error(self.document, self.base + keys, message, hint, code=code, of_key=of_key)


def _value_at(given: object, keys: Keys) -> object:
    for key in keys:
        if isinstance(given, Mapping) and isinstance(key, str):
            given = given.get(key)
        elif isinstance(given, list) and isinstance(key, int) and key < len(given):
            given = given[key]
        elif isinstance(given, list) or not isinstance(key, int):
            return None  # else a single row without its list
    return given


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _names_at(kind: type[Record], keys: Keys) -> list[str]:
    """The names of the fields that may stand at a place within a record."""
    for key in keys:
        if isinstance(key, str) and key in kind.known_fields:
            inner = _record_in(kind.known_fields[key].kind)
            if inner:
                kind = inner
    return list(kind.known_fields)


def _record_in(annotation: Any) -> type[Record] | None:
    """The record that a field holds, be it alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
