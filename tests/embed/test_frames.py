"""Timelines in pages of others: as high as what they show, filtered as on the site, and each by itself."""

import pytest

from tests.embed.conftest import ASKED, FRAME, Visit, is_whole, shown_in, until

DARK, LIGHT = "rgb(22, 20, 18)", "rgb(251, 249, 243)"
ENTRY = "2023-07-11-vilnius-summit"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module")
def reader(browser):
    """A page that opens one view after another."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script("window.told = 0; document.addEventListener('dateline:view', () => told++)")
        yield page


@pytest.fixture
def on_the_site(place, reader):
    """What the site's own filters choose."""

    def ids(query, path=""):
        reader.goto(f"{place.site}{path}?{query}")
        until(reader, "told > 0")
        return shown_in(reader)

    return ids


@pytest.fixture
def in_a_frame(place, reader):
    """What a page for frames shows."""

    def ids(query, path="embed/v1/"):
        reader.goto(f"{place.site}{path}?{query}")
        until(reader, "!document.documentElement.classList.contains('choosing')")
        return shown_in(reader)

    return ids


@pytest.mark.parametrize("name", ["element.html", "hostile.html", "strict.html", "sandbox.html"])
def test_a_frame_is_as_high_as_what_it_shows(visit, on_the_site, name):
    visit.open(name)
    frame = visit.frame()

    assert is_whole(frame)
    assert visit.box()["height"] > 2000
    assert shown_in(frame) == on_the_site(ASKED)
    assert frame.evaluate(PAPER) == (LIGHT if name == "hostile.html" else DARK)
    after = visit.page.locator("#after").bounding_box()
    assert after["y"] >= visit.page.locator("dateline-timeline").bounding_box()["y"] + visit.box()["height"]


def test_a_frame_is_as_high_as_what_it_shows_where_that_changes(visit):
    visit.open("element.html")
    wide = visit.box()["height"]

    visit.page.set_viewport_size({"width": 420, "height": 700})
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height > {wide + 100}")
    narrow = visit.box()["height"]
    assert is_whole(visit.frame())
    visit.page.set_viewport_size({"width": 900, "height": 700})
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height < {narrow - 100}")

    assert visit.box()["height"] == wide


def test_nothing_is_wider_than_a_page_of_320_pixels(browser, place):
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        visit = Visit(context, place)
        visit.open("element.html")

        assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
        assert visit.frame().evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert is_whole(visit.frame())


def test_three_timelines_of_two_sites_stand_in_one_page(visit, place, in_a_frame):
    visit.open("three.html")

    assert visit.frame("#one").url.startswith(f"{place.site}embed/v1/type/ministerial/")
    assert visit.frame("#two").url.startswith(f"{place.other}embed/v1/year/2023/")
    assert is_whole(visit.frame("#one"))
    assert is_whole(visit.frame("#two"))
    assert visit.box("#three")["height"] == 300
    assert not is_whole(visit.frame("#three"))
    assert visit.page.evaluate(f"{FRAME % '#three'}.title") == "Trois"
    assert visit.page.evaluate(f"{FRAME % '#two'}.title") == "Two"
    assert visit.frame("#two").evaluate(PAPER) == LIGHT
    assert shown_in(visit.frame("#two")) == in_a_frame("key=1&status=held", "embed/v1/year/2023/")
    assert len(shown_in(visit.frame("#two"))) > 2
    assert visit.frame("#three").evaluate("document.documentElement.lang") == "fr"


def test_a_division_is_as_good_as_an_element(visit, on_the_site):
    visit.open("division.html")
    until(visit.page, f"!{FRAME % '[data-dateline]'}.src.includes('#')")
    frame = visit.frame("[data-dateline]")
    frame.wait_for_url("**/fr/embed/v1/**")
    visit.settle()

    assert frame.evaluate("document.documentElement.lang") == "fr"
    assert shown_in(frame) == on_the_site("topic=enlargement&key=1&order=newest", "fr/")
    assert visit.page.evaluate(f"{FRAME % '[data-dateline]'}.title") == "L’élargissement"


