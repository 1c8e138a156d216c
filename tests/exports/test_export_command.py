"""`dateline export`: what it writes, where, and what it says of what cannot be."""

import csv
import io
import json
import re

import pytest

from generator.build.formats import FORMATS

SUMMIT = "title: Summit in Vilnius\ndate: 2023-07-11/2023-07-12\ntype: summit\nkey: yes\nactors: [NATO, Lithuania]\n"
TALKS = "title: Talks in Delhi\ndate: 2023-03-02\ntype: talks\nactors: [India]\npart_of: ministerial\n"


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", SUMMIT)
    site.write("content/events/talks.yaml", TALKS)
    return site


def ids(ended):
    assert ended.code == 0, ended.stderr
    return [event["id"] for event in json.loads(ended.stdout)["events"]]


def test_all_events_are_written_where_nothing_is_chosen(dossier):
    assert ids(dossier.run("export", "json", str(dossier.root))) == ["talks", "ministerial", "summit"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--actor", "nato"], ["ministerial", "summit"]),
        (["--actor", "INDIA", "--actor", "Lithuania"], ["talks", "summit"]),
        (["--actor", "nato", "--type", "summit"], ["summit"]),
        (["--from", "2023-04", "--limit", "1"], ["ministerial"]),
        (["--limit", "1"], ["summit"]),
        (["--to", "2023-04-04"], ["talks", "ministerial"]),
        (["--key"], ["summit"]),
        (["--where", "support=1"], ["ministerial"]),
        (["--words", "delhi"], ["talks"]),
        (["--as-of", "2023-04-02"], ["talks", "ministerial"]),
    ],
    ids=lambda value: " ".join(value) if value and value[0].startswith("--") else "",
)
def test_options_choose(dossier, options, expected):
    assert ids(dossier.run("export", "json", str(dossier.root), *options)) == expected


def test_a_part_of_a_site_has_nothing_of_the_rest(dossier):
    told = json.loads(dossier.run("export", "json", str(dossier.root), "--actor", "India").stdout)

    assert [actor["name"] for actor in told["actors"]] == ["India"]
    assert told["articles"] == []
    assert "ministerial" not in json.dumps(told["events"])


