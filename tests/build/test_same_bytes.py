"""The same sources give the same bytes, whatever the machine, and whatever was built before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from generator.build.site import build as pure_build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources

ROOT = Path(__file__).parent.parent.parent
SETTINGS = """title: {en: A rich site, fr: Un site riche}
base_url: https://example.org/rich/
languages: [en, fr]
time_zone: Europe/Brussels
fields: {weight: {on: event, type: integer, label: Weight, show: true}}
periods: [{name: The spring, date: 2023-03/2023-05}]
"""
EVENT = """title: {{en: Meeting {number}, fr: Rencontre {number}}}
date: {date}
type: {kind}
place: {place}
actors: [NATO, "Ağrı: host", {{actor: Öst, part: observer}}]
topics: [Énergie, trade, ünity]
weight: {number}
media: [{{file: grey.png, alt: Grey}}]
summary: |
  They met **again**[^1], see [the text](article:a{number}).

  [^1]: A note.
sources:
  - article: a{number}
    quote: met in the {number}th room
    says: {{date: {date}, status: held}}
  - {{title: A list, date: 2023-05, publisher: Ünion}}
"""
DATES = ("2023-04-04", "2023-04", "1949~", "-0430", "2023-04-02T10:00", "2022-02-24/..", "[..2023-04-01]", "2023-21")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_site(root, numbers):
    """A small site of many kinds of thing; the files are made in the order of the numbers."""
    write(root / "site.yaml", SETTINGS)
    for number in numbers:
        kind, place = ("talks", "visit", "decision")[number % 3], ("Ypres", "Genève", "Oslo")[number % 3]
        event = EVENT.format(number=number, date=DATES[number % len(DATES)], kind=kind, place=place)
        write(root / f"content/events/e{number}.yaml", event)
        plain = f"It was said by {number}, and said again at some length in the hall. " * 170
        write(
            root / f"content/articles/a{number}.md",
            f"---\ntitle: Ärticle {number}\ndate: 2023-05-{number % 28 + 1:02d}\npublisher: P\n---\n"
            f'They met in the {number}th room. It "was" -- *said*...\n\n{plain}\n',
        )
    (root / "content/media").mkdir()
    Image.linear_gradient("L").resize((700, 500)).save(root / "content/media/grey.png")


def build(root, output, *options, umask=-1, **environment):
    ended = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(root), "--output", str(output), *options],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        umask=umask,
    )
    assert ended.returncode == 0, ended.stderr
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """A site, and what one process makes of it with nothing remembered."""
    folder = tmp_path_factory.mktemp("rich")
    make_site(folder / "site", range(60))
    return folder / "site", build(folder / "site", folder / "output", "--jobs", "1", "--no-cache", PYTHONHASHSEED="0")


CHANGES = {
    "two processes, another seed": (["--jobs", "2", "--no-cache"], {"PYTHONHASHSEED": "1"}),
    "three processes and a cache": (["--jobs", "3"], {"PYTHONHASHSEED": "77"}),
    "a cache that is full": ([], {"PYTHONHASHSEED": "random"}),
    "another country and time": (
        ["--no-cache"],
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR", "TZ": "Pacific/Kiritimati"},
    ),
    "no locale, and a clock of before": (["--no-cache"], {"LC_ALL": "C", "TZ": "America/New_York", "PYTHONUTF8": "0"}),
}


def test_the_site_is_rich_enough_to_be_shared(rich):
    site, files = rich

    assert len(files) > 200
    assert sum(len(path.read_bytes()) for path in site.rglob("*.md")) > 600_000
    assert any(path.endswith(".png") for path in files)


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_bytes_come_of(rich, tmp_path, change):
    site, files = rich
    options, environment = CHANGES[change]

    assert build(site, tmp_path / "output", *options, **environment) == files


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_the_same_bytes_come_of_files_made_in_another_order_elsewhere_and_kept_from_others(rich, tmp_path):
    make_site(tmp_path / "another place", reversed(range(60)))

    assert build(tmp_path / "another place", tmp_path / "output", "--no-cache", umask=0o077, TZ="Asia/Tokyo") == rich[1]


def test_a_rebuild_gives_the_bytes_of_a_clean_build_after_every_edit(tmp_path):
    root = tmp_path / "site"
    make_site(root, range(6))
    event, article = root / "content/events/e1.yaml", root / "content/articles/a2.md"
    edits = (
        lambda: write(event, event.read_text(encoding="utf-8").replace("Meeting 1", "Meeting one")),
        lambda: write(article, article.read_text(encoding="utf-8").replace("Ärticle", "Text")),
        lambda: write(root / "content/actors.yaml", "- {id: nato, name: Alliance, aliases: [NATO]}\n"),
        lambda: write(root / "site.yaml", SETTINGS.replace("Weight", "Importance")),
        lambda: write(root / "templates/parts/sign.html", "!"),
        (root / "content/events/e3.yaml").unlink,
        lambda: event.rename(event.with_name("e11.yaml")),
    )
    for edit in edits:
        edit()
        kept = build(root, tmp_path / "output", "--jobs", "1")
        del kept["build.json"]
        assert kept == pure_build(read_sources(root), shipped_templates()).files
