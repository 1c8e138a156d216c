"""Pages come out with relative addresses and an edition, and a template's fault names its line."""

import pytest

from generator.dates import parse_date, word_date, word_ends
from generator.dates.html import html_datetime
from generator.dates.marker import marker
from generator.model.text import Localised
from generator.plan import ROOT, Page
from generator.plan.views import DateView
from generator.render.environment import dated, language_of
from generator.render.pages import PageRenderer, TemplateFault


def rendered(template, *, path="index.html", base_url="", name="page.html", others=None, **values):
    renderer = PageRenderer({name: template.encode(), **(others or {})}, base_url)
    return renderer.render(Page(path, name, "en", values)).decode()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "./events/x/"),
        ("2023/index.html", "../events/x/"),
        ("fr/events/x/index.html", "../../../events/x/"),
    ],
)
def test_addresses_lead_from_the_page_to_the_root_and_on(path, address):
    assert rendered('<a href="{{ link }}">x</a>', path=path, link=f"{ROOT}events/x/") == f'<a href="{address}">x</a>'


def test_a_page_that_is_served_at_any_depth_has_absolute_addresses():
    template = '<a href="{{ link }}">x</a>'

    assert 'href="/events/x/"' in rendered(template, path="404.html", name="404.html", link=f"{ROOT}events/x/")
    base = "https://example.org/repo/"
    assert 'href="/repo/events/x/"' in rendered(
        template, path="404.html", name="404.html", base_url=base, link=f"{ROOT}events/x/"
    )


def test_the_edition_changes_with_what_a_page_shows_and_with_nothing_else():
    first = rendered("{{ words }} {{ edition }}", words="held")
    again = rendered("{{ words }} {{ edition }}", words="held")
    other = rendered("{{ words }} {{ edition }}", words="moved")

    assert first == again
    assert first.split()[1] != other.split()[1]


def test_text_is_escaped():
    assert rendered("{{ title }}", title='<script>"') == "&lt;script&gt;&#34;"


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("<p>\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("{{ title.nothing }}", 1, "has no attribute 'nothing'"),
        ("\n{{ 1 // 0 }}", 2, "division"),
        ("{% include 'parts/none.html' %}", 0, "there is no template 'parts/none.html'"),
    ],
)
def test_a_fault_of_a_template_names_its_line(template, line, message):
    with pytest.raises(TemplateFault, match=message) as caught:
        rendered(template, title="x")

    assert (caught.value.template, caught.value.line) == ("page.html", line)


def test_a_fault_in_an_included_part_names_that_part():
    with pytest.raises(TemplateFault) as caught:
        rendered("{% include 'parts/x.html' %}", others={"parts/x.html": b"\n\n{{ nothing }}"})

    assert (caught.value.template, caught.value.line) == ("parts/x.html", 3)


def view(written):
    date = parse_date(written)
    return DateView(word_date(date, "en"), date.edtf, html_datetime(date), word_ends(date, "en"), marker(date))


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("2023-04-04", '<time datetime="2023-04-04">4 April 2023</time>'),
        ("2023-04", '<time datetime="2023-04">April 2023</time>'),
        (
            "2023-04-04/2023-04-05",
            '<time datetime="2023-04-04">4</time>–<time datetime="2023-04-05">5 April 2023</time>',
        ),
        (
            "2022-12-30/2023-01-02",
            '<time datetime="2022-12-30">30 December 2022</time> – <time datetime="2023-01-02">2 January 2023</time>',
        ),
        ("2022-02-24/..", '<span data-edtf="2022-02-24/..">24 February 2022 – ongoing</span>'),
        ("1949~", '<span data-edtf="1949~">c. 1949</span>'),
        ("[..2023-04-01]", '<span data-edtf="[..2023-04-01]">on or before 1 April 2023</span>'),
        ("-0430", '<span data-edtf="-0430">431 BCE</span>'),
    ],
)
def test_a_date_is_marked_up_where_html_has_a_form_for_it(written, html):
    assert dated(view(written)) == html


def test_only_text_in_another_language_than_the_page_says_so():
    attribute = language_of("en")

    assert attribute(Localised("Talks", "en")) == ""
    assert attribute(Localised("محادثات", "ar")) == ' lang="ar" dir="auto"'


def test_text_of_another_script_than_the_pages_finds_its_own_direction():
    english, arabic = language_of("en"), language_of("ar")

    assert english(Localised("محادثات", "en")) == ' dir="auto"'
    assert english(Localised("Négociations, 4–5 avril", "en")) == ""
    assert arabic(Localised("UNESCO", "ar")) == ' dir="auto"'
    assert arabic(Localised("محادثات UNESCO", "ar")) == ""
    assert arabic(Localised("2024", "ar")) == ""
