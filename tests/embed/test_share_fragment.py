"""The panel's fragment: HTML of what is seen, as `dateline export fragment` writes it."""

import re
from contextlib import ExitStack, contextmanager
from zlib import crc32

import pytest

from generator.build.exports import export
from generator.build.formats import Wishes
from generator.build.site import build
from generator.check.options import Options
from generator.cli.shipped import shipped_templates
from generator.dates import parse_day
from generator.plan.fragments import MOST
from generator.plan.selection import Selection
from generator.reports.composition import ENTRIES
from tests.embed.conftest import ROOT, at, until
from tests.security.conftest import content_of
from tests.security.vectors import AT_ONCE
from tools.serving import Handler

EMBEDDED = "title: <b>Lakes</b> & “seas”\nbase_url: https://lakes.example/\noutputs: [embed]\n"

ACTORS = """
- {id: union, name: Union, kind: organisation}
- {id: member, name: Member, kind: state, member_of: [{actor: union}]}
"""
SOURCES = "https://sources.example/"
MESSAGE = ".share .pieces p:not([hidden])"


def exported(sources, selection, language="", base_url=None, as_of=None):
    """What the command gives, without the picture, which the panel has none of."""
    wishes = Wishes(language, only=ENTRIES)
    made = export(sources, shipped_templates(), "fragment", selection, Options(base_url=base_url, as_of=as_of), wishes)
    assert made.content, made.problems
    return made.content.decode()


@pytest.fixture(scope="session")
def demonstration(place):
    """What the command gives of the demonstration."""
    sources = content_of(ROOT)
    return lambda selection, language="": exported(sources, selection, language, place.site)


def fragment(page):
    """The fragment that the panel shows, once it has one."""
    until(page, "document.querySelector('.share .pieces pre').textContent")
    return page.evaluate("document.querySelector('.share .pieces pre').textContent")


def opened(page, address):
    page.goto(address)
    page.locator(".share summary").click()
    return fragment(page)


VIEWS = {
    "": Selection(),
    "?actor=nato": Selection({"actor": ("nato",)}),
    "?type=summit,statement&from=2023": Selection({"type": ("summit", "statement")}, since="2023"),
    "?topic=ukraine&order=newest": Selection({"topic": ("ukraine",)}),
    "?q=finland": Selection(words="finland"),
    "?key=1&to=2023-04": Selection(is_key=True, until="2023-04"),
    "?from=2023-04-01&to=2023-04-30": Selection(since="2023-04-01", until="2023-04-30"),
    "?support=1&actor=nato&place=brussels": Selection({"actor": ("nato",), "place": ("brussels",), "support": ("1",)}),
    "topics/ukraine/": Selection({"topic": ("ukraine",)}),
    "actors/india/": Selection({"actor": ("india",)}),
    "2023/?type=summit": Selection({"type": ("summit",)}, since="2023", until="2023"),
    "2023/?q=nato&from=2023-04": Selection(words="nato", since="2023-04"),
    "2023/?q=nato&from=2023-04&to=2023-04": Selection(words="nato", since="2023-04", until="2023-04"),
}


@pytest.mark.parametrize("path", VIEWS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_fragment_is_what_the_command_writes(visit, place, demonstration, path, language):
    prefix = "" if language == "en" else "fr/"

    shown = opened(visit.page, f"{place.site}{prefix}{path}")

    assert shown == demonstration(VIEWS[path], language)


def test_the_fragment_follows_the_filters_while_the_panel_is_open(visit, place, demonstration):
    before = opened(visit.page, place.site)
    visit.page.evaluate("dateline.setView({actor: ['india'], key: true})")
    until(visit.page, "arg => document.querySelector('.share .pieces pre').textContent !== arg", before)

    assert fragment(visit.page) == demonstration(Selection({"actor": ("india",)}, is_key=True))
    assert len({url for url in visit.requests if "/data/fragments/" in url}) == 2
    assert len([url for url in visit.requests if "/data/fragments/" in url]) == 2
    assert visit.page.locator(".share dt button:visible").count() == 5


def test_nothing_of_it_is_fetched_before_the_panel_is_opened(visit, place):
    visit.page.goto(f"{place.site}?actor=nato")
    until(visit.page, "!document.querySelector('.share .chosen').hidden")

    assert [url for url in visit.requests if "fragment" in url] == []


def test_all_of_the_fragment_is_copied(visit, place):
    shown = opened(visit.page, f"{place.site}?actor=nato")
    visit.page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")

    visit.page.locator("dt:has(+ .pieces) button").click()

    until(visit.page, "document.querySelector('dt:has(+ .pieces) button').textContent === 'Copied'")
    assert visit.page.evaluate("copied") == shown


def test_the_command_tells_what_a_page_is_the_chronology_of(visit, place):
    for path, options in {
        "actors/nato/": " --actor nato",
        "topics/ukraine/": " --topic ukraine",
        "2023/": " --from 2023 --to 2023",
        "2023/?from=2023-04&type=summit": " --type summit --from 2023-04",
        "": "",
    }.items():
        opened(visit.page, f"{place.site}{path}")
        assert visit.page.locator(".share dd > pre").last.inner_text().endswith(f"--lang en{options}"), path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("?as-of=2023-04-02", "How things stood on an earlier day is given by the command below."),
        ("?as-of=2023-13-45", "No event matches."),
        ("?actor=nobody", "No event matches."),
    ],
)
def test_the_command_alone_is_there_where_the_panel_has_no_fragment(visit, place, path, words):
    visit.page.goto(f"{place.site}{path}")
    visit.page.locator(".share summary").click()
    visit.page.locator(MESSAGE).wait_for()

    assert visit.page.locator(MESSAGE).all_inner_texts() == [words]
    assert not visit.page.locator(".share .pieces pre").is_visible()
    assert not visit.page.locator("dt:has(+ .pieces) button").is_visible()
    assert "dateline export fragment" in visit.page.locator(".share dd > pre:visible").last.inner_text()
    visit.page.evaluate("dateline.setView({actor: ['india'], asOf: undefined})")
    assert fragment(visit.page).startswith("<article")
    assert not visit.page.locator(MESSAGE).is_visible()


