"""Full-text search: made by Pagefind where that is installed, part of the output, and done without where it is not."""

import json
import os
import subprocess
import sys

import pytest

from tests.filters.conftest import REPOSITORY

WITHOUT = """
import sys
sys.modules["pagefind_bin"] = None
from generator.cli import main
sys.argv[0] = "dateline"
sys.exit(main())
"""


@pytest.fixture
def searched(site):
    """The small site, with search."""
    site.write("site.yaml", "title: NATO and India\nlanguages: [en, fr]\nsearch: true\nchecks: {language-gap: off}\n")
    return site


def files_of(site):
    return json.loads(site.read("output/build.json"))["files"]


def test_the_index_is_part_of_the_output_and_the_same_each_time(searched):
    assert searched.build().stderr == ""
    first = files_of(searched)
    searched.build("--no-cache", "--output", str(searched.root / "other"))
    other = json.loads(searched.read("other/build.json"))["files"]

    assert {path.split("/")[1] for path in first if path.startswith("pagefind/")} >= {
        "pagefind.js",
        "index",
        "fragment",
    }
    assert first == other
    assert not [path for path in first if "ui" in path.rpartition("/")[2]]


def test_a_build_with_nothing_to_do_leaves_it_alone_and_an_edit_makes_it_anew(searched):
    searched.build()
    before = {path: row for path, row in files_of(searched).items() if path.startswith("pagefind/")}
    again = searched.build()
    searched.write(
        "content/events/ministerial.yaml", searched.read("content/events/ministerial.yaml") + "note: Zebra.\n"
    )
    searched.build()
    after = {path: row for path, row in files_of(searched).items() if path.startswith("pagefind/")}

    assert again.stdout.startswith("nothing changed")
    assert before != after


def test_without_pagefind_the_site_is_built_and_says_what_is_left_out(searched, run_dateline):
    program = searched.root / "without.py"
    program.write_text(WITHOUT)

    ended = subprocess.run(
        [sys.executable, program, "build", searched.root],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0
    assert ended.stderr == (
        "full-text search is left out: it needs Pagefind, which \"pip install 'dateline[search]'\" installs\n"
    )
    assert not [path for path in files_of(searched) if path.startswith("pagefind/")]
    assert "wasm" not in searched.read("output/index.html")
    assert "data-search" not in searched.read("output/index.html")


def test_pages_that_search_allow_webassembly_and_no_others_do(searched):
    searched.build()

    allowed = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
    for path in ("index.html", "2023/index.html", "fr/index.html"):
        assert allowed in searched.read(f"output/{path}"), path
    for path in ("events/ministerial/index.html", "actors/nato/index.html", "404.html"):
        assert "wasm" not in searched.read(f"output/{path}"), path


def test_a_site_that_asks_for_no_search_has_none(site):
    site.build()

    assert not [path for path in files_of(site) if path.startswith("pagefind/")]
    assert "wasm" not in site.read("output/index.html")


def test_no_page_of_an_authors_own_may_take_the_name_of_the_index(site):
    site.write("content/pages/pagefind.md", "---\ntitle: Mine\n---\nWords.\n")

    ended = site.build()

    assert ended.code == 1
    assert "pagefind" in ended.stderr
