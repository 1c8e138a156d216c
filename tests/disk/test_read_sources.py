"""Which files a site is made of, and what is said of those that cannot be read."""

import ast
import os
import tempfile
import unicodedata
from pathlib import Path

import pytest

from generator.disk.read import KEPT, SiteError, read_sources


@pytest.fixture
def root(tmp_path):
    write(tmp_path / "site" / "site.yaml", b"title: A\n")
    write(tmp_path / "site" / "content" / "events" / "one.yaml", b"title: One\n")
    return tmp_path / "site"


def write(place: Path, content: bytes = b"x") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place


def test_sources_are_the_settings_the_content_and_the_templates_and_nothing_else(root):
    write(root / "templates" / "parts" / "event.html")
    write(root / "README.md")
    write(root / "output" / "index.html")

    sources = read_sources(root)

    assert list(sources) == ["content/events/one.yaml", "site.yaml", "templates/parts/event.html"]
    assert sources["content/events/one.yaml"] == b"title: One\n"
    assert sources.unreadable == ()


def test_sources_come_in_sorted_order_whatever_the_order_of_the_folder(root):
    for name in ("b.yaml", "ä.yaml", "a.yaml", "a/z.yaml", "B.yaml", "a-b.yaml"):
        write(root / "content" / name)

    assert list(read_sources(root)) == sorted(read_sources(root))


@pytest.mark.parametrize(
    "name",
    [".hidden.yaml", "one.yaml~", "#one.yaml#", ".one.yaml.swp", "one.swp", "Thumbs.db", "desktop.ini", "4913"],
)
def test_what_editors_and_systems_leave_behind_is_no_source(root, name):
    write(root / "content" / name)
    write(root / "content" / "kept.yaml")

    assert [path for path in read_sources(root) if path.startswith("content/")] == [
        "content/events/one.yaml",
        "content/kept.yaml",
    ]


def test_a_hidden_folder_is_not_looked_into(root):
    write(root / "content" / ".git" / "config")

    assert "content/.git/config" not in read_sources(root)


def test_a_name_spelled_as_macos_does_is_found_under_its_usual_spelling(root):
    write(root / "content" / unicodedata.normalize("NFD", "zürich.yaml"), b"title: Z\n")

    assert read_sources(root)["content/zürich.yaml"] == b"title: Z\n"


def test_a_name_spelled_in_two_ways_is_said_to_be_there_twice(root):
    places = [root / "content" / unicodedata.normalize(form, "zürich.yaml") for form in ("NFC", "NFD")]
    for place in places:
        write(place)
    if len(list((root / "content").iterdir())) != 3:
        pytest.skip("this file system has one spelling of a name")

    assert [path for path, reason in read_sources(root).unreadable if "twice" in reason] == ["content/zürich.yaml"]


def test_a_link_to_a_file_of_the_site_is_followed(root):
    (root / "content" / "two.yaml").symlink_to("events/one.yaml")

    assert read_sources(root)["content/two.yaml"] == b"title: One\n"


def test_a_link_to_a_folder_of_the_site_is_followed(root):
    write(root / "pictures" / "a.jpg", b"jpg")
    (root / "content" / "media").symlink_to("../pictures")

    assert read_sources(root)["content/media/a.jpg"] == b"jpg"


def test_a_link_out_of_the_site_is_not_read_and_is_named(root, tmp_path):
    write(tmp_path / "secret.txt", b"secret")
    (root / "content" / "a.txt").symlink_to(tmp_path / "secret.txt")
    (root / "content" / "all").symlink_to("/")

    sources = read_sources(root)

    assert [(path, "leads out" in reason) for path, reason in sources.unreadable] == [
        ("content/a.txt", True),
        ("content/all", True),
    ]
    assert "content/a.txt" not in sources


def test_a_circle_of_folders_ends_and_is_named(root):
    (root / "content" / "events" / "again").symlink_to("..")
    (root / "content" / "self").symlink_to("self")

    sources = read_sources(root)

    assert [path for path, _ in sources.unreadable] == ["content/events/again", "content/self"]
    assert "content/events/one.yaml" in sources


def test_what_is_no_file_is_named_and_not_waited_for(root):
    os.mkfifo(root / "content" / "pipe.yaml")
    (root / "content" / "gone.yaml").symlink_to("nowhere.yaml")

    assert read_sources(root).unreadable == (
        ("content/gone.yaml", "No such file or directory"),
        ("content/pipe.yaml", "is neither a file nor a folder"),
    )


def test_a_name_that_is_not_utf8_is_named(root):
    write(root / "content" / os.fsdecode(b"\xff.yaml"))

    assert read_sources(root).unreadable == (("content/\\udcff.yaml", "has a name that is not UTF-8"),)


def test_content_must_be_a_folder_and_the_settings_a_file(tmp_path):
    write(tmp_path / "content")
    (tmp_path / "site.yaml").mkdir()

    assert read_sources(tmp_path).unreadable == (("content", "is not a folder"), ("site.yaml", "is not a file"))


def as_anybody(look):
    """What `look` gives to somebody who is not the administrator, who may read everything."""
    if os.geteuid() != 0:
        return look()
    answer, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        os.write(said, repr(look()).encode())
        os._exit(0)
    os.close(said)
    with os.fdopen(answer, "rb") as file:
        seen = file.read()
    os.waitpid(child, 0)
    return ast.literal_eval(seen.decode())


def test_what_may_not_be_read_is_named():
    with tempfile.TemporaryDirectory() as folder:  # not pytest's own, which is closed to others
        root = Path(folder)
        root.chmod(0o755)
        write(root / "site.yaml")
        write(root / "content" / "events" / "one.yaml").chmod(0)
        closed = write(root / "content" / "closed" / "two.yaml").parent
        closed.chmod(0)

        assert as_anybody(lambda: read_sources(root).unreadable) == (
            ("content/closed", "Permission denied"),
            ("content/events/one.yaml", "Permission denied"),
        )
        closed.chmod(0o700)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SiteError, match=r"there is no folder '.*nowhere'"):
        read_sources(tmp_path / "nowhere")
    with pytest.raises(SiteError, match="is a file, not a site's folder"):
        read_sources(write(tmp_path / "file"))


def test_a_small_file_stays_as_it_was_first_read_and_a_large_one_is_not_kept(root):
    small, large = write(root / "content" / "a.md", b"a"), write(root / "content" / "film.mp4", b"f" * (KEPT + 1))
    sources = read_sources(root)
    assert (sources["content/a.md"], len(sources["content/film.mp4"])) == (b"a", KEPT + 1)

    small.write_bytes(b"edited")
    large.write_bytes(b"cut")

    assert (sources["content/a.md"], sources["content/film.mp4"]) == (b"a", b"cut")


def test_a_file_that_is_deleted_before_it_is_asked_for_is_named(root):
    sources = read_sources(root)
    (root / "content" / "events" / "one.yaml").unlink()

    with pytest.raises(SiteError, match=r"content/events/one\.yaml: cannot be read: No such file"):
        sources["content/events/one.yaml"]
