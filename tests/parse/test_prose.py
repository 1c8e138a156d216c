"""Markdown as sanitised HTML."""

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse import convert_markdown
from generator.parse.sanitise import ATTRIBUTES, SCHEMES, TAGS, removed_from, sanitise, scheme_of
from generator.quotes import find_quote, visible_text


def test_the_usual_markdown_is_converted():
    text = (
        "# Head\n\nOne *two* `three`  \nfour\n\n- a\n- b\n\nterm\n: meaning\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n"
        "```python\nx < 1\n```\n\n> said\n"
    )

    assert convert_markdown(text).html == (
        "<h1>Head</h1>\n<p>One <em>two</em> <code>three</code><br>\nfour</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
        "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th "
        'class="align-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>'
        "\n</tr>\n</tbody>\n</table>\n<pre><code>x &lt; 1\n</code></pre>\n<blockquote>\n<p>said</p>\n</blockquote>"
    )


def test_punctuation_is_smart_and_a_quote_as_typed_is_still_found():
    prose = convert_markdown("\"It's so\" -- she said... 1945--1949 --- and 'so'")

    assert prose.html == "<p>“It’s so” – she said… 1945–1949 — and ‘so’</p>"
    assert find_quote(visible_text(prose.html), "\"It's so\" -- she said... 1945--1949 --- and 'so'")


def test_footnotes_have_addresses_and_no_words_of_a_language():
    html = convert_markdown("One[^1] two[^1].\n\n[^1]: A note.").html

    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>' in html
    assert '<sup id="fnref2:1">' in html
    assert '<div class="footnote">' in html
    assert '<li id="fn:1">\n<p>A note.&nbsp;<a class="footnote-backref" href="#fnref:1">↩</a>' in html
    assert "title=" not in html


def test_a_footnote_may_be_named_in_several_words():
    html = convert_markdown("One[^a long name].\n\n[^a long name]: A note.").html

    assert 'href="#fn:a-long-name"' in html
    assert '<li id="fn:a-long-name">' in html


def test_one_text_leaves_nothing_behind_for_the_next():
    first = convert_markdown("One[^1] [x].\n\n[^1]: A note.\n[x]: https://x.org")

    assert convert_markdown("Two[^1] [x].").html == "<p>Two[^1] [x].</p>"
    assert convert_markdown("One[^1] [x].\n\n[^1]: A note.\n[x]: https://x.org") == first


def test_texts_converted_at_the_same_time_do_not_mix():
    texts = [f"Number {n}[^a]\n\n[^a]: Note {n}" for n in range(40)]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(convert_markdown, texts))

    assert together == [convert_markdown(text) for text in texts]


def test_targets_are_given_as_written_and_in_order():
    prose = convert_markdown("[a](event:x) ![b](signing.jpg) [c](/articles/y/) <https://x.org/?a=1&b=2>[^1]\n\n[^1]: n")

    assert prose.targets == ("event:x", "signing.jpg", "/articles/y/", "https://x.org/?a=1&b=2")
    assert prose.removed == ()


@pytest.mark.parametrize("scheme", ["event", "article", "actor", "place", "topic", "media", "mailto", "tel"])
def test_symbolic_targets_stay(scheme):
    assert f'href="{scheme}:x"' in convert_markdown(f"[a]({scheme}:x)").html


def test_external_links_tell_the_other_site_nothing():
    html = convert_markdown("[a](https://x.org) [b](//x.org) [c](event:x) [d](page/)").html

    assert html == (
        '<p><a rel="noopener noreferrer" href="https://x.org">a</a> <a rel="noopener noreferrer" href="//x.org">b</a> '
        '<a href="event:x">c</a> <a href="page/">d</a></p>'
    )


def test_an_image_of_the_site_stays_with_its_text():
    prose = convert_markdown('![The ministers](media/signing.jpg "At the table")')

    assert prose.html == '<p><img alt="The ministers" src="media/signing.jpg" title="At the table"></p>'
    assert prose.removed == ()


@pytest.mark.parametrize("target", ["https://x.org/a.png", "HTTP://x.org/a.png", "//x.org/a.png", r"\\x.org/a.png"])
def test_an_image_of_another_host_becomes_a_link(target):
    prose = convert_markdown(f'<img src="{target}" alt="A &lt;b&gt;">')

    assert "<img" not in prose.html
    assert f'href="{target}">A &lt;b&gt;</a>' in prose.html
    assert prose.removed == ("external image",)


def test_an_external_image_inside_a_link_leaves_its_words():
    assert convert_markdown("[![words](https://x.org/a.png)](event:x)").html == '<p><a href="event:x">words</a></p>'


