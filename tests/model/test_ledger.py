"""What was announced or planned, and what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_day
from generator.model.ledger import AWAITED, OVERDUE, SETTLED, plans
from generator.model.vocabulary import NOT_YET

DAY = parse_day("2023-03-04")


@pytest.fixture
def plan():
    """The plan of an event with these claims, each of them a date of its source and what that says; or None."""

    def run(*claims, fields="date: 2023-03-04", as_of=None):
        rows = "".join(f"  - {{title: s{n}, date: {day}, says: {{{says}}}}}\n" for n, (day, says) in enumerate(claims))
        text = f"title: Talks\n{fields}\n" + (f"sources:\n{rows}" if rows else "")
        sources = {"site.yaml": b"title: x\n", "content/events/talks.yaml": text.encode()}
        checked = check(sources, Options(as_of=as_of))
        assert checked.site, [problem.message for problem in checked.problems]
        return next(plans(checked.site), None)

    return run


def due(plan):
    return [date.edtf for date in plan.due]


@pytest.mark.parametrize(
    ("claims", "standing"),
    [
        ([("2023-03-01", "status: planned, date: 2023-03-04"), ("2023-03-05", "status: held")], SETTLED),
        ([("2023-03-01", "status: planned, date: 2023-03-04"), ("2023-03-05", "status: reported")], SETTLED),
        ([("2023-03-01", "status: planned, date: 2023-03-04"), ("2023-03-02", "status: cancelled")], SETTLED),
        ([("2023-03-01", "status: announced, date: 2023-03-04")], AWAITED),
        ([("2023-03-01", "status: planned"), ("2023-03-02", "status: postponed")], AWAITED),
        ([("2023-03-01", "status: planned"), ("2023-03-05", "place: Lake House")], OVERDUE),
        ([("2023-03-01", "status: planned"), ("2023-03-05", "status: denied")], OVERDUE),
    ],
)
def test_a_plan_is_settled_overdue_or_still_to_come(plan, claims, standing):
    assert plan(*claims).standing == standing


@pytest.mark.parametrize(
    "claims",
    [[], [("2023-03-05", "status: held")], [("2023-03-05", "date: 2023-03-04")], [("2023-03-05", "status: denied")]],
)
def test_what_nobody_planned_is_not_in_the_ledger(plan, claims):
    assert plan(*claims) is None


def test_what_only_its_author_calls_planned_rests_on_its_first_source(plan):
    own = "date: 2023-03-04\nstatus: planned\nsources: [{title: b, date: 2023-03-02}, {title: a, date: 2023-03-01}]"

    found = plan(fields=own)

    assert (found.first.source.title.first, due(found), found.names_no_day) == ("a", ["2023-03-04"], True)
    assert plan(fields="date: 2023-03-04\nstatus: planned").first is None


def test_the_first_source_announced_it_and_the_last_tells_what_became_of_it(plan):
    found = plan(
        ("2023-03-06", "status: held"),
        ("2023-03-01", "status: announced"),
        ("2023-03-02", "status: planned, date: 2023-03-04"),
        ("2023-03-05", "status: reported"),
    )

    assert (found.first.source.title.first, found.settled.source.title.first) == ("s1", "s0")


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["2023-03-04", "2023-03-04"], ["2023-03-04"]),
        (["2023-03", "2023-03-04"], ["2023-03-04"]),
        (["2023-03-04", "2023-03"], ["2023-03-04"]),
        (["2023-03-04", "2023-03", "2023-03-09"], ["2023-03-04", "2023-03-09"]),
        (["2023-03-04", "2023-03-09", "2023-03-04"], ["2023-03-04", "2023-03-09", "2023-03-04"]),
        (["2023-03-04/2023-03-05", "2023-03-05"], ["2023-03-05"]),
    ],
)
def test_a_date_that_only_tells_the_one_before_better_or_worse_is_no_move(plan, dates, told):
    found = plan(*((f"2023-02-0{n + 1}", f"status: planned, date: {date}") for n, date in enumerate(dates)))

    assert due(found) == told


def test_a_date_given_while_an_event_was_planned_is_a_plan_and_one_given_after_it_is_not(plan):
    found = plan(
        ("2023-03-01", "status: planned"),
        ("2023-03-02", "date: 2023-03-04"),
        ("2023-03-10", "status: held, date: 2023-03-09"),
        ("2023-03-11", "date: 2023-03-08"),
        fields="date: 2023-03-09",
    )

    assert due(found) == ["2023-03-04"]
    assert [date.edtf for date in found.days] == ["2023-03-04", "2023-03-09"]


def test_where_no_claim_names_a_day_the_entry_s_own_date_is_due_and_says_so(plan):
    found = plan(("2023-03-01", "status: planned"), ("2023-03-05", "status: held"))

    assert (due(found), found.names_no_day, len(found.days)) == (["2023-03-04"], True, 1)


def test_as_of_a_day_a_plan_knows_nothing_of_what_came_later(plan):
    claims = [
        ("2023-03-01", "status: planned, date: 2023-03-03"),
        ("2023-03-02", "status: planned, date: 2023-03-09"),
        ("2023-03-09", "status: held, date: 2023-03-09"),
    ]

    then = plan(*claims, fields="date: 2023-03-09", as_of=parse_day("2023-03-01"))

    assert (due(then), then.standing, then.settled, then.took_place) == (["2023-03-03"], AWAITED, None, None)
    assert plan(*claims, as_of=parse_day("2023-03-02")).standing == AWAITED
    assert plan(*claims[:2], as_of=parse_day("2023-03-10")).standing == OVERDUE


days = st.integers(1, 9).map("2023-03-{:02d}".format)
statuses = st.sampled_from(["announced", "planned", "postponed", "held", "reported", "cancelled", "denied"])
says = st.fixed_dictionaries({}, optional={"status": statuses, "date": st.one_of(days, st.just("2023-03"))}).filter(
    bool
)
histories = st.lists(st.tuples(days, says), max_size=5)


def site_of(events, **options):
    """Each event, by number, is a history: (day of the source, what it says)."""
    files = {"site.yaml": b"title: x\n"}
    for number, rows in events.items():
        lines = [f"title: Event {number}", "date: 2023-03-04"] + ["sources:"] * bool(rows)
        for day, claim in rows:
            told = ", ".join(f"{key}: {value}" for key, value in claim.items())
            lines.append(f"- {{title: Paper, date: {day}, says: {{{told}}}}}")
        files[f"content/events/e{number}.yaml"] = "\n".join(lines).encode()
    site = check(files, Options(**options)).site
    assert site
    return site


@given(st.lists(histories, min_size=1, max_size=4))
def test_the_ledger_has_an_event_exactly_where_a_claim_says_that_it_was_to_come(events):
    found = {plan.event.id: plan for plan in plans(site_of(dict(enumerate(events))))}

    planned = {
        f"e{number}" for number, rows in enumerate(events) if any(claim.get("status") in NOT_YET for _, claim in rows)
    }
    assert found.keys() == planned
    for plan in found.values():
        assert plan.first
        assert plan.first.claim
        assert plan.first.claim.status in NOT_YET
        assert plan.due
        assert (plan.standing == SETTLED) is (plan.event.status not in NOT_YET)
        assert plan.settled is None or (plan.settled.claim and plan.settled.claim.status not in NOT_YET)


@given(st.lists(histories, min_size=1, max_size=3))
def test_the_ledger_as_of_a_day_is_unchanged_by_later_claims(events):
    known = {number: [row for row in rows if row[0] <= "2023-03-04"] for number, rows in enumerate(events)}
    then = {number: rows for number, rows in known.items() if rows or not events[number]}

    whole = plans(site_of(dict(enumerate(events)), as_of=DAY))

    assert list(whole) == list(plans(site_of(then, as_of=DAY)))
