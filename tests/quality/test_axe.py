"""axe-core finds nothing on any kind of page: WCAG 2.2 at the levels A and AA, and its best practices."""

import pytest

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# A dark page is the same page in other colours: what has to do with colour is asked of it again.
COLOURS = ("cat.color",)
# A long list goes on with more of the same, over which axe would take minutes.
SHORTEN = "[...document.querySelectorAll('main li, main tr')].slice(250).forEach(row => row.remove())"
RUN = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], iframes: false,
    rules: tags.includes("wcag22aa") ? {"target-size": {enabled: true}} : {},
}).then(found => found.violations.flatMap(one => one.nodes.map(node =>
    `${one.id}: ${node.target} ${node.html.slice(0, 120)} (${node.failureSummary.split("\\n")[1]})`)))"""


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(site, reader, axe, width):
    one = reader(width)
    found = []
    for page in site.kinds():
        one.open(site, page)
        one.page.evaluate(SHORTEN)
        one.page.evaluate(axe)
        for scheme, tags in (("light", TAGS), ("dark", COLOURS)):
            one.page.emulate_media(color_scheme=scheme)
            found += [f"{page.path}, {scheme}: {fault}" for fault in one.page.evaluate(RUN, list(tags))]

    assert "\n".join(found) == ""
    assert one.faults == [], "nothing that the page's own policy refuses, either"


def test_axe_sees_a_mistake(reader, axe):
    one = reader()
    one.page.set_content("<title>A page</title><main><h1>It</h1><p style='color: #bbb'>is hard to read</p></main>")
    one.page.evaluate(axe)

    faults = one.page.evaluate(RUN, list(TAGS))
    assert {fault.partition(":")[0] for fault in faults} == {"color-contrast", "html-has-lang"}
