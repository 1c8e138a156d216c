"""What an author sees in the browser as they save."""

import re

import pytest
from playwright.sync_api import expect

from tests.serve.conftest import stays, until

OVERLAY = "dateline-problems"


def test_a_saved_change_shows_in_place(preview, page):
    page.goto(preview.address)
    same = stays(page)
    preview.event("e1", "Renamed")

    page.get_by_role("heading", name="Renamed").wait_for()
    assert page.get_by_role("heading", name="Event 1").count() == 0
    assert page.get_by_role("heading", name="Event 2").count() == 1
    assert same()


def test_what_the_reader_did_stays(preview, page):
    for number in range(3, 40):
        preview.event(f"e{number}", f"Event {number}", f"20{number:02d}-01-01")
    page.goto(preview.address)
    until(lambda: page.locator("article.entry").count() == 40)
    same = stays(page)
    page.evaluate("document.querySelector('details.choices').open = true")
    page.wait_for_selector("fieldset li")  # until then the fields are filled from the address
    page.evaluate("document.getElementById('e30').scrollIntoView()")
    page.evaluate("document.querySelector('[name=q]').focus({preventScroll: true})")
    page.evaluate("document.querySelector('[name=to]').value = '20'")  # half of what the reader types
    before = page.evaluate("document.getElementById('e30').getBoundingClientRect().top")
    preview.event("e35", "Told anew", "2035-01-01")

    page.get_by_role("heading", name="Told anew").wait_for()
    assert same()
    assert page.evaluate("document.querySelector('details.choices').open")
    assert page.evaluate("document.querySelector('[name=to]').value") == "20"
    assert page.evaluate("document.activeElement.name") == "q"
    assert abs(page.evaluate("document.getElementById('e30').getBoundingClientRect().top") - before) < 2


def test_events_come_and_go_and_change_their_places(preview, page):
    page.goto(preview.address)
    same = stays(page)
    preview.event("new", "A newcomer", "2024-02-02")
    page.get_by_role("heading", name="A newcomer").wait_for()
    preview.event("e0", "Event 0", "2025-01-01")
    until(lambda: page.locator("article.entry h4").all_inner_texts()[-1] == "Event 0")
    (preview.root / "content/events/e1.yaml").unlink()

    until(lambda: page.locator("article.entry h4").all_inner_texts() == ["A newcomer", "Event 2", "Event 0"])
    assert same()
    assert page.content().count('id="e0"') == 1


def test_many_changes_leave_the_page_as_it_would_be_if_it_were_opened_now(preview, page):
    page.goto(preview.address)
    same = stays(page)
    for turn in range(8):
        preview.event(f"e{turn % 3}", f"Turn {turn} <b>&", f"20{20 + turn}-0{turn + 1}-01/..")
        preview.event(f"n{turn}", f"New {turn}", f"{1990 + 7 * turn}")
        if turn % 2:
            (preview.root / f"content/events/n{turn - 1}.yaml").unlink()
        page.get_by_role("heading", name=f"Turn {turn}").wait_for()
    assert same()

    told = "[...document.querySelectorAll('main article, .chronology h2, .overview a')].map(e => e.textContent.trim())"
    patched = page.evaluate(told)
    page.reload()
    assert patched == page.evaluate(told)


def test_a_mistake_lies_over_the_last_good_page_and_goes_when_it_is_mended(preview, page):
    page.goto(preview.address)
    same = stays(page)
    preview.write("content/events/e1.yaml", "title: Event 1\ndate: 2024-02-31\n")

    overlay = page.locator(OVERLAY)
    overlay.get_by_role("alert").wait_for()
    told = overlay.get_by_role("alert").inner_text()
    assert "content/events/e1.yaml:2:7: '2024-02-31' has no day 31" in told
    assert "2 | date: 2024-02-31" in told
    assert overlay.locator("mark").all_inner_texts() == ["2024-02-31"]
    assert "February 2024 has 29 days" in told
    assert page.get_by_role("heading", name="Event 1").count() == 1
    preview.event("e1", "Mended")

    page.get_by_role("heading", name="Mended").wait_for()
    overlay.wait_for(state="detached")
    assert same()
    assert len(preview.found("content/events/e1.yaml:2:7")) == 1, "the terminal says it once"


