"""What pages of others hold since the first version of the embeds works as it did."""

from hashlib import sha256

import pytest

from tests.embed.conftest import HERE, shown_in, until

CONTRACT = HERE / "contract"
ADDRESSES = [line.split(maxsplit=1) for line in (CONTRACT / "addresses.txt").read_text(encoding="utf-8").splitlines()]
# A page of others cannot be edited by us.
DIGESTS = {
    "division.html": "49fc492b0510f9fb",
    "earlier.html": "f082c4f094acce1f",
    "element.html": "18dda65866d6a4d3",
    "frame.html": "885515048360359d",
    "overview.html": "805e8d3f3d7bc1c7",
    "three.html": "cda00eb5eeddf629",
}


@pytest.mark.parametrize(("number", "address"), ADDRESSES)
def test_an_address_shows_as_many_events_as_it_is_said_to(browser, place, number, address):
    with browser.new_context() as context:
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        answer = page.goto(f"{place.site}{address}")

        assert answer.status == 200
        if "lang=fr" in address:
            page.wait_for_url("**/fr/embed/v1/**")
        assert len(shown_in(page)) == int(number)
        assert faults == []


@pytest.mark.parametrize("name", sorted(path.name for path in CONTRACT.glob("*.html")))
def test_a_recorded_page_shows_its_timelines(visit, name):
    visit.page.goto(visit.place.host(name))
    frames = "[...document.querySelectorAll('dateline-timeline, [data-dateline]')].every(one => one.shadowRoot)"
    until(visit.page, frames)
    visit.settle()
    count = visit.page.evaluate("document.querySelectorAll('dateline-timeline, [data-dateline], iframe').length")

    framed = [frame for frame in visit.page.frames if frame.parent_frame]
    assert len(framed) == count
    for frame in framed:
        until(frame, "document.readyState === 'complete'")
        if "show=overview" in frame.url:
            assert frame.locator(".overview a").first.is_visible(), frame.url
        else:
            assert shown_in(frame), frame.url


def test_what_was_promised_is_not_edited():
    assert {path.name: sha256(path.read_bytes()).hexdigest()[:16] for path in CONTRACT.glob("*.html")} == DIGESTS
