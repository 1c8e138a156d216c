"""Files that are made from the others: once, from what was staged or stood there, and owned like all."""

import json

from generator.disk.derived import Derived
from generator.disk.write import write_site

PAGES = {"a/index.html": b"one", "b/index.html": b"two", "style.css": b"x"}


class Words:
    """Makes an index of the pages, and counts how often it was asked."""

    def __init__(self, inputs=("a/index.html", "b/index.html"), version="1"):
        self.made = 0
        self.derived = Derived("search", "found/", inputs, version, self.make)

    def make(self, read):
        self.made += 1
        return {f"found/{path.replace('/', '-')}": read(path)[::-1] for path in self.derived.inputs}


def written(output, files=PAGES, words=None):
    words = words or Words()
    return write_site(output, files, derived=words.derived), words


def test_what_is_derived_stands_among_the_files_of_the_site(tmp_path):
    written(tmp_path / "output")

    record = json.loads((tmp_path / "output/build.json").read_text())
    assert (tmp_path / "output/found/a-index.html").read_bytes() == b"eno"
    assert {path for path in record["files"] if path.startswith("found/")} == {
        "found/a-index.html",
        "found/b-index.html",
    }


def test_it_is_left_as_it_is_while_what_it_is_made_from_does_not_change(tmp_path):
    written(tmp_path / "output")
    result, words = written(tmp_path / "output", {**PAGES, "style.css": b"y"})

    assert words.made == 0
    assert (result.changed, result.removed) == (1, ())
    assert (tmp_path / "output/found/a-index.html").read_bytes() == b"eno"


def test_it_is_made_anew_from_staged_and_standing_files_when_one_changes(tmp_path):
    written(tmp_path / "output")
    _, words = written(tmp_path / "output", {**PAGES, "b/index.html": b"three"})

    assert words.made == 1
    assert (tmp_path / "output/found/a-index.html").read_bytes() == b"eno"
    assert (tmp_path / "output/found/b-index.html").read_bytes() == b"eerht"


def test_it_is_made_anew_when_what_makes_it_changes_or_a_file_of_it_is_lost(tmp_path):
    written(tmp_path / "output")
    _, other = written(tmp_path / "output", words=Words(version="2"))
    (tmp_path / "output/found/a-index.html").unlink()
    _, lost = written(tmp_path / "output", words=Words(version="2"))

    assert (other.made, lost.made) == (1, 1)
    assert (tmp_path / "output/found/a-index.html").read_bytes() == b"eno"


def test_what_is_no_longer_derived_goes(tmp_path):
    written(tmp_path / "output")
    fewer, _ = written(tmp_path / "output", words=Words(inputs=("a/index.html",)))
    none = write_site(tmp_path / "output", PAGES)

    assert fewer.removed == ("found/b-index.html",)
    assert none.removed == ("found/a-index.html",)
    assert not (tmp_path / "output/found").exists()


def test_two_ways_to_the_same_site_give_the_same_record(tmp_path):
    written(tmp_path / "one")
    written(tmp_path / "other", {**PAGES, "b/index.html": b"three"})
    written(tmp_path / "other")

    assert (tmp_path / "one/build.json").read_bytes() == (tmp_path / "other/build.json").read_bytes()
