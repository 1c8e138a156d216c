"""Builds that meet each other, or a disk that is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-m", "generator", "build"]


def start(*arguments, **more):
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **more,
    )


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_of_one_site_at_once_take_turns_and_all_succeed(site, tmp_path):
    site.build("--output", str(tmp_path / "alone"), "--no-cache")
    builds = [start(site.root) for _ in range(4)]

    for build in builds:
        _, error = build.communicate()
        assert build.returncode == 0, error
        assert "Traceback" not in error
    assert files_of(site.root / "output") == files_of(tmp_path / "alone")
    assert sorted(path.name for path in site.root.iterdir()) == [
        ".cache",
        ".output.lock",
        "content",
        "output",
        "site.yaml",
    ]


def test_builds_of_two_sites_into_one_output_leave_one_of_them_whole(site, tmp_path):
    for number in range(20):
        site.write(f"content/events/e{number}.yaml", f"title: T{number}\ndate: 2023\nsources: [{{title: S}}]\n")
    output, day = tmp_path / "shared", "2023-04-02"
    site.build("--no-cache", "--output", str(tmp_path / "now"))
    site.build("--no-cache", "--output", str(tmp_path / "then"), "--as-of", day)
    assert files_of(tmp_path / "now") != files_of(tmp_path / "then")

    builds = [start(site.root, "--output", output, *options) for options in ([], ["--as-of", day]) * 2]

    assert [(build.communicate(), build.returncode)[1] for build in builds] == [0, 0, 0, 0]
    assert files_of(output) in (files_of(tmp_path / "now"), files_of(tmp_path / "then"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_file_that_may_not_grow_leaves_the_old_site_and_says_why(site):
    import resource

    site.build()
    old = files_of(site.root / "output")
    site.write(
        "content/events/long.yaml",
        "title: Long\ndate: 2023\nsummary: " + "word " * 40_000 + "\nsources: [{title: T}]\n",
    )

    build = start(
        site.root, "--no-cache", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (99_999, 99_999))
    )
    said, error = build.communicate()

    assert (build.returncode, said) == (1, "")
    assert "cannot be written" in error
    assert "File too large" in error
    assert "the site that was there is untouched" in error
    assert "Traceback" not in error
    assert files_of(site.root / "output") == old
    assert not (site.root / ".output.staging").exists()


FULL = """
mount -t tmpfs -o size=1500k tmpfs "$1" && "$2" -m generator build site --output "$1/out" --no-cache &&
cp -r "$1/out" old && cp many/* site/content/events/ && "$2" -m generator build site --output "$1/out" --no-cache
echo "ended $?"; diff -r "$1/out" old && ls -A "$1"
"""


def test_a_full_disk_leaves_the_old_site_and_says_what_to_do(site, tmp_path):
    if not can_mount(tmp_path):
        pytest.skip("no small disk can be mounted here")
    (tmp_path / "many").mkdir()
    (tmp_path / "disk").mkdir()
    for number in range(250):
        event = f"title: T{number}\ndate: {1700 + number}\nsources: [{{title: S}}]\n"
        (tmp_path / f"many/e{number}.yaml").write_text(event, encoding="utf-8")

    ended = subprocess.run(
        ["unshare", "-rm", "sh", "-c", FULL, "sh", tmp_path / "disk", sys.executable],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.stdout.splitlines()[1:] == ["ended 1", ".out.lock", "out"]
    assert "No space left on device" in ended.stderr
    assert "free some space; the site that was there is untouched" in ended.stderr
    assert "Traceback" not in ended.stderr


def can_mount(folder):
    """Whether we may have a small disk of our own, in a name space that goes with its process."""
    try:
        tried = subprocess.run(
            ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False
        )
    except OSError:
        return False
    return tried.returncode == 0
