"""How builds are compared with those of other generators: the arithmetic, the tables, and a small run of Dateline."""

import http.server
import json
import re
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.sync.server import serve

from benchmarks.peers.figures import COLD, WAYS, Measured, Taken, load, save
from benchmarks.peers.listening import free_port, long_polls, websocket
from benchmarks.peers.project import SAVES, Project
from benchmarks.peers.run import measure, measure_huge
from benchmarks.peers.tables import HUGE, TARGETS, tables
from benchmarks.peers.tools import BARE, DATELINE, HUGO, SHIPPED, TOOLS, Programs
from benchmarks.report import REPORT, command, put_down, replace_between
from benchmarks.workload import make_workload

PROGRAMS = Programs(sys.executable, "node", "hugo")
FEW = 6


def taken(size=1_000, articles=None, factor=1.0, memory=250_000_000, served=0.05):
    factors = {HUGO: 1.0} | dict.fromkeys(DATELINE, factor)
    return Taken(
        size,
        size if articles is None else articles,
        "Hugo 1, 2 cores.",
        seconds={tool: {way: [own] for way in WAYS} for tool, own in factors.items()},
        served={tool: [served] for tool in factors},
        memory={tool: [memory, memory + 1_000_000] for tool in factors},
        pages=dict.fromkeys(factors, 2 * size + 1),
    )


# The arithmetic


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds():
    run = replace(taken(), seconds={HUGO: {COLD: [1.0, 10.0, 2.0]}, BARE: {"title": [3.0, 5.0, 1.0]}})

    assert run.ratio(BARE, "title") == 0.5  # of 3, 0.5 and 0.5; of the medians it would be 1.5
    assert run.middle(BARE, "title") == 3.0


def test_there_is_no_ratio_without_hugo_nor_of_what_was_not_measured():
    run = replace(taken(), seconds={BARE: {COLD: [3.0]}})

    assert run.ratio(BARE, COLD) is None
    assert run.middle(BARE, "title") is None


def test_a_round_that_lacks_one_of_the_two_is_no_round():
    run = replace(taken(), seconds={HUGO: {COLD: [1.0, 2.0]}, BARE: {COLD: [3.0]}})

    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is longer"):
        run.ratio(BARE, COLD)


def test_a_size_that_is_measured_again_takes_the_place_of_the_old_and_the_huge_one_is_last():
    before = Measured((taken(100), taken(*HUGE), taken(5_000)), 0.1)

    joined = before.joined(Measured((taken(5_000, factor=7.0), taken(200_000))))

    assert [(run.events, run.articles) for run in joined.runs] == [
        (100, 100),
        (5_000, 5_000),
        (200_000, 200_000),
        (100_000, 10_000),
    ]
    assert joined.runs[1].middle(BARE, COLD) == 7.0
    assert joined.help == 0.1


def test_what_was_measured_is_kept(tmp_path):
    measured = Measured((taken(), taken(*HUGE)), 0.125)

    save(tmp_path / "measured.json", measured)

    assert load(tmp_path / "measured.json") == measured
    assert load(tmp_path / "nothing.json") == Measured()


# The tables


def test_every_tool_has_a_row_for_each_size_with_ratios_to_hugo():
    table = tables(Measured((taken(factor=0.25),)))

    assert "| 1,000 | Hugo | 1.00 s (1.00) |" in table
    assert (
        "| 1,000 | Dateline, bare | 0.25 s (0.25) | 0.25 s (0.25) | 0.25 s (0.25) | 0.25 s (0.25) | 0.25 s (0.25) "
        "| 50 ms | 250 MB (251) | 2,001 |"
    ) in table
    assert table.startswith("Hugo 1, 2 cores.\n\n| N |")


def test_the_rows_of_a_table_have_as_many_cells_as_its_head():
    for table in tables(Measured((taken(), taken(*HUGE)))).split("\n\n")[1:]:
        assert len({line.count("|") for line in table.strip().splitlines()}) == 1


