"""What an event's page says of its sources' agreement, and the page of all corrections."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_day
from generator.plan import plan_pages

WITHDRAWN = """\
title: A call
date: 2024-04-20
status: retracted
corrections:
  - {date: 2024-04-22, what: The hour was wrong., why: A slip.}
  - {date: 2024-04-25, what: This entry was withdrawn., why: There was no call.}
"""
REPLACING = "title: A letter\ndate: 2024-04-12\nsupersedes: call\nupdated: 2024-05-01\n"
CONTRADICTED = """\
title: A meeting
date: 2024-03-04
type: meeting
sources:
  - {title: They met, publisher: The Gazette, date: 2024-03-05, says: {status: held, date: 2024-03-04}}
  - {title: They met again, publisher: Norholm, relies_on: The Gazette, date: 2024-03-05,
     says: {status: held, date: 2024-03-04}}
  - {title: No such day, publisher: The Daily, date: 2024-03-09, according_to: A clerk,
     says: {status: held, date: 2024-03-07}}
  - {title: Nothing of the kind, publisher: The office, date: 2024-03-10, says: {status: denied}}
"""


@pytest.fixture
def pages():
    """The pages of events by their files' names."""

    def run(events, language="en", **options):
        files = {"site.yaml": f"title: x\nlanguages: [{language}]\n"}
        files |= {f"content/events/{name}.yaml": text for name, text in events.items()}
        checked = check({path: text.encode() for path, text in files.items()}, Options(**options))
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


def test_changes_stand_newest_first_each_with_its_kind(pages):
    changes = pages({"call": WITHDRAWN, "letter": REPLACING})["corrections/index.html"]["changes"]

    assert [(row.kind, row.date.words, row.event.name.text) for row in changes] == [
        ("Takes the place of another entry", "1 May 2024", "A letter"),
        ("Withdrawn", "25 April 2024", "A call"),
        ("Corrected", "22 April 2024", "A call"),
    ]
    assert changes[0].replaced.name.text == "A call"
    assert (changes[1].what.text, changes[1].why.text) == ("This entry was withdrawn.", "There was no call.")


def test_an_undated_change_stands_last(pages):
    undated = REPLACING.replace("updated: 2024-05-01\n", "")
    changes = pages({"call": WITHDRAWN, "letter": undated})["corrections/index.html"]["changes"]

    assert [row.date.words if row.date else None for row in changes] == ["25 April 2024", "22 April 2024", None]


def test_without_changes_there_is_no_page_and_no_link_to_one(pages):
    made = pages({"talks": "title: Talks\ndate: 2024\n"})

    assert "corrections/index.html" not in made
    assert "Corrections" not in [link.name.text for link in made["index.html"]["site"].navigation]


def test_what_is_disputed_stands_there_too(pages):
    made = pages({"met": CONTRADICTED, "talks": "title: Talks\ndate: 2024\ndisputed: By whom?\n"})
    disputes = made["corrections/index.html"]["disputes"]

    assert {row.event.name.text: row.reason and row.reason.text for row in disputes} == {
        "A meeting": None,
        "Talks": "By whom?",
    }
    assert "Corrections" in [link.name.text for link in made["index.html"]["site"].navigation]


def test_corrections_of_later_days_are_not_known(pages):
    sources = "sources:\n  - {title: t, date: 2024-04-20}\n"
    changes = pages({"call": WITHDRAWN + sources}, as_of=parse_day("2024-04-23"))["corrections/index.html"]["changes"]

    assert [row.what.text for row in changes] == ["The hour was wrong."]


def test_a_year_with_thousands_of_changes_has_pages_of_its_own(pages):
    rows = "".join(
        f"  - {{date: {2000 + number // 300}-01-01, what: 'Number {number}, {number * 7919}', why: '{'why ' * 60}'}}\n"
        for number in range(3000)
    )
    made = pages({"call": f"title: A call\ndate: 1999\ncorrections:\n{rows}"})
    first = made["corrections/index.html"]

    assert first["count"] == "3000 changes"
    assert 0 < len(first["changes"]) < 3000
    assert len(first["years"]) == 10
    assert [row.what.text for row in made["corrections/2003/index.html"]["changes"]][-1].startswith("Number 900,")


def test_sources_that_repeat_one_another_count_once_and_the_page_says_why(pages):
    support = pages({"met": CONTRADICTED})["events/met/index.html"]["support"]

    assert support.words == "2 independent sources"
    assert support.notes == ("Counted once, since one relies on the other, or both on a third: The Gazette, Norholm.",)


def test_one_source_speaks_for_itself(pages):
    one = "title: Talks\ndate: 2024\nsources: [{title: t}]\n"

    assert pages({"talks": one})["events/talks/index.html"]["support"] is None


def test_a_contradiction_is_set_side_by_side(pages):
    sides = pages({"met": CONTRADICTED})["events/met/index.html"]["sides"]

    assert [(side.support, [(row.title.text, row.claim.date) for row in side.citations]) for side in sides] == [
        ("1 independent source", [("They met", "4 March 2024"), ("They met again", "4 March 2024")]),
        ("1 independent source", [("No such day", "7 March 2024")]),
        ("", [("Nothing of the kind", "")]),
    ]
    assert sides[1].citations[0].according_to.text == "A clerk"


def test_sources_that_agree_take_no_sides(pages):
    agreeing = CONTRADICTED[: CONTRADICTED.index("  - {title: No such day")]

    assert pages({"met": agreeing})["events/met/index.html"]["sides"] == ()
