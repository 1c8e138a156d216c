"""A build that is stopped leaves the old site, the new one, or one that is marked: never an unmarked mix."""

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from generator.disk.record import read_record
from generator.disk.write import is_unfinished, recover, write_site

ROOT = Path(__file__).parent.parent.parent
DAMAGES = ["nothing", "the staging folder is gone", "a staged file is gone", "a staged file is cut short"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, so that hundreds take seconds")


def trials(*arguments: object) -> list[dict[str, object]]:
    ended = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "interrupted_builds.py"), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_a_build_killed_before_any_step_leaves_one_site_or_the_mark_and_the_next_completes_it(folder):
    found = trials("steps", folder / "work")

    assert {trial["left"] for trial in found} == {"old", "new", "marked"}
    for trial in found:
        assert trial["then"] == "new", trial
        assert trial["beside"] == [".output.lock", "output"], trial
        assert trial["recovered"] == (trial["left"] == "marked"), trial
        assert trial["after"] == ("new" if trial["left"] == "marked" else trial["left"]), trial
    firsts = [trial["left"] for trial in found if trial["start"] in ("missing", "empty")]
    assert set(firsts) == {"old", "new"}, "a first site comes in one step"


def test_a_build_that_is_refused_any_step_says_so_and_leaves_one_site_or_the_mark(folder):
    found = trials("errors", folder / "work")

    assert {trial["ended"] for trial in found} == {"done", "went on", "refused"}
    for trial in found:
        assert trial["left"] in ("old", "new", "marked"), trial
        assert trial["left"] == "new" or trial["ended"] == "refused", trial
        if trial["left"] == "old":
            assert not trial["staging"], trial
        assert trial["recovered"] == (trial["left"] == "marked"), trial
        assert trial["then"] == "new", trial


def test_builds_killed_at_hundreds_of_random_moments_never_leave_an_unmarked_mix(folder):
    found = trials("random", folder / "work", 300)

    left = Counter(str(trial["left"]) for trial in found)
    assert left["mix"] == 0
    assert left["marked"] > 10, "the moments must meet the commit"
    assert {trial["ended"] for trial in found} == {-9}
    assert [trial for trial in found if trial["then"] != trial["wanted"]] == []


@pytest.fixture
def marked(tmp_path):
    """An output whose build was stopped after the mark was set, and before anything was moved."""
    output = tmp_path / "output"
    write_site(output, {"a.html": b"old", "gone/index.html": b"gone"})
    (tmp_path / "bars").mkdir()
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom generator.disk.write import write_site\n"
        "def stop(event, arguments):\n"
        "    if event == 'os.rename' and str(arguments[1]).endswith('.html'):\n"
        "        os._exit(9)\n"
        "sys.addaudithook(stop)\n"
        f"write_site(Path({str(output)!r}), {{'a.html': b'new', 'b.html': b'more'}})\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert ended.returncode == 9
    assert is_unfinished(output)
    return output


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_marked_site_is_completed_by_the_next_build_whatever_became_of_the_staging_folder(marked, damage):
    staged = marked.with_name(".output.staging") / "files"
    victim = next(path for path in staged.iterdir() if path.name != "build.json")
    match DAMAGES.index(damage):
        case 1:
            staged.parent.rename(marked.with_name("elsewhere"))
        case 2:
            victim.unlink()
        case 3:
            victim.write_bytes(b"")

    assert recover(marked) == (damage == "nothing")
    assert is_unfinished(marked) == (damage != "nothing")
    written = write_site(marked, {"a.html": b"new", "b.html": b"more"})

    assert written.completed == (damage != "nothing")
    assert sorted(path.name for path in marked.iterdir()) == ["a.html", "b.html", "build.json"]
    assert (marked / "a.html").read_bytes() == b"new"
    assert not is_unfinished(marked)


def test_the_addresses_that_an_interrupted_build_lost_are_named_by_the_one_that_completes_it(marked):
    written = write_site(marked, {"a.html": b"new", "b.html": b"more"})

    assert written.completed
    assert written.lost == ("gone/",)


def test_a_marked_site_says_so_in_its_record_which_lists_both_sites(marked):
    record = read_record(marked)

    assert record is not None
    assert not record.finished
    assert set(record.files) == {"a.html", "b.html", "gone/index.html"}


def test_a_site_that_is_finished_has_nothing_to_recover(tmp_path):
    write_site(tmp_path / "output", {"a.html": b""})

    assert not recover(tmp_path / "output")
    assert not recover(tmp_path / "nowhere")


def test_two_builds_at_once_leave_one_of_the_two_sites(tmp_path):
    output = tmp_path / "output"
    sites = [{f"{name}/{page}.html": name.encode() for page in range(40)} for name in ("first", "second")]
    builds = [threading.Thread(target=write_site, args=(output, sites[turn % 2])) for turn in range(8)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()

    found = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    assert found in [set(site) for site in sites]
    assert not is_unfinished(output)
