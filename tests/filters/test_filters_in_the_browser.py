"""The filters of a small site as a reader meets them: from the address, back to it, by keyboard, without a script."""

import json
import random
from typing import Any
from urllib.parse import quote

import pytest

from generator.dates import day_number, parse_date
from tests.filters.conftest import REPOSITORY, Reader, read_folder

LISTS = ("actor", "type", "place", "topic", "status", "source", "support")
COMBINATIONS = 40


@pytest.fixture(scope="module")
def events(outputs):
    """The events of the demonstration as the site's data tell them."""
    return json.loads((outputs / "demonstration/timeline.json").read_text())["events"]


@pytest.fixture(scope="module")
def bodies():
    """Since when each actor belongs to others, as actors.yaml has it: (body, from, to)."""
    import yaml

    rows = yaml.safe_load(read_folder(REPOSITORY)["content/actors.yaml"])
    rows = rows if isinstance(rows, list) else [{"id": name, **row} for name, row in rows.items()]
    return {row["id"]: row.get("member_of", []) for row in rows if "id" in row}


def options_of(event, bodies):
    """What the event is chosen by, counted from the data, not by the code under test."""
    from generator.model.identity import as_slug

    day = event["earliest"] or event["latest"]
    actors = {row["id"] for row in event["actors"]}
    for _ in range(3):
        for row in [row for actor in actors for row in bodies.get(actor, [])]:
            starts = not row.get("from") or str(row["from"]) <= day
            if starts and (not row.get("until") or day <= str(row["until"])):
                actors = actors | {as_slug(str(row["actor"]))}
    return {
        "actor": actors,
        "type": {event["type"]},
        "place": {event["place"]} - {None},
        "topic": set(event["topics"]),
        "status": {event["status"]},
        "source": {as_slug(source["publisher"]) for source in event["sources"] if source["publisher"]},
        "support": {str(min(event["independent_sources"], 3))},
    }


def test_a_view_in_the_address_is_there_when_the_page_opens(served, reader):
    reader.open(f"{served}demonstration/?actor=india&type=ministerial")

    assert reader.shown == [
        "2023-03-01-g20-foreign-ministers",
        "2023-03-03-quad-foreign-ministers",
        "2023-04-04-nato-foreign-ministers",
    ]
    assert reader.result == "3 of 36 events"
    assert reader.page.locator(".chips button").all_inner_texts() == ["India", "Ministerial"]
    assert reader.page.evaluate("dateline.view") == {"actor": ["india"], "type": ["ministerial"]}


def test_the_overview_fades_what_is_not_asked_for(served, reader):
    """Also of a view that the page opened with, and of one that chooses by words."""
    names = "found => found.map(one => one.getAttribute('href').slice(1))"
    reader.open(f"{served}demonstration/?q=vilnius")
    every = set(reader.page.eval_on_selector_all(".overview a", names))
    assert reader.shown
    assert set(reader.page.eval_on_selector_all(".overview a.off", names)) == every - set(reader.shown)

    reader.ask({"q": "", "actor": ["nobody"]})
    assert set(reader.page.eval_on_selector_all(".overview a.off", names)) == every

    reader.ask({"actor": []})
    assert reader.page.locator(".overview a.off").count() == 0


def test_back_undoes_a_choice_and_forward_makes_it_again(served, reader):
    reader.open(f"{served}demonstration/")
    whole = reader.shown
    reader.ask({"actor": ["india"]})
    one = reader.shown
    reader.ask({"type": ["ministerial"]})
    two = reader.shown

    assert len(whole) > len(one) > len(two) > 0
    for move, expected in (("back", one), ("back", whole), ("forward", one), ("forward", two)):
        reader.page.evaluate(f"new Promise(done => {{addEventListener('dateline:view', done, {{once: true}}); "
                             f"document.addEventListener('dateline:view', done, {{once: true}}); history.{move}()}})"
                             ".then(() => 0)")  # fmt: skip
        assert reader.shown == expected


