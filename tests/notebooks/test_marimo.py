"""A notebook of marimo's, exported by marimo and opened in a browser with marimo's own scripts and styles."""

import mimetypes
import os
import re
import subprocess
import sys
from pathlib import Path

import marimo
import pytest

from tests.conftest import ROOT

SHIPPED = Path(marimo.__file__).parent / "_static"
NOTEBOOK = """
import marimo

app = marimo.App()


@app.cell
def _():
    from generator import Timeline

    Timeline.load({folder!r}).filter(actor="nato")
    return
"""


@pytest.fixture
def exported(site, tmp_path):
    """The page that `marimo export html` writes."""
    (tmp_path / "notebook.py").write_text(NOTEBOOK.format(folder=str(site.root)), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "marimo", "export", "html", "notebook.py", "--output", "notebook.html"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return tmp_path / "notebook.html"


@pytest.fixture
def page(browser):
    """A page of a browser that has marimo's files from its package, where they would come from a host of its own."""
    page = browser.new_page()
    page.route(re.compile("^https?:"), _answer)
    yield page
    page.close()


def _answer(route):
    file = SHIPPED / route.request.url.partition("/dist/")[2]
    if not file.is_file():
        return route.abort()
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return route.fulfill(body=file.read_bytes(), content_type=kind, headers={"Access-Control-Allow-Origin": "*"})


def test_marimo_shows_entries_with_headings_that_look_like_some(exported, page):
    page.goto(exported.as_uri())
    shown = page.locator("article[lang=en]").first
    shown.wait_for(timeout=10_000)

    def size(selector):
        return float(shown.locator(selector).first.evaluate("it => parseFloat(getComputedStyle(it).fontSize)"))

    assert shown.locator("h5").all_inner_texts() == ["Meeting of NATO Ministers of Foreign Affairs"]
    assert shown.locator("blockquote").inner_text() == "The ministers will meet on April 4 and 5"
    assert size("h2") > size("h3") > size("p")
    source = shown.locator("a[href^='#']").first.get_attribute("href")
    assert shown.locator(source).count() == 1
