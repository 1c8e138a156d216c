"""Everything that a site rests on, each source once, with the events that cite it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_day
from generator.model.bibliography import bibliography

FILES = {
    "site.yaml": "title: x\n",
    "content/sources.yaml": "{act: {title: The act, date: 2023-01-02}, unused: {title: Unused}}",
    "content/articles/lake.md": "---\ntitle: Lake\ndate: 2023-01-03\n---\nText\n",
    "content/articles/shore.md": "---\ntitle: Shore\ndate: 2023-01-01\n---\nText\n",
}


@pytest.fixture
def found():
    """The references of a site whose events have these sources: (id, ids of events)."""

    def run(events, **options):
        files = FILES | {
            f"content/events/{name}.yaml": f"title: {name}\ndate: 2023-01-0{n + 1}\nsources: {json.dumps(rows)}"
            for n, (name, rows) in enumerate(events.items())
        }
        checked = check({path: text.encode() for path, text in files.items()}, Options(**options))
        assert checked.site, [problem.message for problem in checked.problems]
        return [(row.id, [event.id for event in row.events]) for row in bibliography(checked.site)]

    return run


def test_articles_and_what_is_cited_stand_in_the_order_of_their_dates(found):
    assert found({"a": [{"source": "act"}], "b": [{"article": "lake"}, {"source": "act"}]}) == [
        ("article:shore", []),
        ("source:act", ["a", "b"]),
        ("article:lake", ["b"]),
    ]


def test_an_event_that_cites_a_source_twice_rests_on_it_once(found):
    assert ("source:act", ["a"]) in found({"a": [{"source": "act", "locator": "1"}, {"source": "act", "locator": "2"}]})


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ({"url": "https://a.example/x"}, {"url": "https://a.example/x", "title": "Otherwise"}, True),
        ({"url": "https://a.example/x"}, {"url": "https://a.example/y"}, False),
        ({"url": "https://a.example/x", "date": "2023"}, {"url": "https://a.example/x", "date": "2024"}, False),
        ({"title": "Paper", "publisher": "P"}, {"title": "Paper", "publisher": "P", "locator": "p. 2"}, True),
        ({"title": "Paper", "publisher": "P"}, {"title": "Paper", "publisher": "Q"}, False),
        ({"title": "Paper", "symbol": "A/1"}, {"title": "Paper", "symbol": "A/2"}, False),
    ],
)
def test_two_citations_are_of_one_source_where_it_was_published_at_one_place_on_one_day(found, one, other, are_one):
    cited = [row for row in found({"a": [one], "b": [other]}) if row[0].startswith("cited:")]

    assert len(cited) == (1 if are_one else 2)
    assert sorted(name for _, names in cited for name in names) == ["a", "b"]


def test_what_is_undated_stands_last(found):
    rows = found({"a": [{"title": "Undated"}, {"source": "act"}]})

    assert [name.partition(":")[0] for name, _ in rows] == ["article", "source", "article", "cited"]


def test_as_of_a_day_only_what_was_known_then_is_listed(found):
    rows = found(
        {"a": [{"source": "act"}], "b": [{"article": "lake"}, {"source": "act"}]}, as_of=parse_day("2023-01-02")
    )

    assert rows == [("article:shore", []), ("source:act", ["a", "b"])]


cited = st.one_of(
    st.just({"source": "act"}),
    st.just({"article": "lake"}),
    st.fixed_dictionaries({"title": st.sampled_from("pq")}, optional={"date": st.sampled_from(["2022", "2024"])}),
)


@given(st.lists(st.lists(cited, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_citation_is_found_again_under_exactly_one_source(rows):
    files = FILES | {
        f"content/events/e{n}.yaml": f"title: e{n}\ndate: 2023\nsources: {json.dumps(sources)}"
        for n, sources in enumerate(rows)
    }
    site = check({path: text.encode() for path, text in files.items()}).site
    assert site

    references = bibliography(site)

    assert len({reference.id for reference in references}) == len(references)
    naive = sum(len({json.dumps(row, sort_keys=True) for row in sources}) for sources in rows)
    assert sum(len(reference.events) for reference in references) == naive
