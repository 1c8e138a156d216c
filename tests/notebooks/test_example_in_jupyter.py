"""The notebook among the examples, run in a kernel and given on by nbconvert, as those who write with it do."""

import base64
import re
from copy import deepcopy

import pytest
from lxml.html import fromstring
from nbconvert import HTMLExporter, MarkdownExporter
from nbconvert.preprocessors.sanitize import SanitizeHTML
from traitlets.config import Config

from tests.notebooks.conversion import as_latex, converted
from tests.notebooks.kernels import run_example, shown_by
from tests.reports.sanitisers import JUPYTER

FORMS = {"text/html", "text/latex", "text/markdown", "text/plain", "image/png"}
TITLE = "Meeting of NATO Ministers of Foreign Affairs"


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    return run_example(tmp_path_factory.mktemp("jupyter"))


def cells_of(page):
    """The places in the page where a Timeline is shown."""
    return page.xpath("//div[contains(@class, 'jp-RenderedHTML ')]/article")


def test_a_kernel_is_shown_every_form(notebook):
    shown = shown_by(notebook, "show")

    assert set(shown) == FORMS
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")
    assert all(TITLE in shown[form] for form in FORMS - {"image/png"})
    assert shown_by(notebook, "load")["text/plain"].isdecimal()
    assert not [
        output for cell in notebook.cells for output in cell.get("outputs", []) if output.get("name") == "stderr"
    ]


def test_html_has_entries_and_links_that_lead_to_their_own_sources(notebook):
    body, _ = converted(HTMLExporter(), notebook)
    page = fromstring(body)

    first, second = cells_of(page)
    assert TITLE in " ".join(first.itertext())
    assert len(page.xpath("//*[@id]/@id")) == len(set(page.xpath("//*[@id]/@id")))
    for shown in (first, second):
        inside = shown.xpath(".//a[starts-with(@href, '#')]")
        assert inside
        for link in inside:
            (target,) = page.xpath("//*[@id=$id]", id=link.get("href")[1:])
            assert shown in target.iterancestors()
            assert link.text == f"[{target.getparent().index(target) + 1}]"


def test_nothing_is_lost_to_what_jupyter_lets_pass(notebook):
    """nbconvert's own list has not even paragraphs, so it is given JupyterLab's, which readers meet."""
    attributes = {tag: sorted(names) for tag, names in JUPYTER.attributes.items()}
    cleaner = {"enabled": True, "tags": sorted(JUPYTER.tags), "attributes": attributes, "strip": True}
    asked = Config({"SanitizeHTML": cleaner, "HTMLExporter": {"preprocessors": [SanitizeHTML]}})

    attacked = deepcopy(notebook)
    shown = shown_by(attacked, "show")
    shown["text/html"] = shown["text/html"].replace("<h5", '<h5 onclick="harm()"')

    plain, _ = converted(HTMLExporter(), notebook)
    safe, _ = converted(HTMLExporter(config=asked), attacked)

    assert "harm()" not in safe
    assert told(safe) == told(plain)
    assert len(told(safe)) == 2


def told(body):
    """Each Timeline as its tags with what they say, but for their look."""
    return [
        [(each.tag, each.get("id"), each.get("href"), each.text, each.tail) for each in shown.iter()]
        for shown in cells_of(fromstring(body))
    ]


def test_markdown_takes_the_html_or_the_markdown_where_it_is_asked_to(notebook):
    """nbconvert puts HTML first for Markdown, too."""
    asked = Config({"NbConvertBase": {"display_data_priority": ["text/markdown", "image/png", "text/plain"]}})

    usual, _ = converted(MarkdownExporter(), notebook)
    plain, pictures = converted(MarkdownExporter(config=asked), notebook)

    assert f"<h5>{TITLE}</h5>" in usual
    assert re.search(rf"^#### {TITLE}$", plain, re.MULTILINE)
    assert not fromstring(f"<div>{plain}</div>").xpath("//article")
    assert [name for name in pictures if f"]({name})" in plain] == ["output_4_0.png"]


def test_latex_has_every_source_that_it_cites_once(notebook):
    body, pictures = as_latex(notebook)

    keys = re.findall(r"\\bibitem\{([^}]*)\}", body)
    assert TITLE in body
    assert set(re.findall(r"\\cite\{([^}]*)\}", body)) == set(keys)
    assert len(keys) == len(set(keys)) > 5
    assert [name for name in pictures if f"{{{name}}}" in body] == ["output_4_0.png"]