def test_what_is_reached_to_the_last_digit_is_reached_and_what_is_missed_is_said_with_its_figure():
    table = tables(Measured((taken(factor=0.8), taken(5_000, factor=0.6001)), 0.15))

    rows = {line.split(" | ")[0].removeprefix("| "): line for line in table.splitlines()}
    assert rows["from nothing, 1,000: at most 0.80 times Hugo from nothing"].endswith(
        " | 0.80 | reached | 0.80 | reached |"
    )
    assert rows["from nothing, 5,000: at most 0.60 times Hugo from nothing"].endswith(
        " | 0.60 | **missed** | 0.60 | **missed** |"
    )
    assert rows["`dateline --help`: within 150 ms"].endswith(" | 150 ms | reached | 150 ms | reached |")
    assert rows["memory, 10,000: at most 300 MB"].endswith(" | – | not measured | – | not measured |")


def test_with_every_size_measured_nothing_that_is_aimed_at_is_left_open():
    runs = (*(taken(size) for size in (1_000, 5_000, 10_000)), taken(*HUGE))

    table = tables(Measured(runs, 0.1))

    assert "not measured" not in table
    assert len(TARGETS) == 16
    assert "| from nothing, 10,000: within 11 times 1,000 | 1.00 | reached | 1.00 | reached |" in table


# The marks


def test_what_was_measured_stands_between_its_marks_and_nothing_else_changes(tmp_path):
    report = tmp_path / "report.md"
    report.write_text("# A\n<!-- a -->\nold\n<!-- end a -->\n<!-- b -->\nkept\n<!-- end b -->\n", encoding="utf-8")

    put_down("a", r"new \1" + "\n", report)

    assert report.read_text(encoding="utf-8") == (
        "# A\n<!-- a -->\nnew \\1\n<!-- end a -->\n<!-- b -->\nkept\n<!-- end b -->\n"
    )


@pytest.mark.parametrize("text", ["nothing", "<!-- a -->\n<!-- end a -->\n" * 2])
def test_without_one_place_for_it_nothing_is_written(text):
    with pytest.raises(ValueError, match="one place for 'a'"):
        replace_between(text, "a", "new")


@pytest.mark.parametrize("mark", ["measured", "peers", "stages", "reader"])
def test_the_documentation_has_a_place_for_each_kind_of_figures(mark):
    text = REPORT.read_text(encoding="utf-8")

    assert "figures\n" in replace_between(text, mark, "figures\n")


def test_a_command_is_told_without_that_it_wrote():
    assert command("profile", ["1000", "--write"]) == "make profile ARGS='1000'"
    assert command("bench-peers", []) == "make bench-peers"


# What is compared


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())
def test_every_tool_gets_the_same_entries(tool, tmp_path):
    workload = make_workload(FEW)
    tool.write(tmp_path, workload)

    for pattern, entries, words in (
        (tool.articles, workload.articles, lambda row: row.body.strip()),
        (tool.events, workload.events, lambda row: row.summary),
    ):
        for entry in entries:
            text = (tmp_path / pattern.format(entry.id)).read_text(encoding="utf-8")
            assert words(entry) in text
            assert re.search(rf"^title: {re.escape(entry.title)}$", text, re.MULTILINE)


def test_dateline_alone_is_measured_in_every_way(tmp_path):
    run = measure(tmp_path, PROGRAMS, DATELINE, FEW, rounds=1, setting="here")

    assert {tool: tuple(ways) for tool, ways in run.seconds.items()} == dict.fromkeys(DATELINE, WAYS)
    assert all(len(values) == 1 and min(values) > 0 for ways in run.seconds.values() for values in ways.values())
    assert {tool: len(values) for tool, values in run.served.items()} == dict.fromkeys(DATELINE, SAVES)
    assert min(run.memory[BARE]) > 1_000_000
    assert max(run.seconds[BARE]["unchanged"]) < min(run.seconds[BARE][COLD])
    assert f"| {FEW} | Dateline, shipped |" in tables(Measured((run,)))


