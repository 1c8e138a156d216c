"""What a page may load and run: nothing but files of its own site; and what hosts are told to send."""

import functools
import re
import threading
from contextlib import contextmanager
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from generator.render.headers import LEAST, POLICY
from tools.serving import Handler, Server

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LOADED = {"src", "srcset", "poster", "data", "action", "formaction", "background"}
LINKS = {"stylesheet", "icon", "apple-touch-icon", "manifest"}  # what `<link>` loads
EVERYWHERE = {"frame-ancestors": "'none'"}


class Page(HTMLParser):
    """Everything in a page that could run or be loaded, and its external links."""

    def __init__(self, html):
        super().__init__()
        self.inline, self.outside, self.unguarded, self.tags = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/ld+json"):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        addresses = [value or "" for name, value in attrs if name in LOADED]
        if tag == "link" and given.get("rel") in LINKS:
            addresses.append(given["href"])
        self.outside += [one for one in addresses if urlsplit(one).scheme or one.startswith("//")]
        if tag == "a" and urlsplit(given.get("href", "")).netloc and given.get("rel") != "noopener noreferrer":
            self.unguarded.append(given["href"])


def pages_of(files):
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


def test_no_page_of_any_example_has_a_script_or_a_style_within_it(examples):
    found = {(name, path): Page(html) for name, files in examples.items() for path, html in pages_of(files).items()}

    assert len(found) > 300
    assert {place: page.inline for place, page in found.items() if page.inline} == {}


def test_no_page_of_any_example_loads_anything_from_elsewhere(examples):
    found = {(name, path): Page(html) for name, files in examples.items() for path, html in pages_of(files).items()}

    assert any("img" in page.tags for page in found.values())
    assert {place: page.outside for place, page in found.items() if page.outside} == {}


def test_every_link_that_leads_elsewhere_tells_nobody_where_it_stood(examples):
    found = {(name, path): Page(html) for name, files in examples.items() for path, html in pages_of(files).items()}

    assert sum(
        html.count('rel="noopener noreferrer"') for files in examples.values() for html in pages_of(files).values()
    )
    assert {place: page.unguarded for place, page in found.items() if page.unguarded} == {}


def test_every_page_states_the_policy_of_the_headers_before_it_loads_anything(examples):
    for files in examples.values():
        for path, html in pages_of(files).items():
            (policy,) = META.findall(html)
            sent = dict(as_cloudflare(rules_of(files["_headers"].decode()), f"/{path}"))["Content-Security-Policy"]
            stated = "; ".join(part for part in sent.split("; ") if not part.startswith("frame-ancestors"))
            assert policy.replace(" 'wasm-unsafe-eval'", "") == stated.replace(" 'wasm-unsafe-eval'", ""), path
            assert ("frame-ancestors *" in sent) == ("embed/" in path), path
            assert "embed/" in path or policy.replace(" 'wasm-unsafe-eval'", "") == POLICY, path
            assert not re.search(r"<(?:script|style|link|img|base)\b", html.partition(policy)[0]), path


def test_headers_allow_webassembly_only_where_there_is_a_search(examples):
    for name, files in examples.items():
        searches = any("data-search=" in html for html in pages_of(files).values())
        assert ("wasm-unsafe-eval" in files["_headers"].decode()) == searches, name
    assert {b"wasm-unsafe-eval" in files["_headers"] for files in examples.values()} == {True, False}


def test_a_site_with_pages_of_its_own_is_not_held_to_the_policy_of_ours(site):
    site.write("templates/base.html", "<!DOCTYPE html><title>x</title>{% block main %}{% endblock %}")
    site.build()

    assert f"  Content-Security-Policy: {LEAST}; frame-ancestors 'none'\n" in site.read("output/_headers")


def test_a_template_may_allow_what_the_shipped_pages_do_not(site):
    site.write(
        "templates/404.html",
        '{% extends "base.html" %}{% block policy %}; img-src https://tiles.example{% endblock %}',
    )
    site.build()

    (policy,) = META.findall(site.read("output/404.html"))
    first = {row.split()[0]: row for row in reversed(policy.split("; "))}  # a browser takes the first of a name
    assert first["img-src"] == "img-src https://tiles.example"
    assert first["script-src"] == "script-src 'self'"


def rules_of(text):
    """The file as rows of a pattern and its lines."""
    rules: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        elif line.strip():
            rules[-1][1].append(line.strip())
    return rules


def as_cloudflare(rules, path):
    """Every rule adds; `! Name` drops what came before."""
    sent: list[tuple[str, ...]] = []
    for pattern, lines in rules:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for line in lines:
                if line.startswith("! "):
                    sent = [row for row in sent if row[0] != line[2:]]
                else:
                    sent.append(tuple(line.split(": ", 1)))
    return sent


def as_netlify(rules, path):
    """What stands last is sent; what has no colon is no header."""
    sent: dict[str, str] = {}
    for pattern, lines in rules:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            sent |= dict(line.split(": ", 1) for line in lines if ":" in line)
    return list(sent.items())


class Hosted(Handler):
    """A host that reads _headers."""

    sends = staticmethod(as_cloudflare)

    def end_headers(self):
        rules = rules_of((self.folder / "_headers").read_text(encoding="utf-8"))
        for name, value in self.sends(rules, urlsplit(self.path).path):
            self.send_header(name, value)
        super().end_headers()


class Netlify(Hosted):
    sends = staticmethod(as_netlify)


@contextmanager
def hosted(folder, handler):
    with Server(("127.0.0.1", 0), functools.partial(handler, folder=folder)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def searched(site):
    site.write("site.yaml", "title: NATO and India\nsearch: true\nbase_url: https://example.org/\n")
    assert site.build().stderr == ""
    return site


@pytest.mark.parametrize("handler", [Hosted, Netlify])
def test_a_site_works_under_its_headers(searched, page, handler):
    faults, hosts = [], set()
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    with hosted(searched.root / "output", handler) as address:
        answer = page.goto(address)
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        page.locator("#page\\:q").fill("Brussels")
        page.locator(".found mark").first.wait_for()  # only an article's text has the word
        page.locator("#page\\:q").fill("ministers")
        page.locator(".chronology.chosen article").first.wait_for()
        page.goto(f"{address}events/ministerial/")

    assert faults == []
    assert hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize("handler", [Hosted, Netlify])
def test_other_sites_may_frame_embeds_and_nothing_else(searched, page, tmp_path, handler):
    output = searched.root / "output"
    (output / "embed").mkdir()
    (output / "embed/index.html").write_text("<!DOCTYPE html><title>e</title><p>framed</p>", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    with hosted(output, handler) as address, hosted(other, Handler) as elsewhere:
        frames = "".join(f'<iframe src="{address}{path}"></iframe>' for path in ("embed/", "events/", ""))
        (other / "index.html").write_text(f"<!DOCTYPE html><title>o</title>{frames}", encoding="utf-8")
        page.goto(elsewhere.replace("127.0.0.1", "localhost"))
        refused = "chrome-error://chromewebdata/"
        shown: list[str] = []
        while sorted(shown, key=len)[:1] in ([], [""]):  # each frame has been answered
            page.wait_for_timeout(20)
            shown = [frame.url for frame in page.frames if frame.parent_frame]

        assert page.frames[1].locator("p").inner_text() == "framed"
        assert shown == [f"{address}embed/", refused, refused]
