"""Pages lose nothing where there is little room: WCAG 2.2, 1.4.10, 1.4.12, 2.5.8, and what readers prefer."""

import pytest

NARROW = {"width": 320, "height": 256}  # a window of 1280 by 1024 at 400 %

# Text that is cut off by its box, or that stands outside of the window. What can be scrolled by itself is not lost.
LOST = """() => {
    const said = [];
    const width = document.documentElement.clientWidth;
    const all = document.documentElement.scrollWidth;
    if (all > width) said.push(`the page is ${all} wide`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest("script, svg")) continue;
        if (!parent.checkVisibility({visibilityProperty: true})) continue;
        const told = `${parent.tagName}.${parent.className}: "${node.data.trim().slice(0, 50)}"`;
        const range = document.createRange();
        range.selectNodeContents(node);
        let inside = null, unseen = false;
        for (let box = parent; box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (style.clipPath === "inset(50%)") { unseen = true; break; } // for who hears the page only
            if (style.overflowX === "auto" || style.overflowX === "scroll") { inside = null; break; }
            if (style.overflowX !== "visible") { inside = box.getBoundingClientRect(); break; }
        }
        for (const box of unseen ? [] : range.getClientRects()) {
            if (box.width < 1) continue;
            const right = inside ? inside.right : width, left = inside ? inside.left : 0;
            if (box.right > right + 1 || box.left < left - 1) {
                said.push(`${told} from ${Math.round(box.left)} to ${Math.round(box.right)}`);
                break;
            }
            if (inside && box.bottom > inside.bottom + 1) {
                said.push(`${told} is cut off below`);
                break;
            }
        }
    }
    return said;
}"""
# As much space between lines, letters and words as 1.4.12 names. A sheet made by a script is no inline style.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
# A drawing may leave labels out where there is no room, and a grid its rows: words below them tell the same.
SHOWN = """() => {
    for (const drawing of document.querySelectorAll("main svg, main .matrix")) drawing.remove();
    return document.querySelector("main").innerText.replace(/\\s+/g, " ").trim();
}"""
SMALL = """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary")]
    .filter(one => one.checkVisibility({visibilityProperty: true}))
    .map(one => [one.closest("label") && ["radio", "checkbox"].includes(one.type) ? one.closest("label") : one])
    .map(([one]) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([told, box]) => `${told}: ${Math.round(box.width)} by ${Math.round(box.height)}`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one);
    return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
        || style.scrollBehavior === "smooth";
}).map(one => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("spaced", [False, True], ids=["as it is", "with spaced text"])
def test_nothing_is_lost_at_four_hundred_percent(site, reader, spaced):
    one = reader(**NARROW)
    lost = []
    for page, frame in one.open_together(site, site.kinds()):
        if spaced:
            frame.evaluate(SPACED)
        lost += [f"{page.path}: {told}" for told in frame.evaluate(LOST)[:5]]

    assert "\n".join(lost) == ""


def test_a_narrow_page_says_what_a_wide_one_says(site, reader):
    pages = site.kinds()
    wide, narrow = (one.open_together(site, pages) for one in (reader(), reader(**NARROW)))
    for (page, in_wide), (_, in_narrow) in zip(wide, narrow, strict=True):
        assert in_wide.evaluate(SHOWN) == in_narrow.evaluate(SHOWN), page.path


@pytest.mark.parametrize("width", [320, 1280])
def test_controls_are_large_enough_to_hit(site, reader, width):
    one = reader(width)
    small = []
    for page, frame in one.open_together(site, site.kinds()):
        small += [f"{page.path}: {told}" for told in frame.evaluate(SMALL)]

    assert "\n".join(small) == ""


def test_nothing_moves_for_who_wants_no_motion(site, reader):
    one = reader(reduced_motion="reduce")
    for page, frame in one.open_together(site, site.kinds()):
        assert frame.evaluate(MOVING) == [], page.path


def test_markers_and_signs_are_drawn_in_the_colours_that_a_reader_forces(built, reader):
    site = built("demonstration")
    one = reader(forced_colors="active", color_scheme="dark")
    one.page.goto(site.address)
    paper = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = one.page.evaluate(
        "[...document.querySelectorAll('main .marker, main .sign')].map(one => getComputedStyle(one).stroke)"
    )

    assert len(drawn) > 50
    assert paper not in drawn
