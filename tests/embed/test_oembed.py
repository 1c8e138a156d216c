"""What other systems are told of a page, and what becomes of it there: WordPress since 4.4, AMP and Medium."""

import json
import re
from html import escape
from html.parser import HTMLParser

import pytest

from tests.embed.conftest import Visit, until

SECRET = "a1B2c3D4e5"
KEPT = {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"}
# How a page of WordPress hears its frames: by its secret alone, and between 200 and 1,000 pixels.
HEARS = """
<script>
window.heard = [];
addEventListener("message", ({ data, source }) => {
    heard.push(data);
    const frame = document.querySelector("iframe");
    if (!data || !data.secret || !data.message || data.secret !== frame.dataset.secret) return;
    if (source !== frame.contentWindow) return;
    if (data.message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
});
</script>
"""


class Frames(HTMLParser):
    """The frames of HTML, as WordPress keeps them: nothing but known attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "iframe":
            self.found.append({name: value for name, value in attrs if name in KEPT})


def as_wordpress_shows_it(answer, more=""):
    """A page with what WordPress leaves of an answer that it does not know the provider of."""
    (frame,) = Frames(answer["html"]).found
    frame |= {"sandbox": "allow-scripts", "security": "restricted", "data-secret": SECRET}
    frame["src"] = f"{frame['src']}{more}#?secret={SECRET}"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in frame.items())
    return f"<!DOCTYPE html><title>WordPress</title>{HEARS}<iframe{attributes}></iframe>"


def answer_of(place, path):
    return json.loads((place.output / path / "oembed.json").read_text(encoding="utf-8"))


@pytest.fixture
def wordpress(visit):
    """Show an answer in a page of another host."""

    def show(answer, more=""):
        visit.page.goto(visit.place.write(as_wordpress_shows_it(answer, more)))
        return visit

    return show


def test_every_embed_has_an_answer_and_every_page_that_has_one_names_it(place):
    embeds = sorted(path.parent for path in place.output.rglob("embed/v1/**/index.html"))
    assert len(embeds) > 100
    for folder in embeds:
        answer = answer_of(place, folder.relative_to(place.output))
        html = (folder / "index.html").read_text(encoding="utf-8")
        here = f"{place.site}{folder.relative_to(place.output).as_posix()}/"

        assert answer.keys() == {"version", "type", "provider_name", "provider_url", "title", "html", "width", "height"}
        assert (answer["version"], answer["type"], answer["provider_url"]) == ("1.0", "rich", place.site)
        (frame,) = Frames(answer["html"]).found
        assert frame == {"src": here, "width": "600", "height": "600", "title": answer["title"]}
        assert f'type="application/json+oembed" href="{here}oembed.json"' in html
        assert '<meta name="robots" content="noindex">' in html
        (page,) = re.findall(r'<link rel="canonical" href="([^"]+)">', html)
        shown = place.output / page.removeprefix(place.site).partition("?")[0] / "index.html"
        assert shown.is_file()
        if "/embed/v1/overview/" in here:  # the site's first page names the answer of what it shows without a picture
            assert page == here.partition("embed/v1/")[0]
        elif "?" not in page:
            assert f'type="application/json+oembed" href="{here}oembed.json"' in shown.read_text(encoding="utf-8")


def test_a_page_without_an_embed_names_no_answer(place):
    for path in (
        "404.html",
        "events/index.html",
        "places/vilnius/index.html",
        "sources/index.html",
        "events/2023-05-31-oslo/index.html",
    ):
        file = place.output / path
        assert not file.exists() or "oembed" not in file.read_text(encoding="utf-8")


def test_a_site_without_an_address_of_its_own_answers_nobody(site):
    site.write("site.yaml", "title: T\noutputs: [embed]\n")
    site.build()

    assert (site.root / "output/embed/v1/index.html").is_file()
    assert not (site.root / "output/embed/v1/oembed.json").exists()
    assert "oembed" not in site.read("output/index.html") + site.read("output/embed/v1/index.html")


def test_a_site_has_embeds_only_where_it_asks_for_them(site):
    site.write("site.yaml", "title: T\nbase_url: https://example.org/\n")
    site.build()

    assert not (site.root / "output/embed").exists()
    assert not (site.root / "output/embed.js").exists()
    assert "embed" not in site.read("output/index.html")


def test_wordpress_shows_a_long_timeline_at_the_height_that_it_allows(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/actor/nato"))
    until(visit.page, "document.querySelector('iframe').height === '1000'")
    frame = visit.page.frames[1]

    assert frame.evaluate("self.origin") == "null"
    assert frame.locator("article.entry").count() == 17
    assert (
        frame.evaluate("getComputedStyle(document.querySelector('.entry')).display") == "grid"
    )  # its styles are there


def test_wordpress_shows_a_short_timeline_whole_and_no_deep_link_is_made_of_its_secret(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/year/2019"))
    until(visit.page, "document.querySelector('iframe').height !== '600'")
    frame = visit.page.frames[1]

    assert 200 < int(visit.page.locator("iframe").get_attribute("height")) < 1000
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    assert not any(isinstance(said, dict) and "entry" in said for said in visit.page.evaluate("heard"))


def test_a_link_in_a_frame_that_is_shut_in_is_handed_to_wordpress(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/year/2019"))
    until(visit.page, "document.querySelector('iframe').height !== '600'")
    visit.page.frames[1].locator("h1 a").click()
    until(visit.page, "heard.some(said => said.message === 'link')")

    (link,) = [
        said for said in visit.page.evaluate("heard") if isinstance(said, dict) and said.get("message") == "link"
    ]
    assert link == {"message": "link", "value": f"{place.site}2019/", "secret": SECRET}


def test_a_mark_of_an_overview_is_handed_to_wordpress_where_it_leads_to_the_site(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/overview"), "?show=overview")
    until(visit.page, "document.querySelector('iframe').height !== '600'")
    visit.page.frames[1].locator(".overview a").first.evaluate(
        "one => one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
    )
    until(visit.page, "heard.some(said => said.message === 'link')")

    (link,) = [
        said for said in visit.page.evaluate("heard") if isinstance(said, dict) and said.get("message") == "link"
    ]
    assert link["value"].startswith(f"{place.site}events/")


def test_a_host_that_asks_again_is_told_again(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/year/2019"))
    until(visit.page, "document.querySelector('iframe').height !== '600'")
    count = "heard.filter(said => said.message === 'height').length"
    before = visit.page.evaluate(count)
    visit.page.evaluate(
        f"document.querySelector('iframe').contentWindow.postMessage({{message: 'ready', secret: '{SECRET}'}}, '*')"
    )

    until(visit.page, f"{count} > {before}")


def test_amp_and_medium_hear_the_height_in_their_own_words(wordpress, place):
    visit = wordpress(answer_of(place, "embed/v1/year/2019"))
    until(visit.page, "heard.length > 3")
    heard = visit.page.evaluate("heard")
    height = visit.page.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)")

    amp = [said for said in heard if isinstance(said, dict) and said.get("sentinel") == "amp"]
    medium = [json.loads(said) for said in heard if isinstance(said, str)]
    assert amp[-1] == {"sentinel": "amp", "type": "embed-size", "height": height}
    assert medium[-1]["context"] == "iframe.resize"
    assert medium[-1]["height"] == height
    assert medium[-1]["src"].startswith(f"{place.site}embed/v1/year/2019/")


def test_a_page_for_frames_by_itself_tells_nobody(browser, place):
    with browser.new_context() as context:
        visit = Visit(context, place)
        visit.page.add_init_script("window.heard = []; addEventListener('message', ({data}) => heard.push(data))")
        visit.page.goto(f"{place.site}embed/v1/")
        visit.page.wait_for_timeout(200)

        assert visit.page.evaluate("heard") == []
