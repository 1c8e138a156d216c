"""Real builds, killed at hundreds of random moments: the old site, the new one, or one that is marked."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, so that hundreds take seconds")


@pytest.mark.parametrize(("kills", "events"), [(170, 12), (30, 105)], ids=["one process", "several processes"])
def test_a_build_killed_at_any_moment_leaves_the_old_site_the_new_one_or_one_that_is_marked(folder, kills, events):
    ended = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed_builds.py")), folder, str(kills), str(events)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    trials = [line.split() for line in ended.stdout.splitlines()]  # what was left, and what the next build made
    left = Counter(found for found, _ in trials)
    assert len(trials) == kills
    assert left["mix"] == 0
    assert left["marked"] > kills // 5, "the moments must meet the commit"
    assert left["old"] > kills // 10
    assert {after for _, after in trials} <= {"new", "-"}
