"""Whatever stands in whatever field, a browser runs none of it: with the policy of the pages, and without it."""

import json
from dataclasses import replace
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from generator.build.audit import audit
from generator.build.exports import export
from generator.build.site import prepare
from generator.parse.decode import CONTROL
from generator.plan.selection import Selection
from generator.render.audit_page import render_audit_page
from generator.render.scripts import squeezed
from generator.render.single import WITHIN
from tests.security.host import META, hosted
from tests.security.spoiling import (
    OPTIONS,
    Words,
    in_prose,
    is_taken_in_prose,
    open_spots,
    spoilt,
    spots_of,
    whole_site,
)
from tests.security.vectors import ASKED_FOR, AT_ONCE, VECTORS, named, numbered

GROUPS = 2  # to open a page costs more than to have a hundred words on it
ADDRESSES = 4  # among which the words of a group are shared, where they stand in addresses


@pytest.fixture(params=[True, False], ids=["with the policy", "without it"])
def host(browser, request):
    with hosted(browser, has_policy=request.param) as host:
        yield host


@pytest.fixture
def unguarded(browser):
    with hosted(browser, has_policy=False) as host:
        yield host


def made_of(sources, shipped):
    """What a browser may be shown of a site: pages, what feeds and data hold as HTML, and the audit."""
    outcome = prepare(sources, shipped, OPTIONS)
    assert not outcome.has_errors, [problem.message for problem in outcome.problems][:3]
    wanted = (".html", ".xml", ".json", ".js", ".css")
    files = {path: outcome.files[path] for path in outcome.files if path.endswith(wanted)}
    for path in ("feed.xml", "fr/feed.xml"):
        contents = ET.fromstring(files[path]).iter("{http://www.w3.org/2005/Atom}content")
        files |= {f"feed/{path}-{place}.html": _page(one.text) for place, one in enumerate(contents)}
    for path in ("timeline.json", "fr/timeline.json"):
        files |= {f"data/{path}-{place}.html": _page(html) for place, html in enumerate(_html(json.loads(files[path])))}
    files["one.html"] = _one_file(sources, shipped, [files[path] for path in files if path.startswith("assets/")])
    audited = audit(sources, replace(OPTIONS))
    assert audited.audit
    return files | {"audit.html": render_audit_page(audited.audit, audited.theme, shipped)}


def _one_file(sources, shipped, ours):
    """The chronology as one file, without the script and the styles that stand in it and are those of the pages."""
    exported = export(sources, shipped, "html", Selection(), OPTIONS)
    assert exported.content
    within = squeezed(shipped[WITHIN].decode()).encode()
    bare = exported.content
    for content in (*ours, within):
        for tag in (b"script", b"style"):
            bare = bare.replace(b"<%s>%s</%s>" % (tag, content, tag), b"")
    assert bare.count(b"<script>") + bare.count(b"<style>") == 0
    return bare


def _page(html):
    return f"<!DOCTYPE html><title>x</title>{html}".encode()


def _html(data):
    """Every text that timeline.json calls HTML."""
    if isinstance(data, list):
        for one in data:
            yield from _html(one)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key.endswith("_html"):
                yield value
            else:
                yield from _html(value)


@pytest.fixture(scope="module")
def spots():
    """Where the site takes a harmless text."""
    files = whole_site()
    return open_spots(files, spots_of(files), Words(["x <b>y</b>"], ["x <b>y</b>"]))


def test_the_hook_tells_what_runs_where_nothing_stops_it(unguarded):
    files = {f"{place}.html": _page(f"{word}<p>after></p>") for place, word in enumerate(AT_ONCE.values())}
    unguarded.open(files, files)
    ran = {urlsplit(said.split()[-1]).path for said in unguarded.ran}

    assert [name for place, name in enumerate(AT_ONCE) if f"/{place}.html" not in ran] == []


def test_what_is_asked_for_is_noticed_before_anybody_asks(unguarded):
    for name in ("link of a script", "link with a tab within", "form", "base", "style", "embed", "use in svg"):
        assert unguarded.open({"raw.html": _page(ASKED_FOR[name])}, ["raw.html"]), name


def test_the_policy_alone_stops_all_of_them(unguarded, shipped):
    found = META.search(prepare(whole_site(), shipped, OPTIONS).files["404.html"])
    assert found
    policy = found[0].replace(b"http-equiv", b" http-equiv")  # so that the host leaves it there
    files = {f"{place}.html": policy + _page(f"{word}<p>after></p>") for place, word in enumerate(VECTORS.values())}
    unguarded.open(files, files)

    assert unguarded.ran == []


def test_markdown_refuses_what_leads_nowhere(spots):
    refused = {name for name, word in VECTORS.items() if not is_taken_in_prose(in_prose(word))}

    assert refused == {
        "handler after a form feed",
        "null within",
        "link with a tab within",
        "link after a control character",
        "link in Markdown with a tab",
        "what stands for a page's digest",
    }


def test_no_field_takes_a_control_character(spots):
    odd = [word for word in VECTORS.values() if CONTROL.search(word)]

    assert len(odd) == 4
    taken = {spot.kind for word in odd for spot in open_spots(whole_site(), spots, Words([word], [word]))}
    assert taken <= {"address"}  # of which a form feed was left out, being a blank


