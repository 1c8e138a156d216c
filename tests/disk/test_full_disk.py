"""Outputs on disks of their own: one that fills up, and one that is mounted as the output itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

BUILD = """
import json, os, sys
from pathlib import Path
from generator.disk.write import OutputError, is_unfinished, write_site

def limit():
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

output = Path(sys.argv[1]) / "output"
old = {"index.html": b"old", "events/a.html": b"a"}
write_site(output, old)
if sys.argv[2] == "limit":
    limit()
report = {}
try:
    write_site(output, {**old, "index.html": b"new", **{f"events/{page}.html": b"x" * 300_000 for page in range(20)}})
except OutputError as error:
    report = {"message": str(error), "hint": error.hint}
found = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.html")}
report |= {"old": found == old, "unfinished": is_unfinished(output), "beside": sorted(os.listdir(sys.argv[1]))}
write_site(output, {"index.html": b"new"})
report["then"] = (output / "index.html").read_text()
print(json.dumps(report))
"""


def build(folder: Path, kind: str, *before: str) -> dict[str, object]:
    ended = subprocess.run(
        [*before, sys.executable, "-c", BUILD, str(folder), kind],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    report: dict[str, object] = json.loads(ended.stdout)
    return report


def can_mount(folder: Path) -> bool:
    """Whether we may have a small disk of our own, in a name space that goes with its process."""
    try:
        tried = subprocess.run(
            ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except OSError:
        return False
    return tried.returncode == 0


def test_a_full_disk_leaves_the_old_site_and_says_what_to_do(tmp_path):
    if not can_mount(tmp_path):
        pytest.skip("no small disk can be mounted here")

    report = build(
        tmp_path, "full", "unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=2m tmpfs "$3" && exec "$0" "$@"'
    )

    assert "No space left on device" in str(report.pop("message"))
    assert report == {
        "hint": "free some space; the site that was there is untouched",
        "old": True,
        "unfinished": False,
        "beside": [".output.lock", "output"],
        "then": "new",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_file_that_may_not_grow_leaves_the_old_site(tmp_path):
    report = build(tmp_path, "limit")

    assert "File too large" in str(report["message"])
    assert (report["old"], report["unfinished"], report["beside"]) == (True, False, [".output.lock", "output"])
    assert report["then"] == "new"


def test_an_output_that_is_a_volume_of_its_own_is_written_and_completed_like_any_other(tmp_path):
    if not can_mount(tmp_path):
        pytest.skip("no small disk can be mounted here")
    program = """
import json, os, sys
from pathlib import Path
from generator.disk.write import is_unfinished, recover, write_site

output = Path(sys.argv[1])
write_site(output, {"index.html": b"old", "a/b.html": b"gone"})
if not os.fork():
    sys.addaudithook(lambda event, given: os._exit(9) if event == "os.remove" and "b.html" in str(given[0]) else None)
    write_site(output, {"index.html": b"new"})
ended = os.waitstatus_to_exitcode(os.wait()[1])
left = is_unfinished(output)
recovered = recover(output)
print(json.dumps([ended, left, recovered, sorted(os.listdir(output)), (output / "index.html").read_text()]))
"""
    output = tmp_path / "output"
    output.mkdir()
    mounted = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs tmpfs "$3" && exec "$0" "$@"']
    ended = subprocess.run(
        [*mounted, sys.executable, "-c", program, str(output)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.stderr == ""
    assert json.loads(ended.stdout) == [9, True, True, ["build.json", "index.html"], "new"]
