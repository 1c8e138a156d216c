"""What a page changes in HTML that it shares with others."""

from hypothesis import given
from hypothesis import strategies as st

from generator.parse import convert_markdown, prefix_ids, resolve_targets, shift_headings
from generator.quotes import visible_text


def test_headings_are_shifted_and_none_falls_below_the_sixth():
    html = "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><hr><p>&lt;h1&gt;</p>"

    assert shift_headings(html, 1) == html
    assert shift_headings("<p>no heading</p>", 3) == "<p>no heading</p>"
    assert shift_headings(html, 4) == "<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6><hr><p>&lt;h1&gt;</p>"


def test_no_level_of_headings_is_left_out():
    assert shift_headings("<h1>a</h1><h4>b</h4><h6>c</h6><h4>d</h4>", 2) == "<h2>a</h2><h3>b</h3><h4>c</h4><h3>d</h3>"
    assert shift_headings("<h3>a</h3><h1>b</h1><h2>c</h2>", 2) == "<h2>a</h2><h2>b</h2><h3>c</h3>"


def test_the_first_heading_of_a_text_stands_right_below_the_pages_own():
    assert shift_headings("<h2>a</h2><h3>b</h3><h2>c</h2>", 2) == "<h2>a</h2><h3>b</h3><h2>c</h2>"
    assert shift_headings("<h3>a</h3><h4>b</h4>", 2) == "<h2>a</h2><h3>b</h3>"


def test_the_footnotes_of_two_texts_can_stand_on_one_page():
    html = convert_markdown("One[^1] [up](#top).\n\n[^1]: A note.").html

    prefixed = prefix_ids(html, "smith-")

    assert 'id="smith-fnref:1"' in prefixed
    assert 'href="#smith-fn:1"' in prefixed
    assert 'id="smith-fn:1"' in prefixed
    assert 'href="#smith-fnref:1"' in prefixed
    assert 'href="#top"' in prefixed
    assert visible_text(prefixed) == visible_text(html)


def test_targets_within_the_site_are_resolved():
    html = convert_markdown(
        "[a](event:x) [b](/articles/y/) ![c](d.jpg) [e](https://x.org) [f](#g) [h](mailto:i@x.org)"
    ).html

    resolved = resolve_targets(html, lambda target: f"../{target.replace(':', '/')}?a=1&b=2")

    assert 'href="../event/x?a=1&amp;b=2"' in resolved
    assert 'href="..//articles/y/?a=1&amp;b=2"' in resolved
    assert 'src="../d.jpg?a=1&amp;b=2"' in resolved
    assert 'href="https://x.org"' in resolved
    assert 'href="#f' not in resolved
    assert 'href="#g"' in resolved
    assert 'href="mailto:i@x.org"' in resolved


def test_the_target_asked_for_is_the_one_written():
    asked: list[str] = []

    resolve_targets('<p><a href="/articles/é&amp;b/?c=&quot;d&quot;">a</a></p>', asked.append)

    assert asked == ['/articles/é&b/?c="d"']


def test_a_link_that_leads_nowhere_leaves_its_text():
    html = '<p><a href="event:x" title="t">one <em>two</em></a> <a href="event:y">three</a></p>'

    assert resolve_targets(html, {"event:y": "y/"}.get) == '<p>one <em>two</em> <a href="y/">three</a></p>'


def test_an_image_that_is_not_there_leaves_its_words():
    assert resolve_targets('<p><img alt="A &amp; b" src="x.jpg"> c</p>', lambda _: None) == "<p>A &amp; b c</p>"


@given(
    st.lists(st.sampled_from(["[a](event:x)", "![b](c.jpg)", "*d*", "e & f", "[g](h/ 'i > j')", "\n\n"]), max_size=8)
)
def test_resolving_to_the_same_targets_changes_nothing(pieces):
    html = convert_markdown(" ".join(pieces)).html

    assert resolve_targets(html, lambda target: target) == html
