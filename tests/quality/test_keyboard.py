"""Everything that can be used can be reached by keyboard alone, in the order in which it stands, and is seen there."""

from dataclasses import dataclass
from typing import Any

import pytest

# What may be reached: links, controls, what opens; not what is hidden or in something closed.
REACHABLE = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    const usable = all.filter(one => !one.disabled && one.type !== "hidden" && one.tabIndex >= 0
        && one.checkVisibility({visibilityProperty: true}) && !one.closest("[inert]"));
    // Of several radio buttons of one name, one is a stop: arrows choose among them.
    const stops = usable.filter(one => one.type !== "radio" || one === usable.find(
        other => other.type === "radio" && other.name === one.name && (other.checked || !usable.some(
            third => third.name === one.name && third.checked))));
    window.stops = stops;
    return stops.map(one => one.outerHTML.slice(0, 90));
}"""
# Where the focus is: which of the stops, whether it is seen to be there, and whether it can be seen at all.
FOCUSED = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && style.outlineColor !== style.backgroundColor;
    const visible = [one, ...one.children].flatMap(part => [...part.getClientRects()]).some(box => {
        const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
        const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
        return left < right && top < bottom && [.5, .1, .9].some(part => {
            const found = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
            return found && (one.contains(found) || found.contains(one) && found.tagName !== "BODY");
        });
    });
    return {index: window.stops.indexOf(one), ring: drawn || style.boxShadow !== "none", visible,
            told: one.outerHTML.slice(0, 90)};
}"""
# Looks at each stop as the key is let go: to be asked for each would take as long as the walk itself.
WATCH = f"""() => {{
    const look = {FOCUSED};
    window.walked = [];
    window.addEventListener("keyup", () => window.walked.push(look()), true);
}}"""
STOPS = 80  # of a long page: what comes after is more of the same


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through a page by the Tab key: what could be reached, and each stop."""

    reachable: list[str]
    stops: list[dict[str, Any]]

    def faults(self) -> list[str]:
        """What is wrong with it."""
        order = [stop["index"] for stop in self.stops]
        expected = list(range(min(len(self.reachable), STOPS)))
        missed = [self.reachable[index] for index in expected if index not in order]
        return [
            *(f"never reached: {told}" for told in missed),
            *(f"out of its order: {stop['told']}" for place, stop in enumerate(self.stops) if stop["index"] != place),
            *(f"no ring: {stop['told']}" for stop in self.stops if not stop["ring"]),
            *(f"covered by something: {stop['told']}" for stop in self.stops if not stop["visible"]),
        ]


def walk(page) -> Walk:
    """Press Tab until all is reached, or no further."""
    reachable = page.evaluate(REACHABLE)
    page.evaluate(WATCH)
    for _ in range(min(len(reachable), STOPS)):
        page.keyboard.press("Tab")
    return Walk(reachable, page.evaluate("walked"))


# At 320 by 256 a page is as in a window of 1280 by 1024 at 400 %: what stays in place may not cover what has focus.
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 256)])
def test_the_tab_key_reaches_everything_in_its_order_and_it_is_seen(site, reader, width, height):
    one = reader(width, height, reduced_motion="reduce")  # pages stand still once they have scrolled
    faults = []
    for page in site.kinds():
        one.open(site, page)
        faults += [f"{page.path}: {fault}" for fault in walk(one.page).faults()[:5]]

    assert "\n".join(faults) == ""


def test_the_first_stop_skips_to_the_content_and_the_next_is_in_it(site, reader):
    one = reader()
    for page in site.kinds():
        if "embed/" in page.path:  # a frame is its content: there is nothing to skip
            continue
        one.open(site, page)
        one.page.keyboard.press("Tab")
        first = one.page.evaluate("document.activeElement.getAttribute('href')")
        one.page.keyboard.press("Enter")
        main = one.page.evaluate("document.activeElement.tagName")
        one.page.keyboard.press("Tab")
        after = one.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('main, footer')"
        )

        assert (first, main, after) == ("#page:main", "MAIN", True), page.path


def test_what_is_folded_opens_and_closes_by_keyboard(site, reader):
    one = reader()
    folded = 0
    for page in site.kinds():
        one.open(site, page)
        for summary in one.page.locator("summary").all():
            if not summary.is_visible():
                continue
            folded += 1
            was = summary.evaluate("one => one.parentElement.open")
            states = []
            summary.focus()
            for key in ("Enter", "Space"):
                one.page.keyboard.press(key)
                states.append(summary.evaluate("one => one.parentElement.open"))
            assert states == [not was, was], page.path
    assert folded > 0
