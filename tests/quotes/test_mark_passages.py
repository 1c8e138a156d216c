"""Passages marked in an article's HTML."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from generator.quotes import Mark, Passage, find_quote, mark_passages, visible_text


def marks_of(html: str, *quotes: str) -> list[Mark]:
    text = visible_text(html)
    return [Mark(f"quote-{number}", find_quote(text, quote)[0]) for number, quote in enumerate(quotes, 1)]


class Reader(HTMLParser):
    """Collects ids, the text inside each mark by its number, and whether tags are closed in order."""

    def __init__(self, html):
        super().__init__()
        self.ids: list[str] = []
        self.marked: dict[str, str] = {}
        self.opened: list[tuple[str, str]] = []
        self.parents: list[str] = []
        self.feed(html)
        self.close()
        assert not self.opened

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "mark":
            self.parents.append(next((name for name, _ in reversed(self.opened) if name != "mark"), ""))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in ("br", "hr", "img"):
            self.opened.append((tag, attributes.get("data-quote", "")))

    def handle_endtag(self, tag):
        assert self.opened.pop()[0] == tag

    def handle_data(self, data):
        for tag, number in self.opened:
            if tag == "mark":
                self.marked[number] = self.marked.get(number, "") + data


def test_a_passage_is_marked_and_has_an_address():
    html = "<p>one two three</p>"

    assert mark_passages(html, marks_of(html, "two")) == (
        '<p>one <mark id="quote-1" class="quoted" data-quote="1">two</mark> three</p>'
    )


def test_a_passage_across_elements_has_a_mark_in_each_text_and_one_address():
    html = "<p>one <em>two</em> three</p>\n<p>four</p>"

    marked = mark_passages(html, marks_of(html, "one two three four"))

    assert marked == (
        '<p><mark id="quote-1" class="quoted" data-quote="1">one </mark>'
        '<em><mark class="quoted" data-quote="1">two</mark></em>'
        '<mark class="quoted" data-quote="1"> three</mark></p>\n'
        '<p><mark class="quoted" data-quote="1">four</mark></p>'
    )


def test_a_passage_inside_another_is_a_mark_inside_a_mark():
    html = "<p>one two three</p>"

    assert mark_passages(html, marks_of(html, "one two three", "two")) == (
        '<p><mark id="quote-1" class="quoted" data-quote="1">one '
        '<mark id="quote-2" class="quoted" data-quote="2">two</mark> three</mark></p>'
    )


def test_of_two_that_overlap_in_part_the_later_is_broken():
    html = "<p>one two three</p>"

    assert mark_passages(html, marks_of(html, "one two", "two three")) == (
        '<p><mark id="quote-1" class="quoted" data-quote="1">one <mark id="quote-2" class="quoted" data-quote="2">two'
        '</mark></mark><mark class="quoted" data-quote="2"> three</mark></p>'
    )


def test_two_marks_of_the_same_passage_have_both_addresses():
    html = "<p>one</p>"

    assert Reader(mark_passages(html, marks_of(html, "one", "one"))).ids == ["quote-1", "quote-2"]


def test_the_white_space_of_lists_and_tables_is_not_marked():
    html = "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<table>\n<tr>\n<td>three</td>\n</tr>\n</table>"

    reader = Reader(mark_passages(html, marks_of(html, "one two three")))

    assert reader.parents == ["li", "li", "td"]


def test_the_number_of_a_footnote_within_a_passage_is_not_marked():
    html = '<p>one<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> two</p>'

    assert Reader(mark_passages(html, marks_of(html, "one two"))).marked == {"1": "one two"}


def test_entities_around_and_inside_a_mark_stay_entities():
    html = "<p>A &amp; B &lt; C &amp; D</p>"

    assert mark_passages(html, marks_of(html, "B < C")) == (
        '<p>A &amp; <mark id="quote-1" class="quoted" data-quote="1">B &lt; C</mark> &amp; D</p>'
    )


def test_pieces_joined_by_an_omission_share_one_address():
    html = "<p>one two three</p>"

    reader = Reader(mark_passages(html, marks_of(html, "one … three")))

    assert (reader.ids, reader.marked) == (["quote-1"], {"1": "onethree"})


def test_without_marks_the_html_is_the_same():
    assert mark_passages("<p>A &quot;b&quot;</p>", []) == "<p>A &quot;b&quot;</p>"


WORDS = st.text("ab &<\n", min_size=1, max_size=6).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
INLINE = st.recursive(
    WORDS | st.just("<br>"),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format, st.sampled_from(["em", "a", "code"]), st.lists(inner, max_size=3).map("".join)
    ),
    max_leaves=6,
)
BLOCK = st.builds(
    "<{0}>{1}</{0}>\n".format, st.sampled_from(["p", "h2", "li"]), st.lists(INLINE, max_size=4).map("".join)
) | st.just("<ul>\n<li>a</li>\n<li>b</li>\n</ul>")
HTML = st.lists(BLOCK, max_size=4).map("".join)


@given(HTML, st.data())
def test_marking_changes_no_text_and_gives_each_address_once(html, data):
    text = visible_text(html)
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda pair: tuple(sorted(pair))), max_size=5))
    marks = [Mark(f"quote-{number}", Passage((span,))) for number, span in enumerate(spans)]

    marked = mark_passages(html, marks)

    assert visible_text(marked) == text
    reader = Reader(marked)
    shown = {str(n): "".join(text[start:end].split()) for n, (start, end) in enumerate(spans)}
    assert {n: "".join(words.split()) for n, words in reader.marked.items() if words.strip()} == {
        n: words for n, words in shown.items() if words
    }
    assert len(set(reader.ids)) == len(reader.ids)
    assert {f"quote-{n}" for n in reader.marked} == set(reader.ids)
