"""The panel that gives codes for pages of others: for what is seen, and for the whole page where nothing runs."""

from html.parser import HTMLParser

import pytest

from tests.embed.conftest import shown_in, until

CODES = ".share dd:not(.pieces) > pre"


class Codes(HTMLParser):
    """The elements of a code."""

    def __init__(self, html):
        super().__init__()
        self.found = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found[tag] = dict(attrs)


@pytest.fixture
def panel(visit):
    """The panel of a page of the site, opened: what its codes are."""

    def show(path):
        visit.page.goto(f"{visit.place.site}{path}")
        if "?" in path:
            until(visit.page, "!document.querySelector('.share .chosen').hidden")
        visit.page.locator(".share summary").click()
        return visit.page.locator(CODES).all_inner_texts()

    return show


def test_the_panel_gives_codes_for_what_is_seen(panel, visit):
    link, frame, element, export = panel("?actor=nato&from=2023-04&q=finland&order=newest")
    on_the_site = shown_in(visit.page)

    site, query = visit.place.site, "?actor=nato&from=2023-04&order=newest&q=finland"
    assert link == f"{site}{query}"
    assert Codes(frame).found["iframe"]["src"] == f"{site}embed/v1/{query}"
    given = Codes(element).found
    assert given["script"] == {"src": f"{site}embed.js", "async": None}
    assert given["a"] == {"href": f"{site}{query}"}
    assert given["dateline-timeline"] == {
        "src": f"{site}embed/v1/",
        "actor": "nato",
        "from": "2023-04",
        "order": "newest",
        "q": "finland",
    }
    assert export == "dateline export fragment --lang en --actor nato --from 2023-04 --words finland"
    for code in (frame, element):
        visit.page.goto(visit.place.write(f"<!DOCTYPE html><title>x</title>{code}"))
        if code is element:
            until(visit.page, "document.querySelector('dateline-timeline').shadowRoot")
        (framed,) = [one for one in visit.page.frames if one.parent_frame]
        until(framed, "document.readyState === 'complete' && document.querySelector('.result')?.textContent")
        assert shown_in(framed) == on_the_site


def test_the_codes_follow_the_filters(panel, visit):
    before = panel("")
    assert before[0] == visit.place.site
    visit.page.evaluate("dateline.setView({type: ['summit'], support: ['1'], key: true})")
    until(visit.page, "document.querySelector('.share pre').textContent.includes('summit')")

    link, frame, element, export = visit.page.locator(CODES).all_inner_texts()
    assert "type=summit" in link
    assert "type=summit&amp;" in frame
    assert ' support="1"' in element
    assert export.endswith("--type summit --where support=1 --key")


def test_a_page_without_filters_gives_the_codes_of_all_that_it_shows(panel, visit):
    whole = panel("actors/nato/")
    visit.page.goto(f"{visit.place.site}actors/nato/?as-of=2023-04-02&type=summit")
    visit.page.locator(".share summary").click()

    assert visit.page.locator(".share pre").all_inner_texts()[:3] == whole[:3]
    assert visit.page.locator(".share .chosen").is_hidden()


def test_a_day_of_the_past_is_in_every_code(panel, visit):
    link, frame, element, export = panel("?actor=nato&as-of=2023-04-02")

    assert link.endswith("?actor=nato&as-of=2023-04-02")
    assert Codes(frame).found["iframe"]["src"].endswith("embed/v1/?actor=nato&as-of=2023-04-02")
    assert Codes(element).found["dateline-timeline"]["as-of"] == "2023-04-02"
    assert "--as-of 2023-04-02" in export


@pytest.mark.parametrize(
    ("path", "embed"),
    [("actors/nato/", "actor/nato/"), ("topics/ukraine/", "topic/ukraine/"), ("2023/", "year/2023/"), ("", "")],
)
def test_a_page_without_scripts_gives_its_link_and_its_frame(browser, place, path, embed):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place.site}{path}")
        page.locator(".share summary").click()

        link, frame, element, _ = page.locator(CODES).all()
        assert link.inner_text() == f"{place.site}{path}"
        assert Codes(frame.inner_text()).found["iframe"]["src"] == f"{place.site}embed/v1/{embed}"
        assert not element.is_visible()
        assert page.locator(".share button:visible").count() == 0


def test_a_code_is_copied_with_the_clipboard_and_without_it(panel, visit):
    link, *_ = panel("?actor=india")
    for take in ("", "Object.defineProperty(navigator, 'clipboard', {value: undefined})"):
        visit.page.evaluate(f"{take}; window.copied = ''; window.done = 0")
        visit.page.evaluate(
            """addEventListener('copy', () => (copied = String(getSelection())), {once: true});
            if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { copied = text; }"""
        )
        visit.page.locator(".share button").first.click()
        until(visit.page, "document.querySelector('.share button').textContent === 'Copied'")
        assert visit.page.evaluate("copied.trim()") == link
        until(visit.page, "document.querySelector('.share button').textContent === 'Copy'")


def test_a_site_that_does_not_know_its_address_tells_that_of_its_page(site, browser):
    from tools.serving import serving

    site.write("site.yaml", 'title: A "quoted" <title> & more\noutputs: [embed]\n')
    site.build()
    with serving(site.root / "output") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.locator(".share summary").click()
        link, frame, element, _ = page.locator(CODES).all_inner_texts()

        assert link == address
        assert Codes(frame).found["iframe"]["src"] == f"{address}embed/v1/"
        assert Codes(frame).found["iframe"]["title"] == 'A "quoted" <title> & more'
        assert Codes(element).found["dateline-timeline"]["src"] == f"{address}embed/v1/"


def test_the_codes_take_the_overview_along_where_that_is_wanted(panel, visit):
    before = panel("?actor=nato")
    visit.page.get_by_label("With the overview").check()
    link, frame, element, export = visit.page.locator(CODES).all_inner_texts()

    assert (link, export) == (before[0], before[3])
    assert Codes(frame).found["iframe"]["src"] == f"{visit.place.site}embed/v1/overview/?actor=nato"
    given = {"src": f"{visit.place.site}embed/v1/", "show": "both", "actor": "nato"}
    assert Codes(element).found["dateline-timeline"] == given
    visit.page.goto(visit.place.write(f"<!DOCTYPE html><title>x</title>{frame}{element}"))
    visit.settle()
    for framed in (one for one in visit.page.frames if one.parent_frame):
        until(framed, "document.querySelector('.overview a.off')?.checkVisibility()")
        assert len(shown_in(framed)) == 25


def test_an_earlier_day_is_given_without_the_overview_and_of_a_year_by_the_whole(panel, visit):
    site = visit.place.site
    panel("?as-of=2023-04-02")
    assert visit.page.get_by_label("With the overview").is_hidden()

    _, frame, element, _ = panel("2023/?as-of=2023-04-02")
    query = "?from=2023&to=2023&as-of=2023-04-02"
    assert Codes(frame).found["iframe"]["src"] == f"{site}embed/v1/{query}"
    assert Codes(element).found["dateline-timeline"]["src"] == f"{site}embed/v1/"
    _, frame, *_ = panel("2023/?type=summit")
    assert Codes(frame).found["iframe"]["src"].startswith(f"{site}embed/v1/year/2023/")


def test_a_page_without_an_overview_offers_none(panel, visit):
    panel("actors/nato/")

    assert visit.page.locator(".share .pictured").count() == 0
