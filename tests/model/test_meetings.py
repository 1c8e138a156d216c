"""Who met whom."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_date
from generator.model.event import Event, Participation
from generator.model.meetings import MET, meetings
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text
from generator.model.vocabulary import HAPPENED, PARTS, STATUS, TYPES


def event(name, *actors, kind="talks", status="held", part_of=""):
    """An event; an actor is 'name' or 'name:part'."""
    rows = tuple(Participation(actor.partition(":")[0], actor.partition(":")[2] or "participant") for actor in actors)
    date = parse_date("2023-01-01")
    return Event(name, Text.of(name, "en"), date, "", type=kind, status=status, actors=rows, part_of=part_of)


def of(*events):
    return meetings(Site(Settings(Text.of("x", "en")), events))


def told(found):
    """Each pair, with the events at which they met and those at which one observed."""
    return {
        (pair.one, pair.other): ([one.id for one in pair.met], [one.id for one in pair.observed])
        for pair in found.pairs()
    }


def test_those_who_took_part_have_met_each_other():
    assert told(of(event("a", "x", "y", "z"), event("b", "y", "x"))) == {
        ("x", "y"): (["a", "b"], []),
        ("x", "z"): (["a"], []),
        ("y", "z"): (["a"], []),
    }


@pytest.mark.parametrize("part", PARTS)
def test_only_who_took_part_hosted_chaired_or_mediated_has_met(part):
    found = told(of(event("a", "x", f"y:{part}")))

    met, observed = (["a"], []) if part in MET else ([], ["a"])
    assert found == ({("x", "y"): (met, observed)} if part in MET or part == "observer" else {})


@pytest.mark.parametrize("status", STATUS)
def test_only_what_has_happened_counts(status):
    assert bool(of(event("a", "x", "y", status=status))) is (status in HAPPENED)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_only_types_that_are_meetings_count(kind):
    assert bool(of(event("a", "x", "y", kind=kind.id))) is kind.is_meeting


def test_two_observers_are_counted_apart_and_one_who_also_took_part_has_taken_part():
    assert told(of(event("a", "x:observer", "y:observer"), event("b", "x:observer", "x:host", "y"))) == {
        ("x", "y"): (["b"], ["a"])
    }


def test_observers_alone_make_no_matrix():
    assert not of(event("a", "x:observer", "y"))


def test_nobody_meets_themselves():
    assert told(of(event("a", "x", "x:host"))) == {}


def test_two_have_met_at_the_rounds_that_name_both_and_else_at_the_talks_that_hold_them():
    talks = event("talks", "x", "y", "z")
    rounds = [event(f"round-{n}", "x", "y", part_of="talks") for n in (1, 2)]

    assert told(of(talks, *rounds)) == {
        ("x", "y"): (["round-1", "round-2"], []),
        ("x", "z"): (["talks"], []),
        ("y", "z"): (["talks"], []),
    }


actors = st.lists(
    st.tuples(st.sampled_from("stuvwx"), st.sampled_from([*MET, "observer", "absent", "signatory"])), max_size=6
)
events = st.lists(st.tuples(actors, st.sampled_from(["talks", "statement"]), st.sampled_from([*HAPPENED, "planned"])))


@given(events)
def test_the_matrix_is_symmetric_and_counts_what_a_naive_count_does(rows):
    made = [
        event(f"e{number}", *(f"{name}:{part}" for name, part in named), kind=kind, status=status)
        for number, (named, kind, status) in enumerate(rows)
    ]

    found = of(*made)

    for one, other in permutations("stuvwx", 2):
        there = found.between(one, other)
        assert there is found.between(other, one)
        both_met = both_there = 0
        for named, kind, status in rows:
            if kind == "talks" and status in HAPPENED:
                parts = {name: {part for who, part in named if who == name} for name in (one, other)}
                both_there += all(parts[name] & {*MET, "observer"} for name in (one, other))
                both_met += all(parts[name] & MET for name in (one, other))
        assert (len(there.met), len(there.observed)) == (both_met, both_there - both_met) if there else not both_there
