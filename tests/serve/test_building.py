"""Builds that follow one another: what they keep, what they make anew, and what they let go."""

import gc
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.check.options import Options
from generator.cli.building import all_problems
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from generator.serve.builder import Builder, Shipped
from generator.serve.running import Preview, Voice
from tests.serve.conftest import EVENT, until, write_site

EDITS, WARM = 3_600, 1_200  # until then what is kept of the newest fills up
TELLS_OF_RENDERING = """
from generator.render.pages import PageRenderer
render = PageRenderer.render
def told(self, page):
    print("rendered", page.path)
    return render(self, page)
PageRenderer.render = told
"""


class Session:
    """A preview without a server: an author's edits, one build after each."""

    def __init__(self, root: Path) -> None:
        write_site(root, 2)
        code: dict[str, bytes] = {}

        def compile_once(language, compile_anew):
            return code.get(language) or code.setdefault(language, compile_anew())

        def say(_):
            pass

        builder = Builder(Options(), Shipped(shipped_templates(), compile_once), all_problems)
        self.root = root
        self.preview = Preview(builder, Voice(say, say, say))
        self.build()

    def build(self) -> None:
        self.preview.build(read_sources(self.root))

    def save(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")
        self.build()

    def get(self, path: str) -> str:
        files = self.preview.current().files
        return ((files.get(path) if files else None) or b"").decode()


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path / "site")


def resident() -> int:
    """The bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096
    except OSError:
        return 0


def test_an_hour_of_edits_leaves_nothing_behind(session):
    """What is held after the last is what was held after a third of them: less than one object in four edits more."""
    held, blocks = 0, 0
    for turn in range(EDITS):
        text = EVENT.format(title=f"Edit *{turn}*", date=f"{1000 + turn % 500}-02-02")
        session.save("content/events/e1.yaml", text)
        assert f"Edit *{turn}*" in session.get("events/e1/index.html")
        match turn % 40:
            case 10:
                session.save("content/events/e0.yaml", f"title: {turn}\ndate: 2024-02-31\n")
                assert session.preview.current().shown
                session.save("content/events/e0.yaml", EVENT.format(title="Mended", date="2024-01-01"))
            case 20:
                session.save("content/events/new.yaml", EVENT.format(title="New", date="2024-01-01"))
            case 21:
                (session.root / "content/events/new.yaml").unlink()
            case 30:
                template = "{% extends 'base.html' %}{% block main %}<h1>" + str(turn) + "</h1>{% endblock %}"
                session.save("templates/404.html", template)
                assert f"<h1>{turn}</h1>" in session.get("404.html")
                (session.root / "templates/404.html").unlink()
        if turn + 1 in (WARM, EDITS):
            gc.collect()
            held, blocks = resident() - held, sys.getallocatedblocks() - blocks

    assert blocks < (EDITS - WARM) / 4
    assert held < 3_000_000


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

    template = shipped_templates()["base.html"].decode()
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
