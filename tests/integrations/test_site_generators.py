"""Pages that MkDocs and Hugo build around an export in Markdown, which is included as docs/notebooks.md says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from tests.conftest import ROOT

TITLE = "Meeting *of* {{ ministers }} & <allies> $(harm) `x` _y_"
# The lines of the table there: what stands in a page, and what Hugo's shortcode is.
MKDOCS = re.compile(r"^\| MkDocs \| `(?P<include>[^`]+)`", re.MULTILINE)
HUGO = re.compile(r"^\| Hugo \| `(?P<include>[^`]+)`.* `(?P<shortcode>[^`]+)` \|$", re.MULTILINE)


@pytest.fixture
def book(site, tmp_path):
    """Writes a page that includes the chronology, and gives what a program builds of it."""
    site.write("site.yaml", "title: NATO and India\nbase_url: https://dossier.example/\n")
    site.write(
        "content/articles/2023-04-01-nato-india.md",
        "---\ntitle: NATO open to India\ndate: 2023-04-01\npublisher: The Daily\n"
        "url: https://daily.example/a_b?c=1&d=2\n---\nThe ministers will meet on April 4 and 5 in Brussels.\n",
    )
    site.write("content/events/summit.yaml", f"title: '{TITLE}'\ndate: 2023-07-11\ntype: summit\n")
    folder = tmp_path / "book"

    def build(files, command, built):
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        written = site.run("export", "md", str(site.root), "--heading", "2", "-o", str(folder / "timeline.md"))
        assert written.code == 0, written.stderr
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
        ended = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return document_fromstring((folder / built).read_text(encoding="utf-8"))

    return build


def documented(row):
    """The row of the documentation, in parts. In its table, a line is escaped."""
    found = row.search((ROOT / "docs/notebooks.md").read_text(encoding="utf-8").replace(r"\|", "|"))
    assert found
    return found


def with_mkdocs(build):
    files = {
        "mkdocs.yml": "site_name: Book\ntheme: mkdocs\nmarkdown_extensions: [pymdownx.snippets]\n",
        "docs/index.md": f"# Report\n\nBefore.\n\n{documented(MKDOCS)['include']}\n\nAfter.\n",
    }
    return build(files, [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], "site/index.html")


def with_hugo(build):
    row = documented(HUGO)
    files = {
        "hugo.yaml": "title: Book\nbaseURL: https://book.example/\ndisableKinds: [taxonomy, term, rss, sitemap]\n",
        "layouts/index.html": "<html><body>{{ .Content }}</body></html>\n",
        "layouts/shortcodes/readfile.html": row["shortcode"],
        "content/_index.md": f"# Report\n\nBefore.\n\n{row['include']}\n\nAfter.\n",
    }
    program = Path(sys.executable).with_name("hugo")
    return build(files, [program, "build", "--panicOnWarning", "--noBuildLock"], "public/index.html")


@pytest.mark.parametrize("page_of", [with_mkdocs, with_hugo], ids=["MkDocs", "Hugo"])
def test_the_chronology_stands_within_a_page(book, page_of):
    page = page_of(book)

    (report,) = page.xpath("//*[h1[normalize-space()='Report']]")
    told = [(each.tag, " ".join(each.text_content().replace("¶", "").split())) for each in report if each.tag[0] == "h"]
    assert told == [
        ("h1", "Report"),
        ("h2", "NATO and India"),
        ("h3", "2023"),
        ("h4", "April 2023"),
        ("h5", "Meeting of NATO Ministers of Foreign Affairs"),
        ("h4", "July 2023"),
        ("h5", TITLE),
        ("h3", "Sources"),
    ]
    addresses = report.xpath(".//a[not(contains(@class, 'headerlink'))]/@href")
    assert addresses == [
        "https://dossier.example/events/ministerial/",
        "https://dossier.example/articles/2023-04-01-nato-india/#quote-1",
        "https://dossier.example/events/summit/",
        "https://daily.example/a_b?c=1&d=2",
        "https://dossier.example/",
    ]
    words = " ".join(report.text_content().split())
    assert words.index("Before.") < words.index("NATO and India") < words.index("After.")
    assert report.xpath("string(.//li//blockquote)").strip() == "The ministers will meet on April 4 and 5"
    assert re.findall(r"\[\d+\]", words) == ["[1]", "[1]"]
    assert not report.xpath(".//pre | .//script | .//allies")
    assert "\\" not in words
