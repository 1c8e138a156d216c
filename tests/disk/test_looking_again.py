"""A look at the files that a hint names gives what a scan of the whole folder gives, or asks for that."""

import pytest

from generator.disk.read import look_again, read_sources


@pytest.fixture
def site(tmp_path):
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"content/events/{name}.yaml").write_text("title: E\n", encoding="utf-8")
    return tmp_path


def _again(site, before, *names):
    return look_again(before, [str(site / name) for name in names])


def test_an_edit_is_seen_as_a_scan_sees_it(site):
    before = read_sources(site)
    (site / "content/events/a.yaml").write_text("title: Edited\n", encoding="utf-8")
    after = _again(site, before, "content/events/a.yaml")

    assert after
    assert after.found == read_sources(site).found
    assert list(after) == list(read_sources(site))
    assert after["content/events/a.yaml"] == b"title: Edited\n"
    assert before.found["content/events/b.yaml"] is after.found["content/events/b.yaml"]


def test_a_folder_that_is_named_from_within_is_the_same(site, monkeypatch):
    monkeypatch.chdir(site)
    before = read_sources(type(site)("."))
    (site / "site.yaml").write_text("title: Edited\n", encoding="utf-8")
    after = look_again(before, ["site.yaml"])

    assert after
    assert after["site.yaml"] == b"title: Edited\n"


def test_what_editors_leave_for_a_moment_is_passed_over(site):
    before = read_sources(site)
    (site / "content/events/.a.yaml.swp").write_text("", encoding="utf-8")
    after = _again(site, before, "content/events/.a.yaml.swp", "content/events/4913", "content/events/gone.yaml")

    assert after
    assert after.found == before.found


@pytest.mark.parametrize("change", ["added", "removed", "a link", "a folder", "unreadable"])
def test_the_whole_folder_is_asked_for_where_more_than_content_changed(site, change):
    before = read_sources(site)
    path = site / "content/events/a.yaml"
    match change:
        case "added":
            path = site / "content/events/c.yaml"
            path.write_text("title: E\n", encoding="utf-8")
        case "removed":
            path.unlink()
        case "a link":
            path.unlink()
            path.symlink_to(site / "content/events/b.yaml")
        case "a folder":
            path = site / "content/pages"
            path.mkdir()
        case _:
            path.chmod(0)

    assert look_again(before, [str(path)]) is None
