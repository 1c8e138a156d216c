"""Timelines in pages of others as they stood on an earlier day."""

from urllib.parse import urlencode

import pytest

from tests.embed.conftest import FRAME, is_whole, shown_in, until
from tools.serving import serving

DAY = "2023-04-02"
MINISTERIAL = "2023-04-04-nato-foreign-ministers"
STATUS = f"document.getElementById('{MINISTERIAL}').querySelector('.status').textContent.trim()"
THERE = "!document.documentElement.classList.contains('choosing') && !document.querySelector('.result').hidden"
RAILS = ".chronology .entry > .rail"
SET = "([name, value]) => document.querySelector('dateline-timeline').setAttribute(name, value)"


@pytest.fixture
def framed(visit):
    """The frame of an element with some attributes."""

    def show(**given):
        attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in given.items())
        site = visit.place.site
        element = f'<dateline-timeline src="{site}embed/v1/"{attributes}><a href="{site}">T</a></dateline-timeline>'
        html = f'<!DOCTYPE html><title>x</title><script src="{site}embed.js" async></script>{element}'
        visit.page.goto(visit.place.write(html))
        if "entry" not in given:  # to which the page is scrolled
            visit.settle()
        until(visit.page, "document.querySelector('dateline-timeline').shadowRoot?.querySelector('iframe')")
        return visit.frame()

    return show


def test_an_element_shows_a_day_and_todays_state_again_without_loading_anything_twice(visit, framed):
    frame = framed()
    assert "Held" in frame.evaluate(STATUS)
    before = len(visit.requests)

    visit.page.evaluate(SET, ["as-of", DAY])
    until(frame, THERE)
    assert "Planned" in frame.evaluate(STATUS)
    said = frame.locator(".chronology > [data-why=then]").inner_text()
    assert said.startswith("As known on 2 April 2023.")
    assert "Titles, summaries, places and actors are today’s." in said
    assert frame.locator(".latest").is_hidden()
    assert frame.locator(".whole").get_attribute("href").endswith(f"?as-of={DAY}")
    assert [request.rpartition("/")[2].partition(".")[0] for request in visit.requests[before:]] == ["earlier"]
    then = shown_in(frame)
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height > 100")
    assert is_whole(frame)

    visit.page.evaluate(SET, ["as-of", "2023-07-12"])
    until(frame, "document.querySelector('main').textContent.includes('As known on 12 July 2023')")
    assert set(shown_in(frame)) > set(then)
    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('as-of')")
    until(frame, "document.querySelector('.result').hidden")
    assert "Held" in frame.evaluate(STATUS)
    assert len(shown_in(frame)) == 36
    assert len(visit.requests) == before + 1


def test_the_newest_come_first_on_an_earlier_day_and_after_it(framed, visit):
    frame = framed(as_of=DAY, order="newest")
    until(frame, THERE)
    newest = shown_in(frame)

    visit.page.evaluate(SET, ["order", "oldest"])
    until(frame, f"document.querySelector('article.entry').id === '{newest[-1]}'")
    assert shown_in(frame) == newest[::-1]
    visit.page.evaluate(SET, ["order", "newest"])
    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('as-of')")
    until(frame, "document.querySelectorAll('article.entry').length === 36")
    assert shown_in(frame)[0] == "2024-03-07-sweden-joins"


def test_a_frame_that_is_shut_in_shows_a_day_and_leads_to_an_entry_of_it(visit, framed):
    frame = framed(as_of=DAY, sandbox="allow-scripts", entry=MINISTERIAL)
    until(frame, f"location.href !== 'about:blank' && document.querySelector('.result') && {THERE}")

    assert "Planned" in frame.evaluate(STATUS)
    until(visit.page, "scrollY > 500")
    top = frame.evaluate(f"document.getElementById('{MINISTERIAL}').getBoundingClientRect().top")
    assert abs(visit.box()["y"] + top - 16) < 4


@pytest.mark.parametrize("shown", ["both", "overview"])
def test_an_earlier_day_has_no_overview_which_shows_today(visit, framed, shown):
    frame = framed(as_of=DAY, show=shown)
    until(frame, THERE)

    assert MINISTERIAL in shown_in(frame)
    assert frame.locator(".overview svg").first.is_hidden()
    assert frame.locator(".of-today").is_visible()
    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('as-of')")
    until(frame, f"document.documentElement.dataset.show === '{shown}' && document.querySelector('.result').hidden")
    assert frame.locator(".overview svg").first.is_visible()
    assert bool(shown_in(frame)) == (shown != "overview")


def test_a_frame_keeps_the_months_beside_its_figures_in_a_view(browser, place):
    with browser.new_context(viewport={"width": 360, "height": 700}) as context:
        page = context.new_page()
        page.goto(f"{place.site}embed/v1/")
        whole = page.eval_on_selector_all(RAILS, "all => all.map(one => one.innerText)")
        page.goto(f"{place.site}embed/v1/?key=0&order=oldest&from=1900")
        until(page, THERE)

        assert page.eval_on_selector_all(RAILS, "all => all.map(one => one.innerText)") == whole
        assert any("APR" in rail.upper() for rail in whole)