def test_a_page_from_a_disk_and_one_whose_pieces_are_not_there_say_that_the_command_gives_it(browser, place):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/fragments/en-0.json", lambda route: route.abort())
        for address in (f"file://{place.output}/index.html", place.site):
            page.goto(address)
            page.locator(".share summary").click()
            page.locator(MESSAGE).wait_for()
            assert page.locator(MESSAGE).inner_text().startswith("This page cannot fetch it")
            assert page.locator(".share dd > pre").last.inner_text() == "dateline export fragment --lang en"


def test_without_scripts_the_command_stands_where_the_fragment_would(browser, place):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{place.site}topics/ukraine/")
        page.locator(".share summary").click()

        assert page.locator(".share dt:visible").all_inner_texts() == ["Link", "Frame", "HTML without a frame"]
        assert page.locator(".share pre:visible").last.inner_text() == (
            "dateline export fragment --lang en --topic ukraine"
        )


@contextmanager
def served(browser, folder, sources, as_of=None):
    """A site that is built of sources, in a browser."""
    read = {path: text.encode() for path, text in sources.items()}
    outcome = build(read, shipped_templates(), Options(as_of=as_of))
    assert not outcome.has_errors, [str(row) for row in outcome.problems if row.severity == "error"]
    for path, content in outcome.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with ExitStack() as stack:
        address = at(stack, folder, Handler, "127.0.0.1")
        page = stack.enter_context(browser.new_context()).new_page()
        page.add_init_script("window.ran = []; window.alert = (said) => ran.push(said)")
        yield page, address


def written(title, date="2023-04-04", sources="", **more):
    """An event as a file."""
    rows = {"title": quoted(title), "date": quoted(date), **more}
    return "\n".join([*(f"{name}: {value}" for name, value in rows.items()), sources])


def quoted(words):
    return "'" + words.replace("'", "''") + "'"


def cited(*titles):
    """Sources, which are told apart by their addresses."""
    rows = [f"  - title: {quoted(title)}\n    url: {SOURCES}{crc32(title.encode())}" for title in titles]
    return "\n".join(["sources:", *rows])


FORGED = '#dateline-source-1">[1]</a><a href="#dateline-source-1">[1]</a> {} $& \\0 [2]'


def test_hostile_words_stay_words_and_keep_their_numbers(browser, tmp_path):
    hostile = [FORGED, *(text for text in AT_ONCE.values() if text.isprintable())]  # as titles
    sources = {"site.yaml": EMBEDDED}
    for place, words in enumerate(hostile):
        cites = cited(f"{place}: {words}", "everyone’s")
        more = {"summary": quoted(FORGED.replace("<", "&lt;")), "place": "lake", "type": "meeting"}
        sources[f"content/events/e{place:02d}.yaml"] = written(words, f"2023-04-{place % 28 + 1:02d}", cites, **more)
    sources["content/places.yaml"] = f"- id: lake\n  name: {quoted(FORGED)}\n"

    with served(browser, tmp_path, sources) as (page, address):
        read = {path: text.encode() for path, text in sources.items()}
        assert opened(page, address) == exported(read, Selection())
        shown = opened(page, f"{address}?q=dateline-source&place=lake&from=2023-04")
        assert shown == exported(read, Selection({"place": ("lake",)}, since="2023-04", words="dateline-source"))
        assert set(re.findall(r'(?:href="#|id=")dateline-source-(\d+)"', shown)) >= {"1", "2"}
        page.evaluate("html => { document.body.innerHTML = html; }", shown)
        assert page.evaluate("ran") == []
        links = page.locator("article a[href^='#dateline-source-']")
        assert [f"[{link.get_attribute('href')[17:]}]" for link in links.all()] == links.all_inner_texts()


