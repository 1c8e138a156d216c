"""Who met whom, as the matrix and the pages of actors tell it; and what each actor of an event did before and after."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.plan import plan_pages
from generator.plan.matrix import PAIRS, SIDE, STEPS, shade


@pytest.fixture
def pages():
    """The pages of talks, each by its actors as YAML; on the first days of 2023 in their order."""

    def run(*talks, kind="talks"):
        files = {"site.yaml": "title: x\n"}
        for n, actors in enumerate(talks):
            head = f"title: Talks {n}\ndate: 2023-01-{n + 1:02d}\ntype: {kind}\nstatus: held\n"
            files[f"content/events/t{n}.yaml"] = f"{head}actors: [{actors}]\n"
        checked = check({path: text.encode() for path, text in files.items()}, Options())
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


def grid(matrix):
    return {row.actor.name.text: [cell.number or "·" for cell in row.cells] for row in matrix.rows}


def test_the_grid_counts_meetings_and_has_those_who_met_the_most_others_first(pages):
    matrix = pages("India, Nepal", "Nepal, Tonga", "India, Nepal")["matrix/index.html"]["matrix"]

    assert [name.text for name in matrix.actors] == ["Nepal", "India", "Tonga"]
    assert grid(matrix) == {"Nepal": ["·", "2", "1"], "India": ["2", "·", "·"], "Tonga": ["1", "·", "·"]}


def test_a_cell_leads_to_its_pair_in_the_list(pages):
    matrix = pages("India, Nepal", "Çin, India")["matrix/index.html"]["matrix"]

    fragments = {cell.fragment for row in matrix.rows for cell in row.cells if cell.number}
    assert fragments == {"#pair%3Aindia%3A%C3%A7in", "#pair%3Aindia%3Anepal"}
    assert {pair.anchor for pair in matrix.pairs} == {"pair:india:çin", "pair:india:nepal"}


def test_a_pair_tells_how_often_and_from_when_to_when(pages):
    matrix = pages("India, Nepal", "India, Nepal", "Nepal, Tonga")["matrix/index.html"]["matrix"]

    first, second = matrix.pairs
    assert (first.one.name.text, first.other.name.text, first.count) == ("India", "Nepal", "2 meetings")
    assert (first.first.name.text, first.first.address) == ("1 January 2023", "\0events/t0/")
    assert (first.last.name.text, first.last.address) == ("2 January 2023", "\0events/t1/")
    assert (second.count, second.last) == ("1 meeting", None)


def test_observers_stand_apart(pages):
    matrix = pages("India, Nepal, {actor: Tonga, part: observer}")["matrix/index.html"]["matrix"]

    assert list(grid(matrix)) == ["India", "Nepal"]
    assert [(pair.one.name.text, pair.other.name.text) for pair in matrix.observed] == [
        ("India", "Tonga"), ("Nepal", "Tonga"),
    ]  # fmt: skip


def test_a_site_in_which_nobody_met_has_no_matrix(pages):
    found = pages("India, Nepal", kind="statement")

    assert "matrix/index.html" not in found
    assert "\0matrix/" not in [link.address for link in found["index.html"]["site"].navigation]


def test_many_actors_are_cut_to_a_grid_that_can_be_read_and_all_that_it_leads_to_is_listed(pages):
    everybody = ", ".join(f"Actor {n:02d}" for n in range(40))
    matrix = pages(everybody, "Actor 38, Actor 39")["matrix/index.html"]["matrix"]

    assert len(matrix.rows) == len(matrix.rows[0].cells) == SIDE
    assert len(matrix.pairs) == max(PAIRS, SIDE * SIDE)
    assert matrix.more == f"{780 - len(matrix.pairs)} more pairs"
    assert matrix.pairs[0].count == "2 meetings"
    fragments = {cell.fragment.replace("%3A", ":") for row in matrix.rows for cell in row.cells if cell.number}
    assert fragments <= {f"#{pair.anchor}" for pair in matrix.pairs}


@pytest.mark.parametrize("most", [1, 2, 5, 90])
def test_shades_run_from_the_first_for_one_meeting_to_the_last_for_the_most(most):
    steps = [shade(number, most) for number in range(1, most + 1)]

    assert steps == sorted(steps)
    assert steps[0] == 1
    assert steps[-1] == (STEPS if most > 1 else 1)


def test_an_actor_s_page_tells_whom_they_met_and_how_often(pages):
    found = pages("India, Nepal", "India, Nepal, {actor: Tonga, part: observer}", "India, Fiji")

    met = found["actors/india/index.html"]["encounters"]
    assert [(row.actor.name.text, row.count) for row in met.met] == [("Nepal", "2 meetings"), ("Fiji", "1 meeting")]
    assert [(row.actor.name.text, row.count) for row in met.observed] == [("Tonga", "1 meeting")]
    assert found["actors/tonga/index.html"]["encounters"].met == ()


def test_whom_an_actor_met_is_folded_where_they_are_many(pages):
    met = pages(", ".join(f"Actor {n:02d}" for n in range(40)))["actors/actor-00/index.html"]["encounters"]

    assert (len(met.met), len(met.more_met)) == (12, 27)


def test_an_actor_who_met_nobody_has_no_such_list(pages):
    assert pages("India", "Nepal, Tonga")["actors/india/index.html"]["encounters"] is None


def test_an_event_tells_what_each_of_its_actors_did_before_it_and_after(pages):
    found = pages("India, Nepal", "Nepal", "India, Nepal, Tonga")

    told = {
        path: [
            (row.actor.name.text, row.earlier and row.earlier.name.text, row.later and row.later.name.text)
            for row in found[f"events/{path}/index.html"]["along"]
        ]
        for path in ("t0", "t1", "t2")
    }
    assert told == {
        "t0": [("India", None, "Talks 2"), ("Nepal", None, "Talks 1")],
        "t1": [("Nepal", "Talks 0", "Talks 2")],
        "t2": [("India", "Talks 0", None), ("Nepal", "Talks 1", None)],
    }


def test_where_no_two_of_those_in_the_grid_have_met_there_is_none(pages):
    matrix = pages(*(f"A{n:02d}, Z{n:02d}" for n in range(25)))["matrix/index.html"]["matrix"]

    assert (matrix.actors, matrix.rows, len(matrix.pairs)) == ((), (), 25)
