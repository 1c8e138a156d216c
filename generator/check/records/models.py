"""Records as pydantic models, made when something is wrong or a JSON Schema is asked for: pydantic loads slowly.

What pydantic accepts, `read_record` reads, and to the same values.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic import Field as ModelField
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from generator.check.records.kinds import JsonSchema, Kind, Reading
from generator.check.records.record import REQUIRED, STAND_IN, Field, Record, is_empty

Mistake = Mapping[str, Any]  # an error as pydantic tells it


def mistakes_in(kind: type[Record], fields: object) -> list[Mistake]:
    """All that is wrong with the fields of a record, in the record's order."""
    try:
        model_of(kind).model_validate(fields)
    except ValidationError as error:
        return [dict(each) for each in error.errors(include_url=False, include_input=False)]
    return []


def json_schema_of(kind: type[Record]) -> JsonSchema:
    """The JSON Schema of a record, by the names that an author writes."""
    return model_of(kind).model_json_schema(by_alias=True)


class Model(BaseModel):
    """What all models of records share: no unknown field, and an empty value is no value."""

    # Built when first asked: a record within others is part of theirs.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def leave_out_empty(cls, fields: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        """Drop the known fields that were left empty (`place:`), as if they were not there."""
        if fields == STAND_IN:
            return cls.model_construct(_fields_set={STAND_IN})
        if isinstance(fields, dict) and any(map(is_empty, fields.values())):
            known = {field.alias or name for name, field in cls.model_fields.items()}
            fields = {name: value for name, value in fields.items() if not is_empty(value) or name not in known}
        return validate(fields)


_MODELS: dict[type[Record], type[Model]] = {}


def model_of(kind: type[Record]) -> type[Model]:
    """The model of a record. It has the record's name and description, which editors are shown."""
    if kind not in _MODELS:
        fields: dict[str, Any] = {
            field.attribute: (_type_of(field.kind), _model_field(field)) for field in kind.known_fields.values()
        }
        _MODELS[kind] = create_model(kind.__name__, __base__=Model, __doc__=kind.__doc__, **fields)
    return _MODELS[kind]


def _model_field(field: Field) -> Any:
    said: dict[str, Any] = {"alias": field.alias, "description": field.description}
    if field.default is REQUIRED:
        return ModelField(**said)
    if field.default == {}:
        return ModelField(default_factory=dict, **said)  # which schemas do not tell
    return ModelField(field.default, **said)


def _type_of(kind: Any) -> Any:
    """A field's annotation with models for its records, and pydantic's marks for ours."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return model_of(kind)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(*parts)
    if origin in (Union, UnionType):
        return _type_of(parts[0]) | None
    if origin is tuple:
        rows: Any = _type_of(parts[0])
        return tuple[rows, ...]
    if origin is dict:
        each: Any = _type_of(parts[1])
        return dict[str, each]
    assert kind is Any, kind
    return kind


def _marked(kind: Any, mark: Kind | Reading) -> Any:
    if isinstance(mark, Kind):
        return Annotated[Any, PlainValidator(mark.read), WithJsonSchema(mark.schema)]
    long_form: Any = _type_of(kind)
    return Annotated[long_form, _Before(mark.read, mark.schema)]


@dataclass(frozen=True, slots=True)
class _Before:
    """A `Reading` as pydantic asks for it."""

    read: Callable[[object], object]
    schema: Callable[[JsonSchema], JsonSchema]

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.read, handler(kind))

    def __get_pydantic_json_schema__(self, read: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return self.schema(handler(read))
