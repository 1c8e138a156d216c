"""GitHub Pages serves up to 1 GB, and a site is told before it weighs so much."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.weight import LIMIT, NEAR, weight_words

ROOT = Path(__file__).parent.parent.parent
# The same command where the limit is a small site's.
SMALL = """
import sys
from generator.cli import weight, main
weight.NEAR = {near}
sys.argv[0] = "dateline"
main()
"""


def build(site, near):
    return subprocess.run(
        [sys.executable, "-P", "-c", SMALL.format(near=near), "build", site.root],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )


def test_a_site_that_nears_the_limit_is_told_what_weighs_most():
    sizes = {
        "assets/film.mp4": 500_000_000,
        "assets/talk.mp3": 290_000_000,
        "events/a/index.html": 9_000_000,
        "index.html": 1_400_000,
        "build.json": 700,
    }

    assert weight_words(sizes) == (
        "the site weighs 800 MB, close to the 1 GB that GitHub Pages serves\n"
        "    most of it: assets/ (790 MB), events/ (9 MB), index.html (1 MB); "
        "the largest files: assets/film.mp4 (500 MB), assets/talk.mp3 (290 MB), events/a/index.html (9 MB)"
    )


@pytest.mark.parametrize(("total", "words"), [(NEAR - 1, ""), (LIMIT, "close to"), (LIMIT + 1, "more than")])
def test_below_the_limit_nothing_is_said_and_above_it_more(total, words):
    said = weight_words({"a": total - 1, "b": 1})

    assert words in said
    assert bool(said) == bool(words)


def test_a_build_says_it_each_time_and_builds(site):
    for close in ("1 event, ", "nothing changed: "):
        ended = build(site, near=1000)

        assert "warning: the site weighs " in ended.stderr
        assert "assets/ (" in ended.stderr
        assert ended.stdout.startswith(close)


def test_a_small_site_is_told_nothing(site):
    assert build(site, NEAR).stderr == ""
