"""Results that are remembered on disk, and what becomes of them when the file is damaged, shared or too large."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.disk import cache as results
from generator.disk.cache import FILE, Cache

ROOT = Path(__file__).parent.parent.parent


def test_a_value_is_found_again_by_room_and_key(tmp_path):
    with Cache(tmp_path, "1") as cache:
        cache.put_many("markdown", {b"a": b"<p>", b"empty": b""})
        cache.put_many("dates", {b"a": b"4 April"})

    with Cache(tmp_path, "1") as cache:
        assert cache.get("markdown", b"a") == b"<p>"
        assert cache.get("dates", b"a") == b"4 April"
        assert cache.get_many("markdown", [b"a", b"b", b"empty"]) == {b"a": b"<p>", b"empty": b""}
        assert cache.get("dates", b"b") is None


def test_a_later_value_takes_the_place_of_an_earlier(tmp_path):
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", {b"a": b"old"})
        cache.put_many("r", {b"a": b"new"})

        assert cache.get("r", b"a") == b"new"


def test_each_version_of_the_code_sees_only_its_own_and_leaves_the_others(tmp_path):
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", {b"a": b"one"})
    with Cache(tmp_path, "2") as cache:
        assert cache.get("r", b"a") is None
        cache.put_many("r", {b"a": b"two"})

    with Cache(tmp_path, "1") as cache:
        assert cache.get("r", b"a") == b"one"


def test_the_folder_keeps_itself_out_of_git(tmp_path):
    Cache(tmp_path / "site" / ".cache", "1").close()

    assert (tmp_path / "site" / ".cache" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("damage", ["no database", "empty", "cut", "overwritten in the middle", "another schema"])
def test_a_broken_file_is_thrown_away_and_the_build_goes_on(tmp_path, damage):
    values = {b"%d" % number: b"v" * 3000 for number in range(200)}
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", values)
    file = tmp_path / FILE
    whole = file.read_bytes()
    if damage == "another schema":
        file.unlink()
        database = sqlite3.connect(file)
        database.execute("CREATE TABLE result (other)")
        database.close()
    else:
        file.write_bytes(
            {
                "no database": b"not a database" * 1000,
                "empty": b"",
                "cut": whole[: len(whole) // 2],
                "overwritten in the middle": whole[:8192] + b"\xff" * 100_000 + whole[108_192:],
            }[damage]
        )

    for _ in range(2):
        with Cache(tmp_path, "1") as cache:
            found = cache.get_many("r", values)
            assert all(values[key] == value for key, value in found.items())
            cache.put_many("r", values)
    with Cache(tmp_path, "1") as cache:
        assert cache.get_many("r", values) == values


def test_a_value_that_was_damaged_counts_as_missing(tmp_path):
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", {b"a": b"precious", b"b": b"kept"})
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes().replace(b"precious", b"pretious"))

    with Cache(tmp_path, "1") as cache:
        assert cache.get_many("r", [b"a", b"b"]) == {b"b": b"kept"}


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").touch()

    with Cache(tmp_path / "file" / ".cache", "1") as cache:
        cache.put_many("r", {b"a": b"one"})

        assert cache.get("r", b"a") is None


def test_what_was_used_the_longest_ago_goes_when_the_file_grows_too_large(tmp_path):
    for build in range(8):
        with Cache(tmp_path, "1", largest=200_000) as cache:
            cache.put_many("r", {b"%d %d" % (build, number): b"v" * 5000 for number in range(10)})

    assert (tmp_path / FILE).stat().st_size < 300_000
    with Cache(tmp_path, "1", largest=200_000) as cache:
        assert cache.get("r", b"0 0") is None
        assert cache.get("r", b"7 0") == b"v" * 5000


def test_what_many_builds_have_not_asked_for_goes_and_what_they_use_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "LONGEST_UNUSED", 8)
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", {b"used": b"u", b"unused": b"n"})
    for build in range(12):
        with Cache(tmp_path, "1") as cache:
            cache.get("r", b"used")
            cache.put_many("r", {b"%d" % build: b"other"})

    with Cache(tmp_path, "1") as cache:
        assert cache.get_many("r", [b"used", b"unused"]) == {b"used": b"u"}


def test_two_builds_at_once_may_both_write(tmp_path):
    def build(name: int) -> None:
        with Cache(tmp_path, "1") as cache:
            for number in range(20):
                cache.put_many("r", {b"%d %d" % (name, number): b"v"})

    builds = [threading.Thread(target=build, args=(name,)) for name in range(4)]
    for thread in builds:
        thread.start()
    for thread in builds:
        thread.join()

    wanted = [b"%d %d" % (name, number) for name in range(4) for number in range(20)]
    with Cache(tmp_path, "1") as cache:
        assert len(cache.get_many("r", wanted)) == 80


def test_a_build_killed_while_it_writes_loses_at_most_what_it_wrote(tmp_path):
    with Cache(tmp_path, "1") as cache:
        cache.put_many("r", {b"before": b"kept"})
    program = (
        "import sys\nfrom pathlib import Path\nfrom generator.disk.cache import Cache\n"
        f"cache = Cache(Path({str(tmp_path)!r}), '1')\n"
        "for turn in range(10**6):\n"
        "    cache.put_many('r', {b'%d %d' % (turn, n): b'v' * 3000 for n in range(300)})\n"
        "    print(turn, flush=True)\n"
    )
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
        child.communicate()
        with Cache(tmp_path, "1") as cache:
            assert cache.get("r", b"before") == b"kept"
            assert len(cache.get_many("r", [b"0 %d" % number for number in range(300)])) == 300
