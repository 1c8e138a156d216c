"""The overview in pages of others: above the entries or alone, by any lanes, as the site draws it."""

import re
from itertools import pairwise

import pytest

from tests.embed.conftest import FRAME, Visit, is_whole, shown_in, until

DARK, LIGHT = "rgb(22, 20, 18)", "rgb(251, 249, 243)"
PAPER = "getComputedStyle(document.body).backgroundColor"
ENTRY = "2023-07-11-vilnius-summit"
WAYS = ("", "together/", "type/", "actor/", "topic/", "place/")
SET = "([name, value]) => document.querySelector('dateline-timeline').setAttribute(name, value)"


def element(place, **given):
    """A page of others with a timeline."""
    attributes = "".join(f' {name}="{value}"' for name, value in given.items())
    start = '<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><title>x</title>'
    script = f'<script src="{place.site}embed.js" async></script>'
    timeline = f'<dateline-timeline src="{place.site}embed/v1/"{attributes}><a href="{place.site}">x</a>'
    return place.write(f'{start}{script}{timeline}</dateline-timeline><p id="after">After.</p></html>')


def marks_in(frame, more=""):
    """The ids that the marks of the overview lead to, where they can be seen."""
    return frame.eval_on_selector_all(
        f".overview a{more}",
        "found => found.filter(one => one.checkVisibility()).map(one => one.getAttribute('href').split('#')[1])",
    )


@pytest.fixture
def framed(visit):
    """The frame of a timeline in a page of others."""

    def show(**given):
        visit.page.goto(element(visit.place, **given))
        visit.settle()
        return visit.frame()

    return show


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_a_page_is_whole_without_scripts(browser, place, way, prefix):
    with browser.new_context(java_script_enabled=False, viewport={"width": 800, "height": 600}) as context:
        page = context.new_page()
        page.goto(f"{place.site}{prefix}embed/v1/overview/{way}")
        entries, marks = (page.locator(name) for name in ("article.entry", ".overview a"))

        assert entries.count() == 36
        assert {mark.get_attribute("href") for mark in marks.all()} <= {
            f"#{one.get_attribute('id')}" for one in entries.all()
        }
        assert {mark.get_attribute("target") for mark in marks.all()} == {"_self"}
        assert (page.locator(".overview .group").count() > 1) == (way not in ("", "together/"))
        marks.first.click()
        assert page.url.endswith(f"{way}{marks.first.get_attribute('href')}")


def test_a_page_is_drawn_as_the_site_draws_it(place):
    def picture(path):
        html = (place.output / path / "index.html").read_text(encoding="utf-8")
        marks = re.findall(r"<a [^>]*tabindex.*</a>", html)
        assert len(marks) == 36
        return [mark.replace(' target="_self"', "") for mark in marks]

    assert picture("embed/v1/overview") == picture("")


def test_the_overview_alone_is_as_high_as_it_is(framed, visit):
    frame = framed(show="overview", group="type")

    assert frame.url.endswith("/embed/v1/overview/type/?show=overview")
    assert shown_in(frame) == []
    assert len(marks_in(frame)) == 36
    assert is_whole(frame)
    assert 300 < visit.box()["height"] < 900


@pytest.mark.parametrize(
    ("given", "address", "entries", "marks"),
    [
        ({}, "", 36, 0),
        ({"show": "entries"}, "", 36, 0),
        ({"show": "entries", "group": "type"}, "", 36, 0),
        ({"show": "both"}, "overview/", 36, 36),
        ({"group": "together"}, "overview/together/", 36, 36),
        ({"show": "overview"}, "overview/?show=overview", 0, 36),
        ({"show": "overview", "actor": "nato", "key": ""}, "overview/?actor=nato&key=1&show=overview", 0, 36),
        ({"show": "sideways", "group": "colour"}, "", 36, 0),
    ],
)
def test_an_element_asks_for_what_is_shown(framed, visit, given, address, entries, marks):
    frame = framed(**given)

    assert frame.url == f"{visit.place.site}embed/v1/{address}"
    assert len(shown_in(frame)) == entries
    assert len(marks_in(frame)) == marks
    assert is_whole(frame)


def test_an_element_of_an_actor_stays_what_it_is(visit, place):
    visit.page.goto(element(place, src=f"{place.site}embed/v1/actor/nato/", show="overview"))
    visit.page.evaluate(SET, ["src", f"{place.site}embed/v1/actor/nato/"])
    visit.settle()

    assert visit.frame().url.endswith("/embed/v1/actor/nato/")
    assert len(shown_in(visit.frame())) == 17


def test_what_is_shown_may_change_without_a_load(framed, visit):
    frame = framed(show="both", group="type")
    before, whole = len(visit.requests), visit.box()["height"]

    visit.page.evaluate(SET, ["show", "overview"])
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height < {whole / 2}")
    assert shown_in(frame) == []
    assert is_whole(frame)
    visit.page.evaluate(SET, ["theme", "dark"])
    until(frame, f"{PAPER} === '{DARK}'")
    visit.page.evaluate(SET, ["show", "both"])
    until(visit.page, f"{FRAME % 'dateline-timeline'}.getBoundingClientRect().height === {whole}")

    assert len(shown_in(frame)) == 36
    assert len(visit.requests) == before