def test_a_frame_says_what_the_site_says_of_itself(site):
    site.write("site.yaml", "title: T\nnotice: All of this is invented.\noutputs: [embed]\n")
    site.build("--as-of", "2023-04-01")

    for path in ("embed/v1/index.html", "embed/v1/overview/index.html"):
        page = (site.root / "output" / path).read_text(encoding="utf-8")
        assert "All of this is invented." in page
        assert "As known on 1 April 2023." in page


def test_where_nothing_runs_a_frame_says_that_the_address_is_not_minded(browser, place):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place.site}embed/v1/?as-of={DAY}")

        assert page.locator("noscript p").is_visible()
        assert "Without scripts everything is shown" in page.locator("noscript p").inner_text()
        assert len(shown_in(page)) == 36


@pytest.mark.parametrize("path", ["embed/v1/", "embed/v1/actor/nato/"])
def test_where_the_script_of_earlier_days_does_not_come_nothing_is_shown_in_its_place(browser, place, path):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/earlier.*.js", lambda route: route.abort())
        page.goto(f"{place.site}{path}?as-of={DAY}")
        until(page, THERE)

        assert shown_in(page) == []
        assert "could not be loaded" in page.locator(".result").inner_text()


def test_an_answer_that_is_no_script_is_asked_for_once(browser, place):
    with browser.new_context() as context:
        page, asked = context.new_page(), []

        def answer(route):
            asked.append(route.request.url)
            route.fulfill(body="/* a page that is not there */", content_type="text/javascript")

        page.route("**/earlier.*.js", answer)
        page.goto(f"{place.site}embed/v1/?as-of={DAY}")
        until(page, THERE)

        assert "could not be loaded" in page.locator(".result").inner_text()
        assert len(asked) == 1
        assert page.locator("head script").count() == 2


def test_entries_are_reached_again_after_a_day_that_could_not_be_told(visit, framed):
    visit.page.route("**/earlier.*.js", lambda route: route.abort())
    frame = framed()
    visit.page.evaluate(SET, ["as-of", DAY])
    until(frame, THERE)
    assert shown_in(frame) == []

    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('as-of')")
    until(frame, "document.querySelector('.result').hidden")
    visit.page.evaluate(SET, ["entry", MINISTERIAL])
    until(visit.page, "scrollY > 500")
    visit.page.unroute("**/earlier.*.js")
    visit.page.evaluate(SET, ["as-of", DAY])
    until(frame, f"{THERE} && document.querySelector('.chronology > [data-why=then]')")
    assert "Planned" in frame.evaluate(STATUS)
    visit.faults.clear()  # of the script that did not come


def test_a_day_moves_nobody_to_an_entry_that_was_shown_before(visit, framed):
    frame = framed(entry=MINISTERIAL)
    until(visit.page, "scrollY > 500")
    visit.page.evaluate("scrollTo(0, 0)")

    visit.page.evaluate(SET, ["as-of", DAY])
    until(frame, THERE)
    visit.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert visit.page.evaluate("scrollY") == 0


def test_nothing_of_today_is_seen_while_a_day_is_on_its_way(visit, framed):
    held = []

    def hold(route):
        held.append(route)

    visit.page.route("**/earlier.*.js", hold)
    frame = framed()
    choosing = "document.documentElement.classList.contains('choosing')"

    visit.page.evaluate(SET, ["as-of", DAY])
    until(frame, choosing)
    visit.page.evaluate("document.querySelector('dateline-timeline').removeAttribute('as-of')")
    until(frame, f"!{choosing}")
    visit.page.evaluate(SET, ["as-of", "2023-03-01"])
    until(frame, choosing)
    assert len(held) == 1
    held[0].continue_()
    until(frame, f"!{choosing} && document.querySelector('main').textContent.includes('As known on 1 March 2023')")


@pytest.mark.parametrize("value", ["$&x", "$`"])
def test_what_is_wrong_is_named_as_it_is_written(browser, place, value):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{place.site}embed/v1/?{urlencode({'actor': value})}")
        until(page, THERE)

        assert f"“{value}”" in page.locator(".result").inner_text()


def test_a_site_of_one_day_says_that_it_has_no_other(site, browser):
    site.write("site.yaml", "title: T\noutputs: [embed]\n")
    site.build("--as-of", "2023-04-01")
    with browser.new_context() as context, serving(site.root / "output") as address:
        page = context.new_page()
        page.goto(f"{address}embed/v1/?as-of={DAY}")
        until(page, THERE)
        assert "as known on one day" in page.locator(".result").inner_text()

        page.goto(address)
        page.locator(".share summary").click()
        assert "export fragment --as-of 2023-04-01" in page.locator(".share").inner_text()


def test_a_frame_without_a_day_does_not_load_the_script_of_earlier_days(visit, framed):
    framed(actor="nato")

    assert any("/embed." in request for request in visit.requests)
    assert not any("/earlier." in request for request in visit.requests)
