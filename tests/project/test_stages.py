import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.workload import make_workload, write_dateline
from tools.stages import COLD, EDITED, UNCHANGED, as_table, copy_site, measure, total
from tools.stopwatch import DOORS, ENDS, IMPORTS, REST, STAGES, STARTS, Stopwatch, find

ROOT = Path(__file__).parent.parent.parent
ENOUGH_TO_SHARE = 150  # events and as many articles: 301 files, and more pages
NOT_WITHOUT_SEARCH = {"search index"}


def measured(folder, jobs):
    write_dateline(folder / "site", make_workload(ENOUGH_TO_SHARE))
    return measure(folder / "site", rounds=1, jobs=jobs)


@pytest.fixture(scope="module")
def spent(tmp_path_factory):
    return measured(tmp_path_factory.mktemp("stages"), jobs=2)


@pytest.mark.parametrize(("module", "name"), [(module, name) for _, module, name in DOORS])
def test_each_door_is_there_and_can_be_gone_through(module, name):
    _, _, door = find(module, name)

    assert callable(getattr(door, "func", door))


def test_every_stage_of_a_build_from_nothing_takes_time(tmp_path, spent):
    by_two, by_one = spent[COLD], measured(tmp_path, jobs=1)[COLD]
    idle = {stage for stage in STAGES if not by_two[stage]}

    assert idle - {"draw"} == NOT_WITHOUT_SEARCH  # of two processes, either may come to what is drawn
    assert by_one["draw"] > 0


def test_little_of_a_build_is_outside_of_the_stages(spent):
    assert spent[COLD][REST] < total(spent[COLD]) / 4


def test_an_edit_is_checked_and_rendered_and_what_is_unchanged_is_not(spent):
    assert spent[EDITED]["check"] > 0
    assert spent[EDITED]["render"] > 0
    assert {stage for stage in STAGES if spent[UNCHANGED][stage]} == {
        STARTS,
        IMPORTS,
        "scan",
        "compare with the last build",
        REST,
        ENDS,
    }


def test_a_stage_within_another_stops_its_clock(monkeypatch):
    moments = iter([10.0, 11.0, 13.0, 17.0, 25.0, 41.0])  # the rest, check, parse; then these end in turn
    monkeypatch.setattr("tools.stopwatch.perf_counter", lambda: next(moments))

    watch = Stopwatch(began=9.0)
    with watch.within("check"), watch.within("parse"):
        pass
    watch.turn(ENDS)

    told = {stage: seconds for stage, seconds in watch.spent.items() if seconds}
    assert told == {STARTS: 1.0, REST: 1.0 + 16.0, "check": 2.0 + 8.0, "parse": 4.0}


def test_a_table_has_the_stages_that_there_were_and_their_sum():
    columns = {COLD: dict.fromkeys(STAGES, 0.0) | {"scan": 0.5, "render": 1.25}}

    assert as_table(columns) == "| ms | cold |\n|---|--:|\n| scan | 500 |\n| render | 1,250 |\n| **in all** | 1,750 |\n"


def test_a_site_is_copied_without_what_was_built_of_it(site, tmp_path):
    site.build()

    copy_site(site.root, tmp_path / "copy")

    assert sorted(path.name for path in (tmp_path / "copy").iterdir()) == ["content", "site.yaml"]


def test_a_site_with_a_mistake_is_told_of(site):
    site.write("content/events/ministerial.yaml", "title: [")

    ended = subprocess.run(
        [sys.executable, "-m", "tools.stages", str(site.root), "--rounds", "1"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 1
    assert "content/events/ministerial.yaml:1" in ended.stderr
