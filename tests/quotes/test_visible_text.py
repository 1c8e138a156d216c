"""The text that quotes are looked for in."""

import pytest

from generator.quotes import visible_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p>\n<p>two</p>", "one two"),
        ("<p>one</p><p>two</p>", "one two"),
        ("<h2>Head</h2>\n<ul>\n<li>one</li>\n<li>\n<p>two</p>\n</li>\n</ul>", "Head one two"),
        ("<table>\n<tr>\n<th>a</th>\n<td>b</td>\n</tr>\n</table>", "a b"),
        ("<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>", "term meaning"),
        ("<p>one<br>two</p><hr><p>three</p>", "one two three"),
        ("<blockquote><p>said</p></blockquote><pre><code>so</code></pre>", "said so"),
        ("<figure><img src='x'><figcaption>shown</figcaption></figure>", "shown"),
    ],
)
def test_blocks_are_joined_by_one_blank(html, text):
    assert visible_text(html) == text


def test_inline_elements_are_joined_by_nothing():
    assert visible_text("<p>un<em>der</em><strong>lined</strong> <a href='x'>word</a></p>") == "underlined word"


def test_entities_are_the_characters_they_stand_for():
    assert visible_text("<p>A &amp; B &lt; C&nbsp;D</p>") == "A & B < C\u00a0D"


def test_a_tag_may_have_a_bracket_in_a_value():
    assert visible_text('<p title="a > b">text</p>') == "text"


@pytest.mark.parametrize("prefix", ["", "2023-smith-"])
def test_the_numbers_of_footnotes_are_left_out_and_their_texts_are_not(prefix):
    html = (
        f'<p>Said<sup id="{prefix}fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> so.</p>\n'
        '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:1">\n<p>A note.'
        '<a class="footnote-backref" href="#fnref:1">↩</a></p>\n</li>\n</ol>\n</div>'
    )

    assert visible_text(html) == "Said so. A note."


def test_a_power_is_not_taken_for_a_footnote():
    assert visible_text("<p>10 km<sup>2</sup></p>") == "10 km2"


def test_white_space_within_a_block_is_kept():
    assert visible_text("<p>one\n  two <b> three</b></p>") == "one\n  two  three"


def test_nothing_gives_nothing():
    assert visible_text("") == ""
    assert visible_text("\n<p>\n</p>\n") == ""
