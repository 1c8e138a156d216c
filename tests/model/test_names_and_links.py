import pytest

from generator.dates import parse_date, parse_day
from generator.model.actor import Actor, FormerName
from generator.model.identity import as_slug, fault_of_id, folded, shortened
from generator.model.target import Target, leads_out, parse_target
from generator.model.text import Text


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Brussels, Belgium", "brussels-belgium"),
        ("  NATO – India  ", "nato-india"),
        ("Côte d’Ivoire", "côte-d-ivoire"),
        ("Re\u0301union", "réunion"),
        ("会談 2023", "会談-2023"),
        ("हिन्दी", "हिन्दी"),
        ("snake_case", "snake-case"),
        ("İstanbul", "i̇stanbul"),
        ("½ & ¾", ""),
        ("CON", "con-"),
    ],
)
def test_a_slug_is_lower_case_with_every_other_character_a_hyphen(name, slug):
    assert as_slug(name) == slug
    assert slug == "" or fault_of_id(slug) == ""


@pytest.mark.parametrize(("slug", "most", "short"), [("one-two-three", 9, "one-two"), ("one-two", 7, "one-two")])
def test_a_long_slug_is_cut_between_words(slug, most, short):
    assert shortened(slug, most) == short


def test_a_slug_of_one_long_word_is_cut_between_characters():
    assert shortened("会" * 10, 10) == "会" * 3


def test_names_are_compared_without_case_and_with_one_blank():
    assert folded("  NATO   Alliance ") == folded("nato alliance")
    assert folded("STRASSE") == folded("Straße")
    assert folded("e\u0301") == folded("É")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("event:talks", Target("event", "talks")),
        ("article:lake#quote-2", Target("article", "lake", "#quote-2")),
        ("event:r%C3%A9union", Target("event", "réunion")),
        ("/events/talks/", Target("event", "talks")),
        ("/topics/peace", Target("topic", "peace")),
        ("/places/vienna/index.html#top", Target("place", "vienna", "#top")),
        ("page:about", Target("page", "about")),
        ("lake.png", Target("media", "lake.png")),
        ("./media/maps/lake.png", Target("media", "maps/lake.png")),
        ("media:media/lake.png", Target("media", "lake.png")),
    ],
)
def test_a_link_names_an_entry_or_a_file(link, target):
    assert parse_target(link) == target


@pytest.mark.parametrize("link", ["https://example.org/", "/about/", "/events/", "../talks/", "#top", "event:", "?q"])
def test_any_other_link_names_none(link):
    assert parse_target(link) is None


@pytest.mark.parametrize(
    ("link", "out"),
    [
        ("HTTPS://example.org", True),
        ("#top", True),
        ("mailto:a@b.c", True),
        ("tel:1", True),
        ("//x", False),
        ("a", False),
    ],
)
def test_some_links_need_no_entry(link, out):
    assert leads_out(link) is out


def test_a_text_falls_back_to_what_it_has_and_says_in_which_language_that_is():
    text = Text((("fr", "Pourparlers"), ("en", "Talks")))

    assert (str(text.in_language("de", "en")), text.in_language("de", "en").language) == ("Talks", "en")
    assert (str(text.in_language("de")), text.in_language("de").language) == ("Pourparlers", "fr")
    assert text.lacks(("en", "de", "fr")) == ("de",)
    assert text.map(str.upper).versions == (("fr", "POURPARLERS"), ("en", "TALKS"))


@pytest.mark.parametrize(
    ("day", "name"),
    [("1948-12-31", "Now"), ("1949-01-01", "Then"), ("1989-12-31", "Then"), ("1990-01-01", "Now"), (None, "Now")],
)
def test_a_former_name_holds_on_its_first_and_its_last_day(day, name):
    former = FormerName(Text.of("Then", "en"), parse_date("1949"), parse_date("1989"))
    actor = Actor("x", Text.of("Now", "en"), names=(former,))

    assert actor.name_on(parse_day(day) if day else None).first == name
