"""Builds that follow one another: what they keep, what they make anew, and what they let go."""

import json
import subprocess
import sys

import pytest
from jinja2 import Environment

from generator.cli.shipped import shipped_templates
from tests.conftest import ROOT
from tests.serve.conftest import EVENT, until
from tests.serve.hour import Session

TELLS_OF_RENDERING = """
from generator.render.pages import PageRenderer
render = PageRenderer.render
def told(self, page):
    print("rendered", page.path)
    return render(self, page)
PageRenderer.render = told
"""


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path / "site")


def test_an_hour_of_edits_leaves_nothing_behind(tmp_path):
    """In a process of its own, of whose memory nothing else has a share: less than one object in four edits."""
    command = [sys.executable, "-m", "tests.serve.hour", str(tmp_path / "site")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ended.stderr == ""
    more = json.loads(ended.stdout)

    assert more["objects"] < more["edits"] / 4
    assert more["bytes"] < 3_000_000


def test_templates_of_a_site_are_compiled_anew_only_when_one_of_them_has_changed(session, monkeypatch):
    compiled = []
    compile_one = Environment.compile

    def counted(self, source, name=None, *others, **options):
        compiled.append(name)
        return compile_one(self, source, name, *others, **options)

    monkeypatch.setattr(Environment, "compile", counted)

    def page(path, text):
        compiled.clear()
        session.save(path, text)
        return session.get("index.html")

    template = shipped_templates()["base.html"].decode() + "{# compiled by no other test of this process #}"
    page("templates/base.html", template)
    assert "base.html" in compiled
    assert "Another" in page("content/events/e1.yaml", EVENT.format(title="Another", date="2024-01-01"))
    assert compiled == []
    assert "<main data-own" in page("templates/base.html", template.replace("<main", "<main data-own"))
    assert "base.html" in compiled


def test_only_the_page_that_is_looked_at_is_rendered(start, page):
    preview = start(first=TELLS_OF_RENDERING)
    preview.event("e1", "Seen by nobody")
    until(lambda: preview.builds == 1)
    assert preview.found("rendered") == []
    page.goto(preview.address + "events/e1/")
    page.get_by_role("heading", name="Seen by nobody", level=1).wait_for()
    preview.event("e1", "Looked at")

    page.get_by_role("heading", name="Looked at", level=1).wait_for()
    assert preview.found("rendered") == ["rendered events/e1/index.html"] * 2
