"""Ledger, sources, matrix, maps and lists in a real browser: wide, narrow, with long names and many actors."""

import json
from itertools import pairwise

import pytest

from generator.build.site import build
from generator.cli.shipped import shipped_templates

WIDTHS = (320, 360, 768, 1280)
PAGES = (
    "ledger/",
    "sources/",
    "matrix/",
    "actors/",
    "actors/actor-00/",
    "places/lake/",
    "events/t0/",
    "ar/matrix/",
    "ar/ledger/",
    "ar/events/t0/",
    "ar/places/lake/",
    "fr/ledger/",
)
LONG = "The Extraordinary and Plenipotentiary Delegation of the Confederated Municipalities of Upper Osterbay"
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung" * 2
ARABIC = "جامعة الدول العربية للشؤون الاقتصادية والاجتماعية"


def files():
    """A site of 42 actors, some with names that are long or Arabic, who meet in talks that were planned and moved."""
    made: dict[str, object] = {"site.yaml": {"title": "Lake talks", "languages": ["en", "fr", "ar"]}}
    actors = [f"Actor {n:02d}" for n in range(39)] + [LONG, LONGEST, ARABIC]
    plan = {"title": LONG, "publisher": LONGEST, "date": "2023-01-01", "url": "https://norholm.example/" + "x" * 120}
    for n in range(12):
        sources: list[object] = [{**plan, "says": {"status": "planned", "date": f"2023-02-{n + 1:02d}"}}]
        sources += [{"title": "Note", "date": "2023-01-02", "says": {"status": "planned", "date": "2023-03"}}]
        sources += [{"title": "Report", "date": "2023-04-01", "says": {"status": "held"}}] if n % 3 else []
        made[f"content/events/t{n}.yaml"] = {
            "title": f"{LONG} meets {LONGEST} {n}",
            "date": f"2023-03-{n + 1:02d}",
            "type": "talks",
            "place": "Lake",
            "actors": actors if n % 2 else actors[n:],
            "sources": sources,
        }
    made["content/events/last.yaml"] = {"title": "x", "date": 2023, "type": "talks", "actors": actors[-3:]}
    made["content/places.yaml"] = [{"id": "lake", "name": LONG, "latitude": 46.5, "longitude": 6.6}]
    return {path: json.dumps(content).encode() for path, content in made.items()}


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    """Where that site is served."""
    folder = tmp_path_factory.mktemp("record")
    outcome = build(files(), shipped_templates())
    assert not outcome.has_errors
    for path, content in outcome.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_record_scrolls_sideways(address, browser, width):
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        widths = {}
        for path in PAGES:
            assert page.goto(address + path).ok
            page.evaluate("document.querySelectorAll('details').forEach(found => { found.open = true })")
            widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert {path: found for path, found in widths.items() if found > width} == {}


@pytest.fixture
def page(browser, request):
    """A page of the asked width."""
    with browser.new_context(viewport={"width": getattr(request, "param", 1280), "height": 900}) as context:
        yield context.new_page()


@pytest.mark.parametrize(("page", "columns"), [(360, 0), (768, 12), (1280, 24)], indirect=["page"])
def test_the_matrix_has_as_many_actors_as_fit_and_the_list_of_pairs_is_always_there(address, page, columns):
    page.goto(f"{address}matrix/")

    assert page.locator(".matrix thead th:visible").count() == columns
    assert page.locator(".matrix tbody tr:visible").count() == columns
    assert page.locator(".pairs li:visible").count() >= 500


def test_a_cell_of_the_matrix_leads_to_its_pair(address, page):
    page.goto(f"{address}matrix/")
    page.locator(".matrix td a").first.click()

    target = page.locator("li:target")
    assert target.is_visible()
    names = page.locator(".matrix tbody th a").all_inner_texts()[:2]
    assert all(name in target.inner_text() for name in names)


def test_the_names_above_the_matrix_stay_in_sight(address, page):
    page.goto(f"{address}matrix/")
    page.locator(".matrix tbody tr").nth(8).evaluate("row => row.scrollIntoView()")

    assert page.locator(".matrix").bounding_box()["y"] < -100
    assert page.locator(".matrix thead th").first.bounding_box()["y"] == pytest.approx(0, abs=1)


def test_each_cell_of_a_table_is_told_with_its_actors(address, page):
    page.goto(f"{address}matrix/")

    headers = page.eval_on_selector_all(".matrix th", "found => found.map(one => one.scope)")
    assert headers == ["col"] * 24 + ["row"] * 24


@pytest.mark.parametrize("page", [360], indirect=True)
def test_on_a_phone_the_ledger_is_cards_that_name_each_of_their_lines(address, page):
    page.goto(f"{address}ledger/")
    card = page.locator(".ledger tbody tr").first

    boxes = [cell.bounding_box() for cell in card.locator("th, td").all()]
    assert len(boxes) == 5
    assert all(below["y"] >= above["y"] + above["height"] - 1 for above, below in pairwise(boxes))
    labels = card.locator("td").evaluate_all("found => found.map(one => getComputedStyle(one, '::before').content)")
    assert [label.partition('"')[2].partition('"')[0] for label in labels] == [
        "Announced", "Due", "Lead time", "What became of it",
    ]  # fmt: skip


@pytest.mark.parametrize("page", [360, 1280], indirect=True)
def test_the_ledger_is_a_table_for_a_screen_reader_however_narrow(address, page):
    page.goto(f"{address}ledger/")

    table = page.get_by_role("table").first
    assert table.get_by_role("row").count() > 2
    assert table.get_by_role("rowheader").count() == table.locator("tbody tr").count()
    assert table.get_by_role("cell").count() == 4 * table.locator("tbody tr").count()


def test_what_is_overdue_is_the_first_table(address, page):
    page.goto(f"{address}ledger/")

    assert [text.splitlines()[0] for text in page.locator(".ledger caption").all_inner_texts()] == [
        "Overdue",
        "Settled",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_map_shows_land_and_the_place_in_its_middle(address, browser, scheme):
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}places/lake/")
        picture = page.get_by_role("img", name=LONG)

        assert picture.is_visible()
        paint = "found => getComputedStyle(found).fill"
        land, dot = page.locator(".map .land").evaluate(paint), page.locator(".map circle").evaluate(paint)
        assert land != dot
        assert land != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_what_the_actors_did_before_and_after_is_folded_where_they_are_many(address, page):
    page.goto(f"{address}events/t3/")

    assert not page.locator(".along li").first.is_visible()
    page.locator(".along > summary").click()
    assert page.locator(".along li").first.is_visible()


def test_a_letter_leads_to_its_names(address, page):
    page.goto(f"{address}actors/")
    page.locator(".letters a").last.click()

    assert page.locator("h2:target").inner_text() == page.locator(".letters a").last.inner_text()


def test_the_missing_page_leads_to_every_part_of_the_site(address, page):
    page.goto(f"{address}no/such/page/")
    links = page.locator("main a").evaluate_all("found => found.map(one => one.getAttribute('href'))")

    assert links == ["/", "/actors/", "/places/", "/sources/", "/ledger/", "/matrix/"]
