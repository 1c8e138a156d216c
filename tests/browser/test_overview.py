"""The overview in a real browser: a picture without script; with it, a map to point at, to read by and to zoom."""

import re

import pytest

HELD = "4–5 April 2023: Meeting of NATO Ministers of Foreign Affairs"


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def mark(page, words):
    return page.locator(f'.overview a[aria-label="{words}"]')


def place(page, words):
    box = mark(page, words).bounding_box()
    return box["x"] + box["width"] / 2


def test_without_script_every_event_is_a_mark_that_leads_to_its_entry(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    assert page.locator(".overview a").count() == page.locator(".chronology .entry").count()
    assert page.locator(".overview .controls").is_hidden()
    mark(page, HELD).click()
    assert page.url.endswith("#2023-04-04-nato-foreign-ministers")
    context.close()


def test_what_is_pointed_at_or_has_the_focus_is_named(page):
    rest = page.locator(".hint").inner_text()
    mark(page, HELD).hover()
    assert page.locator(".hint").inner_text() == HELD
    page.mouse.move(5, 5)
    assert page.locator(".hint").inner_text() == rest

    page.locator(".overview a").first.focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first != second
    assert page.locator(".hint").inner_text() == second


def test_the_marks_are_one_stop_of_the_tab_key(page):
    page.locator(".overview a").nth(5).focus()
    page.locator(".overview a").first.focus()
    page.keyboard.press("End")

    assert page.locator('.overview a[tabindex="0"]').count() == 1
    assert page.locator(".overview a").last.get_attribute("tabindex") == "0"


def test_the_entry_that_is_read_is_shown(page, address):
    page.goto(f"{address}#2023-03-10-saudi-arabia-iran")

    page.wait_for_selector(".overview a.here")
    assert page.locator(".overview a.here").get_attribute("aria-label").startswith("10 March 2023: Saudi Arabia")


def test_dragging_chooses_a_period(page):
    page.evaluate("window.dateline = {...window.dateline, setView: (view) => { window.chosen = view }}")
    frame = page.locator(".overview > svg").bounding_box()
    start, end = place(page, HELD) - 40, place(page, HELD) + 40
    page.mouse.move(start, frame["y"] + 150)
    page.mouse.down()
    page.mouse.move(end, frame["y"] + 150, steps=4)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d", page.locator(".hint").inner_text())
    page.mouse.up()

    chosen = page.evaluate("window.chosen")
    assert chosen["from"] < "2023-04-04"
    assert chosen["to"] > "2023-04-05"
    assert "#" not in page.url  # the end of a drag is no click


def test_the_buttons_the_keys_and_the_wheel_zoom_around_what_they_are_at(page):
    before = place(page, HELD)
    mark(page, HELD).hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_selector(".overview.zoomed")
    assert abs(place(page, HELD) - before) < 3

    page.get_by_role("button", name="Whole time").click()
    assert page.locator(".overview.zoomed").count() == 0
    assert abs(place(page, HELD) - before) < 1
    mark(page, HELD).focus()
    page.keyboard.press("+")
    assert page.locator(".overview.zoomed").count() == 1
    page.keyboard.press("0")
    assert page.locator(".overview.zoomed").count() == 0


def test_a_plain_turn_of_the_wheel_scrolls_the_page(page):
    mark(page, HELD).hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 0")

    assert page.locator(".overview.zoomed").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768])
def test_it_fits_every_screen(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    frame = page.locator(".overview").bounding_box()

    for box in (link.bounding_box() for link in page.locator(".overview a").all()):
        assert frame["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 6
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
