"""The repository's own site in a real browser, with JavaScript and without, at the root and under a folder."""

import json
from urllib.parse import unquote, urldefrag, urlencode, urljoin, urlsplit

import pytest

WIDTHS = (320, 360, 768, 1280)
KINDS = {
    "chronology": "",
    "event": "events/2023-04-04-nato-foreign-ministers/",
    "article": "articles/2023-04-01-nato-india/",
    "actor": "actors/nato/",
    "place": "places/brussels/",
    "topic": "topics/enlargement/",
    "year": "2023/",
    "list": "actors/",
    "sources": "sources/",
    "ledger": "ledger/",
    "matrix": "matrix/",
    "plain page": "about/",
    "French": "fr/",
    "missing": "no/such/page/",
}
TOGETHER = 20  # pages that are opened at once
HAS = """page => {
    const all = (selector, of) => [...page.querySelectorAll(selector)].map(of);
    return {ids: all("[id]", one => one.id), links: all("a[href], link[href]", one => one.getAttribute("href"))};
}"""


class Visit:
    """One page, and everything that went wrong on it."""

    def __init__(self, context):
        self.page = context.new_page()
        self.faults: list[str] = []
        self.requested: set[str] = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)
        self.expected_missing = ""

    def _console(self, message):
        if message.type in ("error", "warning") and not (self.expected_missing and "404" in message.text):
            self.faults.append(f"{self.page.url}: {message.text} {message.location}")

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # the icon, where the next page was opened before it came
            self.faults.append(f"{request.url}: {request.failure}")

    def _response(self, response):
        self.requested.add(urlsplit(response.url).netloc)
        if response.status >= 400 and response.url != self.expected_missing:
            self.faults.append(f"{response.url}: {response.status}")


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def visit(browser, request):
    with browser.new_context(java_script_enabled=request.param) as context:
        yield Visit(context)


def read_one_by_one(visit, pages):
    """What each of these pages has, opened as a reader opens it."""
    for page in pages:
        visit.page.goto(page, wait_until="domcontentloaded")
        yield page, visit.page.evaluate(f"({HAS})(document)")


def read_in_frames(visit, pages):
    """The same of pages that stand in frames of one: a browser opens them in half the time."""
    origin = urljoin(pages[0], "/")
    visit.page.goto(f"{origin}frames?{urlencode([('page', page) for page in pages])}")
    found = visit.page.evaluate(f"[...document.querySelectorAll('iframe')].map(one => ({HAS})(one.contentDocument))")
    yield from zip(pages, found, strict=True)


def follow_every_link(visit, read, address, start):
    """Visit all pages that links lead to from the first, and look for the places on them that links name."""
    waiting, seen, fragments = [start], {start}, []
    ids = {}
    while waiting:
        here, waiting = waiting[:TOGETHER], waiting[TOGETHER:]
        for page, has in read(visit, here):
            ids[page] = set(has["ids"])
            for link in has["links"]:
                target, fragment = urldefrag(urljoin(page, link))
                if not target.startswith(address):
                    continue
                assert target.startswith(start), f"{page} leads out of the site: {link}"
                if fragment:
                    fragments.append((page, target, unquote(fragment)))
                if target not in seen and target.endswith("/"):
                    seen.add(target)
                    waiting.append(target)

    assert visit.faults == []
    assert visit.requested == {urlsplit(address).netloc}
    assert [row for row in fragments if row[2] not in ids[row[1]]] == []
    assert len(seen) > 200  # 36 events, two languages, and all that they name


@pytest.mark.parametrize(
    ("read", "has_script"),
    [(read_one_by_one, True), (read_in_frames, False)],
    ids=["with JavaScript", "without JavaScript"],
)
def test_every_link_leads_somewhere_and_nothing_is_reported_on_the_console(address, browser, read, has_script):
    with browser.new_context(java_script_enabled=has_script) as context:
        follow_every_link(Visit(context), read, address, address)


def test_every_link_leads_somewhere_under_a_folder(address, browser):
    with browser.new_context() as context:
        follow_every_link(Visit(context), read_in_frames, address, f"{address}some/repo/")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(address, browser, width):
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        widths = {}
        for kind, path in KINDS.items():
            page.goto(address + path)
            widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert {kind: found for kind, found in widths.items() if found > width} == {}


def test_an_event_leads_to_the_words_that_it_rests_on(address, visit):
    visit.page.goto(address + KINDS["event"])
    visit.page.locator("a[href*='#quote-']").first.click()
    visit.page.wait_for_url("**/articles/**")

    fragment = urlsplit(visit.page.url).fragment
    marked = visit.page.locator(f"mark#{fragment}")
    assert marked.inner_text().startswith("NATO Ministers of Foreign Affairs meeting") or marked.is_visible()
    assert visit.page.locator(f"mark[data-quote='{fragment.removeprefix('quote-')}']").first.is_visible()


def test_the_chronology_is_a_list_of_articles_in_the_order_of_their_dates(address, visit, output):
    visit.page.goto(address)
    shown = visit.page.eval_on_selector_all("ol article", "found => found.map(one => one.id)")

    events = json.loads((output / "timeline.json").read_text())["events"]
    assert shown == [event["id"] for event in events]
    days = [event["earliest"] or event["latest"] for event in events]
    assert days == sorted(days)


def test_the_ministerial_is_planned_in_the_article_and_held_by_a_later_source(address, visit):
    visit.page.goto(address + KINDS["event"])
    told = visit.page.locator("main").inner_text()

    assert "4–5 April 2023" in told
    assert "Planned" in told
    assert "Held" in told
    assert told.index("1 April 2023") < told.rindex("5 April 2023")


def test_a_missing_page_is_told_in_the_look_of_the_site(address, visit):
    missing = address + KINDS["missing"]
    visit.expected_missing = missing
    visit.page.goto(missing)

    assert visit.page.locator("a[href='/']").count() > 0
    assert visit.page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"
    assert visit.faults == []


def test_the_keyboard_reaches_the_content_first_and_then_every_entry(address, visit):
    visit.page.goto(address)
    visit.page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('href')"
    skip = visit.page.evaluate(focused)
    assert skip.startswith("#"), "the first stop is the link that skips to the content"

    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Tab")
    inside = visit.page.evaluate("document.activeElement.closest('main') !== null")
    assert inside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_choice_of_light_and_dark(address, browser, scheme):
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        if color == "rgba(0, 0, 0, 0)":
            color = page.evaluate("getComputedStyle(document.body).backgroundColor")

        red, green, blue = (int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(",")[:3])
        assert (min(red, green, blue) > 200) is (scheme == "light")


def test_the_printed_page_has_every_entry(address, browser, tmp_path):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media="print")

        hidden = page.eval_on_selector_all(
            "ol article", "found => found.filter(one => one.getBoundingClientRect().height < 20).map(one => one.id)"
        )
        assert hidden == []
        assert len(page.pdf(format="A4")) > 20_000
