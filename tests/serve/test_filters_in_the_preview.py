"""Filters that follow what is saved: what they show, offer and count is what there is now."""

import re

from tests.serve.conftest import EVENT, stays, until


def shown(page):
    """The titles of the entries that a view leaves."""
    return page.locator(".chosen article.entry h4").all_inner_texts()


def test_a_view_is_chosen_anew_in_place(preview, page):
    page.goto(preview.address + "?q=event")
    until(lambda: shown(page) == ["Event 0", "Event 1", "Event 2"])
    same = stays(page)
    preview.event("e1", "An event of another name", "2024-02-02")
    until(lambda: shown(page) == ["Event 0", "An event of another name", "Event 2"])
    preview.event("e1", "No longer meant", "2024-02-02")
    until(lambda: shown(page) == ["Event 0", "Event 2"])
    preview.event("new", "An event that is new", "2024-02-02")
    until(lambda: shown(page) == ["Event 0", "An event that is new", "Event 2"])
    (preview.root / "content/events/e0.yaml").unlink()
    until(lambda: shown(page) == ["An event that is new", "Event 2"])

    assert page.url.endswith("?q=event")
    assert page.locator(".result").inner_text() == "2 of 3 events"
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("heading", name="No longer meant").wait_for()
    assert page.locator("article.entry h4").all_inner_texts() == ["No longer meant", "An event that is new", "Event 2"]
    assert same()


def test_what_the_reader_did_to_a_view_stays(preview, page):
    for number in range(3, 40):
        preview.event(f"e{number}", f"Event {number}", f"20{number:02d}-01-01")
    page.goto(preview.address + "?from=2000")
    until(lambda: len(shown(page)) == 40)
    same = stays(page)
    page.evaluate("document.querySelector('.chosen #e30').scrollIntoView()")
    page.evaluate("document.querySelector('.chosen #e30 h4 a').focus({preventScroll: true})")
    page.evaluate("document.querySelector('.chosen #e30').marked = true")
    before = page.evaluate("document.querySelector('.chosen #e30').getBoundingClientRect().top")
    long = EVENT.format(title="Told at length", date="2005-01-01").replace("is told.", "is told. " * 200)
    preview.write("content/events/e5.yaml", long)

    page.locator(".chosen").get_by_role("heading", name="Told at length").wait_for()
    until(lambda: page.evaluate("document.activeElement.closest('#e30') !== null"), "the focus where it was")
    assert page.evaluate("document.querySelector('.chosen #e30').marked"), "what did not change is left as it is"
    assert abs(page.evaluate("document.querySelector('.chosen #e30').getBoundingClientRect().top") - before) < 2
    assert same()


def test_the_filters_offer_and_count_what_there_is_now(preview, page):
    lists = page.locator("fieldset")

    def offered():
        return [" ".join(row.split()) for row in lists.first.locator("li:not(.empty)").all_inner_texts()]

    for number in range(14):
        preview.write(f"content/events/p{number}.yaml", event_of(f"Placed {number}", f"place: Town {number}"))
    page.goto(preview.address)
    until(lambda: page.locator("article.entry").count() == 17)
    page.get_by_text("Filters", exact=True).click()
    until(lambda: offered() == ["Other 17"])
    same = stays(page)
    narrow = page.get_by_label("Places: Find in this list")
    narrow.fill("Town 1")
    preview.write("content/events/e1.yaml", event_of("Event 1", "type: summit"))

    until(lambda: offered() == ["Other 16", "Summit 1"])
    assert narrow.input_value() == "Town 1"
    assert narrow.evaluate("one => one === document.activeElement")
    assert lists.nth(1).locator("li").count() == 5
    page.get_by_role("checkbox", name="Summit").check()
    until(lambda: shown(page) == ["Event 1"])
    preview.write("content/events/e2.yaml", event_of("Event 2", "type: summit"))
    until(lambda: shown(page) == ["Event 1", "Event 2"])
    assert page.get_by_role("checkbox", name="Summit").is_checked()
    assert same()


def test_the_state_of_an_earlier_day_is_worked_out_anew(preview, page):
    preview.write("content/events/e1.yaml", claimed("2024-01-10"))
    preview.write("content/events/e2.yaml", claimed("2024-03-10"))
    page.goto(preview.address + "?as-of=2024-01-20")
    until(lambda: shown(page) == ["Claimed 2024-01-10"])
    same = stays(page)
    preview.write("content/events/e2.yaml", claimed("2024-01-12"))

    until(lambda: shown(page) == ["Claimed 2024-01-10", "Claimed 2024-01-12"])
    assert same()


def event_of(title, field):
    return EVENT.format(title=title, date="2024-02-02") + field + "\n"


def claimed(day):
    return f"title: Claimed {day}\ndate: 2024-02-02\nsources: [{{title: A source, publisher: P, date: {day}}}]\n"


def test_the_panel_gives_the_html_of_what_there_is_now(preview, page):
    preview.write("site.yaml", "title: Previewed\noutputs: [embed]\n")
    until(lambda: "data-pieces" in preview.get(""))
    page.goto(preview.address + "?q=event")
    page.get_by_text("Share and embed").click()
    code = page.locator(".share .pieces pre")

    def titles():
        return re.findall(r"<h5>(.+)</h5>", code.text_content())

    until(lambda: titles() == ["Event 0", "Event 1", "Event 2"])
    same = stays(page)
    preview.event("e1", "An event of another name", "2024-02-02")
    until(lambda: titles() == ["Event 0", "An event of another name", "Event 2"])
    preview.event("new", "An event that is new", "2024-02-02")
    until(lambda: len(titles()) == 4)
    assert same()


def test_the_panel_of_a_page_without_filters_gives_what_there_is_now(preview, page):
    preview.write("site.yaml", "title: Previewed\noutputs: [embed]\n")
    preview.write("content/events/e1.yaml", "title: A meeting\ndate: 2024-02-02\nactors: [Alpha]\n")
    until(lambda: "data-pieces" in preview.get("") and "Alpha" in preview.get(""))
    page.goto(preview.address + "actors/alpha/")
    page.get_by_text("Share and embed").click()
    code = page.locator(".share .pieces pre")

    until(lambda: "<h5>A meeting</h5>" in (code.text_content() or ""))
    same = stays(page)
    preview.write("content/events/e1.yaml", "title: Another name\ndate: 2024-02-02\nactors: [Alpha]\n")
    until(lambda: "<h5>Another name</h5>" in (code.text_content() or ""))
    assert same()