def test_sources_of_several_files_are_numbered_as_they_are_cited(browser, tmp_path, monkeypatch):
    monkeypatch.setattr("generator.build.fragments.SHARD", 1)
    monkeypatch.setattr("generator.layout.paging.BUDGET", 1)
    sources = {"site.yaml": EMBEDDED}
    for year in range(2001, 2007):
        cites = cited(f"of {year % 3}", "of all", f"of {year}")
        sources[f"content/events/e{year}.yaml"] = written(
            f"In {year}", str(year), cites, updated=f"{4030 - year}-01-01"
        )

    with served(browser, tmp_path, sources) as (page, address):
        read = {path: text.encode() for path, text in sources.items()}
        assert len(list((tmp_path / "data/fragments").glob("en-*.json"))) == 6
        assert opened(page, address) == exported(read, Selection())
        assert opened(page, f"{address}?from=2003&to=2005") == exported(read, Selection(since="2003", until="2005"))


def test_a_site_that_is_written_from_right_to_left(browser, tmp_path):
    site = "title: محادثات\nlanguages: [ar]\noutputs: [embed]\n"
    sources = {"site.yaml": site}
    for day in range(1, 13):
        cites = cited(f"مصدر {day % 4}", "Lake news")
        sources[f"content/events/e{day}.yaml"] = written(f"لقاء {day} Lake", f"2023-04-{day:02d}", cites)

    with served(browser, tmp_path, sources) as (page, address):
        read = {path: text.encode() for path, text in sources.items()}
        for query, selection in {
            "": Selection(),
            "?from=2023-04-11": Selection(since="2023-04-11"),
            "?from=2023-04-03&to=2023-04-05": Selection(since="2023-04-03", until="2023-04-05"),
        }.items():
            shown = opened(page, f"{address}{query}")
            assert shown == exported(read, selection)
            assert shown.startswith('<article lang="ar" dir="rtl">')
        assert page.locator(".share .pieces pre").evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_a_site_of_an_earlier_day_says_of_which(browser, tmp_path):
    day = parse_day("2023-05-01")
    sources = {"site.yaml": EMBEDDED}
    for place in range(2, 7):
        cites = f"sources:\n  - title: Lake news\n    url: {SOURCES}{place}\n    date: 2023-{place:02d}-01"
        sources[f"content/events/e{place}.yaml"] = written(f"In {place}", f"2023-{place:02d}-01", cites)

    with served(browser, tmp_path, sources, day) as (page, address):
        read = {path: text.encode() for path, text in sources.items()}
        shown = opened(page, address)
        assert shown == exported(read, Selection(), as_of=day)
        assert "4 events · As known on 1 May 2023." in shown


def test_more_events_than_an_editor_takes_are_left_to_the_command(browser, tmp_path):
    sources = {"site.yaml": EMBEDDED}
    for place in range(MOST + 1):
        sources[f"content/events/e{place:03d}.yaml"] = written(f"Event {place}", f"{1700 + place}")

    with served(browser, tmp_path, sources) as (page, address):
        page.goto(address)
        page.locator(".share summary").click()
        page.locator(MESSAGE).wait_for()
        assert page.locator(MESSAGE).inner_text() == f"More than {MOST} events are given by the command below."
        page.evaluate("dateline.setView({from: '1701'})")
        assert fragment(page).count("<article ") == MOST + 1


def test_the_page_of_a_year_or_an_actor_gives_what_it_shows(browser, tmp_path):
    """Filters choose by more: a year by what lasts into it, and a body by what names its members."""
    sources = {"site.yaml": EMBEDDED, "content/actors.yaml": ACTORS}
    sources["content/events/long.yaml"] = written("Long", "2022-12-30/2023-01-04", actors="[union]")
    sources["content/events/short.yaml"] = written("Short", "2023-02-01", actors="[member]")
    sources["content/events/last.yaml"] = written("Last", "2024-02-01")

    with served(browser, tmp_path, sources) as (page, address):
        for path, titles in {
            "2023/": ["Short"],
            "2023/?key=": ["Short"],
            "2023/?type=other": ["Long", "Short"],
            "actors/union/": ["Long"],
            "actors/member/": ["Short"],
            "?actor=union": ["Long", "Short"],
        }.items():
            shown = opened(page, f"{address}{path}")
            assert re.findall(r"<h5.*?>(\w+)</a></h5>", shown) == titles, path
        read = {path: text.encode() for path, text in sources.items()}
        whole = exported(read, Selection(since="2024", until="2024"))
        assert opened(page, f"{address}2024/") == whole.replace("<p>from 2024, to 2024</p>", "<p>2024</p>")


def test_a_site_without_embeds_has_no_pieces():
    sources = {"site.yaml": b"title: Lakes\n", "content/events/one.yaml": written("One").encode()}

    without = build(sources, shipped_templates()).files
    with_embeds = build({**sources, "site.yaml": EMBEDDED.encode()}, shipped_templates()).files
    offline = build({**sources, "site.yaml": EMBEDDED.encode()}, shipped_templates(), Options(offline=True)).files

    named = "data/fragments/"
    assert [path for path in with_embeds if path.startswith(named)] == [f"{named}en.json", f"{named}en-0.json"]
    assert [path for path in (*without, *offline) if named in path or "fragment." in path] == []