def test_what_is_typed_takes_the_place_of_the_address_and_adds_no_step_back(served, reader):
    reader.open(f"{served}demonstration/")
    steps = reader.page.evaluate("history.length")
    reader.page.locator("[name=q]").press_sequentially("vilnius")
    reader.page.wait_for_selector(".chosen")

    assert reader.page.url.endswith("?q=vilnius")
    assert reader.page.evaluate("history.length") == steps
    assert reader.shown == ["2023-07-11-vilnius-summit"]
    assert reader.page.evaluate("document.activeElement.name") == "q"


def test_counts_are_right_for_random_combinations(served, reader, events, bodies):
    dice = random.Random(7)
    options = {event["id"]: options_of(event, bodies) for event in events}
    known = {name: sorted({value for row in options.values() for value in row[name]}) for name in LISTS}
    reader.open(f"{served}demonstration/")
    reader.page.click(".choices summary")
    reader.page.wait_for_selector("fieldset li")

    for _ in range(COMBINATIONS):
        view: dict[str, Any] = {
            name: dice.sample(known[name], dice.choice((1, 1, 2))) for name in dice.sample(LISTS, dice.choice((1, 2)))
        }
        view |= {"key": True} if dice.random() < 0.2 else {}
        if dice.random() < 0.4:
            first, last = sorted(dice.sample(range(2010, 2025), 2))
            view |= {"from": f"{first}-0{dice.randrange(1, 9)}", "to": str(last)}
        reader.ask(dict.fromkeys((*LISTS, "key", "from", "to")) | view)

        def misses(event, view=view):
            """The filters that leave the event out."""
            found = {name for name in LISTS if name in view and not options[event["id"]][name] & set(view[name])}
            found |= {"key"} if view.get("key") and not event["key"] else set()
            if "from" in view:
                first, last = parse_date(view["from"]).earliest, parse_date(view["to"]).latest
                assert first is not None
                assert last is not None
                starts = day_number(*map(int, event["earliest"].split("-"))) if event["earliest"] else -(10**9)
                ends = day_number(*map(int, event["latest"].split("-"))) if event["latest"] else 10**9
                found |= set() if starts <= last and first <= ends else {"period"}
            return found

        assert reader.shown == [event["id"] for event in events if not misses(event)], view
        assert reader.result.startswith(f"{len(reader.shown)} of 36 events"), view
        told = reader.page.eval_on_selector_all(
            "fieldset li", "rows => rows.map(row => [row.querySelector('input').name, row.querySelector('input').value,"
            "Number(row.querySelector('small').textContent)])"
        )  # fmt: skip
        for name, value, count in told:
            expected = sum(value in options[event["id"]][name] and misses(event) <= {name} for event in events)
            assert count == expected, (view, name, value)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("actor=nobody", "0 of 36 events. Nothing here is called “nobody”."),
        ("place=nowhere&type=summit", "0 of 36 events. Nothing here is called “nowhere”."),
        (
            "from=2023-13",
            "0 of 36 events. “2023-13” is not a year, a month or a day, as in 2023, 2023-04 or 2023-04-04.",
        ),
        (
            "from=%2B2023&to=02023",
            (
                "0 of 36 events. “+2023” is not a year, a month or a day, as in 2023, 2023-04 or 2023-04-04. "
                "“02023” is not a year, a month or a day, as in 2023, 2023-04 or 2023-04-04."
            ),
        ),
        ("as-of=yesterday", "0 of 36 events. “yesterday” is not a day, as in 2023-04-04."),
        ("as-of=2023-02-30", "0 of 36 events. “2023-02-30” is not a day, as in 2023-04-04."),
        ("q=xyzzy", "0 of 36 events. No event matches."),
        ("order=sideways", "36 of 36 events. “sideways” is not an order."),
        ("actor=india,nobody&type=summit", "3 of 36 events. Nothing here is called “nobody”."),
    ],
)
def test_a_value_that_names_nothing_is_named_and_can_be_taken_back(served, reader, query, words):
    reader.open(f"{served}demonstration/?{quote(query, safe='=&,%')}")

    assert reader.result == words
    assert reader.page.locator(".result").get_attribute("aria-live") == "polite"
    if words.startswith("0"):
        assert reader.page.locator(".chosen .none").inner_text() == words
    wrong = reader.page.locator(".chips .wrong button, .chips button")
    while wrong.count():
        wrong.first.click()
    assert len(reader.shown) == 36
    assert reader.page.url == f"{served}demonstration/"


