"""`dateline audit`: figures on the state of a dossier, for people, for programs and for the meeting about it."""

import json
import re
import time

import pytest


@pytest.fixture
def broken(site):
    site.write("content/events/a.yaml", "title: A\ndate: 2023-02-30\n")
    return site


def test_figures_are_printed_with_the_places_an_editor_goes_to(site):
    ended = site.run("audit", cwd=site.root)

    assert (ended.code, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[:2] == ["NATO and India", "1 event, 1 article, 1 actor, 0 places, 0 topics"]
    assert re.search(r"^  Events with no source +0 of 1 +0\.0 %$", ended.stdout, re.MULTILINE)
    assert re.search(r"^  Events with one independent source only +1 of 1 +100\.0 %$", ended.stdout, re.MULTILINE)
    assert "      content/events/ministerial.yaml:1  ministerial  The Daily" in lines
    assert "      content/events/ministerial.yaml:5  nato  NATO, in 1 event" in lines


def test_what_is_piped_is_plain_and_no_line_of_it_is_wrapped(site):
    name = "a-name-that-is-as-long-as-a-line-of-a-terminal-" * 3
    site.write(f"content/events/{name}.yaml", "title: A\ndate: 2023\n")

    ended = site.run("audit", str(site.root), environment={"COLUMNS": "60", "FORCE_COLOR": "1"})

    assert "\x1b" not in ended.stdout
    assert f"      content/events/{name}.yaml:1  {name}" in ended.stdout.splitlines()


def test_long_lists_are_cut_and_json_has_all_of_them(site):
    for n in range(14):
        site.write(f"content/events/e{n:02d}.yaml", f"title: E{n}\ndate: {2000 + n}\n")

    told = site.run("audit", str(site.root)).stdout
    listed = json.loads(site.run("audit", str(site.root), "--format", "json").stdout)

    assert "      and 4 more: '--format json' lists them all" in told
    assert len(listed["groups"]["evidence"]["no_source"]["rows"]) == 14
    assert (listed["version"], listed["title"], listed["as_of"]) == (1, "NATO and India", None)


def test_a_page_is_printed_or_written_into_a_file(site):
    printed = site.run("audit", str(site.root), "--format", "html")
    written = site.run("audit", "--format", "html", "--output", "audit.html", cwd=site.root)

    assert (written.code, written.stdout, written.stderr) == (0, "", "")
    assert site.read("audit.html") == printed.stdout
    assert '<h1 dir="auto">NATO and India</h1>' in printed.stdout


def test_the_page_needs_nothing_beside_it_and_runs_nothing(site):
    site.write("site.yaml", 'title: "<b>A</b> & B"\ntheme: {accent: "#225588"}\n')

    page = site.run("audit", str(site.root), "--format", "html").stdout

    assert '<h1 dir="auto">&lt;b&gt;A&lt;/b&gt; &amp; B</h1>' in page
    assert "--accent: #225588" in page
    assert not re.search(r"<script|<link|<img|\ssrc=|url\(|https?://", page)


def test_none_of_the_sites_own_templates_runs(site):
    site.write("templates/audit.html", "{{ 1 / 0 }}")

    assert site.run("audit", str(site.root), "--format", "html").code == 0


def test_text_in_a_file_is_plain(site):
    assert site.run("audit", "--output", "audit.txt", cwd=site.root).code == 0

    assert site.read("audit.txt") == site.run("audit", str(site.root)).stdout


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_mistakes_are_shown_as_check_shows_them_and_there_is_no_audit(broken, form):
    checked = broken.run("check", str(broken.root))

    ended = broken.run("audit", str(broken.root), "--format", form)

    assert (ended.code, ended.stdout) == (1, "")
    assert ended.stderr == f"{checked.stderr}1 error; an audit needs content without errors\n"


def test_an_audit_as_of_a_day_says_so_and_counts_what_was_known(site):
    before = json.loads(site.run("audit", str(site.root), "--format", "json", "--as-of", "2023-03-31").stdout)

    assert (before["as_of"], before["counts"]["events"]) == ("2023-03-31", 0)
    assert "\nas known on 2023-04-02\n" in site.run("audit", str(site.root), "--as-of", "2023-04-02").stdout


def test_drafts_are_counted_where_they_are_asked_for(site):
    site.write("content/events/draft.yaml", "title: D\ndate: 2023\ndraft: true\n")

    counts = [
        json.loads(site.run("audit", str(site.root), "--format", "json", *options).stdout)["counts"]["events"]
        for options in ((), ("--drafts",))
    ]
    assert counts == [1, 2]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as-of", "soon"), "dateline: --as-of: "),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("--output", "nowhere/audit.txt"), "dateline: 'nowhere/audit.txt' cannot be written: "),
    ],
)
def test_wrong_usage_is_told_and_is_no_traceback(site, options, said):
    ended = site.run("audit", *options, cwd=site.root)

    assert (ended.code, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_folder_without_a_site_is_a_mistake_of_the_content(site, tmp_path):
    (tmp_path / "empty").mkdir()

    ended = site.run("audit", str(tmp_path / "empty"))

    assert ended.code == 1
    assert "there is no site.yaml here" in ended.stderr


def test_an_audit_writes_nothing_beside_what_it_is_asked_to(site):
    before = sorted(path for path in site.root.rglob("*"))

    site.run("audit", str(site.root))

    assert sorted(path for path in site.root.rglob("*")) == before


def test_ten_thousand_events_are_audited_in_the_time_of_a_check_and_a_little_more(site):
    for file in range(10):  # whose events alternate, so that their lines are looked up in each file by turns
        rows = [
            f"- {{id: e{n}, title: Talks {n}, date: {1000 + n // 12}-{n % 12 + 1:02d}-0{n % 9 + 1}, type: talks,"
            f" status: held, actors: [Actor {n % 90}, Envoy {n % 89}]}}\n"
            for n in range(file, 10_000, 10)
        ]
        site.write(f"content/events/f{file}.yaml", "".join(rows))
    began = time.perf_counter()
    checked = site.run("check", str(site.root))
    between = time.perf_counter()
    ended = site.run("audit", str(site.root), "--format", "json")
    ends = time.perf_counter()

    assert (checked.code, ended.code) == (0, 0)
    figures = json.loads(ended.stdout)["groups"]
    assert figures["evidence"]["no_source"]["number"] == 10_000
    assert figures["evidence"]["no_source"]["rows"][0]["line"] == 1
    assert ends - between < 4 * (between - began) + 2
