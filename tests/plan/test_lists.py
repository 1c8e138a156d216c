"""Lists of entries, and the order of what leads to them."""

import pytest

from generator.check.site import check
from generator.languages import first_letter
from generator.plan import plan_pages


@pytest.fixture
def pages():
    """The pages of a site of one event with these actors."""

    def run(actors, **files):
        files = {
            "site.yaml": "title: x\n",
            "content/events/e.yaml": f"title: E\ndate: 2023\nactors: {actors}\n",
        } | files
        checked = check({path: text.encode() for path, text in files.items()})
        assert checked.site, [problem.message for problem in checked.problems]
        return {page.path: page.values for page in plan_pages(checked.site, {})}

    return run


def test_a_short_list_needs_no_headings(pages):
    found = pages(["India", "Nepal"])["actors/index.html"]

    assert [(shelf.heading, len(shelf.links)) for shelf in found["shelves"]] == [("", 2)]
    assert found["count"] == "2 entries"


def test_a_long_list_stands_under_its_letters_without_accents_and_what_begins_with_none_comes_last(pages):
    names = ["Éire", "eSwatini", "20th Army", "Ghana", *(f"Actor {n}" for n in range(500))]
    shelves = pages(names)["actors/index.html"]["shelves"]

    assert [(shelf.heading, shelf.anchor, len(shelf.links)) for shelf in shelves] == [
        ("A", "letter:A", 500),
        ("E", "letter:E", 2),
        ("G", "letter:G", 1),
        ("#", "letter:other", 1),
    ]
    assert [link.name.text for link in shelves[1].links] == ["Éire", "eSwatini"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Åland", "A"), ("ægir", "Æ"), ("ßen", "S"), ("россия", "Р"), ("الهند", "ا"), ("中国", ""), ("7", ""), ("", "")],
)
def test_the_letter_of_a_name_is_bare_and_upper_case(name, letter):
    assert first_letter(name) == letter


def test_a_long_list_of_articles_stands_under_its_years(pages):
    article = "---\ntitle: Lake\ndate: {}-01-03\n---\nText\n"
    files = {f"content/articles/a{n:02d}.md": article.format(2000 + n % 3) for n in range(45)}
    shelves = pages(["India"], **files)["articles/index.html"]["shelves"]

    assert [(shelf.heading, len(shelf.links)) for shelf in shelves] == [("2000", 15), ("2001", 15), ("2002", 15)]


def test_all_parts_of_a_site_are_led_to_in_one_order_and_the_author_s_own_pages_apart(pages):
    event = "title: E\ndate: 2023\ntype: talks\nactors: [India, Nepal]\nplace: Oslo\ntopics: [Fish]\nsources:\n"
    rows = "- {article: lake, says: {status: planned}}\n- {title: Note, date: 2023-02-01, says: {status: held}}\n"
    files = {
        "content/events/e.yaml": event + rows,
        "content/articles/lake.md": "---\ntitle: Lake\ndate: 2022-01-03\n---\nText\n",
        "content/pages/about.md": "---\ntitle: About\n---\nHello\n",
    }
    site = pages([], **files)["index.html"]["site"]

    assert [link.name.text for link in site.navigation] == [
        "Chronology", "Articles", "Actors", "Places", "Topics", "Sources", "Ledger", "Matrix",
    ]  # fmt: skip
    assert [link.name.text for link in site.own_pages] == ["About"]
