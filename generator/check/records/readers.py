"""Records read of what is right, without pydantic: what it would find wrong is refused, and it alone can say why."""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from generator.check.records.kinds import Kind, Reading, WrongValue
from generator.check.records.record import REQUIRED, STAND_IN, Record, is_empty

AnyRecord = TypeVar("AnyRecord", bound=Record)
Reader = Callable[[Any], Any]  # gives the value of a field, or raises WrongValue
Readers = tuple[Mapping[str, tuple[str, Reader]], tuple[str, ...]]  # attribute and reader by name; what is required
_READERS: dict[type[Record], Readers] = {}


def read_record(kind: type[AnyRecord], fields: object) -> AnyRecord:
    """The record of the fields, without those that were left empty (`place:`). WrongValue if there is any mistake."""
    record = kind()
    values = vars(record)
    if fields == STAND_IN:
        values["only_holds_a_place"] = True
        return record
    if not isinstance(fields, dict):
        raise WrongValue("fields are expected here")
    readers, required = _readers_of(kind)
    for name, value in fields.items():
        attribute, read = readers[name] if name in readers else _unknown(name)
        if not is_empty(value):
            values[attribute] = read(value)
    for attribute in required:
        if attribute not in values:
            raise WrongValue(f"'{attribute}' is missing")
    return record


def _unknown(name: object) -> tuple[str, Reader]:
    raise WrongValue(f"there is no field '{name}'")


def _readers_of(kind: type[Record]) -> Readers:
    """What reads the fields of a record. It is made once, when the first of its kind is read."""
    if kind not in _READERS:
        fields = kind.known_fields
        _READERS[kind] = (
            {name: (known.attribute, _reader_of(known.kind)) for name, known in fields.items()},
            tuple(known.attribute for known in fields.values() if known.default is REQUIRED),
        )
    return _READERS[kind]


def _reader_of(kind: Any) -> Reader:
    """What reads a value of a kind."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return lambda fields: read_record(kind, fields)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(*parts)
    if origin in (Union, UnionType):
        return _or_nothing(_reader_of(parts[0]))
    if origin is tuple:
        return _rows(_reader_of(parts[0]))
    if origin is dict:
        return _by_name(_reader_of(parts[1]))
    assert kind is Any, kind  # a plain type needs a mark that says how it is read
    return lambda value: value


def _marked(kind: Any, mark: Kind | Reading) -> Reader:
    if isinstance(mark, Kind):
        return mark.read
    first, then = mark.read, _reader_of(kind)
    return lambda value: then(first(value))


def _or_nothing(read: Reader) -> Reader:
    return lambda value: None if value is None else read(value)


def _rows(read: Reader) -> Reader:
    def rows(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise WrongValue("a list is expected here")
        return tuple(map(read, value))

    return rows


def _by_name(read: Reader) -> Reader:
    def by_name(value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise WrongValue("names with their values are expected here")
        return {name: read(each) for name, each in value.items()}

    return by_name
