"""The scripts and the styles of embeds: small, and alike with what they repeat."""

import gzip
import re

import pytest

from generator.cli.shipped import shipped_templates
from generator.render.assets import element_script, publish_frames
from tests.embed.conftest import ROOT

SCRIPTS = sorted((ROOT / "templates/embed").glob("*.js"))
UNSAFE = ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write", "localStorage", "sessionStorage")


def size(content):
    return len(gzip.compress(content, 9))


def test_the_script_of_other_pages_is_one_small_file():
    assert size(element_script(shipped_templates())) <= 4_000


def test_what_a_frame_and_a_panel_load_is_small():
    view, files = publish_frames(shipped_templates())

    assert size(files[view.script]) <= 5_000
    assert size(files[view.stylesheet]) <= 700
    assert size(files[view.share]) <= 1_600
    assert size(files[view.fragment]) <= 2_300
    assert size(files[view.overview]) <= 4_000
    assert size(files[view.earlier]) <= 2_700


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_a_function_that_runs_at_once(script):
    body = "\n".join(line for line in script.read_text().splitlines() if not line.startswith("//")).strip()

    assert body.startswith("(() => {")
    assert body.endswith("})();")
    assert [word for word in UNSAFE if word in body] == []
    assert not re.search(r"\b(?:import|export)\b[ ({]", re.sub(r"`[^`]*`|//.*", "", body))


def properties_of(sheet, start):
    """The custom properties that a rule sets."""
    rule = sheet[sheet.index(start) :]
    return dict(re.findall(r"(--(?:paper|tint|ink|muted|rule|mark|link)): ([^;]+);", rule[: rule.index("}")]))


def test_a_theme_that_is_handed_in_has_the_colours_of_the_site():
    style = (ROOT / "templates/assets/style/1-look.css").read_text()
    frame = (ROOT / "templates/embed/look.css").read_text()
    dark = style[style.index("prefers-color-scheme: dark") :]

    assert properties_of(frame, '[data-theme="light"]') == properties_of(style, ":root")
    assert properties_of(frame, '[data-theme="dark"]') == properties_of(dark, ":root")
    assert len(properties_of(dark, ":root")) == 7
