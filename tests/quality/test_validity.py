"""The Nu HTML Checker of the W3C reports no error in any kind of page, nor in style sheets and drawings."""

import json
import subprocess

import pytest

# What the checker is wrong about: properties of SVG 2, which every browser knows. Nothing else is passed over.
PASSED_OVER = tuple(f"Property “{name}” doesn't exist" for name in ("paint-order", "vector-effect"))


def errors(java, vnu, options, files):
    """What the checker says of files, as 'file:line: message'."""
    command = [java, "-Xss4m", "-jar", vnu, "--errors-only", "--format", "json", *options, *files]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(ended.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition('quality/')[2]}:{message.get('lastLine')}: {message['message']}"
        f" {message.get('extract', '')[:200]}"
        for message in messages
        if not any(words in message["message"] for words in PASSED_OVER)
    ]


def test_every_kind_of_page_is_valid_html(every_site, java, vnu):
    files = [page.file for site in every_site for page in site.pages if page.leads_on]
    files += [page.file for site in every_site for page in site.kinds(most=8)]

    assert len(files) > 60
    assert errors(java, vnu, ["--skip-non-html"], files) == []


@pytest.mark.parametrize("ending", ["css", "svg"])
def test_style_sheets_and_drawings_are_valid(every_site, java, vnu, ending):
    files = sorted({file for site in every_site for file in site.output.rglob(f"*.{ending}")})

    assert files
    assert errors(java, vnu, [f"--{ending}"], files) == []


def test_the_checker_sees_a_mistake(java, vnu, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>A page</title><ul><p>No item</ul>", encoding="utf-8")

    (said,) = errors(java, vnu, [], [page])
    assert "not allowed as child of element “ul”" in said