def test_an_external_image_without_words_shows_its_address():
    assert ">https://x.org/a.png</a>" in convert_markdown("![](https://x.org/a.png)").html


ATTACKS = [
    ("<script>alert(1)</script>", "<script>"),
    ("<SCRIPT SRC=//x.org/a.js></SCRIPT>", "<script>"),
    ("<svg onload=alert(1)><script>alert(1)</script></svg>", "<svg>"),
    ("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<math>"),
    ("<iframe src=https://x.org></iframe>", "<iframe>"),
    ("<object data=x></object><embed src=x>", "<object>"),
    ("<style>@import 'https://x.org'</style>", "<style>"),
    ("<link rel=stylesheet href=https://x.org>", "<link>"),
    ("<base href=https://x.org>", "<base>"),
    ("<meta http-equiv=refresh content=0>", "<meta>"),
    ("<form action=https://x.org><input name=a></form>", "<form>"),
    ("<button formaction=javascript:alert(1)>x</button>", "<button>"),
    ("<video src=https://x.org/a.mp4 autoplay></video>", "<video>"),
    ("<audio src=https://x.org/a.mp3></audio>", "<audio>"),
    ("<picture><source srcset=https://x.org/a.png></picture>", "<picture>"),
    ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<noscript>"),
    ("<template><img src=https://x.org></template>", "<template>"),
    ("<img src=a.png onerror=alert(1)>", "onerror"),
    ("<p onclick='alert(1)'>x</p>", "onclick"),
    ("<p style='background:url(https://x.org)'>x</p>", "style"),
    ("<img src=a.png srcset='https://x.org/a.png 2x'>", "srcset"),
    ("<a href=x ping=https://x.org>x</a>", "ping"),
    ("<table background=https://x.org><tr><td>x</td></tr></table>", "background"),
    ("<p id=search>x</p>", "id"),
    ("<a href='javascript:alert(1)'>x</a>", "javascript:"),
    ("<a href='JaVaScRiPt&colon;alert(1)'>x</a>", "javascript:"),
    ("<a href='java&#10;script:alert(1)'>x</a>", "javascript:"),
    ("<a href=' &#1;javascript:alert(1)'>x</a>", "javascript:"),
    ("[x](javascript:alert(1))", "javascript:"),
    ("[x](&#106;avascript:alert(1))", "javascript:"),
    ("[x]: javascript:alert(1)\n\n[x]", "javascript:"),
    ("[x](vbscript:x)", "vbscript:"),
    ("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:"),
    ("![x](data:image/svg+xml;base64,PHN2Zz4=)", "data:"),
    ("[x](file:///etc/passwd)", "file:"),
    ("[x](ftp://x.org)", "ftp:"),
]


class Harmless(HTMLParser):
    """Fails at the first tag, attribute or scheme that could run, load or restyle."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS
        for name, value in attrs:
            assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()) | {"class", "rel"}
            if name in ("href", "src"):
                assert scheme_of(value) in SCHEMES | {"", "//"}
            if name == "src":
                assert scheme_of(value) not in ("http", "https", "//")
            if name == "id":
                assert value.startswith("fn")


@pytest.mark.parametrize(("text", "named"), ATTACKS)
def test_what_could_do_harm_is_taken_out_and_named(text, named):
    prose = convert_markdown(text)

    Harmless().feed(prose.html)
    assert "alert" not in prose.html
    assert named in prose.removed


def test_what_was_taken_out_is_named_once_and_in_order():
    prose = convert_markdown("<b onclick=x>a</b> <u onclick=y>b</u>\n\n<script>c</script>\n\n[d](javascript:e)")

    assert prose.removed == ("onclick", "<script>", "javascript:")
    assert "<b>a</b> <u>b</u>" in prose.html


def test_a_word_in_angle_brackets_is_named_since_it_is_gone():
    assert convert_markdown("The <NATO> alliance").removed == ("<nato>",)


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "<https://x.org>", "<a@x.org>", "<b>bold</b>", "1 <!-- note --> 2"]
)
def test_harmless_angle_brackets_remove_nothing(text):
    assert convert_markdown(text).removed == ()


PIECES = (
    "<script> </script> <svg> </svg> <math> <style> </style> <p> </p> <a href= <img src= > /> ' \" javascript: & &lt; "
    "https://x.org onerror=alert(1) <!-- --> <table> <td> </table> <noscript> ]]> <![CDATA[ text"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join))
def test_no_html_makes_what_is_left_harmful(html):
    clean = sanitise(html)

    assert sanitise(clean) == clean
    prose = convert_markdown(html)
    Harmless().feed(prose.html)
    assert removed_from(clean) == ()
