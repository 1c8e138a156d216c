"""Chronologies and lists that are too long for a page."""

from dataclasses import replace
from typing import Any

from generator.dates import parse_date
from generator.model.actor import Actor
from generator.model.event import Event, Participation
from generator.model.order import in_order
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.source import Article, Source
from generator.model.text import Text
from generator.plan import Linked, plan_pages
from generator.plan.addresses import path_of
from generator.plan.framing import Framing
from generator.plan.telling import Telling


def long_site(*dates):
    """A site in which the first page has room for some seven events of one actor."""
    events = [
        Event(
            f"e{n:02d}",
            Text.of("x", "en"),
            parse_date(date),
            date,
            summary=Text.of("x" * 45_000, "en"),
            actors=(Participation("nato"),),
        )
        for n, date in enumerate(dates)
    ]
    settings = Settings(Text.of("x", "en"), languages=("en", "fr"))
    return Site(settings, in_order(events), actors=(Actor("nato", Text.of("NATO", "en")),))


def planned(site) -> dict[str, dict[str, Any]]:
    return {page.path: dict(page.values) for page in plan_pages(site, {})}


def local(link):
    return link and link.address.lstrip("\0")


def test_the_first_page_of_a_long_chronology_has_the_newest_years_and_leads_to_all():
    pages = planned(long_site(*["2021"] * 3, *["2022"] * 3, *["2023-04-01"] * 3))
    home = pages["index.html"]

    assert [year.heading for year in home["years"]] == ["2022", "2023"]
    assert [(link.name.text, link.note) for link in home["all_years"]] == [
        (year, "3 events") for year in ("2021", "2022", "2023")
    ]
    assert (home["newest_from"], local(home["earlier"]), home["count"]) == ("2022", "2021/", 9)


LONG = ("2022", "2022", "2023", *["2023-03-31"] * 2, *["2023-04-01"] * 9, "2024-01-01")


def test_a_year_that_is_too_long_has_a_page_for_each_month_and_a_month_several_in_every_language():
    pages = planned(long_site(*LONG))

    home, years = pages.pop("index.html"), {path for path in pages if path.startswith("20")}
    assert years == {f"{folder}/index.html" for folder in ("2022", "2023", "2023/03", "2023/04", "2023/04/2", "2024")}
    assert {path.removeprefix("fr/") for path in pages if path.startswith("fr/20")} == years
    assert [(link.name.text, local(link), link.note) for link in pages["2023/index.html"]["months"]] == [
        ("March 2023", "2023/03/", "2 events"),
        ("April 2023", "2023/04/", "9 events"),
    ]
    assert [local(link) for link in home["all_years"]] == ["2022/", "2023/", "2024/"]
    assert local(home["earlier"]) == "2023/04/"
    assert pages["2023/04/2/index.html"]["heading"].text == "April 2023, part 2"
    assert pages["fr/2023/04/2/index.html"]["heading"].text == "avril 2023, partie 2"
    assert local(pages["2023/04/2/index.html"]["year"]) == "2023/"


def test_pages_of_years_and_months_follow_one_another():
    pages = planned(long_site(*LONG))

    path, followed = "2022/index.html", []
    while path:
        followed.append(path.removesuffix("index.html"))
        later = pages[path]["later"]
        assert later is None or local(pages[path_of(local(later))]["earlier"]) == followed[-1]
        path = path_of(local(later)) if later else ""
    assert followed == ["2022/", "2023/", "2023/03/", "2023/04/", "2023/04/2/", "2024/"]


def test_the_listing_of_an_event_is_the_page_of_the_chronology_that_has_it():
    site = long_site(*LONG)
    framing = Framing(Telling(site, "fr", {}, "fr/"), Linked())
    pages = planned(site)

    for event in site.events:
        years = pages[path_of(framing.listing(event).lstrip("\0"))]["years"]
        assert event.id in {entry.id for year in years for month in year.months for entry in month.entries}


def test_an_actor_of_many_events_has_pages_for_its_years_below_its_own():
    pages = planned(long_site(*LONG))
    actor, april = pages["actors/nato/index.html"], pages["actors/nato/2023/04/index.html"]

    assert [local(link) for link in actor["all_years"]] == [f"actors/nato/{year}/" for year in (2022, 2023, 2024)]
    assert local(april["subject"]) == "actors/nato/"
    assert (local(april["year"]), local(april["earlier"])) == ("actors/nato/2023/", "actors/nato/2023/03/")


def test_a_single_event_that_is_too_heavy_for_a_page_stands_on_the_first_all_the_same():
    site = long_site("2023-04-01")
    heavy = replace(site.events[0], summary=Text.of("x" * 500_000, "en"))
    pages = planned(replace(site, events=(heavy,)))

    for path in ("index.html", "actors/nato/index.html"):
        assert [len(year.months[0].entries) for year in pages[path]["years"]] == [1]
        assert (pages[path]["all_years"], pages[path]["earlier"]) == ((), None)
    assert local(pages["2023/index.html"]["months"][0]) == "2023/04/"


def test_an_actor_of_few_events_has_one_page():
    pages = planned(long_site("2022", "2023"))

    assert [path for path in pages if path.startswith("actors/nato/")] == ["actors/nato/index.html"]
    assert (pages["actors/nato/index.html"]["all_years"], pages["actors/nato/index.html"]["earlier"]) == ((), None)


TITLE = "x" * 60_000


def articles(*ids):
    """A site with articles of long titles, each of the year that begins its id."""
    made = (Article(name, Text.of(TITLE, "en"), Source(date=parse_date(name[:4])), "<p>x</p>") for name in ids)
    return Site(Settings(Text.of("x", "en")), (), articles=tuple(made))


def actors(*ids):
    """A site with actors of long names."""
    return Site(
        Settings(Text.of("x", "en")), (), actors=tuple(Actor(name, Text.of(name + TITLE, "en")) for name in ids)
    )


def test_a_long_list_of_articles_leads_to_their_years_and_an_article_may_be_called_as_one():
    pages = planned(articles("2022-a", "2023", "2023-b", *(f"2024-{n}" for n in range(6))))

    lists = {path: page for path, page in pages.items() if page["address"].startswith("articles/") and "kind" in page}
    assert {path: sum(len(shelf.links) for shelf in page["shelves"]) for path, page in lists.items()} == {
        "articles/index.html": 0,
        "articles/list/2022/index.html": 1,
        "articles/list/2023/index.html": 2,
        "articles/list/2024/index.html": 5,
        "articles/list/2024/2/index.html": 1,
    }
    assert [(link.name.text, local(link), link.note) for link in lists["articles/index.html"]["parts"]] == [
        ("2022", "articles/list/2022/", "1 article"),
        ("2023", "articles/list/2023/", "2 articles"),
        ("2024", "articles/list/2024/", "5 articles"),
        ("2024, part 2", "articles/list/2024/2/", "1 article"),
    ]
    assert local(lists["articles/list/2024/index.html"]["earlier"]) == "articles/list/2023/"
    assert "articles/2023/index.html" in pages


def test_a_long_list_of_names_leads_to_its_parts_by_their_first_and_last_names():
    pages = planned(actors(*"abcdefg"))

    parts = pages["actors/index.html"]["parts"]
    assert [(link.name.text.replace("x", ""), local(link)) for link in parts] == [
        ("a – e", "actors/list/1/"),
        ("f – g", "actors/list/2/"),
    ]
    assert pages["actors/list/2/index.html"]["part"] == parts[1].name
