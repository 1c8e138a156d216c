"""What an audit says of a site."""

import json
from importlib.resources import files as resources

import pytest
from jsonschema import Draft202012Validator

from generator.build.audit import audit
from generator.check.options import Options
from generator.dates import parse_day
from generator.render.audit_json import render_audit_json

SCHEMA = json.loads((resources("generator.render") / "audit.schema.json").read_text(encoding="utf-8"))
QUIET = "checks: {unsupported-date: off, no-archive: off, report-before-event: off, first-of-month: off}\n"


@pytest.fixture
def audited():
    """The groups of an audit as programs read them, which the schema describes."""

    def run(files, *, as_of=None, drafts=False, settings=""):
        sources = {"site.yaml": f"title: A dossier\n{settings}", **files}
        options = Options(as_of=parse_day(as_of) if as_of else None, drafts=drafts)
        found = audit({path: text.encode() for path, text in sources.items()}, options)
        assert found.audit, [problem.message for problem in found.problems]
        told = json.loads(render_audit_json(found.audit))
        Draft202012Validator(SCHEMA).validate(told)
        return told["groups"]

    return run


def event(name, date, more="", *, actors="", kind="talks", status="held"):
    """An event in a file of its own, that begins in its second line."""
    text = f"# {name}\ntitle: {name}\ndate: {date}\ntype: {kind}\nstatus: {status}\n"
    return {f"content/events/{name}.yaml": text + (f"actors: [{actors}]\n" if actors else "") + more}


def numbers(figure):
    return figure["number"], figure["of"], figure["share"]


def ids(figure):
    return [row["id"] for row in figure["rows"]]


def test_an_empty_site_has_every_figure_and_no_share(audited):
    groups = audited({})

    for group in groups.values():
        for figure in group.values():
            assert (figure["number"], figure["share"], figure["rows"]) == (0, None, [])
    assert groups["dates"]["first_of_month"]["p"] == 1
    assert groups["course"]["lead_times"]["median_days"] is None


def test_one_event_is_found_in_its_file_and_line(audited):
    found = audited(event("alone", "2023-04-04"))["evidence"]["no_source"]

    assert numbers(found) == (1, 1, 1)
    assert found["rows"] == [{"id": "alone", "path": "content/events/alone.yaml", "line": 2}]


def test_an_event_of_a_list_is_found_on_its_own_line(audited):
    text = "- {id: one, title: One, date: 2023}\n\n- id: two\n  title: Two\n  date: 2024\n"

    rows = audited({"content/events/list.yaml": text})["evidence"]["no_source"]["rows"]

    assert [(row["id"], row["line"]) for row in rows] == [("one", 1), ("two", 3)]


def test_events_without_a_quote_are_counted_whether_or_not_they_have_a_source(audited):
    article = {"content/articles/a.md": "---\ntitle: A\ndate: 2023-04-01\npublisher: P\n---\nThey met.\n"}
    groups = audited(
        article
        | event("quoting", "2023-04-01", "sources:\n  - {article: a, quote: They met}\n")
        | event("citing", "2023-04-02", "sources:\n  - {article: a}\n")
        | event("bare", "2023-04-03"),
    )

    assert ids(groups["evidence"]["no_quote"]) == ["citing", "bare"]
    assert ids(groups["evidence"]["no_source"]) == ["bare"]


def test_sources_that_count_once_are_one_source_and_it_says_why(audited):
    once = "sources:\n  - {title: One, publisher: NATO, date: 2023}\n  - {title: Two, publisher: NATO, date: 2023}\n"
    twice = "sources:\n  - {title: One, publisher: NATO, date: 2023}\n  - {title: Two, publisher: AFP, date: 2023}\n"
    found = audited(event("once", "2023-04-01", once) | event("twice", "2023-04-02", twice))["evidence"]["one_source"]

    assert numbers(found) == (1, 2, 0.5)
    assert {key: found["rows"][0][key] for key in ("id", "sources", "names", "reasons")} == {
        "id": "once", "sources": 2, "names": ["NATO", "NATO"], "reasons": ["publisher"],
    }  # fmt: skip


def test_a_cited_address_without_a_copy_is_found_on_its_row(audited):
    url = "https://example.org/"
    cited = f"sources:\n  - {{title: T, url: {url}1, archived: {url}2}}\n  - {{title: U, url: {url}3}}\n"
    document = f"documents:\n  - {{title: D, url: {url}4}}\n"
    groups = audited(
        event("cited", "2023-04-01", cited) | event("text", "2023-04-02", document) | event("none", "2023-04-03")
    )

    found = groups["evidence"]["no_archive"]
    assert numbers(found) == (2, 2, 1)
    assert [(row["id"], row["line"], row["urls"]) for row in found["rows"]] == [
        ("cited", 8, [f"{url}3"]),
        ("text", 7, [f"{url}4"]),
    ]


