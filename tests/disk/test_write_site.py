"""What writing a site does to the output, and what it refuses to do."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from generator.disk.record import read_record
from generator.disk.write import OutputError, is_unfinished, write_site

ROOT = Path(__file__).parent.parent.parent
PAGES = {"index.html": b"home", "events/a/index.html": b"a", "events/b/index.html": b"b", ".nojekyll": b""}


@pytest.fixture
def output(tmp_path):
    return tmp_path / "work" / "output"


def held(folder: Path) -> dict[str, bytes]:
    """The files below a folder, without build.json."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: content for path, content in found.items() if path != "build.json"}


def inodes(folder: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


def test_a_first_site_is_written_whole_with_a_record_of_its_files(output):
    written = write_site(output, PAGES, about={"version": "1"})

    assert held(output) == PAGES
    assert (written.added, written.changed, written.unchanged, written.foreign) == (4, 0, 0, 0)
    assert beside(output) == [".output.lock", "output"]
    record = json.loads((output / "build.json").read_bytes())
    assert record["finished"] is True
    assert record["about"] == {"version": "1"}
    assert list(record["files"]) == sorted(PAGES)


def test_an_empty_folder_becomes_the_site_and_keeps_its_permissions(output):
    output.mkdir(parents=True)
    output.chmod(0o750)

    write_site(output, PAGES)

    assert held(output) == PAGES
    assert output.stat().st_mode & 0o777 == 0o750


def test_only_what_changed_is_written(output):
    write_site(output, PAGES)
    before = inodes(output)

    written = write_site(output, {**PAGES, "events/a/index.html": b"A", "events/c/index.html": b"c"})

    after = inodes(output)
    assert (written.added, written.changed, written.unchanged) == (1, 1, 3)
    assert {Path(path).relative_to(output).as_posix() for path in after if after[path] != before.get(path)} == {
        "events/a/index.html",
        "events/c/index.html",
        "build.json",
    }


def test_a_site_that_is_the_same_is_not_touched(output):
    write_site(output, PAGES)
    before = inodes(output)

    written = write_site(output, PAGES)

    assert inodes(output) == before
    assert (written.added, written.changed, written.unchanged) == (0, 0, 4)


def test_pages_that_no_longer_exist_go_with_their_folders_and_their_addresses_are_named(output):
    write_site(output, {**PAGES, "style.css": b"", "events/b/old.html": b""})

    written = write_site(output, {"index.html": b"home"})

    assert sorted(path.name for path in output.iterdir()) == ["build.json", "index.html"]
    assert written.removed == (
        ".nojekyll",
        "events/a/index.html",
        "events/b/index.html",
        "events/b/old.html",
        "style.css",
    )
    assert written.lost == ("events/a/", "events/b/", "events/b/old.html")


def test_the_same_files_give_the_same_record_in_whatever_order_they_come(tmp_path):
    write_site(tmp_path / "a", PAGES, about={"version": "1", "site": "x"})
    write_site(tmp_path / "b", {"old.html": b""})
    write_site(tmp_path / "b", dict(reversed(PAGES.items())), about={"site": "x", "version": "1"})

    assert (tmp_path / "a" / "build.json").read_bytes() == (tmp_path / "b" / "build.json").read_bytes()


def test_the_record_does_not_depend_on_the_clock_the_hash_seed_the_locale_or_the_zone(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom generator.disk.write import write_site\n"
        "pages = {f'events/é{n}/index.html' for n in range(50)}\n"
        "write_site(Path(sys.argv[1]), {page: page.encode() for page in pages}, about={'version': '1', 'a': 'ü'})\n"
    )
    for name, seed, locale, zone in (("a", "1", "C", "UTC"), ("b", "2", "tr_TR.UTF-8", "Asia/Kathmandu")):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / name)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            check=True,
        )

    assert (tmp_path / "a" / "build.json").read_bytes() == (tmp_path / "b" / "build.json").read_bytes()


