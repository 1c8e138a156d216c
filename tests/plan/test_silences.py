"""For how long two did not meet, as actors' pages and the matrix tell it."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.dates import day_number
from generator.plan import plan_pages
from generator.plan.silences import LONGEST


@pytest.fixture
def pages():
    """The pages of talks, each by its date and its actors."""

    def run(*talks, as_of=None):
        files = {"site.yaml": "title: x\n"}
        for n, (date, actors) in enumerate(talks):
            head = f"title: Talks {n}\ndate: {date}\ntype: talks\nstatus: held\n"
            files[f"content/events/t{n}.yaml"] = f"{head}actors: [{actors}]\n"
        checked = check({path: text.encode() for path, text in files.items()}, Options(as_of=as_of))
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


def names(pair):
    return pair.one.name.text, pair.other.name.text, pair.silence.days


def test_an_actors_page_tells_its_own_longest_silence_and_that_of_each_whom_it_met(pages):
    found = pages(("2023-01-01", "India, Nepal"), ("2023-03-01", "India, Tonga"), ("2023-06", "India, Nepal"))
    encounters = found["actors/india/index.html"]["encounters"]

    assert {row.actor.name.text: row.silence and row.silence.days for row in encounters.met} == {
        "Nepal": "151 days",
        "Tonga": None,
    }
    assert encounters.silence.days == "92 days"
    assert (encounters.silence.since.name.text, encounters.silence.since.address) == ("1 March 2023", "\0events/t1/")
    assert (encounters.silence.until.name.text, encounters.silence.until.note) == ("June 2023", "Talks 2")


def test_below_the_matrix_stand_the_longest_silences_the_longest_first(pages):
    silences = pages(
        ("2023-01-01", "India, Nepal"), ("2023-01-03", "Tonga, Nepal"), ("2023-01-05", "India, Nepal"),
        ("2023-02-03", "Nepal, Tonga"),
    )["matrix/index.html"]["silences"]  # fmt: skip

    assert [names(pair) for pair in silences] == [("Nepal", "Tonga", "31 days"), ("India", "Nepal", "4 days")]


def test_only_so_many_silences_stand_below_the_matrix(pages):
    everybody = ", ".join(f"Actor {n:02d}" for n in range(8))
    silences = pages(("2023-01-01", everybody), ("2023-02-01", everybody))["matrix/index.html"]["silences"]

    assert len(silences) == LONGEST
    assert names(silences[0]) == ("Actor 00", "Actor 01", "31 days")


def test_where_each_two_met_once_no_silence_is_told(pages):
    found = pages(("2023-01-01", "India, Nepal"))

    assert found["matrix/index.html"]["silences"] == ()
    assert found["actors/india/index.html"]["encounters"].silence is None


def test_as_of_a_day_no_later_meeting_ends_a_silence(pages):
    talks = (("2023-01-01", "India, Nepal"), ("2023-02-01", "India, Nepal"), ("2023-12-01", "India, Nepal"))

    silences = pages(*talks, as_of=day_number(2023, 6, 1))["matrix/index.html"]["silences"]

    assert [names(pair) for pair in silences] == [("India", "Nepal", "31 days")]
