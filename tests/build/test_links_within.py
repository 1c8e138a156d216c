"""Every link of a built site leads somewhere in it, and nothing is loaded from elsewhere."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from generator.build.site import build
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources

ROOT = Path(__file__).parent.parent.parent
LOADED = {"img": ("src", "srcset"), "script": ("src",), "source": ("src", "srcset"), "video": ("src", "poster")}
LOADING_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "manifest")

NASTY = {
    "site.yaml": "title: 'A <b>nasty</b> & \"odd\" site'\nlanguages: [en, fr]\ndescription: 'x < y & z'\n",
    "content/events/été-münchen.yaml": (
        "title: {en: 'É <i>t</i> & \"x\"', fr: Été}\ndate: 2023-04-04/2023-04-05\nplace: 'A & B <c>'\naliases: [ete]\n"
        "actors: [\"O'Neill & <Sons>\", {actor: ضيف, as: '\"guest\" & <x>'}]\ntopics: ['C++ & C#', 'a/b?c#d']\n"
        "summary: |\n"
        "  See [it](article:текст), [back](event:ete), [a part](actor:O-Neill-Sons)\n"
        "  and [out](https://x.org/?a=1&b=2#c).[^n]\n\n  ![a picture](media:bild 1.png)\n\n  [^n]: A note.\n"
        "media: [{file: bild 1.png, alt: 'A \"picture\" <x>'}]\n"
        "sources:\n"
        "  - {article: текст, quote: 'said \"this & that\" <of> it'}\n"
        "  - {article: текст, quote: 'this & that'}\n"
        "  - {title: 'T <x> & y', url: 'https://x.org/?q=\"a\"&b=<c>', date: 2023}\n"
    ),
    "content/events/2023.yaml": (
        "title: A year for an id\ndate: 2023\npart_of: été-münchen\nrelated: [été-münchen]\nsupersedes: été-münchen\n"
        "summary: '[^n] again[^n]\n\n\n  [^n]: Another note.'\nsources: [{article: plain, quote: 'a <b> c & d'}]\n"
    ),
    "content/events/old.yaml": "title: O\ndate: -0430\nsummary: '# Head\n\n\n  text'\nsources: [{title: T}]\n",
    "content/articles/текст.md": (
        "---\ntitle: 'Текст <x> & \"y\"'\ndate: 2023-04-01\npublisher: 'P & Q'\n---\n# Head\n\n"
        'They *said "this* & **that" &lt;of&gt;** it[^n], and [on](event:2023).\n\n[^n]: A note.\n'
    ),
    "content/articles/plain.txt": " date 2023-04-01 a <b> c & d [^n] {{ x }} {% y %}\n",
    "content/pages/über-uns.md": (
        "---\ntitle: Über <uns>\n---\n[home](event:old), [it](topic:c-c), [self](page:über-uns)\n"
    ),
}


class Reading(HTMLParser):
    """What a page names: its ids, and where it links to and loads from."""

    def __init__(self):
        super().__init__()
        self.ids = []
        self.links = []
        self.loads = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") in LOADING_LINKS:
            self.loads.append(given["href"])
        if tag == "link" and given.get("rel") in ("alternate", "prev", "next"):
            self.links.append(given["href"])
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.links.append(given["content"].partition("url=")[2])
        for name in LOADED.get(tag, ()):
            if name in given:
                self.loads += [part.split()[0] for part in given[name].split(", ")] if "set" in name else [given[name]]
        if tag == "use":
            self.links.append(given["href"])


def read(content):
    reading = Reading()
    reading.feed(content.decode())
    reading.close()
    return reading


def demonstration(_folder):
    return read_sources(ROOT)


def nasty(folder):
    for path, text in NASTY.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "content/media").mkdir()
    Image.linear_gradient("L").resize((1000, 700)).save(folder / "content/media/bild 1.png")
    return read_sources(folder)


def long(folder):
    """Years, months and lists that are too long for a page."""
    words = " ".join(str(number) for number in range(2_000))
    dates = ("1950", "1950-03", *["2022"] * 40, *["2023-04"] * 40, "2023-22", *["2023-07-01"] * 3, "2024-01-01")
    files = {f"content/events/e{number}.yaml": date for number, date in enumerate(dates)}
    files = {
        path: f"title: E\ndate: {date}\nactors: [India, {name}]\nplace: Lake\ntopics: [Talks]\nsummary: {words}\n"
        for name, (path, date) in enumerate(files.items())
    }
    files["site.yaml"] = "title: Long\nlanguages: [en, fr]\n"
    for number in range(40):
        text = f"---\ntitle: A{number} {words}\ndate: {2020 + number % 3}\npublisher: P\n---\nText.\n"
        files[f"content/articles/a{number}.md"] = text
    return {path: text.encode() for path, text in files.items()}


@pytest.fixture(scope="module", params=[demonstration, nasty, long], ids=lambda kind: kind.__name__)
def site(request, tmp_path_factory):
    """A site's files, and what each of its pages names."""
    outcome = build(request.param(tmp_path_factory.mktemp("site")), shipped_templates())
    assert not outcome.has_errors, outcome.problems
    pages = {path: read(content) for path, content in outcome.files.items() if path.endswith(".html")}
    return outcome.files, pages