def test_an_undated_source_and_a_claim_on_somebodys_word_are_counted(audited):
    more = (
        "sources:\n"
        "  - {title: T}\n"
        "  - {title: U, date: 2023-04-02, says: {status: held}, according_to: the ministry}\n"
        "  - {title: V, date: 2023-04-03, says: {status: held}}\n"
    )
    found = audited(event("it", "2023-04-01", more))["evidence"]

    assert numbers(found["undated_sources"]) == (1, 3, 0.3333)
    assert [(row["id"], row["line"], row["source"]) for row in found["undated_sources"]["rows"]] == [("it", 7, "T")]
    assert numbers(found["according_to"]) == (1, 2, 0.5)


def test_an_actor_that_only_events_name_is_found_where_it_was_first_named(audited):
    files = {"content/actors.yaml": "nato: {name: NATO}\n"}
    files |= event("a", "2023-04-01", actors="NATO, Westmrak") | event("b", "2023-04-02", actors="Westmrak")

    found = audited(files)["actors"]["undeclared"]

    assert numbers(found) == (1, 2, 0.5)
    assert found["rows"] == [
        {"id": "westmrak", "path": "content/events/a.yaml", "line": 6, "name": "Westmrak", "events": 2}
    ]


def test_dates_are_told_by_their_precision(audited):
    dates = ("2023-04-04", "2023-04", "2023~", "199X", "-0430", "2022-02-24/..", "2023-01-01/2023-01-05")
    files = {path: text for n, date in enumerate(dates) for path, text in event(f"e{n}", date).items()}

    found = audited(files)["dates"]["precision"]

    assert {key: number for key, number in found["parts"].items() if number} == {
        "decade": 1, "year": 2, "month": 1, "day": 3,
    }  # fmt: skip
    assert (found["spans"], found["open"], found["approximate"], found["uncertain"]) == (2, 1, 1, 0)


def test_made_up_firsts_are_more_than_chance(audited):
    files: dict[str, str] = {}
    for n in range(24):
        files |= event(f"e{n}", f"{1990 + n}-03-{1 if n < 8 else n:02d}")
    found = audited(files, settings=QUIET)["dates"]

    first = found["first_of_month"]
    assert numbers(first) == (8, 24, 0.3333)
    assert (first["expected_share"], first["more_than_chance"]) == (pytest.approx(1 / 30.44, abs=1e-4), True)
    assert first["p"] < 1e-5
    assert ids(first)[0] == "e0"
    assert (found["fifteenth"]["number"], found["fifteenth"]["more_than_chance"]) == (1, False)
    assert found["first_of_january"]["number"] == 0


def test_a_site_of_years_alone_says_nothing_of_days(audited):
    files = event("a", "1949") | event("b", "-0430~") | event("c", "1950-04")

    found = audited(files)["dates"]["first_of_month"]

    assert (numbers(found), found["p"], found["more_than_chance"]) == ((0, 0, None), 1, False)


def test_a_plan_is_overdue_as_of_the_day_of_knowledge(audited):
    planned = "sources:\n  - {title: T, publisher: P, date: 2023-04-01, says: {status: planned, date: 2023-04-05}}\n"
    later = "sources:\n  - {title: U, publisher: P, date: 2023-05-05, says: {status: held}}\n"
    files = event("plan", "2023-04-05", planned, status="planned") | event("later", "2023-05-05", later)

    late = audited(files)["course"]
    assert numbers(late["overdue"]) == (1, 1, 1)
    assert [(row["id"], row["line"], row["days"]) for row in late["overdue"]["rows"]] == [("plan", 3, 30)]
    assert (late["lead_times"]["number"], late["lead_times"]["median_days"]) == (1, 4)
    assert {key: number for key, number in late["statuses"]["parts"].items() if number} == {"planned": 1, "held": 1}

    assert numbers(audited(files, as_of="2023-04-02")["course"]["overdue"]) == (0, 1, 0)


def test_contradictory_claims_stand_side_by_side_with_who_said_them(audited):
    more = (
        "sources:\n"
        "  - {title: T, publisher: One, date: 2023-04-06, says: {status: held, date: 2023-04-04}}\n"
        "  - {title: U, publisher: Two, date: 2023-04-07, says: {status: held, date: 2023-04-05}, according_to: X}\n"
    )
    found = audited(event("it", "2023-04-04", more) | event("other", "2023-04-09"))["contradictions"]["events"]

    assert numbers(found) == (1, 2, 0.5)
    (row,) = found["rows"]
    one = {"source": "One", "published": "2023-04-06", "according_to": None, "status": "held", "date": "2023-04-04"}
    two = {"source": "Two", "published": "2023-04-07", "according_to": "X", "status": "held", "date": "2023-04-05"}
    assert (row["id"], row["line"], row["sides"]) == ("it", 7, [[one], [two]])


