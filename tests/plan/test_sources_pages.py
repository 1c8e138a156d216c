"""The bibliography, as its page tells it."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.plan import plan_pages


@pytest.fixture
def pages():
    """The pages of events by their files' names."""

    def run(events, **files):
        sources = {"site.yaml": "title: x\n", **files}
        sources |= {f"content/events/{name}.yaml": text for name, text in events.items()}
        checked = check({path: text.encode() for path, text in sources.items()}, Options())
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


PLACES = "url: 'https://norholm.example/t', archived: 'https://kept.example/t'"
TREATY = f"{{title: Treaty, publisher: Norholm, kind: treaty, date: 1949-04-04, {PLACES}}}"


def event(*sources, date="2023"):
    return f"title: Talks\ndate: {date}\nsources: [{', '.join(sources)}]\n"


def test_a_source_tells_what_it_is_and_what_rests_on_it(pages):
    events = {"a": event(TREATY, date="2022"), "b": event(TREATY), "c": event("{title: Note}")}

    first, undated = pages(events)["sources/index.html"]["sources"]
    (treaty,) = first.references
    assert (first.heading, first.anchor, undated.heading, undated.anchor) == (
        "1949", "year:1949", "Undated", "year:undated",
    )  # fmt: skip
    assert (treaty.source.title.text, treaty.source.kind, treaty.source.archived) == (
        "Treaty", "Treaty", "https://kept.example/t",
    )  # fmt: skip
    assert [(link.address, link.note) for link in treaty.events] == [("\0events/a/", "2022"), ("\0events/b/", "2023")]
    assert (treaty.count, treaty.is_folded) == ("2 events", False)


def test_publishers_are_counted_where_there_are_several(pages):
    note = "{title: Note, publisher: Westmark, date: 2020}"
    letter = "{title: Letter, publisher: Westmark, date: 2021}"

    one = pages({"a": event(note, letter)})["sources/index.html"]
    two = pages({"a": event(note, letter, TREATY)})["sources/index.html"]

    assert one["publishers"] == ()
    assert [(row.name, row.count) for row in two["publishers"][0]] == [
        ("Westmark", "2 sources"),
        ("Norholm", "1 source"),
    ]


def test_a_source_of_many_events_is_folded(pages):
    found = pages({f"e{n}": event(TREATY) for n in range(7)})["sources/index.html"]

    assert found["sources"][0].references[0].is_folded


def test_an_article_on_which_nothing_rests_is_listed_too(pages):
    article = {"content/articles/lake.md": "---\ntitle: Lake\ndate: 2023-01-03\n---\nText\n"}
    (year,) = pages({"a": "title: A\ndate: 2023\n"}, **article)["sources/index.html"]["sources"]

    assert [(row.id, row.source.title.text, row.source.address, row.events) for row in year.references] == [
        ("article:lake", "Lake", "\0articles/lake/", ())
    ]


def test_a_site_without_sources_has_no_bibliography(pages):
    assert "sources/index.html" not in pages({"a": "title: A\ndate: 2023\n"})


def test_a_long_bibliography_has_a_page_for_each_year(pages):
    cited = ", ".join(f"{{title: {'N' * 200}{n}, date: {2000 + n % 3}}}" for n in range(1500))
    found = pages({"a": event(cited)})

    assert [link.address for link in found["sources/index.html"]["years"]] == [
        "\0sources/2000/", "\0sources/2001/", "\0sources/2002/",
    ]  # fmt: skip
    assert sum(len(year.references) for year in found["sources/index.html"]["sources"]) == 1000
    assert sum(len(year.references) for year in found["sources/2000/index.html"]["sources"]) == 500


def test_a_year_with_too_many_sources_has_several_pages(pages):
    cited = ", ".join(f"{{title: {'N' * 400}{n}, date: 2000}}" for n in range(900))
    found = pages({"a": event(cited)})

    names = [(link.name.text, link.address) for link in found["sources/index.html"]["years"]]
    assert names == [("2000", "\0sources/2000/"), ("2000, part 2", "\0sources/2000/2/")]
    told = [found[f"sources/{path}index.html"]["sources"] for path in ("2000/", "2000/2/")]
    assert sum(len(year.references) for years in told for year in years) == 900
    assert [(years[0].heading, years[0].anchor) for years in told] == [
        ("2000", "year:2000"),
        ("2000, part 2", "year:2000/2"),
    ]
