"""What a reader's browser has to fetch and hear of: little, from one host, and no complaints."""

import gzip
import re

import pytest

KB = 1000
BUDGETS = {"css": 9 * KB, "js": 12 * KB}
# Fetched when a reader searches, and no part of what opens a page; and what frames and pages of others load, or a panel
# that few pages have, which tests/embed/test_scripts.py holds to limits of their own.
ELSEWHERE = re.compile(r"pagefind/|/assets/(?:embed|earlier|fragment|overview|share)\.\w+\.\w+$|/embed\.js$")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
INLINE = re.compile(rb"<script(?![^>]*(?: src=|type=\"application/ld\+json\"))|<style|\sstyle=\"|\son[a-z]+=\"")


@pytest.mark.parametrize(("ending", "most"), BUDGETS.items())
def test_style_sheets_and_scripts_are_small(site, ending, most):
    files = [file for file in site.output.rglob(f"*.{ending}") if not ELSEWHERE.search(file.as_posix())]

    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= most


def test_no_page_asks_another_host_or_makes_the_browser_complain(site, reader):
    one = reader()
    for page in site.kinds():
        one.open(site, page)
    one.page.wait_for_load_state("networkidle")

    assert one.faults == []
    assert one.hosts == {site.address.split("/")[2]}


def test_every_page_says_that_nothing_but_its_own_site_may_be_loaded_or_run(site):
    for page in site.pages:
        html = page.file.read_bytes()
        (policy,) = POLICY.findall(html)

        assert policy.split(b";")[0] == b"default-src 'none'", page.path
        assert b"unsafe-inline" not in policy, page.path
        assert b"unsafe-eval" not in policy.replace(b"wasm-unsafe-eval", b""), page.path
        assert html.index(policy) < min(html.index(b"<link"), html.index(b"<script")), page.path
        assert not INLINE.search(html), page.path