def test_mistakes_are_seen_as_soon_as_they_have_their_looks(preview, page):
    held = []

    def hold(route):
        held.append(route)

    page.route("**/overlay.css", hold)
    page.goto(preview.address)
    alert = page.locator(OVERLAY).locator("[role=alert]")
    with page.expect_request("**/overlay.css"):
        preview.write("content/events/e1.yaml", "title: [\n")
    alert.wait_for(state="attached")

    assert not alert.is_visible()
    held.pop().continue_()
    alert.wait_for()
    with page.expect_request("**/overlay.css"):
        preview.write("content/events/e1.yaml", "title: {\n")
    expect(alert).to_have_count(2)
    assert [one.is_visible() for one in alert.all()] == [True, False]
    held.pop().continue_()
    expect(alert).to_have_count(1)
    assert alert.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_mistakes_leave_some_of_the_page_to_be_seen_and_can_be_read_and_hidden(preview, browser, width, scheme):
    long = "title: Long\ndate: 2024-01-01\nsummary: " + "many words " * 40 + "actors: {\n"
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(preview.address)
        for name in ("e0", "e1", "e2"):
            preview.write(f"content/events/{name}.yaml", long)
        overlay = page.locator(OVERLAY)
        overlay.get_by_role("heading", name="3 mistakes").wait_for()

        box = overlay.get_by_role("alert").bounding_box()
        assert box
        assert box["y"] >= 800 * 0.3 - 1, "the page is seen above it"
        assert round(box["y"] + box["height"]) == 800
        assert not overlay.get_by_role("alert").evaluate("one => one.scrollWidth > one.clientWidth"), (
            "nothing is cut off"
        )
        ground, ink = overlay.get_by_role("alert").evaluate(
            "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
        )
        assert (brightness(ground) > brightness(ink)) is (scheme == "light")
        assert abs(brightness(ground) - brightness(ink)) > 180
        overlay.get_by_role("button", name="Hide").click()
        overlay.wait_for(state="detached")


def brightness(colour):
    """From 0 to 255, of a colour as browsers compute it."""
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3


def test_a_site_that_is_wrong_from_the_start_shows_its_mistake_and_then_itself(start, tmp_path, page):
    (tmp_path / "wrong").mkdir()
    preview = start(root=tmp_path / "wrong")
    page.goto(preview.address)

    page.locator(OVERLAY).get_by_role("alert").get_by_text("there is no site.yaml here").wait_for()
    preview.write("site.yaml", "title: Here at last\n")
    page.get_by_role("heading", name="Here at last").wait_for()


def test_a_template_that_fails_lies_over_the_page_as_it_was(preview, page):
    page.goto(preview.address)
    preview.write("templates/404.html", "{% extends 'base.html' %}{% block main %}<h1>Fine</h1>{% endblock %}")
    page.goto(preview.address + "nowhere/")
    page.get_by_role("heading", name="Fine", exact=True).wait_for()
    preview.write("templates/404.html", "{% extends 'base.html' %}{% block main %}{{ nothing }}{% endblock %}")

    page.locator(OVERLAY).get_by_role("alert").get_by_text("templates/404.html:1").wait_for()
    assert page.get_by_role("heading", name="Fine", exact=True).count() == 1
    preview.write("templates/404.html", "{% extends 'base.html' %}{% block main %}<h1>Better</h1>{% endblock %}")
    page.get_by_role("heading", name="Better").wait_for()
    page.locator(OVERLAY).wait_for(state="detached")


def test_colours_change_without_a_reload(preview, page):
    preview.write("site.yaml", "title: Previewed\ntheme: {accent: '#7f1100'}\n")
    until(lambda: preview.builds)
    page.goto(preview.address)
    sheets = page.locator("link[rel=stylesheet]").count()
    same = stays(page)
    preview.write("site.yaml", "title: Previewed\ntheme: {accent: '#00557f'}\n")

    link = "getComputedStyle(document.documentElement).getPropertyValue('--link')"
    before = page.evaluate(link)
    until(lambda: page.evaluate(link) != before, "another accent")
    until(lambda: page.locator("link[rel=stylesheet]").count() == sheets, "no old style sheet")
    assert same()


def test_it_goes_to_the_page_of_what_was_saved_where_that_is_asked_for(start, page):
    preview = start("--navigate")
    page.goto(preview.address)
    preview.event("e2", "Gone to")

    page.wait_for_url("**/events/e2/")
    page.get_by_role("heading", name="Gone to", level=1).wait_for()


def test_a_page_that_slept_through_changes_catches_up(preview, page, browser):
    page.goto(preview.address)
    page.context.set_offline(True)  # as Playwright has it
    preview.event("e1", "While it slept")
    until(lambda: preview.builds)
    page.context.set_offline(False)

    page.get_by_role("heading", name="While it slept").wait_for()


def test_fifty_tabs_hold_one_connection_and_all_are_told(preview, browser):
    with browser.new_context() as context:
        pages = [context.new_page() for _ in range(50)]
        for page in pages:
            page.goto(preview.address + "events/e1/", wait_until="domcontentloaded")
        until(lambda: '"connections":1}' in preview.get("_dateline/state"), "one connection")
        preview.event("e1", "Told to all")

        for page in pages:
            page.get_by_role("heading", name="Told to all", level=1).wait_for()
        assert '"connections":1}' in preview.get("_dateline/state")


def test_the_files_of_the_site_have_no_trace_of_the_preview(preview, page):
    page.goto(preview.address)
    page.get_by_role("heading", name="Event 1").wait_for()

    assert sorted(path.name for path in preview.root.iterdir()) == ["content", "site.yaml"]


def test_pages_and_mistakes_show_under_the_policy_of_the_pages(preview, page):
    faults = []
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(preview.address)
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    preview.write("content/events/e1.yaml", "title: [")
    page.locator(OVERLAY).wait_for(state="attached")
    page.wait_for_function("name => document.querySelector(name).shadowRoot.styleSheets.length > 0", arg=OVERLAY)
    preview.event("e1", "Mended")
    page.get_by_role("heading", name="Mended").wait_for()

    assert "default-src 'none'" in policy
    assert faults == []