def test_a_table_and_a_calendar_have_the_same_events(dossier):
    table = dossier.run("export", "csv", str(dossier.root), "--actor", "nato")
    calendar = dossier.run("export", "ics", str(dossier.root), "--actor", "nato")

    rows = list(csv.DictReader(io.StringIO(table.stdout.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == ["ministerial", "summit"]
    assert calendar.stdout.count("BEGIN:VEVENT") == 2
    assert "NAME:NATO and India: NATO" in calendar.stdout


def test_a_file_is_written_as_one_step_and_told(dossier):
    file = dossier.root / "report.md"

    ended = dossier.run("export", "md", str(dossier.root), "-o", str(file))

    assert ended.code == 0
    assert ended.stdout == ""
    assert f"{file}: 3 events, " in ended.stderr
    assert file.read_text().startswith("# NATO and India\n")
    assert [path.name for path in dossier.root.iterdir() if path.name.startswith(".")] == []


def test_a_markdown_document_can_stand_below_a_heading_of_another(dossier):
    alone = dossier.run("export", "md", str(dossier.root)).stdout
    within = dossier.run("export", "md", str(dossier.root), "--heading", "2").stdout

    headings = [line for line in alone.splitlines() if line.startswith("#")]
    assert headings[0] == "# NATO and India"
    assert [line for line in within.splitlines() if line.startswith("#")] == [f"#{line}" for line in headings]
    assert dossier.run("export", "html", str(dossier.root), "--heading", "2").code == 2


@pytest.mark.parametrize("purpose", [(), ("--for", "mail")])
def test_a_fragment_can_stand_below_a_heading_of_a_post(dossier, purpose):
    def headings(*options):
        html = dossier.run("export", "fragment", str(dossier.root), *purpose, *options).stdout
        return [int(level) for level in re.findall(r"<h(\d)", html)]

    assert headings()[:4] == [2, 3, 4, 5]
    assert headings("--heading", "2") == headings()
    assert headings("--heading", "3") == [min(6, level + 1) for level in headings()]
    assert headings("--heading", "1")[0] == 1


def test_a_part_of_latex_has_neither_head_nor_end(dossier):
    part = dossier.run("export", "latex-part", str(dossier.root)).stdout

    assert part.startswith("\\begingroup\n")
    assert part.endswith("\\endgroup\n")
    assert "\\documentclass" not in part
    assert "\\bibitem{article:2023-04-01-nato-india}" in part


def test_sources_have_the_keys_of_the_site_s_own_bibliography(dossier):
    dossier.write(
        "content/events/summit.yaml", SUMMIT + "sources:\n  - {title: A, url: 'https://a.example/', date: 2023-06-01}\n"
    )
    latex = dossier.run("export", "latex", str(dossier.root)).stdout
    assert dossier.run("build", str(dossier.root)).code == 0

    published = re.findall(r"^@\w+\{([^,]+),", (dossier.root / "output/sources.bib").read_text(), re.MULTILINE)
    cited = re.findall(r"\\bibitem\{([^}]+)\}", latex)
    assert sorted(cited) == sorted(published)
    assert len(cited) == 2


def test_everything_wrong_with_a_selection_is_told_at_once(dossier):
    ended = dossier.run("export", "md", str(dossier.root), "--actor", "Nato", "--actor", "Indai", "--from", "spring")

    assert ended.code == 2
    assert ended.stdout == ""
    assert "actor 'Indai' is not here" in ended.stderr
    assert "did you mean 'india'?" in ended.stderr
    assert "from 'spring' is no year, month or day" in ended.stderr


def test_a_selection_that_leaves_nothing_says_what_there_is(dossier):
    ended = dossier.run("export", "md", str(dossier.root), "--from", "2024", "-o", "nothing.md")

    assert ended.code == 2
    assert "no event meets all of this" in ended.stderr
    assert "there are 3 events, from 2 March 2023 to 11–12 July 2023" in ended.stderr
    assert not (dossier.root / "nothing.md").exists()


def test_help_names_every_format(dossier):
    told = dossier.run("export", "--help").stdout

    assert all(form in told for form in FORMATS)


def test_a_selection_that_leaves_nothing_of_one_event_says_when_that_is(site):
    ended = site.run("export", "md", str(site.root), "--from", "2024")

    assert "there is one event, of 4–5 April 2023" in ended.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--lang", "fr"], "the site is not in 'fr'"),
        (["--as-of", "soon"], "--as-of:"),
        (["--where", "source"], "as in source=reuters"),
        (["--where", "weight=3"], "no event here has anything that 'weight' could choose"),
        (["--limit", "0"], "0 is not in the range"),
        (["-o", "nowhere/report.md"], "cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told(dossier, options, message):
    ended = dossier.run("export", "md", str(dossier.root), *options)

    assert ended.code == 2
    assert message in " ".join(ended.stderr.split())
    assert ended.stdout == ""


def test_mistakes_in_the_content_stop_an_export(dossier):
    dossier.write("content/events/summit.yaml", SUMMIT + "plaec: Vilnius\n")

    ended = dossier.run("export", "csv", str(dossier.root))

    assert ended.code == 1
    assert "content/events/summit.yaml:6:1" in ended.stderr
    assert "nothing was written" in ended.stderr
    assert ended.stdout == ""


def test_a_fault_in_a_template_of_the_site_is_told_at_its_place(dossier):
    dossier.write("templates/timeline.html", "<p>\n{{ nothing.here }}\n")

    ended = dossier.run("export", "html", str(dossier.root))

    assert ended.code == 1
    assert "templates/timeline.html:2" in ended.stderr
