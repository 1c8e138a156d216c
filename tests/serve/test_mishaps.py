"""What befalls a folder, and files that cannot be read or written: nothing ends the preview."""

import tempfile
from pathlib import Path

from tests.serve.conftest import until, write_site

# The administrator may read everything, and so it stops to be one, once it has loaded what it needs.
AS_ANYBODY_FROM_THE_SECOND_BUILD_ON = """
import os
from generator.cli.serving import _Speaker
built = _Speaker.built
def told(self, edition):
    if os.geteuid() == 0 and not edition.is_first:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    built(self, edition)
_Speaker.built = told
"""
ON_A_FULL_DISK = """
import errno, os, sys
sys.pycache_prefix = os.path.join(sys.argv[2], "nowhere")
def full(event, given):
    writes = event == "open" and (given[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in ("os.mkdir", "os.rename"):
        os.write(1, f"refused {given[0]}\\n".encode())
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), given[0])
sys.addaudithook(full)
"""


def test_a_file_that_may_not_be_read_is_a_mistake_until_it_may(start):
    with tempfile.TemporaryDirectory() as folder:  # not pytest's own, which is closed to others
        Path(folder).chmod(0o755)
        root = Path(folder) / "site"
        write_site(root)
        preview = start(root=root, first=AS_ANYBODY_FROM_THE_SECOND_BUILD_ON)
        preview.write("content/events/e2.yaml", "title: [")
        until(lambda: preview.found("content/events/e2.yaml"))
        preview.event("e2", "Mended")
        until(lambda: "Mended" in preview.get("events/e2/"))
        (root / "content/events/e1.yaml").chmod(0)
        until(lambda: preview.found("content/events/e1.yaml"), "the mistake")
        assert "Permission denied" in "\n".join(preview.said)
        assert "Event 1" in preview.get("events/e1/"), "the last that was right"
        preview.event("e2", "Meanwhile")
        (root / "content/events/e1.yaml").chmod(0o644)
        until(lambda: "Meanwhile" in preview.get("events/e2/"))
        (root / "content/events").chmod(0)
        until(lambda: [line for line in preview.said if line.startswith("content/events: ")], "the other mistake")
        (root / "content/events").chmod(0o755)
        preview.event("e2", "At last")
        until(lambda: "At last" in preview.get("events/e2/"))

    until(lambda: not root.exists())
    assert "At last" in preview.get("events/e2/"), "of a folder that is gone"
    assert [line for line in preview.said if "Traceback" in line] == []


def test_on_a_full_disk_it_goes_on(start):
    preview = start(first=ON_A_FULL_DISK)
    assert preview.found("refused"), "it keeps compiled templates where it can"
    preview.write("content/events/e1.yaml", "")  # as an editor leaves a file there
    until(lambda: preview.found("content/events/e1.yaml"))
    assert "Event 1" in preview.get("events/e1/")
    preview.event("e1", "There was room again")

    until(lambda: "There was room again" in preview.get("events/e1/"))
    assert [line for line in preview.said if "Traceback" in line or "No space" in line] == []


def test_site_yaml_may_go_and_come_back(preview):
    place = preview.root / "site.yaml"
    text = place.read_text()

    def is_missed(times):
        return len(preview.found("there is no site.yaml here")) == times

    place.unlink()
    until(lambda: is_missed(1))
    assert "Event 1" in preview.get("events/e1/")
    place.write_text(text.replace("Previewed", "Put back"))
    until(lambda: "Put back" in preview.get(""))
    place.rename(preview.root / "site.yml")
    until(lambda: is_missed(2))
    (preview.root / "site.yml").rename(place)
    until(lambda: preview.builds == 2)
    assert "Put back" in preview.get("")
    assert [line for line in preview.said if "Traceback" in line] == []


def test_the_folder_of_the_site_may_be_renamed_and_come_back(preview):
    aside = preview.root.with_name("aside")
    preview.root.rename(aside)
    assert "Event 1" in preview.get("events/e1/")
    (aside / "content/events/e1.yaml").write_text((aside / "content/events/e2.yaml").read_text())
    aside.rename(preview.root)
    until(lambda: "Event 2" in preview.get("events/e1/"))
    (preview.root / "content").rename(preview.root / "away")
    (preview.root / "away").rename(preview.root / "content")
    preview.event("e1", "Still followed")

    until(lambda: "Still followed" in preview.get("events/e1/"))
    assert [line for line in preview.said if "Traceback" in line] == []
