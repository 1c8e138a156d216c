"""Each folder beside this file is a small site and the output that it must give, byte for byte.

`output/` is what the site gives as it stands, `output-as-of-2023-04-03/` as of that day, `output-drafts/` with drafts.
A new folder is a new test: put the site into `site/`, make the empty folders of output that it is to be tested by, run
`DATELINE_REWRITE=1 pytest tests/golden`, which writes what is in them anew, and read it as a reader of the site would.

The pages are rendered by the few lines in `templates/`, so that nothing here changes with the look of Dateline.
"""

import os
import shutil
from pathlib import Path

import pytest

from generator.build.site import build
from generator.check.options import Options
from generator.dates import parse_day
from generator.render.headers import HEADERS
from generator.render.icons import SIDES
from generator.render.schemas import TIMELINE_SCHEMA

HERE = Path(__file__).parent
OUTPUTS = sorted(folder.relative_to(HERE).as_posix() for folder in HERE.glob("*/output*"))
AS_OF = "output-as-of-"
# The schema and the headers are the same for every site, and icons are drawn; all are tested where they are made.
LEFT_OUT = {f"data/{TIMELINE_SCHEMA}", HEADERS, *SIDES}


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _options(output: str) -> Options:
    as_of = parse_day(output.removeprefix(AS_OF)) if output.startswith(AS_OF) else None
    return Options(as_of=as_of, drafts=output == "output-drafts")


def _rewrite(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_site_gives_exactly_its_output(output):
    folder = HERE / output
    outcome = build(_files(folder.parent / "site"), _files(HERE / "templates"), _options(folder.name))

    assert [problem.message for problem in outcome.problems if problem.severity == "error"] == []
    files = {path: content for path, content in outcome.files.items() if path not in LEFT_OUT}
    if os.environ.get("DATELINE_REWRITE"):
        _rewrite(folder, files)
    expected = _files(folder)
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        assert content.decode() == expected[path].decode(), path
