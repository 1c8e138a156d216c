"""The preview as a server: what it answers, whom it refuses, and how it meets what happens to a folder."""

import http.client
import os
import re
import shutil
import socket
import subprocess
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from generator.serve.watching import Watcher
from tests.serve.conftest import EVENT, until, write_site


def answer(preview, path, **headers):
    """The status and the text of an answer, the path as it is given."""
    place = urlsplit(preview.address)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    got = connection.getresponse()
    body = got.read().decode()
    connection.close()
    return got.status, body, dict(got.getheaders())


def test_it_answers_as_a_good_host_does(start):
    preview = start()

    assert answer(preview, "/")[0] == 200
    assert answer(preview, "/events/e1/")[0] == 200
    status, _, headers = answer(preview, "/events/e1?x=1")
    assert (status, headers["location"]) == (307, "/events/e1/?x=1")
    status, body, headers = answer(preview, "/nowhere/")
    assert status == 404
    assert "Page not found" in body
    assert headers["cache-control"] == "no-store"
    assert answer(preview, "/timeline.json")[2]["content-type"].startswith("application/json")


@pytest.mark.parametrize("path", ["/", "/_dateline/events", "/_dateline/client.js"])
def test_other_names_and_pages_of_other_sites_are_refused(start, path):
    preview = start()

    assert answer(preview, path, Host="evil.example")[0] == 403
    assert answer(preview, path, Host="evil.example:8000")[0] == 403
    status, body, headers = answer(preview, path, Sec_Fetch_Site="cross-site")
    assert status == 403
    assert "Event 1" not in body
    assert not [name for name in headers if name.startswith("access-control")]
    for name in ("localhost", "127.0.0.1:9", "[::1]:8000"):
        if path != "/_dateline/events":
            assert answer(preview, path, Host=name)[0] == 200


def test_a_port_in_use_gives_the_next_and_says_so(start):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = start(port=str(port))

        found = re.search(r":(\d+)/", preview.address)
        assert found
        assert port < int(found[1]) <= port + 19
        until(lambda: preview.found(f"port {port} is in use"), "word of the port")  # on the other stream


def test_ctrl_c_ends_it_at_once_with_streams_open(start):
    preview = start()
    streams = [urlopen(f"{preview.address}_dateline/events") for _ in range(3)]
    for stream in streams:
        assert stream.readline().startswith(b"retry:")

    code, seconds = preview.interrupt()

    assert code == 0
    assert seconds < 2
    assert [line for line in preview.said if "Traceback" in line or "Error" in line] == []
    for stream in streams:
        stream.close()


@pytest.mark.parametrize("options", [(), ("--poll",)], ids=["told by the system", "polling"])
def test_editors_save_in_many_ways(start, options):
    preview = start(*options)
    place = preview.root / "content/events/e1.yaml"
    text = EVENT.format(title="Saved @", date="2024-02-02")

    def shows(title):
        until(lambda: title in preview.get("events/e1/"), title)

    place.write_text(text.replace("@", "0"))  # in place
    shows("Saved 0")
    (place.parent / ".e1.tmp").write_text(text.replace("@", "1"))  # another file takes its place
    (place.parent / ".e1.tmp").replace(place)
    shows("Saved 1")
    place.rename(place.with_name("e1.yaml~"))  # vim, with a backup
    place.write_text(text.replace("@", "2"))
    place.with_name("e1.yaml~").unlink()
    shows("Saved 2")
    place.unlink()  # delete, then create
    place.write_text(text.replace("@", "3"))
    shows("Saved 3")
    before = place.stat()
    place.write_text(text.replace("@", "4"))  # of the same size, and with the old time
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    shows("Saved 4")
    swap = place.with_name(".e1.yaml.swp")
    builds = preview.builds
    for turn in range(5):
        swap.write_text(str(turn))
    place.touch()
    until(lambda: preview.builds > builds)
    assert preview.found("error") == []