def test_the_spots_are_those_that_authors_write_in(spots):
    names = {f"{spot.path.rpartition('/')[2]} {spot.name}" for spot in spots}

    assert len(spots) > 85
    assert names >= {
        "site.yaml .title.en",
        "site.yaml .licence",
        "site.yaml .topics.peace.fr",
        "actors.yaml [0].url",
        "places.yaml .vienna.name.en",
        "sources.yaml .act.symbol",
        "lake.md body",
        "lake.md .author",
        "wire.txt body",
        "about.md body",
        "talks.yaml .summary",
        "talks.yaml .media[0].alt",
        "talks.yaml .corrections[0].what",
        "talks.yaml .sources[0].says.place",
        "treaty.md .sources.quote",
    }


@pytest.fixture(scope="module", params=range(GROUPS))
def group(request, shipped, spots):
    """What a browser may be shown of a site with a part of the words at each spot, and the words."""
    chosen = [(name, word) for name, word in VECTORS.items() if not CONTROL.search(word)][request.param :: GROUPS]
    texts = [numbered(name, word) for name, word in chosen]
    prose = [(name, in_prose(word)) for name, word in chosen]
    words = Words(texts, [numbered(name, word) for name, word in prose if is_taken_in_prose(word)])
    files = whole_site()
    taken = open_spots(files, spots, words)
    assert len(taken) >= len(spots) - 3  # no quote is found any more where Markdown changes an article's text
    return texts, made_of(spoilt(files, taken, words), shipped)


def views_of(texts):
    """Pages of the script as words in their addresses would have them, at once a few."""
    few = [texts[place::ADDRESSES] for place in range(ADDRESSES)]
    asked = [
        "&".join(f"{name}={quote(','.join(some))}" for name in ("q", "actor", "from", "as-of", "order", "weight"))
        for some in few
    ]
    for path in ("index.html", "fr/index.html"):
        yield from (f"{path}?{view}" for view in (*asked, "key=1", "q=a"))
    for view, (text, *_) in zip(asked, few, strict=True):
        yield f"embed/v1/index.html?{view}&theme={quote(text)}&lang={quote(text)}"
    yield "embed/v1/index.html?key=1"
    yield from (f"embed/v1/index.html#{quote(text)}" for text in texts[: 3 * ADDRESSES])


def test_nothing_runs_from_any_field(host, group):
    texts, made = group
    pages = [path for path in made if path.endswith(".html")]

    could = host.open(made, [*map(quote, pages), *views_of(texts)])

    assert len(pages) > 60
    assert could == [], named(fault.partition(": ")[2] for fault in could)
    assert host.ran == [], named(said.rpartition(" ")[0] for said in host.ran)
    assert host.strangers == set()


def test_nothing_runs_from_the_name_of_a_file(host, shipped):
    files = whole_site()
    for place, name in enumerate(("breaking out of a double quote", "breaking out of a single quote")):
        word = numbered(name, VECTORS[name])
        files[f"content/articles/2024-01-01-{word}.md"] = b"---\ntitle: A\ndate: 2024-01-01\n---\nText.\n"
        files[f"content/events/2024-01-02-{word}.yaml"] = b"title: B\ndate: 2024-01-02\n"
        files[f"content/pages/{word}.md"] = b"---\ntitle: C\n---\nText.\n"
        files[f"content/media/{word}.png"] = files["content/media/lake.png"]
        files[f"content/media/{word}.pdf"] = b"%PDF"
        media = [{"file": f"{word}.png", "alt": "x"}, {"file": f"{word}.pdf"}]
        files[f"content/events/media-{place}.yaml"] = json.dumps(
            {"title": "D", "date": "2024", "media": media}
        ).encode()
    outcome = prepare(files, shipped, OPTIONS)
    refused = {problem.path for problem in outcome.problems if problem.severity == "error"}
    kept = {path: content for path, content in files.items() if path not in refused}
    made = made_of(kept, shipped)

    could = host.open(made, [quote(path) for path in made if path.endswith(".html")])

    assert {"content/events/media-0.yaml", "content/events/media-1.yaml"} <= kept.keys()
    assert could == [], named(fault.partition(": ")[2] for fault in could)
    assert host.ran == [], named(said.rpartition(" ")[0] for said in host.ran)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("accent", "red; background: url(https://example.org/)"),
        ("accent", "#fff}*{background:url(//example.org)"),
        ("text_face", "x; } @import url(https://example.org/a.css); a {"),
        ("text_face", "x</style><script>alert(1)</script>"),
        ("label_face", "x\\; y: expression(alert(1))"),
        ("density", "compact onload=alert(1)"),
        ("css", "https://example.org/a.css"),
        ("logo", "javascript:alert(1)"),
    ],
)
def test_a_theme_takes_no_styles_but_its_own(shipped, field, value):
    outcome = prepare({"site.yaml": json.dumps({"title": "T", "theme": {field: value}}).encode()}, shipped)

    assert outcome.has_errors


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org/x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "view-source:https://example.org",
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        "sources: [{title: S, url: %s}]",
        "media: [{title: M, url: %s}]",
        "documents: [{title: D, url: %s}]",
        "documents: [{title: D, archived: %s}]",
    ],
)
def test_an_address_begins_as_those_of_the_web_do(shipped, fields, value):
    event = f"title: T\ndate: 2023\n{fields % json.dumps(value)}\n"
    outcome = prepare({"site.yaml": b"title: T\n", "content/events/a.yaml": event.encode()}, shipped)

    assert outcome.has_errors