@pytest.mark.parametrize("remembered", [True, False])
def test_a_page_that_was_edited_or_deleted_in_the_output_is_mended(output, tmp_path, remembered):
    cache = tmp_path / "cache" if remembered else None
    write_site(output, PAGES, cache=cache)
    edited = output / "events" / "a" / "index.html"
    times = edited.stat()
    edited.write_bytes(b"z")
    os.utime(edited, ns=(times.st_atime_ns, times.st_mtime_ns))
    (output / "events" / "b" / "index.html").unlink()

    written = write_site(output, PAGES, cache=cache)

    assert held(output) == PAGES
    assert written.changed == 2


def test_a_page_may_become_a_folder_and_a_folder_a_page(output):
    write_site(output, {"a": b"page", "b/c/d": b"deep"})

    write_site(output, {"a/x": b"in", "b": b"page"})

    assert held(output) == {"a/x": b"in", "b": b"page"}


def test_a_page_takes_the_place_of_an_empty_folder(output):
    write_site(output, {"a": b""})
    (output / "b" / "c").mkdir(parents=True)

    write_site(output, {"a": b"", "b": b"page"})

    assert held(output) == {"a": b"", "b": b"page"}


def test_a_folder_that_others_have_filled_is_refused_and_left_alone(output):
    output.mkdir(parents=True)
    (output / "thesis.doc").write_bytes(b"years")

    with pytest.raises(OutputError, match=r"did not make: 'thesis\.doc'") as caught:
        write_site(output, PAGES)

    assert "--force" in caught.value.hint
    assert held(output) == {"thesis.doc": b"years"}
    assert beside(output) == [".output.lock", "output"]


def test_a_folder_with_a_build_json_of_another_tool_is_refused(output):
    output.mkdir(parents=True)
    (output / "build.json").write_text('{"finished": true, "files": {"thesis.doc": ["", 1]}}')

    with pytest.raises(OutputError, match="did not make"):
        write_site(output, PAGES)


def test_a_record_that_names_files_outside_the_output_is_not_ours(output, tmp_path):
    write_site(output, PAGES)
    outside = tmp_path / "work" / "precious.txt"
    outside.write_bytes(b"precious")
    record = output / "build.json"
    record.write_text(record.read_text().replace(".nojekyll", "../precious.txt"))

    with pytest.raises(OutputError, match="did not make"):
        write_site(output, {"index.html": b""})
    write_site(output, {"index.html": b""}, force=True)

    assert outside.read_bytes() == b"precious"


def test_force_keeps_what_others_have_put_there(output):
    output.mkdir(parents=True)
    (output / "CNAME").write_bytes(b"example.org")

    assert write_site(output, PAGES, force=True).foreign == 1
    assert write_site(output, {"index.html": b"home"}).foreign == 1

    assert held(output) == {"CNAME": b"example.org", "index.html": b"home"}


def test_a_foreign_file_is_overwritten_only_by_force(output):
    write_site(output, {"index.html": b"home"})
    (output / "about.html").write_bytes(b"theirs")

    with pytest.raises(OutputError, match=r"would be overwritten: 'about\.html'"):
        write_site(output, {"index.html": b"new", "about.html": b"ours"})
    assert held(output) == {"index.html": b"home", "about.html": b"theirs"}

    write_site(output, {"index.html": b"new", "about.html": b"ours"}, force=True)
    assert held(output) == {"index.html": b"new", "about.html": b"ours"}


@pytest.mark.parametrize("theirs", ["events", "about.html/notes.txt"])
def test_a_foreign_file_that_bars_the_way_is_never_deleted(output, theirs):
    write_site(output, {"index.html": b"home"})
    (output / theirs).parent.mkdir(exist_ok=True)
    (output / theirs).write_bytes(b"theirs")

    with pytest.raises(OutputError, match="bar the way"):
        write_site(output, {"events/a/index.html": b"", "about.html": b""}, force=True)

    assert held(output) == {"index.html": b"home", theirs: b"theirs"}


def test_an_output_that_is_a_link_stands_for_the_folder_it_leads_to(output, tmp_path):
    output.parent.mkdir()
    (tmp_path / "real").mkdir()
    output.symlink_to(tmp_path / "real")

    write_site(output, PAGES)
    write_site(output, {"index.html": b"new"})

    assert output.is_symlink()
    assert held(tmp_path / "real") == {"index.html": b"new"}


