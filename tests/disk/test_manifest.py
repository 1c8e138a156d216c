"""A build with nothing to do is told from one that has something to do."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.disk.manifest import remember, unchanged
from generator.disk.read import read_sources
from generator.disk.stamps import COARSE, FINE, Ledger, is_settled
from generator.disk.write import write_site

ROOT = Path(__file__).parent.parent.parent
FILES = {"index.html": b"home", "events/a/index.html": b"a"}


@pytest.fixture(params=["just built", "settled"])
def root(request, tmp_path):
    """A site that was built once, from sources that are a minute old; one that has settled has a seal."""
    root = tmp_path / "site"
    for path in ("site.yaml", "content/events/a.yaml", "templates/base.html"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"title: A\n")
        age(root / path)
    build(root)
    if request.param == "settled":
        time.sleep(2 * FINE / 1e9)
        assert is_unchanged(root)
        assert len(seals(root)) == 2
    return root


def seals(root: Path) -> list[Path]:
    return sorted((root / ".cache").glob("*.seal"))


def age(path: Path, seconds: int = 60) -> None:
    then = time.time_ns() - seconds * 10**9
    os.utime(path, ns=(then, then))


def build(root: Path, options: bytes = b"", files: dict[str, bytes] = FILES) -> None:
    sources = read_sources(root)
    written = write_site(root / "output", files, site=root, cache=root / ".cache")
    remember(sources, root / "output", options, "1", written.built, {"pages": len(files)})


def is_unchanged(root: Path, options: bytes = b"", version: str = "1") -> bool:
    return unchanged(read_sources(root), root / "output", options, version) is not None


def test_a_build_with_nothing_to_do_gives_the_figures_of_the_last(root):
    assert unchanged(read_sources(root), root / "output", b"", "1") == {"pages": 2}


def test_another_version_or_another_option_is_another_build(root):
    assert not is_unchanged(root, version="2")
    assert not is_unchanged(root, options=b"--drafts")


@pytest.mark.parametrize("path", ["site.yaml", "content/events/a.yaml", "templates/base.html"])
def test_an_edit_is_seen_even_where_it_keeps_size_and_time(root, path):
    before = (root / path).stat()
    (root / path).write_bytes(b"title: B\n")
    os.utime(root / path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert not is_unchanged(root)


def test_a_source_that_is_new_or_gone_is_seen(root):
    (root / "content" / "events" / "b.yaml").touch()
    assert not is_unchanged(root)

    (root / "content" / "events" / "b.yaml").unlink()
    assert is_unchanged(root)

    (root / "content" / "events" / "a.yaml").unlink()
    assert not is_unchanged(root)


def test_a_source_that_was_only_touched_or_checked_out_anew_is_the_same(root):
    for path in (root / "site.yaml", root / "content" / "events" / "a.yaml"):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)

    assert is_unchanged(root)
    assert is_unchanged(root), "what had to be read was noted"


def test_what_is_no_source_does_not_count(root):
    (root / "content" / ".a.yaml.swp").touch()
    (root / "output" / "CNAME").touch()

    assert is_unchanged(root)


@pytest.mark.parametrize("deed", ["edit", "delete", "mark", "remove"])
def test_an_output_that_is_no_longer_as_it_was_built_is_seen(root, deed):
    page = root / "output" / "index.html"
    match deed:
        case "edit":
            page.write_bytes(b"HOME")
        case "delete":
            page.unlink()
        case "mark":
            record = root / "output" / "build.json"
            record.write_bytes(record.read_bytes().replace(b"true", b"null"))
        case "remove":
            (root / "output").rename(root / "elsewhere")

    assert not is_unchanged(root)


def test_a_build_with_other_options_in_between_is_seen(root):
    build(root, options=b"--drafts", files={**FILES, "draft.html": b""})

    assert not is_unchanged(root)
    assert is_unchanged(root, options=b"--drafts")


def test_another_build_in_between_is_seen_even_where_it_did_not_come_to_its_end(root):
    write_site(root / "output", {**FILES, "draft.html": b""}, site=root, cache=root / ".cache")

    assert not is_unchanged(root)


def test_an_edit_made_while_a_build_runs_is_left_to_the_next(root):
    (root / "site.yaml").write_bytes(b"title: B\n")
    age(root / "site.yaml")
    sources = read_sources(root)
    written = write_site(root / "output", FILES, site=root, cache=root / ".cache")
    (root / "site.yaml").write_bytes(b"title: C\n")
    remember(sources, root / "output", b"", "1", written.built, {"pages": 2})

    assert not is_unchanged(root)


def test_a_site_without_a_cache_or_with_a_broken_one_is_built(root):
    for place in (root / ".cache").iterdir():
        if place.suffix in (".json", ".seal"):
            place.write_bytes(b'{"head": {}, "columns": [[1]]')
    assert not is_unchanged(root)

    for place in (root / ".cache").iterdir():
        place.unlink()
    assert not is_unchanged(root)


def test_a_seal_alone_tells_that_nothing_changed_and_a_broken_one_is_no_answer(root):
    time.sleep(2 * FINE / 1e9)
    assert is_unchanged(root)
    ledgers = {place: place.read_bytes() for place in (root / ".cache").glob("*.json")}
    for place in ledgers:
        place.unlink()

    assert is_unchanged(root)
    for place in seals(root):
        whole = place.read_bytes()
        for broken in (b"", b"[]", b"{}", whole[:-9], whole.replace(b"site.yaml", b"sites.yaml"), b"\xff"):
            if broken != whole:
                place.write_bytes(broken)
                assert not is_unchanged(root)
        place.write_bytes(whole)
    assert is_unchanged(root)

    (root / "content/events/a.yaml").write_bytes(b"title: C\n")
    assert not is_unchanged(root)
    for place, content in ledgers.items():
        place.write_bytes(content)
    assert not is_unchanged(root), "a seal that no longer holds leaves it to the ledger"


LOOKS = """
import sys
from pathlib import Path
from generator.disk import manifest
from generator.disk.read import read_sources
manifest.LONG = 0
root = Path(sys.argv[1])
outputs_now = manifest.begin_to_look(root, root / "output")
print(outputs_now and manifest.unchanged(read_sources(root), root / "output", b"", "1", outputs_now))
"""


def test_many_outputs_are_looked_at_elsewhere_meanwhile(tmp_path):
    """In a process of its own, since one with threads cannot be copied."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_bytes(b"title: A\n")
    age(root / "site.yaml")
    build(root)
    time.sleep(2 * FINE / 1e9)
    assert is_unchanged(root)

    def is_unchanged_elsewhere() -> bool:
        command = [sys.executable, "-c", LOOKS, str(root)]
        looked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert looked.stdout in ("{'pages': 2}\n", "None\n")
        return looked.stdout != "None\n"

    assert is_unchanged_elsewhere()
    place = root / "output/index.html"
    place.write_bytes(b"home!")
    assert not is_unchanged_elsewhere()
    place.unlink()
    assert not is_unchanged_elsewhere()
    build(root)
    time.sleep(2 * FINE / 1e9)
    assert is_unchanged(root)
    assert is_unchanged_elsewhere()


def test_a_source_that_is_too_recent_has_no_seal(root):
    (root / "content/events/a.yaml").touch()
    build(root)

    assert len(seals(root)) < 2
    assert is_unchanged(root)


def test_a_file_that_was_written_just_before_it_was_looked_at_is_not_trusted():
    now = 1_700_000_000_123_456_789
    fine, coarse = now - FINE - 1, (now - FINE) // 1_000_000_000 * 1_000_000_000 - 1_000_000_000

    assert not is_settled((1, now, now, 7), now, ours=True)
    assert is_settled((1, fine, now, 7), now, ours=True)
    assert not is_settled((1, fine, now, 7), now, ours=False)
    assert not is_settled((1, coarse, now, 7), now, ours=True), "a clock of whole seconds ticks slowly"
    assert is_settled((1, now - COARSE - 1, now, 7), now, ours=False)
    assert Ledger({"a": ((1, now, now, 7), "x")}, now).digest("a", (1, now, now, 7), ours=True) is None


def test_the_shortcut_loads_nothing_that_takes_long():
    program = "import sys, generator.disk.manifest; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert not {"filelock", "sqlite3", "pydantic", "jinja2", "shutil", "asyncio", "dataclasses", "typing"} & set(
        loaded.stdout.split()
    )
