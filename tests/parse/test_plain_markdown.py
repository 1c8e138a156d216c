"""Markdown that takes the short way becomes what the converter and the sanitiser make of it."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.workload import make_workload
from generator.parse import convert_markdown
from generator.parse.prose import convert_fully, convert_plainly

WORKLOAD = make_workload(12)

WORDS = st.sampled_from(["a", "is", "said", "s", "the '80s", "it's", "café", "1945.", "AT&T", "R & D", "x_y", "…"])
SIGNS = st.sampled_from(["\"'", "'\"", *"\"'()[].,!:;–—>*_`\u00a0", "--", "---", "...", "----"])
TARGETS = st.sampled_from(["https://x.org/a?b=1&c=2", "http://x.org", "event:x", "mailto:a@x.org", "/a/", "#a", "a b"])
TARGETS |= st.text("a:/.?#@&=-%_", max_size=6)
SURROUNDING = st.sampled_from(["*", "**", "_", "__", "`", '"', "'"])
RUN = st.lists(WORDS | SIGNS, min_size=1, max_size=3).map(" ".join)
SPANS = st.builds("{1}{0}{1}".format, RUN, SURROUNDING) | st.builds("[{}]({})".format, RUN, TARGETS)
LINE = st.lists(WORDS | SIGNS | SPANS | st.sampled_from([" ", " ", "\n"]), min_size=1, max_size=6).map("".join)
STARTS = st.sampled_from(["", "", "", "> ", "- ", "* ", "1. ", "23. ", "# ", "## ", ">", "-", "#", ": ", "    "])
BREAKS = st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n", "\n- ", "\n> ", "\n>\n> ", " \n", "  \n", "\n---\n", "\n# "])
TEXTS = st.lists(st.builds("{}{}{}".format, STARTS, LINE, BREAKS), min_size=1, max_size=4).map("".join)


def crowded(alphabet, max_size=9):
    return st.text(alphabet, max_size=max_size)


def same_or_left(text):
    plain = convert_plainly(text)
    assert plain is None or plain == convert_fully(text)
    return True


@settings(max_examples=700)
@given(TEXTS)
def test_a_text_of_usual_pieces_becomes_the_same_or_is_left(text):
    assert same_or_left(text)


@settings(max_examples=1500)
@given(crowded("as0 '\"-.(\n") | crowded("a9s \u00a0'\"–[!,"))
def test_quotes_and_dashes_are_set_the_same_or_are_left(text):
    assert same_or_left(text)


@settings(max_examples=1500)
@given(crowded("a *_\n('") | crowded("a [](`)") | crowded("a&;#x1 >"))
def test_marks_within_words_mean_the_same_or_are_left(text):
    assert same_or_left(text)


@settings(max_examples=1500)
@given(crowded("a\n>-1. ") | crowded("a\n# =+*:") | crowded("a \t\r\x0b\x1c\x85\u2028\x02\x03\ufeff\u202f\n"))
def test_blocks_begin_the_same_or_are_left(text):
    assert same_or_left(text)


@settings(max_examples=500)
@given(st.builds("[a]({}{})".format, st.sampled_from(["", "https://", "http://a.bc", "event:", "//"]), TARGETS))
def test_a_target_is_kept_as_the_sanitiser_keeps_it_or_is_left(text):
    assert same_or_left(text)


@settings(max_examples=500)
@given(st.text(max_size=4), st.sampled_from(["{}", "a{}b", "# {}", "- {}\n- a", "*{}*", "'{}'", "[{}](/a)", "`{}`"]))
def test_any_character_is_written_the_same_or_is_left(text, place):
    assert same_or_left(place.format(text))


PROSE = [
    "",
    "A paragraph.",
    "Two lines\nof one paragraph.\n\n\nAnother.\n",
    "# Head\nright below\n## Second ##\n\nlast",
    "- one\n- *two*\n- three\ngoes on",
    "1. one\n2. **two**\n10. three",
    "> said the minister\n> on Monday\n>\n> and on Tuesday\n\n> and again\n\nafter",
    "It's “so”, she said: ‘no’ – don’t.",
    "\"It's so\" -- she said... 1945--1949 --- and 'so', in the '80s.",
    "\"'No' is no answer,\" he said. \"Nor is 'yes'\"",
    "Le ministre a dit\u00a0: «\u202fnon\u202f». AT&T and R & D, 3 > 2",
    "*a* **b** _c_ __d__ `e > f` [the] g",
    "[a](https://example.org/a_b?c=1&d=2#e) [b](event:x) [c](../d.md) [e](#f), [he] said [that] (so)",
    "[a](mailto:a@example.org) [b](/articles/y/) [c](actor:nato)",
    "The ministers met\n   \nand parted",
    "1945 was the year.\n3.5 million came, -5 degrees, +44 20",
    "*Title* begins\n**a line**\n[and](x) the next",
]


@pytest.mark.parametrize("text", PROSE)
def test_usual_prose_takes_the_short_way(text):
    assert convert_plainly(text) == convert_fully(text) == convert_markdown(text)


@pytest.mark.parametrize(
    "text", [*(article.body for article in WORKLOAD.articles), *(event.summary for event in WORKLOAD.events)]
)
def test_what_is_measured_takes_the_short_way(text):
    assert convert_plainly(text) == convert_fully(text)


TRICKY = """
<b>a</b> | a <!-- b --> | a &amp; b | a &copy b | &#169 a | a \\* b | * | *a | a* | **a* | *a** | ***a*** | * a *
*a *b* c* | **a *b* c** | *a _b_ c* | a*b*c | a_b_c | _a_b | 2 * 3 * 4 | `a | `` a ` b `` | ```a``` | `a``b` | ` a `
[a] | [a][b] | [a]: b | [a](b "c") | [a](<b>) | [a](b (c)) | [a]() | [](a) | [[a](b)](c) | [a [b](c) d](e) | ![a](b)
[a](javascript:b) | [a](JavaScript:b) | [a](data:b) | [a](//b.c) | [a](https://) | [a](https://b)
[a](https://1.2.3.999) | [a](https://xn--b.c) | [a](https://b.c:x/) | [a](http:b) | [a](event://b c) | [a](b)c) | [^a]
[a](b'c) | *[a](b)* | [*a*](b) | : a | a: b | --- | *** | _ _ _ | - - - | === | > : a | > # a | > - a | >  a
> | - # a | - > a | - 1. a | - | -a | +
#a | # | ####### a | # a # b | # a \\# | 1.a | 1. | 1) a | ٢. a | ''a'' | ""a"" | '"a"' | "'a' | a'"b | 'a' 'b' | a" 'b
' 's ' | 'tis | the 's | '80s | "80s | rock'90s | a's" | "(a)" | '.' | ". | ....a | .... | ----- | a--- | --a-- | -- "a"
"""
LONGER = [
    "a  \nb",
    "a \nb",
    "a\\\nb",
    "a\tb",
    "\ta",
    "    a",
    "a\n    b",
    "a\n===",
    "a\n---",
    "a\n- b",
    "a\n> b",
    "a\n: b",
    "a\n\n: b",
    "a | b\n--|--\n1 | 2",
    "- a\n\n- b",
    "- a\n  - b",
    "- a\n    - b",
    "- a\nb\n1. c",
    "1. a\n\n\n2. b",
    "- a\n\n    b",
    "- a\n# b\n- c",
    "> a\nb",
    "> a\n>",
    ">\n> a",
    "> a\n\n- b\n\n> c",
    "> a\n>\n>\n> b",
    "~~~\na\n~~~",
    "```\na\n```",
    "*[a]: b",
    "a[^1]\n\n[^1]: b",
    "**a\n** b",
    "*a\nb*",
    "`a\nb`",
    "[a\nb](c)",
    "a\r\nb",
    "a\rb",
    "a\x0bb",
    "a\x1cb",
    "a\u2028b",
    "\u00a0a",
    "a\u00a0",
    "# \u00a0a\u00a0",
    "\x02klzzwxh:0001\x03",
    "\x02amp\x03",
    "\ufeffa",
    "///Footnotes Go Here///",
    " a",
    "a ",
    "\n \na",
    "a\n \n \nb",
]


@pytest.mark.parametrize("text", [*(text.strip() for text in TRICKY.replace("\n", " | ").split(" | ")), *LONGER])
def test_a_text_that_is_easily_taken_wrongly_becomes_the_same_or_is_left(text):
    assert same_or_left(text)


@pytest.mark.parametrize(
    "target", ["javascript:x", "JAVASCRIPT:x", "java\nscript:x", "data:x", "//x.org", 'x"onclick="y']
)
def test_no_target_that_could_do_harm_takes_the_short_way(target):
    assert convert_plainly(f"[a]({target})") is None


def test_a_site_of_plain_prose_does_without_the_converter():
    code = "import sys; from generator.parse import convert_markdown; convert_markdown('*a* [b](c)'); "
    code += "sys.exit('markdown' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
