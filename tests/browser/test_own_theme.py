"""A site with a look of its own, in a real browser: on light paper, on dark, and printed."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.check.colours import contrast, on_dark

REPOSITORY = Path(__file__).parents[2]
ACCENT = "#0b5fa5"
SITE = f"""
title: The lake talks
theme:
  accent: '{ACCENT}'
  text_face: Source Serif 4, Georgia, serif
  label_face: Arial
  density: compact
"""
# What a browser makes of a colour, whatever the words for it.
PAINTED = """element => {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  context.fillStyle = getComputedStyle(element).color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""


def channels(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


@pytest.fixture(scope="module")
def themed(tmp_path_factory):
    """A page of a site with a theme, as a file."""
    folder = tmp_path_factory.mktemp("themed")
    (folder / "site.yaml").write_text(SITE, encoding="utf-8")
    (folder / "content/events").mkdir(parents=True)
    (folder / "content/events/talks.yaml").write_text(
        "title: Talks\ndate: 2023-04-04\nactors: [Osterbay]\nsummary: By [Osterbay](actor:osterbay).\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "generator", "build", folder, "--no-cache"]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return folder / "output"


@pytest.fixture
def link(browser, themed):
    """A link of the site's page, and the page, as it is shown with some options."""
    pages = []

    def shown(media="screen", **options):
        page = browser.new_page(**options)
        pages.append(page)
        page.emulate_media(media=media)
        page.goto((themed / "events/talks/index.html").as_uri())
        return page.locator(".summary a")

    yield shown
    for page in pages:
        page.close()


def test_links_have_the_accent_on_light_paper(link):
    assert link(color_scheme="light").evaluate(PAINTED) == channels(ACCENT)


def test_links_have_on_dark_paper_the_colour_that_was_checked(link):
    painted = link(color_scheme="dark").evaluate(PAINTED)

    assert painted == pytest.approx(channels(on_dark(ACCENT)), abs=1)


def test_links_are_black_on_paper(link):
    assert link(media="print", color_scheme="dark").evaluate(PAINTED) == [0, 0, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_browser_paints_can_be_read(link, scheme):
    found = link(color_scheme=scheme)
    painted = "#" + "".join(f"{channel:02x}" for channel in found.evaluate(PAINTED))
    paper = found.page.evaluate("getComputedStyle(document.body).backgroundColor")
    behind = "#" + "".join(f"{int(channel):02x}" for channel in paper.strip("rgb()").split(","))

    assert contrast(painted, behind) >= 4.5


def test_text_has_the_faces_and_the_density_of_the_site(link):
    page = link().page
    face = "element => getComputedStyle(element).fontFamily"

    assert page.locator("h1").first.evaluate(face) == '"Source Serif 4", Georgia, serif'
    assert page.locator("nav a").first.evaluate(face) == "Arial"
    assert page.locator("html").get_attribute("class") == "compact"
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--text-size')") == "1rem"


def test_the_icon_has_the_accent(themed):
    (icon,) = themed.glob("assets/icon.*.svg")

    assert ACCENT in icon.read_text(encoding="utf-8")
