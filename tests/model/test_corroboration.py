"""How many independent sources an event rests on: what repeats another counts once with it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_date
from generator.model.corroboration import Corroboration, independent_sources
from generator.model.event import Event
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.source import Article, Citation, Claim, Source
from generator.model.text import Text

REPORT = (
    "<p>OSTERBAY – The two foreign ministers will meet on Friday to speak of fishing rights in the strait, their "
    "spokesmen said. Neither would say how long the talks are to last, or who else has been invited to them.</p>"
)


def text(words):
    return Text.of(words, "en")


def cited(publisher="", *, relies_on="", author="", url="", article="", status="", title=""):
    source = Source(
        title=text(title) if title else None,
        publisher=text(publisher) if publisher else None,
        author=text(author) if author else None,
        relies_on=text(relies_on) if relies_on else None,
        url=url,
    )
    return Citation(source, article=article, claim=Claim(1, status=status) if status else None)


def event(*citations):
    return Event("e", text("An event"), parse_date("2024-04-05"), "2024-04-05", citations=citations)


def site(**articles):
    made = tuple(Article(name, text(name), Source(), html) for name, html in articles.items())
    return Site(Settings(text("A site")), events=(), articles=made)


def told(*citations, **articles):
    voices = Corroboration(site(**articles)).voices(event(*citations))
    return [(len(voice.citations), voice.reasons) for voice in voices]


def test_each_publisher_counts_once():
    assert told(cited("The Daily"), cited("The Gazette"), cited("THE DAILY")) == [(2, ("publisher",)), (1, ())]


def test_what_relies_on_another_counts_with_it():
    assert told(cited("The Daily", relies_on="NDTV"), cited("NDTV")) == [(2, ("relies",))]
    assert told(cited("NDTV"), cited("The Daily", relies_on="ndtv")) == [(2, ("relies",))]


def test_what_relies_on_the_same_third_counts_once():
    assert told(cited("The Daily", relies_on="An agency"), cited("The Gazette", relies_on="An agency")) == [
        (2, ("relies",))
    ]


def test_ties_reach_through_others():
    rows = cited("A", relies_on="B"), cited("C"), cited("D", relies_on="A"), cited("B")

    assert told(*rows) == [(3, ("relies",)), (1, ())]


def test_nearly_the_same_text_counts_once():
    changed = REPORT.replace("OSTERBAY – The", "The").replace("to them", "them")
    other = "<p>" + "The harbour was closed on Monday, since a storm had been foretold for the whole of the coast. " * 3

    rows = cited("A", article="a"), cited("B", article="b"), cited("C", article="c")
    assert told(*rows, a=REPORT, b=changed, c=other) == [(2, ("text",)), (1, ())]


def test_two_short_notices_may_say_the_same():
    assert told(cited("A", article="a"), cited("B", article="b"), a="<p>They met.</p>", b="<p>They met.</p>") == [
        (1, ()),
        (1, ()),
    ]


def test_without_a_publisher_the_author_stands_for_it_then_the_host():
    assert told(cited(author="A. Smith"), cited(author="A. Smith", title="Another")) == [(2, ("publisher",))]
    assert told(cited(url="https://www.a.example/1"), cited(url="https://a.example/2")) == [(2, ("publisher",))]
    assert told(cited(title="One"), cited(title="Another")) == [(1, ()), (1, ())]


def test_a_denial_supports_nothing():
    assert told(cited("A", status="held"), cited("B", status="denied")) == [(1, ())]
    assert told(cited("B", status="denied")) == told() == []


def test_it_is_a_number_for_others():
    assert independent_sources(event(cited("A"), cited("B"), cited("A")), site()) == 2


NAMES = st.sampled_from(["", "A", "B", "C", "D"])


@given(st.lists(st.tuples(NAMES, NAMES), max_size=6), st.randoms())
def test_the_order_of_sources_changes_nothing_and_each_stands_in_one_voice(names, chance):
    rows = [
        replace(cited(publisher, relies_on=other, title=str(place)), row=place)
        for place, (publisher, other) in enumerate(names)
    ]
    mixed = chance.sample(rows, len(rows))

    voices = Corroboration(site()).among(rows)
    again = Corroboration(site()).among(mixed)

    assert {frozenset(row.row for row in voice.citations) for voice in voices} == {
        frozenset(row.row for row in voice.citations) for voice in again
    }
    assert sorted(row.row for voice in voices for row in voice.citations) == list(range(len(rows)))


@pytest.mark.parametrize("name", ["publisher", "relies_on"])
def test_one_source_more_adds_one_voice_at_the_most(name):
    rows = [cited("A"), cited("B")]
    more = replace(cited("A"), source=replace(Source(), **{name: text("B")}))

    assert len(Corroboration(site()).among([*rows, more])) <= 3
