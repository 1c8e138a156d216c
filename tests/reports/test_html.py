"""The body of a page: what it means stands in its tags, and how it looks in what the caller gives them."""

from dataclasses import replace

import lxml.html
import pytest

from generator.reports.html import Manner, write_html
from generator.reports.tree import Link, Paragraph, Words
from tests.reports.every_block import SPECIALS, every_block


@pytest.fixture
def page():
    return lxml.html.fromstring(write_html(every_block()))


def test_words_stay_words_in_every_place(page):
    said = [node.text_content() for node in page.xpath(".//h1 | .//p | .//h4 | .//li | .//td | .//code | .//pre")]

    assert sum(text.count(SPECIALS) for text in said) > 15
    assert not page.xpath(".//b")
    assert page.xpath(".//pre")[0].text_content() == f"{SPECIALS}\n    four blanks\n\n```\nend"


def test_sections_hold_what_stands_below_their_headings(page):
    assert [node.get("id") for node in page.xpath("./section")] == ["year-1902", "year-1903", None]
    assert [node.get("id") for node in page.xpath("./section/section/article")] == ["talks", "lake"]
    assert page.xpath("./section[2]/p")[0].text_content() == "The end."


def test_other_languages_are_named_once_and_find_their_direction(page):
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert [(node.tag, node.get("lang"), node.get("dir")) for node in page.xpath(".//*[@lang]")] == [
        ("blockquote", "ar", "auto"),
        ("h4", "zh", "auto"),
        ("blockquote", "fr", "auto"),
    ]


def test_words_that_run_the_other_way_take_no_sign_beside_them_along():
    """As in a browser without it: '(موسكو), 3 May' would have its 3 on the wrong side."""
    page = lxml.html.fromstring(write_html(every_block("محادثات")))

    title = page.xpath("./h1")[0]
    facts = page.xpath(".//p[@class='facts']/span")[0]
    assert (facts.text, facts.get("dir"), facts.get("lang")) == ("محادثات", "auto", None)
    assert title.text == "محادثات"
    assert not page.xpath(".//blockquote[@lang='ar']//span[@dir='auto']")


def test_in_arabic_addresses_and_references_run_from_the_left():
    manuscript = every_block("كلام", "ar", "rtl")
    address = Link((Words("https://a.example/"),), "https://a.example/")
    references = tuple(replace(row, language="en") for row in manuscript.sources)

    page = lxml.html.fromstring(write_html(replace(manuscript, closing=(Paragraph((address,)),), sources=references)))

    assert [node.get("dir") for node in page.xpath("./p/a")] == ["ltr"]
    assert [(node.get("lang"), node.get("dir")) for node in page.xpath(".//li[@id='source-1']/span")] == [("en", "ltr")]
    assert [node.text for node in page.xpath(".//p[@class='facts']/strong/span[@dir='auto']")] == ["5 May"]


def test_every_mark_that_something_leads_to_is_there_and_those_of_a_neighbour_are_left_alone():
    page = lxml.html.fromstring(write_html(every_block(), Manner(marks="lake-")))

    targets = [address[1:] for address in page.xpath(".//a/@href") if address.startswith("#")]
    assert targets == ["lake-talks", "lake-source-1", "lake-source-2"]
    assert set(targets) <= set(page.xpath(".//@id"))
    assert all(mark.startswith("lake-") for mark in page.xpath(".//@id"))


def test_without_marks_nothing_leads_to_one():
    page = lxml.html.fromstring(write_html(every_block(), Manner(marks=None)))

    assert page.xpath(".//@id") == []
    assert set(page.xpath(".//a/@href")) == {"https://example.org/a_b?c=d&e=%25#f", "https://example.org/~a_b%20c"}
    assert "[1]" in page.text_content()


def test_each_part_is_given_the_attributes_of_its_name():
    html = write_html(every_block("words"), Manner(lambda part: {"data-part": part}))

    page = lxml.html.fromstring(html)
    named = {node.get("data-part"): node.tag for node in page.iterdescendants()}
    assert named["title"] == "h1"
    assert named["year"] == named["month"] == "section"
    assert (named["entry"], named["entry-heading"]) == ("article", "h4")
    assert (named["standfirst"], named["notice"], named["facts"], named["source"]) == ("p",) * 4
    assert (named["evidence"], named["list"], named["source-number"]) == ("ul", "ul", "span")


def test_headings_begin_where_they_are_told_to_and_never_sink_below_the_sixth():
    page = lxml.html.fromstring(write_html(every_block("words"), Manner(level=4)))

    assert [node.tag for node in page.xpath(".//h4 | .//h5 | .//h6")] == ["h4", "h5", "h6", "h6", "h6", "h5", "h5"]