def test_of_a_site_that_is_too_large_for_the_peers_an_edit_is_measured_and_no_ratio(tmp_path):
    run = measure_huge(tmp_path, PROGRAMS, [HUGO, BARE], "here", (FEW, FEW // 2))

    assert {tool: tuple(ways) for tool, ways in run.seconds.items()} == {BARE: (COLD, "summary")}
    assert run.is_huge
    assert re.search(
        rf"\| {FEW} \({FEW // 2} articles\) \| Dateline, bare \| [\d.]+ s \| – \| – \| [\d.]+ s \| – \| – \| \d+ MB",
        tables(Measured((run,))),
    )


def test_bare_pages_are_light_and_shipped_ones_are_not(tmp_path):
    pages = {}
    for tool in DATELINE:
        project = Project(TOOLS[tool], PROGRAMS, tmp_path, make_workload(FEW))
        project.cold()
        pages[tool] = (tmp_path / tool / "output/events/e00003/index.html").read_text(encoding="utf-8")

    assert "Made to be measured." in pages[BARE]
    assert len(pages[BARE]) * 3 < len(pages[SHIPPED])


def test_an_output_is_put_aside_and_not_deleted(tmp_path):
    project = Project(TOOLS[BARE], PROGRAMS, tmp_path, make_workload(FEW))

    for _ in range(2):
        project.cold()

    assert len(list(tmp_path.glob("bare.aside*/index.html"))) == 1  # the first build's
    assert len(list(tmp_path.glob("bare.aside*"))) == 2  # and its cache


def test_a_tool_that_does_not_build_what_was_edited_stops_the_run(tmp_path):
    idle = replace(TOOLS[BARE], build=lambda _: [sys.executable, "-c", ""])
    project = Project(TOOLS[BARE], PROGRAMS, tmp_path, make_workload(FEW))
    project.cold()
    project.tool = idle

    with pytest.raises(SystemExit, match="did not build what was edited: events/e00003/ lacks 'revised 0001'"):
        project.ways["title"]()


def test_a_tool_that_lacks_pages_stops_the_run(tmp_path):
    project = Project(TOOLS[BARE], PROGRAMS, tmp_path, make_workload(FEW))
    project.cold()
    (tmp_path / "bare/output/events/e00003/index.html").unlink()

    with pytest.raises(SystemExit, match="made 11 pages of 12 entries"):
        project.pages()


# How servers tell of a change


def test_of_the_messages_of_a_websocket_one_says_that_the_page_has_changed():
    told = []

    def talk(connection):
        told.append(json.loads(connection.recv()))
        for message in ({"command": "hello"}, {"type": "reload"}):
            connection.send(json.dumps(message))
        connection.recv()  # until the client leaves

    port = free_port()
    with serve(talk, "127.0.0.1", port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with websocket("", "reload", hello={"command": "hello"})(port, "/") as wait:
            wait()
        server.shutdown()

    assert told == [{"command": "hello"}]


@contextmanager
def answering(answers):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answers[self.path].pop(0).encode())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_long_poll_is_asked_again_until_there_is_a_newer_edition():
    answers = {"/a/": ["<script>livereload(5, 77);</script>"], "/livereload/5/77": ["5", "5", "6"]}

    with answering(answers) as port, long_polls(port, "/a/") as wait:
        wait()

    assert answers["/livereload/5/77"] == []


def test_a_page_that_asks_for_no_changes_is_told_of():
    with (
        answering({"/a/": ["<html></html>"]}) as port,
        pytest.raises(TimeoutError, match="does not ask"),
        long_polls(port, "/a/"),
    ):
        pass


def test_what_is_compared_is_named_in_the_documentation_of_the_benchmarks():
    text = (Path(__file__).parent.parent.parent / "benchmarks/README.md").read_text(encoding="utf-8")

    assert {tool.name.partition(",")[0] for tool in TOOLS.values() if tool.name not in text} <= {"Dateline"}
