import pytest

from generator.check.types import MEANT
from generator.model.vocabulary import TYPES

TALKS = "content/events/talks.yaml"


def hint(checked, word, site="title: x\n"):
    files = {"site.yaml": site, TALKS: f"title: Talks\ndate: 2023\ntype: {word}\n"}
    (problem,) = (p for p in checked(files).problems if p.message == f"there is no type '{word}'")
    return problem.hint


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("conference", "meeting"),
        ("negotiation", "talks"),
        ("negotiations", "talks"),
        ("Treaty", "agreement"),
        ("vote", "decision"),
        ("speech", "statement"),
        ("elections", "domestic"),
        ("war", "force"),
        ("ceasefire", "truce"),
        ("phone call", "contact"),
        ("minsterial", "ministerial"),
    ],
)
def test_a_word_of_plain_speech_leads_to_the_type_that_holds_it(checked, word, meant):
    assert hint(checked, word) == f"did you mean '{meant}'?"


def test_a_type_that_the_site_took_away_is_not_suggested(checked):
    assert hint(checked, "conference", "title: x\ntypes: [talks, visit]\n") == "one of: talks, visit"


def test_every_suggestion_is_a_type_that_ships():
    assert set(MEANT.values()) <= {kind.id for kind in TYPES}
    assert not MEANT.keys() & {kind.id for kind in TYPES}
