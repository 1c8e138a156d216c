"""An Arabic and English site in a real browser: Arabic pages run from right to left, each text its own way."""

import functools
import http.server
import threading

import pytest

from generator.build.site import build
from generator.cli.shipped import shipped_templates

SITE = {
    "site.yaml": "title: {ar: سجل زمني, en: A chronology}\nlanguages: [ar, en]\n",
    "content/articles/maqal.md": "---\ntitle: مقال\ndate: 2023-04-01\nlanguage: ar\n---\n"
    "قالت جوليان سميث (Julianne Smith) إن الاجتماع سيُعقد يومي 4 و5 أبريل.\n",
    "content/articles/english.md": "---\ntitle: Talks to open\ndate: 2023-04-02\nlanguage: en\n---\n"
    "The ministers will meet on April 4 and 5.\n",
    "content/events/e.yaml": """
id: meeting
title: {ar: اجتماع وزراء الخارجية, en: Meeting of foreign ministers}
date: 2023-04-04/2023-04-05
type: ministerial
actors: [NATO]
summary: {ar: اجتمع الوزراء يومين (NATO HQ)., en: The ministers met.}
sources:
  - {article: maqal, quote: الاجتماع سيُعقد يومي 4 و5 أبريل, says: {date: 2023-04-04/2023-04-05, status: planned}}
  - {article: english, quote: will meet on April 4 and 5, says: {date: 2023-04-05, status: held}}
---
{id: note, title: {en: A note}, date: 2022-12-30/2023-01-02, type: contact}
""",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the site is served."""
    outcome = build({path: text.encode() for path, text in SITE.items()}, shipped_templates())
    assert [problem.message for problem in outcome.problems if problem.severity == "error"] == []
    folder = tmp_path_factory.mktemp("arabic")
    for path, content in outcome.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def open_page(browser, address):
    """Open a page of the site at a width."""
    contexts = []

    def opened(path, width=1280):
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def box(page, selector):
    return page.locator(selector).first.bounding_box()


def style(page, selector, name):
    return page.locator(selector).first.evaluate(f"(element) => getComputedStyle(element).{name}")


def test_an_arabic_page_is_the_mirror_of_an_english_one(open_page):
    arabic, english = open_page(""), open_page("en/")

    for page, sign in ((arabic, 1), (english, -1)):
        figure, line, telling, evidence = (
            box(page, f"#meeting {part}")["x"] for part in (".rail", ".line", ".telling", ".evidence")
        )
        assert sign * figure > sign * line > sign * telling > sign * evidence
    assert style(arabic, "#meeting h4", "direction") == "rtl"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["", "events/meeting/", "articles/maqal/", "articles/english/", "en/articles/maqal/"])
def test_nothing_scrolls_sideways(path, width, open_page):
    page = open_page(path, width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_joined_letters_are_not_spaced_and_not_slanted(open_page):
    page = open_page("")

    for selector in ("h1", ".year h2", ".rail .month", "#meeting h4"):
        assert style(page, selector, "letterSpacing") in ("normal", "0px")
        assert style(page, selector, "fontVariantCaps") == "normal"
    assert style(page, "h1", "fontStyle") == "normal"


def test_a_text_in_another_language_runs_its_own_way_and_a_short_one_begins_where_the_page_does(open_page):
    arabic, english = open_page("articles/english/"), open_page("en/articles/maqal/")

    assert style(arabic, ".text", "direction") == "ltr"
    assert style(english, ".text", "direction") == "rtl"
    assert style(english, "h1", "textAlign") == "left"
    assert style(arabic, "h1", "textAlign") in ("start", "right")
    quotes = open_page("").locator("#meeting blockquote")
    assert [quote.evaluate("(element) => getComputedStyle(element).direction") for quote in quotes.all()] == [
        "rtl",
        "ltr",
    ]


def test_the_ends_of_a_span_stand_in_the_order_in_which_the_page_is_read(open_page):
    ends = "#meeting .when time:visible"
    for path, is_mirrored in (("", True), ("en/", False)):
        first, last = (end.bounding_box() for end in open_page(path).locator(ends).all())
        assert (first["x"] > last["x"]) == is_mirrored


def test_what_is_no_longer_held_leads_on_in_the_direction_of_reading(open_page):
    assert "←" in open_page("events/meeting/").locator(".history").inner_text()
    assert "→" in open_page("en/events/meeting/").locator(".history").inner_text()
