"""`dateline check --links`, as it is run."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def linked(site, server):
    """A site whose event cites what is dead, moved, busy and alive."""
    event = site.read("content/events/ministerial.yaml")
    rows = "".join(
        f"  - url: {server.at(path, '127.0.0.1')}\n    title: T\n" for path in ("/missing", "/moved/1", "/login", "/ok")
    )
    site.write("content/events/ministerial.yaml", event + rows)
    return site


def check(site, *options):
    return site.run("check", str(site.root), "--links", *options)


def test_dead_and_moved_links_are_warnings_where_they_are_written(linked, server):
    ended = check(linked, "--allow-private", "--no-archive-search")

    path = "content/events/ministerial.yaml"
    assert f"{path}:9:10: warning: this link is dead: the answer is 404 [dead-link]" in ended.stderr
    assert f"{path}:11:10: warning: this link has moved for good [moved-link]" in ended.stderr
    assert f"^ write {server.at('/ok/new', '127.0.0.1')}" in ended.stderr
    assert ended.stdout.splitlines() == [
        f"unknown  401  {server.at('/login', '127.0.0.1')}  the answer is 401",
        "4 addresses: 1 alive, 1 moved, 1 dead, 1 unknown",
        "1 event, 1 article: 6 warnings",
    ]
    assert ended.code == 0


def test_strictness_counts_them(linked):
    linked.write("site.yaml", "title: T\nchecks: {no-archive: off}\n")

    assert check(linked, "--allow-private", "--no-archive-search", "--strict").code == 1


def test_authors_answer_them_like_others(linked):
    linked.write("site.yaml", "title: T\nchecks: {no-archive: off, moved-link: off}\n")
    event = linked.read("content/events/ministerial.yaml")
    linked.write("content/events/ministerial.yaml", event + "accept: {dead-link: It was taken down on purpose.}\n")

    ended = check(linked, "--allow-private", "--no-archive-search", "--strict")

    assert (ended.code, ended.stderr) == (0, "")


def test_a_site_makes_an_error_of_them(linked):
    linked.write("site.yaml", "title: T\nchecks: {no-archive: off, dead-link: error}\n")

    ended = check(linked, "--allow-private", "--no-archive-search")

    assert (ended.code, ended.stdout.splitlines()[-1]) == (1, "1 error, 1 warning")


def test_warnings_say_which_stored_copy_to_add(linked, server):
    dead, alive = server.at("/missing", "127.0.0.1"), server.at("/ok", "127.0.0.1")
    server.copies = {dead: "https://store.test/dead", alive: "https://store.test/alive"}

    ended = check(linked, "--allow-private", "--archive-search", server.at("/archive", "127.0.0.1"), "--format", "json")

    hints = {(row["code"], row["line"]): row["hint"] for row in json.loads(ended.stdout)["problems"]}
    assert hints["dead-link", 9] == hints["no-archive", 9] == "add 'archived: https://store.test/dead'"
    assert hints["no-archive", 15] == "add 'archived: https://store.test/alive'"
    assert hints["no-archive", 11] == "add 'archived:' with the address of one"


def test_a_dead_link_names_the_copy_that_stands_beside_it(site, server):
    event = site.read("content/events/ministerial.yaml")
    copy = server.at("/ok", "127.0.0.1")
    row = f"  - url: {server.at('/gone', '127.0.0.1')}\n    title: T\n    archived: {copy}\n"
    site.write("content/events/ministerial.yaml", event + row)

    ended = check(site, "--allow-private", "--no-archive-search", "--format", "github")

    assert f"its stored copy: {copy}" in ended.stdout
    assert ended.stdout.count("dead-link") == 1


def test_a_dead_link_does_not_name_a_copy_that_is_dead_itself(site, server):
    event = site.read("content/events/ministerial.yaml")
    url, copy = server.at("/gone", "127.0.0.1"), server.at("/missing", "127.0.0.1")
    site.write("content/events/ministerial.yaml", f"{event}  - url: {url}\n    title: T\n    archived: {copy}\n")
    server.copies = {url: "https://store.test/other"}

    ended = check(site, "--allow-private", "--archive-search", server.at("/archive", "127.0.0.1"), "--format", "json")

    hints = {row["line"]: row["hint"] for row in json.loads(ended.stdout)["problems"]}
    assert hints == {9: "find where it went, or take it out", 11: "a stored copy: https://store.test/other"}


def test_the_report_has_every_address(linked, server):
    report = linked.root / "links.json"
    check(linked, "--allow-private", "--no-archive-search", "--report", str(report))

    told = json.loads(report.read_text(encoding="utf-8"))
    rows = {row["address"]: row for row in told["addresses"]}
    moved = rows[server.at("/moved/1", "127.0.0.1")]
    assert told["counts"] == {"alive": 1, "moved": 1, "dead": 1, "unknown": 1, "refused": 0}
    assert moved["moved_to"] == server.at("/ok/new", "127.0.0.1")
    assert (moved["verdict"], moved["status"], moved["suggested"]) == ("moved", 200, None)
    assert moved["looked_at"].endswith("+00:00")
    assert moved["used"] == [
        {"path": "content/events/ministerial.yaml", "line": 11, "column": 10, "field": "url", "archived": None}
    ]


def test_a_report_that_cannot_be_written_is_said(linked):
    ended = check(linked, "--allow-private", "--no-archive-search", "--report", "/no/such/folder/links.json")

    assert ended.code == 2
    assert "'/no/such/folder/links.json' cannot be written" in ended.stderr


def test_private_addresses_are_refused_unless_they_are_allowed(linked, server):
    ended = check(linked, "--no-archive-search")

    assert "4 addresses: 4 refused" in ended.stdout
    assert "dead-link" not in ended.stderr
    assert server.requests == []


def test_nothing_is_asked_where_the_content_has_errors(linked, server):
    linked.write("content/events/wrong.yaml", "titel: A\n")

    ended = check(linked, "--allow-private", "--no-archive-search")

    assert ended.code == 1
    assert "no link was followed: that needs content without errors" in ended.stderr
    assert server.requests == []


@pytest.mark.parametrize(
    "option",
    [("--report", "x"), ("--allow-private",), ("--no-archive-search",), ("--archive-search", "https://a.test/")],
)
def test_options_of_links_without_links_are_wrong(site, option):
    ended = site.run("check", str(site.root), *option)

    assert ended.code == 2
    assert "'--links'" in ended.stderr


def test_an_archive_is_at_a_web_address(site):
    ended = check(site, "--archive-search", "archive")

    assert ended.code == 2
    assert "'archive' is not a web address" in ended.stderr


WITHOUT = "import sys; sys.modules['httpx'] = None; from generator.cli import main; sys.exit(main())"


def test_without_httpx_the_command_says_what_to_install(site):
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT, "check", str(site.root), "--links"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 2
    assert ended.stderr == "dateline: following links needs httpx\n    \"pip install 'dateline[links]'\" installs it\n"


LOADED = """
import sys
from generator.cli.app import dateline
try:
    dateline(sys.argv[1:])
except SystemExit as end:
    assert end.code == 0, end.code
print(sorted(name for name in sys.modules if name.startswith(("httpx", "httpcore", "generator.links"))))
"""


@pytest.mark.parametrize(("command", "loads"), [("build", False), ("check", False), ("check --links", True)])
def test_builds_and_plain_checks_load_nothing_of_it(site, command, loads):
    words = [*command.split(), str(site.root)]
    ended = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, encoding="utf-8", check=True)

    assert (ended.stdout.splitlines()[-1] != "[]") == loads