QUERIES = [
    "",
    ASKED,
    "actor=g7,quad",
    "actor=Türkiye",
    "type=summit&order=newest",
    "order=newest",
    "topic=ukraine&topic=groups",
    "place=vilnius",
    "status=held&key=1",
    "source=nato&support=1",
    "from=1990&to=2022-06",
    "from=2023-04-04&to=2023-04-05",
    "from=2023-13",
    "q=nato summit",
    "q=inde",
    "actor=nobody",
    "actor=nobody,nato&type=summit",
    "nonsense=1",
    "key=0",
    "order=sideways",
    "as-of=2023-04-02",
    "as-of=2023-04-02&order=newest&actor=nato",
    "as-of=2022-12-31&status=planned&from=2023",
    "as-of=2023-03-20&support=1&key=1",
    "as-of=1949-04-01",
    "as-of=2023-04",
    "as-of=tomorrow&type=summit",
    "type=%3Cimg%20src=x%20onerror=alert(1)%3E",
]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_a_frame_chooses_as_the_site_does(on_the_site, in_a_frame, query, prefix):
    assert in_a_frame(query, f"{prefix}embed/v1/") == on_the_site(query, prefix)


def test_a_frame_says_what_it_could_not_choose_and_leads_to_the_site(visit, place):
    visit.page.goto(f"{place.site}embed/v1/topic/ukraine/?actor=atlantis&as-of=2023-04-02&theme=dark")
    until(visit.page, "document.querySelector('.result').textContent")

    assert shown_in(visit.page) == []
    said = visit.page.locator(".result").inner_text()
    assert "0 of " in said
    assert "“atlantis”" in said
    assert visit.page.get_by_text("As known on 2 April 2023.").is_visible()
    assert (
        visit.page.locator(".whole").get_attribute("href")
        == "../../../../?actor=atlantis&topic=ukraine&as-of=2023-04-02"
    )
    assert visit.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_what_an_element_asks_for_may_change(visit, place, on_the_site):
    visit.open("element.html")
    frame, history = visit.frame(), visit.page.evaluate("history.length")
    set_to = "([name, value]) => document.querySelector('dateline-timeline').setAttribute(name, value)"
    before = len(visit.requests)

    visit.page.evaluate(set_to, ["actor", "india"])
    visit.page.evaluate(set_to, ["theme", "light"])
    until(frame, f"{PAPER} === '{LIGHT}'")
    expected = on_the_site("actor=india&from=2023-04&to=2023-07")
    assert shown_in(visit.frame()) == expected
    assert len(visit.requests) == before  # nothing was loaded anew
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height > 100")
    assert is_whole(visit.frame())

    visit.page.evaluate(set_to, ["src", f"{place.site}embed/v1/year/1949/"])
    until(visit.page, f"{FRAME % 'dateline-timeline'}.src.includes('1949')")
    visit.settle()
    assert visit.page.evaluate("history.length") == history

    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('src')")
    assert visit.page.evaluate("document.querySelector('dateline-timeline').shadowRoot.querySelector('iframe')") is None
    assert visit.page.locator("dateline-timeline a").is_visible()


@pytest.mark.parametrize(("name", "selector"), [("element.html", "dateline-timeline"), ("division.html", "div")])
def test_a_timeline_that_was_taken_out_of_a_page_is_as_high_again_when_it_comes_back(visit, name, selector):
    visit.open(name)
    high = visit.box(selector)["height"]

    visit.page.evaluate(f"window.kept = document.querySelector('{selector}'); kept.remove()")
    visit.page.evaluate("new Promise(done => setTimeout(done)).then(() => document.body.append(kept))")
    visit.settle()
    until(visit.page, f"{FRAME % selector}.getBoundingClientRect().height === {high}")

    visit.page.evaluate("kept.setAttribute(kept.localName === 'div' ? 'data-actor' : 'actor', 'nobody')")
    until(visit.page, f"{FRAME % selector}.getBoundingClientRect().height < 600")


