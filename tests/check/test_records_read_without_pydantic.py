"""A record read by itself is the record that pydantic reads, for whatever an author may write."""

from functools import cache
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.records import events, lists, settings, sources
from generator.check.records.kinds import Kind, WrongValue
from generator.check.records.models import Model, mistakes_in, model_of
from generator.check.records.readers import read_record
from generator.check.records.record import REQUIRED, STAND_IN, Record, is_empty
from tests.check.test_any_input import places_in

KINDS = sorted(
    {
        kind
        for module in (events, lists, settings, sources)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    },
    key=lambda kind: kind.__name__,
)
EXAMPLES = [  # for each kind of value something right, something nearly right, and what is right for another
    *("NATO", " Brussels ", "", " \n", "true", "No", "maybe", "141", "-1", "50.8796", "+77", "1e9", STAND_IN),
    *("https://example.org/a", "HTTPS://example.org", "https://example.org/?q#f", "ftp://example.org", "https://"),
    *("2023-04-04", "BE", "us-ny", "BEL", "en", "zh-Hant", "english", "10.1000/182", "doi:10.1000/182", "10.x"),
    *("tag:example.org,2023:nato", "urn:uuid:1B4E28BA-2FA1-11D2-883F-0016D3CCA427", "urn:isbn:1"),
    *("reported", "denied", "host", "treaty", "state", "julian", "compact", "type", "events", "source", "date"),
    *([], {}, ["2023-04-04"], ["a", "b"], [["a"]], {"en": "a", "fr": "b"}, {"en": ""}, {"no-archive": "kept by none"}),
    *({"NATO": "host"}, {"actor": "NATO", "part": "host", "as": "chair"}, {"as": "chair"}, None),
]
NAMES = ("unknown", "since", "from", "date", "title", "a b", "")


@cache
def right(kind: Any) -> st.SearchStrategy[Any]:
    """What may be written for a kind of value, a row alone and what only holds a place among it."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return fields_of(kind) | st.just(STAND_IN)
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin is Annotated and isinstance(parts[1], Kind):
            return st.sampled_from([each for each in EXAMPLES if reads(parts[1], each)])
        case origin if origin is Annotated:
            forms = right(parts[0])
            return (forms | st.sampled_from(["NATO", {"NATO": "host"}])) if parts[0] is events.ActorRecord else forms
        case origin if origin is tuple:
            rows = right(parts[0])
            return st.lists(rows, max_size=3) | rows
        case origin if origin is dict:
            return st.dictionaries(st.text(max_size=3), right(parts[1]), max_size=2)
        case _ if parts:
            return right(parts[0]) | st.none()
    return st.sampled_from(EXAMPLES)


def reads(mark: Kind, value: object) -> bool:
    try:
        mark.read(value)
    except WrongValue:
        return False
    return True


def fields_of(kind: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """Fields of a record that pydantic accepts, some of them empty."""
    fields = {name: right(known.kind) for name, known in kind.known_fields.items()}
    required = {name for name, known in kind.known_fields.items() if known.default is REQUIRED}
    return st.fixed_dictionaries(
        {name: fields[name].filter(lambda value: not is_empty(value)) for name in required},
        optional={name: each | st.sampled_from(["", " \n"]) for name, each in fields.items() if name not in required},
    )


@st.composite
def spoilt(draw: st.DrawFn, kind: Any) -> Any:
    """Fields of a record of which some are wrong, misnamed or gone."""
    fields = draw(right(kind))
    for _ in range(draw(st.integers(1, 2))):
        keys = draw(st.sampled_from(list(places_in(fields))))
        fields = spoil(fields, keys, draw(st.sampled_from(EXAMPLES)), draw(st.none() | st.sampled_from(NAMES)))
    return fields


def spoil(fields: Any, keys: tuple[Any, ...], value: object, name: object) -> Any:
    """A copy in which another value stands at a place, or the same by another name."""
    if not keys:
        return value
    key, inner = keys[0], fields[keys[0]]
    if len(keys) == 1 and name is not None and isinstance(fields, dict):
        return {name if each == key else each: other for each, other in fields.items()}
    changed = spoil(inner, keys[1:], value, name)
    return {**fields, key: changed} if isinstance(fields, dict) else [*fields[:key], changed, *fields[key + 1 :]]


def assert_same(record: object, model: object) -> None:
    """The same values, given and by default, of the same types."""
    if isinstance(model, Model):
        assert isinstance(record, Record)
        assert type(record).__name__ == type(model).__name__
        assert record.only_holds_a_place == (STAND_IN in model.model_fields_set)
        for known in type(record).known_fields.values():
            assert record.was_written(known.attribute) == (known.attribute in model.model_fields_set)
            if not (record.only_holds_a_place and known.default is REQUIRED):
                assert_same(getattr(record, known.attribute), getattr(model, known.attribute))
    else:
        assert type(record) is type(model)
        if isinstance(model, tuple):
            assert isinstance(record, tuple)
            for row, other in zip(record, model, strict=True):
                assert_same(row, other)
        elif isinstance(model, dict):
            assert isinstance(record, dict)
            assert list(record) == list(model)
            for name in model:
                assert_same(record[name], model[name])
        else:
            assert record == model


def test_each_record_is_among_those_that_are_tried():
    assert {"EventRecord", "SaysRecord", "ArticleRecord", "SiteRecord", "ActorEntry", "VoteRecord"} <= {
        kind.__name__ for kind in KINDS
    }
    assert len(KINDS) == 22


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_is_right_is_read_to_what_pydantic_makes_of_it(kind, data):
    fields = data.draw(right(kind))

    assert_same(read_record(kind, fields), model_of(kind).model_validate(fields))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_pydantic_finds_wrong_is_refused_and_nothing_else(kind, data):
    fields = data.draw(spoilt(kind))

    if mistakes_in(kind, fields):
        with pytest.raises(WrongValue):
            read_record(kind, fields)
    else:
        assert_same(read_record(kind, fields), model_of(kind).model_validate(fields))


def test_a_record_cannot_be_changed():
    record = read_record(lists.PageRecord, {"title": "About", "draft": ""})

    assert (record.title, record.draft, record.was_written("draft")) == ({"": "About"}, False, False)
    with pytest.raises(AttributeError, match="'draft' cannot be set"):
        record.draft = True
