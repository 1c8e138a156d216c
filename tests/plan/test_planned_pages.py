import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_date
from generator.model.event import Event
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text
from generator.plan import PathTaken, plan_pages
from generator.plan.addresses import Addresses, path_of

ARTICLE = "---\ntitle: Talks to open\ndate: 2023-04-01\n---\nOn April 4 the talks will open. They will last.\n"
TALKS = """title: Talks open
date: 2023-04-04
aliases: [opening]
actors: [NATO, Burma]
place: Lake House
topics: [Peace]
sources:
  - {article: lake, quote: They will last}
  - {article: lake, quote: On April 4}
"""
FILES = {
    "site.yaml": "title: The lake talks\n",
    "content/actors.yaml": "- {name: Myanmar, names: [{name: Burma, until: 2023-04-30}]}\n",
    "content/articles/lake.md": ARTICLE,
    "content/pages/about.md": "---\ntitle: About\n---\nHello.\n",
    "content/events/talks.yaml": TALKS,
    "content/events/visit.yaml": "title: A visit\ndate: 2024-05\nactors: [Burma]\n",
}


@pytest.fixture
def plan():
    """The pages of files, by path; what is given stands in place of the usual ones."""

    def run(files=None, **options):
        sources = {path: text.encode() for path, text in {**FILES, **(files or {})}.items()}
        checked = check(sources, Options(**options))
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page for page in plan_pages(checked.site, {})}

    return run


def test_every_entry_has_a_page_and_every_kind_a_list(plan):
    assert {path: page.template for path, page in plan().items()} == {
        "index.html": "timeline.html",
        "2023/index.html": "year.html",
        "2024/index.html": "year.html",
        "events/talks/index.html": "event.html",
        "events/opening/index.html": "moved.html",
        "events/visit/index.html": "event.html",
        "articles/lake/index.html": "article.html",
        "actors/myanmar/index.html": "actor.html",
        "actors/nato/index.html": "actor.html",
        "places/lake-house/index.html": "place.html",
        "topics/peace/index.html": "topic.html",
        "articles/index.html": "list.html",
        "actors/index.html": "list.html",
        "places/index.html": "list.html",
        "topics/index.html": "list.html",
        "sources/index.html": "sources.html",
        "about/index.html": "page.html",
        "404.html": "404.html",
    }


def test_a_kind_that_the_site_has_none_of_has_no_list(plan):
    files = {"content/events/talks.yaml": "title: Talks\ndate: 2023\n"}

    assert not {"places/index.html", "topics/index.html"} & plan(files).keys()


def test_a_second_language_stands_in_a_folder_of_its_own_and_each_page_leads_to_the_other(plan):
    pages = plan({"site.yaml": "title: x\nlanguages: [en, fr]\n"})

    english = {path for path in pages if not path.startswith("fr/")}
    assert {f"fr/{path}" for path in english} == pages.keys() - english
    assert [
        (link.language, link.address.lstrip("\0"), link.is_current)
        for link in pages["fr/events/talks/index.html"].values["alternates"]
    ] == [("en", "events/talks/", False), ("fr", "fr/events/talks/", True)]


def test_a_former_id_leads_on(plan):
    moved = plan()["events/opening/index.html"].values

    assert (moved["link"].name.text, moved["link"].address) == ("Talks open", "\0events/talks/")


def test_passages_are_numbered_as_they_stand_in_the_article(plan):
    pages = plan()

    told = pages["events/talks/index.html"].values["event"].entry
    article = pages["articles/lake/index.html"].values["article"]
    assert [citation.passage for citation in told.citations] == ["\0articles/lake/#quote-2", "\0articles/lake/#quote-1"]
    assert [passage.quote for passage in article.passages] == ["On April 4", "They will last"]


def test_an_actor_bears_the_name_of_the_day_of_the_event_and_today_s_on_its_own_page(plan):
    pages = plan()

    names = [
        [actor.name.text for actor in pages[f"events/{name}/index.html"].values["event"].entry.actors]
        for name in ("talks", "visit")
    ]
    assert names == [["NATO", "Burma"], ["Myanmar"]]
    assert pages["actors/myanmar/index.html"].values["heading"].text == "Myanmar"
    assert pages["actors/myanmar/index.html"].values["count"] == 2


def test_a_page_is_dated_by_the_newest_change_that_it_shows(plan):
    files = {"content/events/visit.yaml": "title: A visit\ndate: 2024-05\nupdated: 2024-06-01\n"}
    pages = plan(files)

    told = {path: page.values["newest"] for path, page in pages.items()}
    assert (told["index.html"], told["2023/index.html"], told["2024/index.html"]) == (
        "1 June 2024",
        "1 April 2023",
        "1 June 2024",
    )
    assert (told["articles/lake/index.html"], told["about/index.html"]) == ("1 April 2023", "")


def test_the_newest_change_is_told_as_well_as_it_is_known(plan):
    visit = "title: A visit\ndate: 1923\nsources: [{title: x, date: 1957}, {title: y, date: 1957-12}]\n"
    pages = plan({"content/events/visit.yaml": visit})

    assert pages["1923/index.html"].values["newest"] == "December 1957"


def test_an_edit_of_one_event_changes_only_the_pages_that_show_it(plan):
    before = plan()
    after = plan({"content/events/visit.yaml": "title: A longer visit\ndate: 2024-05\nactors: [Burma]\n"})

    changed = {path for path in before if before[path] != after[path]}
    assert before.keys() == after.keys()
    assert changed == {
        "index.html",
        "2024/index.html",
        "events/visit/index.html",
        "events/talks/index.html",  # it names the event that comes after it
        "actors/myanmar/index.html",
    }


def test_as_of_a_day_no_page_tells_of_what_came_later(plan):
    pages = plan(
        {"content/events/visit.yaml": "title: A visit\ndate: 2023-04-01\nsources: {title: x, date: 2023-05-01}\n"},
        as_of=parse_date("2023-04-15").latest,
    )

    assert "events/visit/index.html" not in pages
    assert pages["index.html"].values["count"] == 1
    assert pages["index.html"].values["site"].as_of == "15 April 2023"


def bare(name, date="2023"):
    return Event(name, Text.of(name, "en"), parse_date(date), date)


def test_two_pages_at_one_path_are_refused():
    site = Site(Settings(Text.of("x", "en")), (bare("talks"), bare("TALKS")))

    with pytest.raises(PathTaken, match=r"two pages stand at 'events/TALKS/index\.html'"):
        plan_pages(site, {})


@pytest.mark.parametrize(
    ("year", "address"), [(2023, "2023/"), (476, "0476/"), (0, "0000/"), (-430, "-0430/"), (12_000, "12000/")]
)
def test_any_year_has_an_address(year, address):
    assert Addresses().year(year) == address


def test_an_address_escapes_what_a_path_keeps():
    address = Addresses("fr/").page("event", "réunion-會")

    assert address == "fr/events/r%C3%A9union-%E6%9C%83/"
    assert path_of(address) == "fr/events/réunion-會/index.html"