def test_the_address_of_a_page_leads_to_an_entry_within_its_frame(visit):
    visit.page.goto(f"{visit.place.host('element.html')}#dateline={ENTRY}")
    until(visit.page, "scrollY > 500")
    where = visit.frame().evaluate(f"document.getElementById('{ENTRY}').getBoundingClientRect().top")

    assert abs(visit.box()["y"] + where - 16) < 3
    assert visit.frame().evaluate("document.querySelector('.entry:target').id") == ENTRY

    other = "2023-04-04-finland-joins"
    visit.page.evaluate(f"location.hash = '#dateline={other}'")
    until(visit.frame(), f"document.querySelector('.entry:target')?.id === '{other}'")
    where = visit.frame().evaluate(f"document.getElementById('{other}').getBoundingClientRect().top")
    until(
        visit.page,
        f"where => Math.abs({FRAME % 'dateline-timeline'}.getBoundingClientRect().top + where - 16) < 3",
        where,
    )


def test_no_frame_that_speaks_as_ours_do_changes_anything(visit):
    visit.page.goto(visit.place.host("forged.html"))
    visit.page.evaluate(
        "window.done = new Promise(done => addEventListener('message', e => e.data === 'done' && done())); 0"
    )
    visit.page.evaluate("document.querySelector('#lies').scrollIntoView()")
    visit.settle("dateline-timeline:not(#lies)")
    visit.page.wait_for_timeout(500)

    assert is_whole(visit.frame())
    assert visit.box()["height"] not in (77, 7777)
    assert visit.frame().evaluate(PAPER) == LIGHT
    assert visit.frame().evaluate("location.search") == "?actor=nato&theme=light"
    assert len(shown_in(visit.frame())) > 5
    assert visit.page.evaluate(f"{FRAME % '#lies'}.style.height") == "480px"


def test_a_page_that_refuses_frames_has_a_link(browser, place):
    with browser.new_context() as context:
        visit = Visit(context, place)
        visit.page.goto(place.host("refused.html"))
        until(visit.page, "document.querySelector('dateline-timeline').shadowRoot?.querySelector('slot')")

        assert visit.page.locator("dateline-timeline a").is_visible()
        assert any("frame-src" in fault or "default-src" in fault for fault in visit.faults)


def test_a_page_without_scripts_has_a_frame_or_a_link(browser, place):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(place.host("element.html"))
        assert page.locator("dateline-timeline a").is_visible()
        assert page.locator("dateline-timeline a").get_attribute("href") == place.site

        page.goto(place.host("frame.html"))
        framed = page.frame_locator("iframe")
        assert framed.locator("article.entry").count() == 17
        assert framed.locator("h1 a").get_attribute("href") == "../../../../actors/nato/"
        assert page.locator("iframe").bounding_box()["height"] >= 600


def test_nothing_of_a_page_leaks_in_and_nothing_of_ours_out(visit):
    visit.open("hostile.html")
    frame = visit.frame()
    style = "(name) => getComputedStyle(document.querySelector('.entry h4')).getPropertyValue(name)"

    assert frame.evaluate(style, "letter-spacing") == "normal"
    assert frame.evaluate(style, "color") == "rgb(31, 28, 24)"
    assert visit.page.evaluate("window.dateline") == "mine"
    fresh = visit.page.context.new_page()
    fresh.goto(visit.place.host("frame.html"))  # which has no script
    known = set(fresh.evaluate("Object.getOwnPropertyNames(window)"))
    assert set(visit.page.evaluate("Object.getOwnPropertyNames(window)")) - known <= {"dateline"}
    assert visit.page.evaluate("document.styleSheets.length + document.adoptedStyleSheets.length") == 1
    assert visit.page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"


def test_a_frame_keeps_nothing_fetches_nothing_and_writes_no_history(visit):
    visit.page.add_init_script(
        """window.done = [];
        for (const name of ["fetch", "XMLHttpRequest", "EventSource", "WebSocket"])
            window[name] = () => done.push(name);
        for (const name of ["pushState", "replaceState"]) history[name] = () => done.push(name);
        Storage.prototype.setItem = () => done.push("storage");
        Object.defineProperty(Document.prototype, "cookie", { set: () => done.push("cookie") });"""
    )
    visit.open("element.html", f"#dateline={ENTRY}")
    frame = visit.frame()

    assert frame.evaluate("done") == []
    assert [url for url in visit.requests if ".json" in url] == []
    assert frame.eval_on_selector_all("script", "all => all.map(one => one.type)") == [""]
