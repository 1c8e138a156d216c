"""One page in one file: whole, filtered by its own script, and asking for nothing."""

import re
import zlib
from urllib.parse import urlencode

import pytest

HOSTILE = "</script><script>window.broken = 1</script><!--"


def png(width, height):
    """A picture of one colour."""

    def chunk(kind, data):
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00"
    rows = zlib.compress((b"\0" + b"\x80\x20\x20" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def dossier(site):
    site.write("content/events/summit.yaml", "title: Summit in Vilnius\ndate: 2023-07-11\nactors: [NATO, Lithuania]\n")
    site.write(
        "content/events/talks.yaml",
        f"title: 'Talks {HOSTILE}'\ndate: 2023-03-02\nactors: [India]\n"
        "summary: 'See [the summit](event:summit), [NATO](actor:nato) and ![a flag](media:flag.png).'\n",
    )
    (site.root / "content/media").mkdir()
    (site.root / "content/media/flag.png").write_bytes(png(6, 4))
    return site


@pytest.fixture
def opened(dossier, browser):
    """Opens the exported file from the disk, with a view; gives the page, and what it asked for or complained of."""
    contexts = []

    def open_file(*options, view=None, size=(1280, 900)):
        file = dossier.root / "one.html"
        ended = dossier.run("export", "html", str(dossier.root), "-o", str(file), *options)
        assert ended.code == 0, ended.stderr
        contexts.append(browser.new_context(viewport={"width": size[0], "height": size[1]}))
        page = contexts[-1].new_page()
        faults = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("data:") else faults.append(request.url))
        page.goto(file.as_uri() + (f"?{urlencode(view)}" if view else ""))
        page.wait_for_timeout(300)
        return page, faults[1:]  # the first is the file itself

    yield open_file
    for context in contexts:
        context.close()


def shown(page):
    return page.eval_on_selector_all(
        "article.entry", "found => found.filter(one => one.checkVisibility()).map(one => one.id)"
    )


def test_it_is_whole_and_asks_for_nothing(opened):
    page, faults = opened()

    assert shown(page) == ["talks", "ministerial", "summit"]
    assert faults == []
    assert page.evaluate("window.broken") is None
    assert HOSTILE in page.locator("#talks h4").inner_text()
    assert page.locator("#talks img").evaluate("one => one.complete && one.naturalWidth") == 6
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "48px"


def test_its_filters_choose(opened):
    page, faults = opened(view={"actor": "NATO", "from": "2023-05"})

    assert shown(page) == ["summit"]
    assert page.locator(".result").inner_text() == "1 of 3 events"
    assert faults == []
    page.fill("input[name=q]", "nothing of the kind")
    page.wait_for_function("document.querySelector('.result').textContent.startsWith('0')")
    assert shown(page) == []


def test_a_part_says_which_it_is(opened):
    page, _ = opened("--actor", "NATO", "--from", "2023-04")

    assert shown(page) == ["ministerial", "summit"]
    assert page.locator(".chosen").inner_text() == "NATO, from April 2023"


def test_links_stay_within_where_the_site_stands_nowhere(opened):
    page, _ = opened()

    links = page.eval_on_selector_all("main a[href], header a[href]", "all => all.map(one => one.getAttribute('href'))")
    assert "#summit" in links
    assert [link for link in links if not link.startswith("#")] == []
    assert page.locator("#talks .summary", has_text="NATO").count() == 1


def test_links_lead_to_the_site_where_it_stands_somewhere(opened):
    page, _ = opened("--base-url", "https://example.org/x/")

    hrefs = page.eval_on_selector_all("#talks a[href]", "all => all.map(one => one.href)")
    assert "https://example.org/x/events/summit/" in hrefs
    assert "https://example.org/x/actors/nato/" in hrefs
    assert all(href.startswith("https://example.org/x/") for href in hrefs)


def test_it_fits_a_phone(opened):
    page, _ = opened(size=(320, 640))

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_in_it_can_be_loaded_from_elsewhere(dossier):
    html = dossier.run("export", "html", str(dossier.root), "--base-url", "https://example.org/").stdout

    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "'self'" not in policy[1]
    assert "unsafe" not in policy[1]
    assert re.findall(r'<(?:link rel="stylesheet"|script src|img src="(?!data:))', html) == []


def test_the_same_content_gives_the_same_bytes(dossier):
    first, second = (dossier.run("export", "html", str(dossier.root)).stdout for _ in range(2))

    assert first == second
    assert first.count("data:image/png;base64,iVBOR") == 1
