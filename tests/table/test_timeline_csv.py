"""timeline.csv: the events as a table that spreadsheets open and take for nothing else."""

import csv
import io
import re
from pathlib import Path

import pytest

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from generator.render.timeline_csv import COLUMNS, harmless

ROOT = Path(__file__).parents[2]
SITE = "title: The lake talks\n"
DATES = ("date", "earliest", "latest", "updated")
STARTS = ("=1+1", "+1", "-1+1", "@SUM(1)", "＝1", "＋1", "－1", "＠x")


def files_of(events, site=SITE, **others):
    sources = {"site.yaml": site, "content/events/all.yaml": events, **others}
    outcome = build({path: text.encode() for path, text in sources.items()}, shipped_templates())
    assert not outcome.has_errors, [problem.message for problem in outcome.problems]
    return outcome.files


def read(content):
    """The rows, as Python's own reader has them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def rows_of(events, **asked):
    return read(files_of(events, **asked)["timeline.csv"])


WHOLE = """\
- id: talks
  title: 'Talks, "the second", at the lake'
  date: 2023-04-04
  type: talks
  status: held
  key: true
  place: Lake House
  actors: [Osterbay, Westmark]
  topics: [Fishing]
  summary: They *met*, and [spoke](https://a.example/).
  updated: 2024-01-02
  sources:
    - {title: A report, date: 2023-04-05, url: 'https://a.example/1'}
    - {title: A letter, date: 2023-04-06}
- {id: later, title: Later, date: 2024-05~}
"""


def test_a_row_has_what_the_event_says():
    first, second = rows_of(WHOLE, site=f"{SITE}base_url: https://lake.example/\n")

    assert first == {
        "id": "talks",
        "title": 'Talks, "the second", at the lake',
        "date": "2023-04-04",
        "earliest": "2023-04-04",
        "latest": "2023-04-04",
        "precision": "day",
        "status": "held",
        "type": "talks",
        "key": "yes",
        "place": "Lake House",
        "actors": "Osterbay; Westmark",
        "topics": "Fishing",
        "summary": "They met, and spoke.",
        "disputed": "",
        "independent_sources": "2",
        "sources": "https://a.example/1; A letter",
        "updated": "2024-01-02",
        "url": "https://lake.example/events/talks/",
    }
    assert [second[name] for name in DATES] == ["2024-05~", "2024-05-01", "2024-05-31", ""]
    assert second["key"] == second["place"] == second["actors"] == ""


def test_dates_stay_as_they_are():
    (row,) = rows_of("- {id: a, title: A, date: '-0430/..'}\n")

    assert (row["date"], row["earliest"]) == ("-0430/..", "-0430-01-01")


@pytest.mark.parametrize("start", STARTS)
def test_no_text_is_taken_for_a_formula(start):
    given = f'"{start}"'
    events = (
        f"- {{id: a, title: {given}, date: '-0430-01-01', actors: [{given}], topics: [{given}], place: {given}, "
        f"summary: 'x', disputed: {given}, sources: [{{title: {given}}}]}}\n"
    )

    (row,) = rows_of(events)

    changed = {name for name, value in row.items() if value.startswith("'")}
    assert changed >= {"title", "disputed"}
    for name, value in row.items():
        assert name in DATES or not re.match("[=+@\\t\\r\\n＝＋－＠-]", value), name


@pytest.mark.parametrize("start", ["\t=1", "\r=1", "\n=1"])
def test_a_tab_or_the_end_of_a_line_does_not_hide_one(start):
    assert harmless(start) == f"'{start}"  # reading takes them from titles, which are not all texts of a table


def test_what_begins_no_formula_is_not_touched():
    (row,) = rows_of("- {id: a, title: 'a = b', date: 2023, summary: \"'tis -1\"}\n")

    assert row["title"] == "a = b"
    assert row["summary"] in ("'tis -1", "’tis -1", "‘tis -1")


def test_excel_is_told_that_it_is_utf_8_and_every_value_is_quoted():
    content = files_of("- {id: a, title: 'é; ع', date: 2023}\n")["timeline.csv"]

    assert content.startswith(b'\xef\xbb\xbf"id","title",')
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    assert '"é; ع"'.encode() in content


def test_each_language_has_its_table_and_its_first_page_leads_to_it():
    files = files_of(
        "- {id: a, title: {en: Talks, fr: Pourparlers}, date: 2023}\n", site=f"{SITE}languages: [en, fr]\n"
    )

    assert read(files["timeline.csv"])[0]["title"] == "Talks"
    assert read(files["fr/timeline.csv"])[0]["title"] == "Pourparlers"
    link = '<a href="./timeline.csv" type="text/csv" download>The whole chronology as a table (CSV)</a>'
    assert link in files["index.html"].decode()
    assert "Toute la chronologie en tableau (CSV)" in files["fr/index.html"].decode()


@pytest.mark.parametrize(
    ("events", "site"), [("[]\n", SITE), ("- {id: a, title: A, date: 2023}\n", f"{SITE}outputs: []\n")]
)
def test_without_an_event_or_where_none_is_asked_for_there_is_no_table(events, site):
    files = files_of(events, site=site)

    assert "timeline.csv" not in files
    assert b"text/csv" not in files["index.html"]


def test_the_documentation_describes_each_column():
    text = (ROOT / "docs/output.md").read_text(encoding="utf-8")
    described = re.findall(
        r"^\| (`[^|]*`) \|", text.partition("## timeline.csv\n")[2].partition("\n## ")[0], re.MULTILINE
    )

    assert tuple(name for row in described for name in re.findall("`([^`]+)`", row)) == COLUMNS


@pytest.mark.parametrize("folder", [".", "examples/osterbay"])
def test_the_table_of_real_dossiers_has_a_row_for_each_event(folder):
    outcome = build(read_sources(ROOT / folder), shipped_templates())

    rows = read(outcome.files["timeline.csv"])
    assert len({row["id"] for row in rows}) == len(rows) == outcome.events
    assert all(set(row) == set(COLUMNS) for row in rows)
