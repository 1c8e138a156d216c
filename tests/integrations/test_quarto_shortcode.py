"""The shortcode of Quarto, run by pandoc as Quarto runs it: what it asks `dateline` for, and what it puts there."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest
import yaml

from tests.conftest import ROOT

EXTENSION = ROOT / "integrations/quarto/_extensions/dateline"
HARNESS = Path(__file__).with_name("shortcodes.lua")


@pytest.fixture
def render(site, tmp_path):
    """Have pandoc render a document in which the shortcode stands; `dateline` is this one, by a script on the path."""
    site.write(
        "content/events/summit.yaml", "title: Summit *of* Vilnius $(touch harm)\ndate: 2023-07-11\ntype: summit\n"
    )
    program = tmp_path / "bin/dateline"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        f"open({str(tmp_path / 'asked')!r}, 'a').write(repr(sys.argv[1:]) + '\\n')\n"
        "from generator.cli import main\nmain()\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def run(form, *, meta="", **attributes):
        given = " ".join(f'{name}="{value}"' for name, value in attributes.items())
        text = f"---\ntitle: Report\n{meta}\n---\n\nBefore.\n\n::: {{.dateline {given}}}\n:::\n\nAfter.\n"
        command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", form, "-L", HARNESS, "--wrap=none"]
        environment = {
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "SHORTCODE": str(EXTENSION / "dateline.lua"),
            "LANG": "C.UTF-8",
        }
        return subprocess.run(
            command, input=text, env=environment, cwd=site.root, capture_output=True, encoding="utf-8", check=False
        )

    return run


@pytest.fixture
def asked(tmp_path):
    """The file that the program writes its arguments into."""
    return tmp_path / "asked"


def said(ended):
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.parametrize("form", ["html", "latex", "markdown", "plain", "rst"])
def test_the_chosen_events_stand_in_any_format(render, form):
    written = said(render(form, folder=".", actor="nato"))

    assert "Meeting of NATO Ministers of Foreign Affairs" in written
    assert "The ministers will meet on April 4 and 5" in written
    assert "Summit" not in written
    assert written.index("Before.") < written.index("Meeting of NATO") < written.index("After.")


def test_the_example_of_the_documentation_does_what_it_says(render, asked, site):
    shutil.copytree(site.root, site.root / "dossier")
    page = (ROOT / "docs/notebooks.md").read_text(encoding="utf-8")
    shortcodes = re.findall(r"^\{\{< dateline (\S+) (.*) >\}\}$", page, re.MULTILINE)

    ((folder, named),) = shortcodes
    written = said(render("html", folder=folder, **dict(re.findall(r'([\w-]+)="([^"]*)"', named))))

    assert "Meeting of NATO Ministers of Foreign Affairs" in written
    assert asked.read_text() == "['export', 'pandoc-json', '--actor=nato', '--from=2023', '--', 'dossier/']\n"


def test_what_is_chosen_becomes_options_and_never_a_command(render, asked, site):
    said(render("plain", folder=".", type="summit, ministerial", **{"from": "2023"}, words="$(touch harm)"))

    assert (
        asked.read_text()
        == repr(
            [
                "export",
                "pandoc-json",
                "--type=summit",
                "--type=ministerial",
                "--from=2023",
                "--words=$(touch harm)",
                "--",
                ".",
            ]
        )
        + "\n"
    )
    assert not (site.root / "harm").exists()


@pytest.mark.parametrize("given", [{}, {"as": "fragment"}])
def test_the_overview_alone_has_no_quotes(render, asked, given):
    written = said(render("html", folder=".", only="overview", **given))

    assert "--only=overview" in asked.read_text()
    assert "Meeting of NATO Ministers of Foreign Affairs" in written
    assert "The ministers will meet on April 4 and 5" not in written


def test_a_folder_that_looks_like_an_option_is_none(render):
    ended = render("plain", folder="--output=harm")

    assert ended.returncode != 0
    assert "--output=harm" in ended.stderr


def test_a_fragment_is_for_html_alone(render):
    html, latex = (
        said(render("html", folder=".", **{"as": "fragment"})),
        said(render("latex", folder=".", **{"as": "fragment"})),
    )

    assert "style=" in html
    assert "<" not in latex
    assert "Vilnius" in latex


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"actor": "nobody"}, "actor 'nobody' is not here"),
        ({"folder": "nowhere"}, "nowhere"),
        ({"atcor": "nato"}, "there is no 'atcor' to choose by"),
        ({"only": "pictures"}, "'pictures' is not one of"),
        ({"as": "pictures"}, "neither 'blocks' nor 'fragment'"),
        ({"meta": "dateline-command: dateline-that-is-not-there"}, "dateline-that-is-not-there"),
    ],
    ids=["nobody", "nowhere", "misspelt", "only what", "as what", "no program"],
)
def test_what_is_wrong_ends_the_rendering_and_is_told(render, attributes, message):
    ended = render("html", **attributes)

    assert ended.returncode != 0
    assert message in ended.stderr


def test_the_extension_names_its_file():
    described = yaml.safe_load((EXTENSION / "_extension.yml").read_text(encoding="utf-8"))

    assert [(EXTENSION / name).is_file() for name in described["contributes"]["shortcodes"]] == [True]
