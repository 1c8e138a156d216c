"""axe-core finds nothing on any kind of page: WCAG 2.2 at the levels A and AA, and its best practices."""

import pytest

from tests.quality.conftest import RUN, TAGS

# A long list goes on with more of the same, over which axe would take minutes.
SHORTEN = "[...document.querySelectorAll('main li, main tr')].slice(250).forEach(row => row.remove())"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(site, reader, faults_of, width):
    one = reader(width)
    found = []
    for page in site.kinds():
        one.open(site, page)
        one.page.evaluate(SHORTEN)
        found += [f"{page.path}, {fault}" for fault in faults_of(one.page)]

    assert "\n".join(found) == ""
    assert one.faults == [], "nothing that the page's own policy refuses, either"


def test_axe_sees_a_mistake(reader, axe):
    one = reader()
    one.page.set_content("<title>A page</title><main><h1>It</h1><p style='color: #bbb'>is hard to read</p></main>")
    one.page.evaluate(axe)

    faults = one.page.evaluate(RUN, list(TAGS))
    assert {fault.partition(":")[0] for fault in faults} == {"color-contrast", "html-has-lang"}