def test_silences_name_both_ends_and_where_they_stand(audited):
    files = event("a", "2023-01-01", actors="India, Nepal") | event("b", "2023-03-01", actors="India, Tonga")
    files |= event("c", "2023-06-01", actors="India, Nepal")

    found = audited(files)["silences"]

    assert [row["days"] for row in found["chronology"]["rows"]] == [92, 59]
    assert numbers(found["pairs"]) == (1, 2, 0.5)
    (pair,) = found["pairs"]["rows"]
    assert (pair["actors"], pair["days"]) == (["india", "nepal"], 151)
    assert pair["since"] == {"id": "a", "date": "2023-01-01", "path": "content/events/a.yaml", "line": 2}
    assert (pair["id"], pair["until"]["id"], pair["path"]) == ("c", "c", "content/events/c.yaml")
    assert [(row["actors"], row["days"]) for row in found["actors"]["rows"]] == [(["nepal"], 151), (["india"], 92)]


def test_silences_before_the_common_era_are_counted_as_well(audited):
    found = audited(event("a", "-0431-06-01") | event("b", "-0421-06-01"))["silences"]["chronology"]

    assert [row["days"] for row in found["rows"]] == [3652]


def test_as_of_a_day_nothing_later_is_in_any_figure_but_those_of_the_check(audited):
    def source(day):
        return f"sources:\n  - {{title: T, publisher: P, date: {day}}}\n"

    files: dict[str, str] = {}
    for n, day in enumerate(("2023-01-01", "2023-02-01", "2023-12-01")):
        files |= event(f"e{n}", day, source(day), actors="India, Nepal")

    groups = audited(files, as_of="2023-06-01")

    assert groups["dates"]["precision"]["number"] == 2
    assert [row["until"]["id"] for row in groups["silences"]["pairs"]["rows"]] == ["e1"]
    assert "e2" in json.dumps(groups.pop("warnings")), "which is of the files as they are"
    assert "e2" not in json.dumps(groups)


def test_drafts_count_only_where_they_are_asked_for(audited):
    files = event("a", "2023-01-01") | event("b", "2023-02-01", "draft: true\n")

    assert audited(files)["evidence"]["no_source"]["of"] == 1
    assert audited(files, drafts=True)["evidence"]["no_source"]["of"] == 2


def test_texts_that_lack_a_language_are_found_on_their_line(audited):
    text = "title: {en: Talks, fr: Pourparlers}\ndate: 2023-04-04\nsummary: {en: They talked.}\n"

    found = audited({"content/events/a.yaml": text}, settings="languages: [en, fr]\n")["translations"]["missing"]

    assert found["parts"] == {"en": 0, "fr": 2}  # the site's title and the summary
    assert {"id": None, "path": "content/events/a.yaml", "line": 3, "language": "fr", "field": "summary"} in found[
        "rows"
    ]
    assert found["of"] == 2 * 3


def test_accepted_warnings_keep_their_reasons_and_others_stand(audited):
    url = "{title: T, publisher: P, date: 2023, url: 'https://example.org/'}"
    accepted = f"date_note: as told\nsources:\n  - {url}\naccept: {{no-archive: the ministry keeps no copy}}\n"
    files = event("a", "2023-04-04", accepted) | event("b", "2023-04-05", f"date_note: as told\nsources: [{url}]\n")

    found = audited(files, settings="checks: {unused-media: off}\n")["warnings"]

    assert found["accepted"]["rows"] == [
        {
            "id": "a",
            "path": "content/events/a.yaml",
            "line": 8,
            "code": "no-archive",
            "message": "this source has no stored copy",
            "reason": "the ministry keeps no copy",
        }
    ]
    assert found["standing"]["parts"] == {"no-archive": 1}
    assert [(row["path"], row["line"]) for row in found["standing"]["rows"]] == [("content/events/b.yaml", 7)]
    assert found["off"]["rules"] == ["unused-media"]


def test_a_site_with_mistakes_has_no_audit():
    found = audit({"site.yaml": b"title: x\n", "content/events/a.yaml": b"title: A\ndate: 2023-02-30\n"})

    assert found.audit is None
    assert [problem.message for problem in found.problems] == ["'2023-02-30' has no day 30"]


def test_the_same_sources_give_the_same_audit(audited):
    files = event("a", "2023-01-01", actors="India, Nepal") | event("b", "2023-03-01", actors="Nepal, India")

    assert audited(files) == audited(dict(reversed(files.items())))