def test_nothing_is_written_or_deleted_through_a_link_in_the_output(output, tmp_path):
    write_site(output, PAGES)
    elsewhere = tmp_path / "elsewhere"
    (output / "events").rename(elsewhere)
    (output / "events").symlink_to(elsewhere)

    for files in (PAGES, {"index.html": b"home"}):
        with pytest.raises(OutputError, match="a link stands where a folder of pages should be: 'events'"):
            write_site(output, files, force=True)

    assert held(elsewhere) == {"a/index.html": b"a", "b/index.html": b"b"}


def test_a_page_that_was_replaced_by_a_link_is_a_file_again(output, tmp_path):
    write_site(output, PAGES)
    (tmp_path / "theirs.html").write_bytes(b"theirs")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(tmp_path / "theirs.html")

    write_site(output, PAGES)

    assert held(output) == PAGES
    assert not (output / "index.html").is_symlink()
    assert (tmp_path / "theirs.html").read_bytes() == b"theirs"


def test_the_output_must_not_be_a_file_nor_hold_the_sources_nor_stand_among_them(tmp_path):
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (tmp_path / "file").touch()

    for place, message in (
        (tmp_path / "file", "is a file"),
        (site, "holds the site's own sources"),
        (tmp_path, "holds the site's own sources"),
        (site / "content" / "output", "inside the site's content/"),
        (site / "content", "inside the site's content/"),
        (site / "templates" / "x", "inside the site's templates/"),
    ):
        with pytest.raises(OutputError, match=message):
            write_site(place, PAGES, site=site)
    write_site(site / "output", PAGES, site=site)
    assert held(site / "output") == PAGES


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["events/A.html", "events/a.html"], "differ only in case"),
        (["A/x.html", "a/y.html"], "differ only in case"),
        (["straße", "STRASSE"], "differ only in case"),
        (["a", "a/b"], "a file and a folder"),
        (["../a"], "cannot be the path"),
        (["/a"], "cannot be the path"),
        (["a//b"], "cannot be the path"),
        (["build.json"], "cannot be the path"),
        ([""], "cannot be the path"),
    ],
)
def test_paths_that_cannot_stand_beside_each_other_everywhere_are_an_error(output, paths, message):
    with pytest.raises(ValueError, match=message):
        write_site(output, dict.fromkeys(paths, b""))

    assert not output.exists()


def test_a_page_may_change_the_case_of_its_name(output):
    write_site(output, {"Events/A.html": b"a"})

    write_site(output, {"events/a.html": b"a"})

    assert held(output) == {"events/a.html": b"a"}


def test_a_second_build_waits_for_the_first_and_says_so(output):
    write_site(output, {})
    lock = FileLock(output.with_name(".output.lock"), thread_local=False)
    lock.acquire()
    said = []

    def on_wait() -> None:
        said.append("waiting")
        threading.Timer(0.1, lock.release).start()

    write_site(output, PAGES, wait=20, on_wait=on_wait)

    assert said == ["waiting"]
    assert held(output) == PAGES


def test_a_second_build_gives_up_after_a_while_and_touches_nothing(output):
    write_site(output, PAGES)
    with FileLock(output.with_name(".output.lock")), pytest.raises(OutputError, match="another build is writing to"):
        write_site(output, {}, wait=0.1)

    assert held(output) == PAGES


def test_a_page_that_fails_while_the_site_is_staged_leaves_the_old_site(output):
    class Failing(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            if path == "index.html":
                raise RuntimeError("a template is broken")
            return super().__getitem__(path)

    write_site(output, PAGES)

    with pytest.raises(RuntimeError, match="broken"):
        write_site(output, Failing(dict.fromkeys(PAGES, b"new")))

    assert held(output) == PAGES
    assert beside(output) == [".output.lock", "output"]
    assert not is_unfinished(output)


def test_a_staging_folder_that_is_not_ours_is_left_alone(output):
    theirs = output.with_name(".output.staging") / "file"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")

    with pytest.raises(OutputError, match="is in the way"):
        write_site(output, PAGES)

    assert theirs.read_bytes() == b"theirs"


def test_a_folder_that_does_not_exist_is_neither_unfinished_nor_recorded(output):
    assert not is_unfinished(output)
    assert read_record(output) is None
