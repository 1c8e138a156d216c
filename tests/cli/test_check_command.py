"""`dateline check`: the same mistakes as a build, for people and for programs, and nothing written."""

import json

import pytest


@pytest.fixture
def broken(site):
    site.write("content/events/a,b%.yaml", "titel: A\ndate: 2023-02-30\n")
    site.write("content/articles/plain.txt", " date 2023-04-01 The North Atlantic said nothing.\n")
    return site


def test_a_good_site_is_counted_on_standard_output_and_nothing_is_written(site):
    ended = site.run("check", str(site.root))

    assert (ended.code, ended.stdout, ended.stderr) == (0, "1 event, 1 article: no problems\n", "")
    assert sorted(path.name for path in site.root.iterdir()) == ["content", "site.yaml"]


def test_problems_go_to_standard_error_and_their_number_to_standard_output(broken):
    ended = broken.run("check", cwd=broken.root)

    assert (ended.code, ended.stdout) == (1, "4 errors, 2 warnings\n")
    assert ended.stderr.count("content/events/a,b%.yaml:") == 4
    assert "warning: this article has no publisher [no-publisher]" in ended.stderr


def test_check_and_build_find_the_same(broken):
    checked = broken.run("check", str(broken.root))

    assert broken.build().stderr == f"{checked.stderr}4 errors, 2 warnings; nothing was written\n"


def test_warnings_alone_are_no_failure_unless_they_are_to_be(site):
    site.write("content/articles/plain.txt", " date 2023-04-01 The North Atlantic said nothing.\n")

    assert site.run("check", str(site.root)).code == 0
    assert site.run("check", str(site.root), "--strict").code == 1


def test_programs_read_problems_as_json_on_standard_output(broken):
    ended = broken.run("check", str(broken.root), "--format", "json")

    found = json.loads(ended.stdout)
    assert (ended.code, ended.stderr) == (1, "")
    assert (found["errors"], found["warnings"]) == (4, 2)
    assert {
        "path": "content/events/a,b%.yaml",
        "line": 2,
        "column": 7,
        "severity": "error",
        "code": "date",
        "message": "'2023-02-30' has no day 30",
        "hint": "February 2023 has 28 days",
        "detail": [],
    } in found["problems"]


def test_a_good_site_is_json_without_problems(site):
    ended = site.run("check", str(site.root), "--format", "json")

    assert json.loads(ended.stdout) == {"problems": [], "errors": 0, "warnings": 0}


def test_github_gets_a_line_for_each_problem_with_what_would_break_it_escaped(broken):
    ended = broken.run("check", "--format", "github", cwd=broken.root)

    lines = ended.stdout.splitlines()
    assert (ended.code, ended.stderr, len(lines)) == (1, "", 6)
    assert (
        "::error file=content/events/a%2Cb%25.yaml,line=2,col=7,title=date"
        "::'2023-02-30' has no day 30%0AFebruary 2023 has 28 days"
    ) in lines
    assert sum(line.startswith("::warning file=content/articles/plain.txt") for line in lines) == 2


def test_check_runs_none_of_the_sites_own_templates(site):
    site.write("templates/event.html", "{{ 1 / 0 }}")

    assert site.run("check", str(site.root)).code == 0
    assert site.build().code == 1


@pytest.mark.parametrize("arguments", [["nowhere"], ["site", "--format", "xml"], ["site", "--as-of", "2023-01-01"]])
def test_wrong_usage_of_check_ends_with_2(site, arguments):
    ended = site.run("check", *arguments, cwd=site.root.parent)

    assert (ended.code, ended.stdout) == (2, "")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_within_a_site_leads_to_the_site(site, command):
    ended = site.run(command, cwd=site.root / "content" / "events")

    assert ended.code == 1
    assert (
        f"site.yaml: there is no site.yaml here\n    there is one in {site.root}: run dateline there\n" in ended.stderr
    )


def test_a_folder_that_is_in_no_site_is_told_how_to_become_one(run_dateline, tmp_path):
    ended = run_dateline("check", str(tmp_path))

    assert "site.yaml: there is no site.yaml here\n    a file with 'title: …' alone will do" in ended.stderr


def test_annotations_name_files_from_where_the_command_runs(site, run_dateline):
    site.write("content/events/bad.yaml", "title: Talks\ndate: 2023-04-31\n")

    ended = run_dateline("check", "site", "--format", "github", cwd=site.root.parent)

    assert "::error file=site/content/events/bad.yaml,line=2,col=7" in ended.stdout


def test_every_problem_goes_to_the_summary_of_a_step_with_paths_of_the_repository(site, run_dateline, tmp_path):
    for number in range(12):
        site.write(f"content/events/bad-{number:02}.yaml", "title: Talks\ndate: '```````'\n")
    summary = tmp_path / "summary"
    summary.write_text("before\n", encoding="utf-8")
    variables = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(tmp_path)}

    ended = run_dateline("check", "--format", "github", cwd=site.root, environment=variables)

    told = summary.read_text(encoding="utf-8")
    assert ended.stdout.count("::error file=site/content/events/bad-") == 12
    assert told.startswith("before\n### Dateline: 12 errors\n\n````````text\n")
    assert told.count("\nsite/content/events/bad-") == 12
    assert told.rstrip().endswith("\n````````")


def test_a_summary_that_would_be_too_long_is_cut_and_says_so(site, run_dateline, tmp_path):
    names = "".join(f"  - {{title: T{number}, date: 2023-04-31}}\n" for number in range(6000))
    site.write("content/events/many.yaml", names.replace("  - ", "- "))
    summary = tmp_path / "summary"

    run_dateline("check", str(site.root), "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(summary)})

    told = summary.read_text(encoding="utf-8")
    assert summary.stat().st_size < 1 << 20
    assert told.startswith("### Dateline: 6,000 errors\n")
    shown = told.count("content/events/many.yaml:")
    assert f"and {6000 - shown:,} more: 'dateline check' shows them all" in told
    assert 1000 < shown < 6000


def test_a_summary_that_cannot_be_written_is_said_and_hides_nothing(site, run_dateline, tmp_path):
    site.write("content/events/bad.yaml", "title: Talks\ndate: 2023-04-31\n")
    variables = {"GITHUB_STEP_SUMMARY": str(tmp_path)}

    ended = run_dateline("check", "site", "--format", "github", cwd=site.root.parent, environment=variables)

    assert ended.code == 1
    assert "::error file=site/content/events/bad.yaml" in ended.stdout
    assert "the step's summary" in ended.stderr


def test_names_of_files_mean_the_same_in_any_locale(site, run_dateline):
    site.write("content/events/débat.yaml", "title: Débat\ndate: 2023-04-04\ndate_note: x\n")
    plain = run_dateline("build", str(site.root), "--no-cache", "--output", "one")
    old = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    other = run_dateline("build", str(site.root), "--no-cache", "--output", "two", environment=old)

    assert (plain.code, other.code) == (0, 0), other.stderr
    folder = site.root.parent
    assert (folder / "one/build.json").read_bytes() == (folder / "two/build.json").read_bytes()