def target(page, link):
    """The file of the site that a link on a page leads to, and the id in it."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    led = normpath(join(dirname(page), path)) if path else page
    return (normpath(join(led, "index.html")) if path.endswith(("/", ".")) else led), unquote(parts.fragment)


def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(site):
    files, pages = site
    astray, followed = [], 0
    for path, page in pages.items():
        if path.endswith("404.html"):
            continue  # served at any depth: its links begin at the root of the host, as another test holds
        for link in page.links:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            file, fragment = target(path, link)
            followed += 1
            if file not in files or (fragment and fragment not in pages[file].ids):
                astray.append((path, link))
    assert astray == []
    assert followed > 200


def test_every_page_is_linked_from_another_of_its_language(site):
    _, pages = site
    led = {(path, target(path, link)[0]) for path, page in pages.items() for link in page.links}
    linked = {to for path, to in led if path != to and path.startswith("fr/") == to.startswith("fr/")}

    former = {"events/ete/index.html", "fr/events/ete/index.html"}  # addresses that the site no longer uses itself
    of_others = {path for path in pages if "embed/" in path}  # to which pages of others lead, in frames
    assert pages.keys() - linked - {"404.html", "fr/404.html"} - former == of_others


def test_a_long_site_has_pages_of_every_kind():
    files = build(long(None), shipped_templates()).files

    assert {
        "2022/00/2/index.html",
        "2023/04/2/index.html",
        "fr/2023/07/index.html",
        "actors/india/2022/00/2/index.html",
        "places/lake/2023/04/index.html",
        "fr/topics/talks/1950/index.html",
        "articles/list/2021/index.html",
    } <= files.keys()


def test_what_a_page_loads_is_a_file_of_the_site(site):
    files, pages = site
    loads = [(path, load) for path, page in pages.items() if not path.endswith("404.html") for load in page.loads]

    assert [(path, load) for path, load in loads if target(path, load)[0] not in files] == []
    assert len(loads) >= len(pages) - 2


def test_no_address_of_the_site_begins_at_the_root_of_the_host_but_on_the_page_for_lost_readers(site):
    _, pages = site
    for path, page in pages.items():
        rooted = [link for link in page.links + page.loads if link.startswith("/")]
        assert bool(rooted) == path.endswith("404.html"), path


def test_ids_are_unique_on_each_page(site):
    _, pages = site

    twice = {path: [name for name, times in Counter(page.ids).items() if times > 1] for path, page in pages.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_no_sign_is_left_that_stands_for_something_while_a_page_is_made(site):
    files, _ = site
    for path, content in files.items():
        if path.endswith((".html", ".json", ".css", ".js", ".svg")):
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content), path


def test_styles_and_scripts_load_nothing_from_elsewhere(site):
    files, _ = site
    for path, content in files.items():
        if path.endswith((".css", ".js", ".svg")):
            text = content.decode().replace("http://www.w3.org/", "")
            assert not re.search(r"https?://|url\(\s*['\"]?//|@import", text), path