def test_a_checkout_of_five_hundred_files_is_one_change(start, tmp_path):
    root = tmp_path / "many"
    write_site(root, 500)
    preview = start(root=root)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(root)]
    (root / ".gitignore").write_text("output/\n")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"], ["checkout", "-qb", "other"]):
        subprocess.run([*git, *command], check=True)
    for place in (root / "content/events").iterdir():
        place.write_text(place.read_text().replace("Event", "Other"))
    until(lambda: "Other 499" in preview.get("events/e499/"))
    subprocess.run([*git, "commit", "-qam", "two"], check=True)
    until(lambda: "Other 0" in preview.get("events/e0/"))
    builds = preview.builds
    subprocess.run([*git, "checkout", "-q", "-"], check=True)

    until(lambda: "Event 499" in preview.get("events/e499/") and "Event 0" in preview.get("events/e0/"))
    assert preview.builds - builds <= 2
    assert preview.found("error") == []


def test_folders_move_links_go_in_circles_and_files_cannot_be_read(start):
    preview = start()
    events = preview.root / "content/events"
    (events / "loop").symlink_to(preview.root / "content", target_is_directory=True)
    until(lambda: preview.found("is a link to a folder that holds it"))
    (events / "loop").unlink()
    (events / "gone.yaml").symlink_to(preview.root / "nowhere.yaml")
    until(lambda: preview.found("gone.yaml"))
    (events / "gone.yaml").unlink()
    (events / "folder.yaml").mkdir()
    events.rename(preview.root / "elsewhere")
    until(lambda: answer(preview, "/events/e1/")[0] == 404, "the events gone")
    (preview.root / "elsewhere").rename(events)
    until(lambda: answer(preview, "/events/e1/")[0] == 200, "the events back")
    preview.event("e1", "Told again")
    until(lambda: "Told again" in preview.get("events/e1/"))
    shutil.rmtree(preview.root / "content")
    until(lambda: answer(preview, "/events/e1/")[0] == 404)
    preview.event("e1", "Anew")
    until(lambda: answer(preview, "/events/e1/")[0] == 200)
    assert [line for line in preview.said if "Traceback" in line] == []


def test_a_file_that_was_only_read_or_is_not_the_sites_builds_nothing(start):
    preview = start()
    preview.event("e1", "First")
    until(lambda: preview.builds == 1)
    for _ in range(3):
        (preview.root / "content/events/e2.yaml").read_bytes()
        (preview.root / "notes.txt").write_text("not the site's")
        (preview.root / "output").mkdir(exist_ok=True)
        (preview.root / "output/index.html").write_text("built")
    preview.event("e1", "Second")

    until(lambda: "Second" in preview.get("events/e1/"))
    assert preview.builds == 2


def test_when_the_system_has_no_watches_left_it_says_what_to_do_and_looks_by_itself(tmp_path, monkeypatch):
    def spent(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", spent)
    write_site(tmp_path / "site")
    told: list[str] = []
    seen: list[object] = []
    watcher = Watcher(tmp_path / "site", seen.append, told.append, polls=False)
    try:
        watcher.listen()
        watcher.follow()
        (tmp_path / "site/content/events/e1.yaml").write_text(EVENT.format(title="Polled", date="2024-02-02"))
        until(lambda: seen)
    finally:
        watcher.stop()

    (message,) = told
    assert "fs.inotify.max_user_watches" in message


def test_the_preview_names_no_other_place_and_writes_nothing(start):
    preview = start()
    preview.write("site.yaml", "title: Previewed\nbase_url: https://example.org/dossier/\nsearch: true\n")
    until(lambda: preview.builds)

    assert "example.org" not in preview.get("")
    assert 'rel="canonical"' not in preview.get("")
    assert '<link rel="stylesheet" href="/assets/' in answer(preview, "/nowhere/x/")[1]
    assert sorted(path.name for path in preview.root.iterdir()) == ["content", "site.yaml"]