def test_what_is_filtered_out_fades_as_on_the_site(visit, place, framed):
    frame = framed(show="overview", actor="nato", **{"from": "2023"})
    until(frame, "document.querySelector('.overview a.off')")
    faded = marks_in(frame, ".off")
    assert frame.locator(".overview .chosen").count() == 1

    visit.page.goto(f"{place.site}?actor=nato&from=2023")
    until(visit.page, "document.querySelector('.overview a.off')")
    assert faded == marks_in(visit.page, ".off")
    assert 10 < len(faded) < 30


def test_a_mark_whose_entry_is_not_on_the_page_does_not_fade(browser, place):
    def without(route):
        html = route.fetch().text()
        gone = re.sub(rf'<article class="entry[^>]*id="{ENTRY}">.*?</article>', "", html, flags=re.DOTALL)
        assert gone != html
        route.fulfill(body=gone, content_type="text/html")

    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/embed/v1/overview/?**", without)
        page.goto(f"{place.site}embed/v1/overview/?actor=g7")
        until(page, "document.querySelector('.overview a.off')")

        assert ENTRY not in marks_in(page, ".off")
        assert ENTRY in marks_in(page)


def test_a_mark_leads_to_its_entry_or_where_that_is_hidden_to_the_site(framed, visit):
    frame = framed(show="both")
    mark = f".overview a[href$='#{ENTRY}']"
    frame.locator(mark).evaluate(
        "one => one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
    )
    until(visit.page, "scrollY > 500")
    assert visit.page.url.endswith("page.html")

    visit.page.evaluate(SET, ["show", "overview"])
    until(frame, f"document.querySelector(\"{mark}\").target.baseVal === '_blank'")
    with visit.page.context.expect_page() as opened:
        frame.locator(mark).evaluate("one => one.dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    assert opened.value.url.startswith(f"{visit.place.site}events/{ENTRY}/")


def test_a_period_that_is_dragged_is_not_chosen(framed, visit):
    frame = framed(show="overview")
    box = visit.page.locator("dateline-timeline").bounding_box()
    visit.page.evaluate("scrollTo(0, 0)")
    y = box["y"] + frame.locator(".overview .axis").first.bounding_box()["y"] - box["y"] + 2
    visit.page.mouse.move(200, y)
    visit.page.mouse.down()
    visit.page.mouse.move(420, y, steps=4)
    assert frame.locator(".overview .chosen").count() == 1
    visit.page.mouse.up()

    until(frame, "!document.querySelector('.overview .chosen')")
    assert frame.locator(".overview a.off").count() == 0


def test_a_deep_link_leads_past_the_overview_to_an_entry(visit, place):
    visit.page.goto(f"{element(place, group='actor')}#dateline={ENTRY}")
    until(visit.page, "scrollY > 500")
    frame = visit.frame()
    where = frame.evaluate(f"document.getElementById('{ENTRY}').getBoundingClientRect().top")

    assert abs(visit.box()["y"] + where - 16) < 3
    assert frame.evaluate("document.querySelector('.entry:target').id") == ENTRY


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_wider_than_a_page_of_320_pixels(browser, place, theme):
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        visit = Visit(context, place)
        visit.page.goto(element(place, show="overview", group="actor", theme=theme))
        visit.settle()
        frame = visit.frame()

        assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert is_whole(frame)
        assert frame.evaluate(PAPER) == (DARK if theme == "dark" else LIGHT)
        assert visit.faults == []


def test_names_of_main_events_stand_in_a_column_of_an_article(framed, visit):
    frame = framed(show="both")
    labels = frame.locator(".overview .label")

    assert labels.count() > 1
    assert labels.first.is_visible()
    boxes = sorted((label.bounding_box() for label in labels.all()), key=lambda box: (box["y"], box["x"]))
    for one, other in pairwise(boxes):
        assert one["y"] + one["height"] <= other["y"] + 4 or one["x"] + one["width"] <= other["x"]


def test_a_frame_with_the_overview_keeps_nothing_and_fetches_nothing(visit, framed):
    visit.page.add_init_script(
        """window.done = [];
        for (const name of ["fetch", "XMLHttpRequest"]) window[name] = () => done.push(name);
        for (const name of ["pushState", "replaceState"]) history[name] = () => done.push(name);
        Storage.prototype.setItem = () => done.push("storage");"""
    )
    frame = framed(show="both", group="type", actor="nato", sandbox="allow-scripts")

    assert frame.evaluate("done") == []
    assert marks_in(frame, ".off")
    assert frame.eval_on_selector_all("script", "all => all.map(one => one.type)") == ["", ""]


def test_a_group_that_no_event_has_leads_to_the_overview_without_groups(site):
    site.write("site.yaml", "title: T\noutputs: [embed]\n")
    site.build()
    folder = site.root / "output/embed/v1/overview"

    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("*/index.html")}
    assert pages.keys() == {"together", "type", "actor", "topic", "place"}
    lanes = {way: page.count('class="group"') for way, page in pages.items()}
    assert lanes["topic"] == lanes["place"] == lanes["together"]
    assert lanes["type"] > lanes["together"]
    assert 'name="robots" content="noindex"' in pages["type"]


def test_a_site_without_events_keeps_the_addresses_of_its_overviews(site):
    for path in (site.root / "content").rglob("*.*"):
        path.unlink()
    site.write("site.yaml", "title: T\noutputs: [embed]\n")
    site.build()

    for way in ("", "actor/"):
        page = (site.root / f"output/embed/v1/overview/{way}index.html").read_text(encoding="utf-8")
        assert 'class="overview' not in page
        assert "<h1" in page
