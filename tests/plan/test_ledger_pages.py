"""The ledger, as its page tells it."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_day
from generator.plan import plan_pages

ARTICLE = "---\ntitle: Talks to open\ndate: 2023-03-01\npublisher: The Gazette\n---\nThey will open on March 4.\n"


@pytest.fixture
def pages():
    """The pages of events by their files' names."""

    def run(events, language="en", **options):
        files = {"site.yaml": f"title: x\nlanguages: [{language}]\n", "content/articles/lake.md": ARTICLE}
        files |= {f"content/events/{name}.yaml": text for name, text in events.items()}
        checked = check({path: text.encode() for path, text in files.items()}, Options(**options))
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


def talks(*claims, date="2023-03-04"):
    return f"title: Talks\ndate: {date}\ntype: talks\nsources:\n" + "".join(f"- {claim}\n" for claim in claims)


PLANNED = "{article: lake, quote: on March 4, says: {status: planned, date: 2023-03-04}}"
NORHOLM = "title: Note, publisher: Norholm, date: 2023-03-02, url: 'https://norholm.example/'"
MOVED = f"{{{NORHOLM}, says: {{status: planned, date: 2023-03-14}}}}"
HELD = "{title: Report, author: A. Clerk, date: 2023-03-16, says: {status: held}}"


def only(ledger):
    ((plan,),) = [standing.plans for standing in ledger["standings"]]
    return plan


def test_a_plan_leads_to_the_words_that_announced_it_and_tells_by_when_it_was_due(pages):
    plan = only(pages({"talks": talks(PLANNED)})["ledger/index.html"])

    assert (plan.event.name.text, plan.event.address) == ("Talks", "\0events/talks/")
    assert (plan.said.name.text, plan.said.address) == ("The Gazette", "\0articles/lake/#quote-1")
    assert plan.said.date.words == "1 March 2023"
    assert (plan.due.words, plan.before, plan.lead) == ("4 March 2023", (), "3 days")
    assert (plan.status.label, plan.settled, plan.delay, plan.late) == ("Planned", None, "", "")


def test_a_plan_that_was_moved_tells_the_days_before_and_by_how_much(pages):
    plan = only(pages({"talks": talks(PLANNED, MOVED, HELD, date="2023-03-15")})["ledger/index.html"])

    assert ([date.words for date in plan.before], plan.due.words) == (["4 March 2023"], "14 March 2023")
    assert (plan.took_place.words, plan.delay) == ("15 March 2023", "11 days later than first planned")
    assert (plan.settled.name.text, plan.settled.address, plan.settled.leads_out) == ("A. Clerk", "", False)


def test_a_plan_that_came_sooner_says_so(pages):
    plan = only(pages({"talks": talks(PLANNED, HELD, date="2023-03-03")})["ledger/index.html"])

    assert plan.delay == "1 day earlier than first planned"


def test_what_is_overdue_stands_first_and_tells_for_how_long(pages):
    events = {
        "held": talks(PLANNED, HELD),
        "awaited": talks("{title: Note, date: 2023-03-02, says: {status: announced, date: 2024}}", date="2024"),
        "overdue": talks(PLANNED),
    }
    ledger = pages(events)["ledger/index.html"]

    assert [(row.standing, [plan.event.address for plan in row.plans]) for row in ledger["standings"]] == [
        ("overdue", ["\0events/overdue/"]),
        ("awaited", ["\0events/awaited/"]),
        ("settled", ["\0events/held/"]),
    ]
    assert ledger["standings"][0].plans[0].late == "12 days overdue"
    assert ledger["counts"] == (
        ("Overdue", "1"),
        ("Still to come", "1"),
        ("Took place", "1"),
        ("Median lead time", "3 days"),
    )
    assert ledger["day"] == "16 March 2023"


def test_as_of_a_day_the_ledger_is_that_of_the_day(pages):
    events = {"talks": talks(PLANNED, MOVED, HELD, date="2023-03-15")}

    then = pages(events, as_of=parse_day("2023-03-01"))["ledger/index.html"]

    assert (only(then).due.words, only(then).status.label, then["day"]) == ("4 March 2023", "Planned", "1 March 2023")
    late = pages(events, as_of=parse_day("2023-03-15"))["ledger/index.html"]
    assert late["standings"][0].standing == "overdue"


@pytest.mark.parametrize("event", ["title: Talks\ndate: 2023\n", talks(HELD)])
def test_a_site_in_which_nothing_was_planned_has_no_ledger(pages, event):
    found = pages({"talks": event})

    assert "ledger/index.html" not in found
    assert "\0ledger/" not in [link.address for link in found["index.html"]["site"].navigation]


def test_a_long_ledger_has_a_page_for_each_year_and_its_newest_years_on_the_first(pages):
    own = f"title: {'T' * 200}\nstatus: planned\nsources: {{title: Note, date: 2020}}\n"
    events = {f"e{year}-{n}": f"{own}date: {year}\n" for year in (2021, 2022, 2023) for n in range(400)}

    found = pages(events)

    first = found["ledger/index.html"]
    assert sum(len(row.plans) for row in first["standings"]) == 800
    assert [(link.name.text, link.note) for link in first["years"]] == [
        ("2021", "400 events, 400 overdue"),
        ("2022", "400 events, 400 overdue"),
        ("2023", "400 events"),
    ]
    assert sum(len(row.plans) for row in found["ledger/2021/index.html"]["standings"]) == 400
    assert dict(first["counts"])["Overdue"] == "800"


def test_the_ledger_speaks_french(pages):
    plan = only(pages({"talks": talks(PLANNED, MOVED)}, language="fr")["ledger/index.html"])

    assert (plan.lead, plan.delay) == ("3 jours", "10 jours plus tard que d’abord prévu")