def test_clearing_all_brings_the_page_back_as_it_was(served, reader):
    reader.open(f"{served}demonstration/")
    before = reader.page.inner_html(".chronology")
    reader.ask({"asOf": "2023-04-02", "actor": ["nato"], "order": "newest"})
    assert reader.page.inner_html(".chronology") != before
    reader.page.click(".filters .clear")

    assert reader.page.inner_html(".chronology") == before
    assert reader.page.url == f"{served}demonstration/"
    assert reader.page.evaluate("document.activeElement.name") == "q"


LOOKS = """id => {
  const entry = document.getElementById(id);
  const names = ["fontFamily", "fontSize", "fontStyle", "fontWeight", "lineHeight", "color", "display", "marginTop"];
  return [entry, ...entry.querySelectorAll("*")].map(one => {
    const style = getComputedStyle(one);
    return [one.className.baseVal ?? one.className, ...names.map(name => style[name])].join(" ");
  });
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_an_entry_looks_in_a_view_as_it_does_on_its_page(served, reader, width):
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(f"{served}demonstration/?actor=india")
    name = reader.shown[2]
    shown = reader.page.evaluate(LOOKS, name)

    reader.ask({"actor": None})
    assert len(shown) > 20
    assert shown == reader.page.evaluate(LOOKS, name)


def test_the_newest_first_are_the_oldest_last(served, reader, events):
    reader.open(f"{served}demonstration/?order=newest")

    assert reader.shown == [event["id"] for event in reversed(events)]
    years = reader.page.eval_on_selector_all(".year > h2", "found => found.map(one => one.textContent)")
    assert years == sorted(years, reverse=True)


def test_headings_that_have_no_entry_are_not_there(served, reader):
    reader.open(f"{served}demonstration/?q=vilnius")

    assert reader.page.locator(".chronology h2").all_inner_texts() == ["2023"]
    assert reader.page.locator(".chronology h3").all_inner_texts() == ["July 2023"]
    ids = reader.page.eval_on_selector_all("[id]", "found => found.map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))


def test_the_page_of_a_year_chooses_among_its_own_until_the_year_is_taken_away(served, reader):
    reader.open(f"{served}demonstration/2022/?actor=nato")
    of_the_year = reader.shown
    reader.page.get_by_role("button", name="Remove “from 2022”").click()
    reader.page.get_by_role("button", name="Remove “to 2022”").click()
    more = "before => document.querySelectorAll('.chosen article.entry').length > before"
    reader.page.wait_for_function(more, arg=len(of_the_year))
    reader.page.wait_for_function("() => document.querySelectorAll('.chosen .year').length > 3")

    assert of_the_year
    assert len(reader.shown) > len(of_the_year)
    links = reader.page.eval_on_selector_all(".chosen h4 a", "found => found.map(one => one.href)")
    assert all(link.startswith(f"{served}demonstration/events/") for link in links)
    assert reader.page.request.get(links[0]).ok


def test_an_entry_of_another_page_is_as_its_own_page_has_it(served, reader):
    reader.open(f"{served}demonstration/2022/?from=2023&to=2023&q=vilnius")
    adopted = reader.page.text_content("#\\32 023-07-11-vilnius-summit")
    reader.open(f"{served}demonstration/2023/")

    assert adopted == reader.page.text_content("#\\32 023-07-11-vilnius-summit")


def test_all_is_reached_by_keyboard_and_the_focus_stays(served, reader):
    reader.open(f"{served}demonstration/")
    page = reader.page
    page.focus("[name=q]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("fieldset li")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.name || ''"))
        if stops[-1] == "actor":
            break
    assert [stop for stop in stops if stop][:6] == ["from", "to", "as-of", "order", "key", "actor"]
    value = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    page.wait_for_selector(".chosen")

    assert page.evaluate("[document.activeElement.name, document.activeElement.value]") == ["actor", value]
    assert page.url.endswith(f"?actor={value}")


def test_a_field_of_the_sites_own_is_a_filter(served, reader):
    reader.open(f"{served}plans/?weight=2,3&secret=")

    assert set(reader.shown) == {"moved-twice", "round-1", "round-2"}


def test_a_former_name_and_an_alias_find_an_actor(served, reader):
    reader.open(f"{served}plans/?actor=norholm")
    expected = reader.shown

    for query in ("actor=Nordland", "actor=land%20of%20the%20north", "q=NÓRDland"):
        reader.open(f"{served}plans/?{query}")
        assert reader.shown == expected
    assert len(expected) == 3


def test_a_site_in_another_language_says_it_in_that(served, reader):
    reader.open(f"{served}demonstration/fr/?actor=india,personne&type=summit")

    unknown = "Rien ici ne s’appelle «\N{NO-BREAK SPACE}personne\N{NO-BREAK SPACE}»."
    assert reader.result == f"3 sur 36 événements. {unknown}"
    assert reader.page.locator(".chips button").all_inner_texts() == ["Inde", "personne", "Sommet"]
    assert "/fr/events/" in reader.page.locator(".chosen h4 a").first.evaluate("one => one.href")


def test_without_a_script_all_is_shown_and_there_are_no_dead_controls(served, browser, events):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}demonstration/?actor=india")

        assert page.locator("ol article.entry").count() == len(events)
        assert not page.locator(".filters").is_visible()


def test_the_printed_view_says_which_it_is(served, reader):
    reader.open(f"{served}demonstration/?actor=india&type=ministerial")
    reader.page.emulate_media(media="print")

    assert reader.page.locator(".result").is_visible()
    assert reader.page.locator(".chips").is_visible()
    assert not reader.page.locator(".choices").is_visible()
    assert not reader.page.locator("[name=q]").is_visible()
    reader.page.evaluate("dateline.setView({actor: undefined, type: undefined})")
    reader.page.locator(".filters").wait_for(state="hidden")


def test_an_index_that_cannot_be_had_is_said_and_the_chronology_stays(served, browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/filters/**", lambda route: route.abort())
        page.goto(f"{served}demonstration/?actor=india")
        page.wait_for_selector(".result:not(:empty)")

        assert page.locator(".result").inner_text() == "The filters could not be loaded."
        assert page.locator("ol article.entry").count() == 36


def test_a_page_from_a_disk_says_that_it_has_no_filters(outputs, browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((outputs / "demonstration/index.html").as_uri() + "?place=vilnius")

        assert page.locator(".filters").inner_text() == "The filters could not be loaded."
        assert page.locator("article.entry").count() > 30


def test_nothing_is_fetched_before_a_filter_is_used(served, reader):
    reader.open(f"{served}demonstration/")

    assert [address for address in reader.requests if "/data/" in address or "pagefind" in address] == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(served, reader, width):
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.open(
        f"{served}demonstration/?actor=nobody-at-all-by-a-very-long-name-that-nobody-has,india&as-of=2023-04-02"
    )
    reader.page.click(".choices summary")
    reader.page.wait_for_selector("fieldset li")

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_full_texts_are_found_with_the_words_around_them(served, reader):
    reader.open(f"{served}demonstration/?q=communiqu%C3%A9")
    reader.page.wait_for_selector(".found li mark")

    links = reader.page.eval_on_selector_all(".found li a", "found => found.map(one => one.href)")
    assert links
    assert all(link.startswith(f"{served}demonstration/") for link in links)
    assert reader.page.request.get(links[0]).ok
    reader.ask({"q": None})
    assert not reader.page.locator(".found").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_a_filtered_page(served, browser, scheme, width):
    axe = (REPOSITORY / "tests/web/node_modules/axe-core/axe.min.js").read_text()
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        reader = Reader(context)
        reader.open(f"{served}demonstration/?actor=india,nobody&as-of=2023-04-02&q=minister")
        reader.page.click(".choices summary")
        reader.page.wait_for_selector("fieldset li")
        reader.page.wait_for_selector(".found li")
        reader.page.evaluate(axe)
        found = reader.page.evaluate("axe.run()")

    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
