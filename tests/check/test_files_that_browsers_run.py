"""Files of content/media/ that a browser would run are refused, and pictures that are only pictures are not."""

import pytest

TALKS = "title: Talks\ndate: 2023\nmedia: [{{file: {file}, alt: The lake}}]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def refusals(messages, file, content):
    said = messages({"content/events/talks.yaml": TALKS.format(file=file), f"content/media/{file}": content})
    return [message for message in said if "a browser that opens" in message or "no well-formed" in message]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>run()</script>",
        '<script href="data:text/javascript,run()"/>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">run()</x:script>',
        '<rect onclick="run()"/>',
        '<rect ONLOAD="run()"/>',
        '<a href="javascript:run()"><text>x</text></a>',
        '<a xlink:href=" java\tscript:run()"><text>x</text></a>',
        '<a href="data:text/html,x"><text>x</text></a>',
        '<use href="https://example.org/a.svg#x"/>',
        '<use href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<image href="https://example.org/a.png"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<foreignobject/><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>',
        '<a href="#x"><set attributeName="href" to="javascript:run()"/></a>',
        '<animate attributeName="xlink:href" values="javascript:run()"/>',
        '<set attributeName="onload" to="run()"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>rect { fill: url(https://example.org/a.svg#x) }</style>",
        "<style>rect { fill: u\\72l(https://example.org/a.svg#x) }</style>",
        '<rect fill="url(https://example.org/a.svg#x)"/>',
        '<rect style="fill: url(&quot;//example.org/a&quot;)"/>',
        "<?xml-stylesheet href='javascript:run()'?>",
        "<rect",
        "<rect>&nbsp;</rect>",
    ],
)
def test_an_svg_that_is_more_than_a_picture_is_refused(messages, inside):
    assert len(refusals(messages, "lake.svg", SVG.format(inside).encode())) == 1


def test_what_an_entity_stands_for_is_looked_at(messages):
    head = '<!DOCTYPE svg [<!ENTITY x "<script>run()</script>">]>'

    assert len(refusals(messages, "lake.svg", (head + SVG.format("&x;")).encode())) == 1
    assert len(refusals(messages, "lake.svg", (head + SVG.format("&x;")).encode("utf-16"))) == 1


def test_an_svg_of_entities_within_entities_ends_soon(messages):
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE svg [<!ENTITY e0 "words">{rows}]>'

    assert len(refusals(messages, "lake.svg", (head + SVG.format("&e11;")).encode())) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<title>The lake</title><path d='M0 0h9'/><text>on top</text>",
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="fill: url(\'#g\')" transform="rotate(4)"/>',
        '<use xlink:href="#g"/><a href="https://example.org/"><text>x</text></a><a href="#x"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>rect { fill: url(#g); color: rgb(1 2 3) }</style>",
        '<animate attributeName="x" from="0" to="9"/>',
    ],
)
def test_an_svg_that_is_a_picture_is_published(messages, inside):
    assert refusals(messages, "lake.svg", SVG.format(inside).encode()) == []


def test_an_svg_may_define_entities_and_have_another_encoding(messages):
    head = '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'

    assert refusals(messages, "lake.svg", f'{head}<svg xmlns="&ns;"><text>Été</text></svg>'.encode("latin-1")) == []


@pytest.mark.parametrize("ending", ["html", "HTM", "xhtml", "xml", "svgz", "js", "mhtml"])
def test_a_document_that_a_browser_runs_is_refused(messages, ending):
    assert len(refusals(messages, f"page.{ending}", b"<p>x</p>")) == 1


@pytest.mark.parametrize("text", ["[x](media:lake.svg)", "![x](lake.svg)"])
def test_it_is_refused_wherever_it_is_shown(messages, text):
    said = messages(
        {
            "content/pages/about.md": f"---\ntitle: About\n---\n{text}\n",
            "content/media/lake.svg": SVG.format("<script/>").encode(),
        }
    )

    assert any("holds <script>" in message for message in said)
