"""A piece of HTML for a post or a mail: what matters is left of it by every editor."""

from dataclasses import replace

import lxml.html
import pytest

from generator.reports.fragment import MAIL, Picture, TooLong, write_fragment, write_mail
from generator.reports.tree import (
    Block,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Quotation,
    Reference,
    SourceNumber,
    Words,
)
from tests.reports.every_block import every_block
from tests.reports.said import said, squeezed
from tests.reports.sanitisers import JUPYTER, PLAIN, WORDPRESS

WITH_ATTRIBUTES = ("href", "rel", "lang", "dir", "id", "style", "scope", "start", "value", "src", "alt")


def parsed(html):
    return lxml.html.fromstring(html.decode() if isinstance(html, bytes) else html)


def shape(page):
    """Each element with what is said of it."""
    return [(node.tag, {name: node.get(name) for name in WITH_ATTRIBUTES if node.get(name)}) for node in page.iter()]


@pytest.mark.parametrize("sanitiser", [WORDPRESS, JUPYTER], ids=lambda row: row.name)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_wordpress_and_jupyter_let_all_of_it_pass(sanitiser, direction):
    picture = Picture("https://example.org/overview.png", "https://example.org/", "36 events", 1_092, 300)
    html = write_fragment(every_block(direction=direction), picture).decode()

    page, left = parsed(f"<div>{html}</div>"), parsed(f"<div>{sanitiser.clean(html)}</div>")

    assert shape(left) == shape(page)
    assert left.text_content() == page.text_content()


def test_an_editor_that_keeps_no_attribute_leaves_the_words_the_headings_and_the_links():
    manuscript = every_block()
    html = write_fragment(manuscript).decode()

    left = parsed(f"<div>{PLAIN.clean(html)}</div>")

    assert squeezed(left.text_content()) == said(manuscript)
    assert [node.tag for node in left.iter("h2", "h3", "h4", "h5", "h6")] == ["h2", "h3", "h4", "h5", "h5", "h3", "h3"]
    assert [a for a in left.xpath(".//a/@href") if not a.startswith("#")] == [
        "https://example.org/a_b?c=d&e=%25#f",
        "https://example.org/~a_b%20c",
    ]


def test_nothing_is_in_it_that_editors_take_out():
    html = write_fragment(every_block("<script>alert(1)</script><iframe src=x></iframe> <style>")).decode()
    page = parsed(html)

    assert not list(page.iter("script", "style", "iframe", "link", "form"))
    assert page.xpath(".//@class") == []
    assert {address.partition(":")[0] for address in page.xpath(".//a/@href") if address[0] != "#"} == {"https"}
    assert {a.get("rel") for a in page.iter("a") if a.get("href", "#")[0] != "#"} == {"noopener"}


def test_quotes_have_their_line_on_the_side_where_the_words_begin():
    assert b"border-left:" in write_fragment(every_block())
    assert b"border-right:" not in write_fragment(every_block())
    assert b"border-right:" in write_fragment(every_block("كلام", "ar", "rtl"))


def test_a_picture_leads_where_it_is_told_to():
    picture = Picture("https://example.org/a.png?b&c", "https://example.org/#x", 'The "lake"', 1_092, 300)

    page = parsed(b"<div>" + write_fragment(every_block(), picture) + b"</div>")

    image = page.xpath(".//p/a/img")[0]
    assert (image.get("src"), image.get("alt")) == ("https://example.org/a.png?b&c", 'The "lake"')
    assert image.getparent().get("href") == "https://example.org/#x"
    assert (image.get("width"), image.get("height")) == ("1092", "300")
    assert page.xpath(".//img/following::h3")
    assert page.xpath(".//img/preceding::h2")
    assert page.xpath(".//@class") == []


def test_a_picture_that_leads_nowhere_is_no_link_and_one_in_a_mail_is_no_wider_than_that():
    picture = Picture("https://example.org/a.png", "", "The lake", 1_092, 302)

    post = parsed(b"<div>" + write_fragment(every_block(), picture) + b"</div>")
    mail = parsed(b"<div>" + write_mail(every_block(), str, picture) + b"</div>")

    assert post.xpath(".//p/img/@width") == ["1092"]
    image = mail.xpath(".//p/img")[0]
    assert (image.get("width"), image.get("height")) == ("600", "166")


def long_one(entries, quote="Words that were said. ", times=8):
    """A manuscript of many entries, each with a quote of its own source, three to a month."""
    body: list[Block] = [Heading(1, (Words("1902"),), "year-1902")]
    for number in range(1, entries + 1):
        body += [Heading(2, (Words(f"Month {number}"),), f"m{number}")] if number % 3 == 1 else []
        body += [
            Heading(3, (Words(f"Entry {number}"),), f"e{number}"),
            Listing(
                (
                    (
                        Quotation((Paragraph((Words(f"{number}: {quote * times}"),)),)),
                        Paragraph((Words("The Daily "), SourceNumber(number)), "source"),
                    ),
                ),
                role="evidence",
            ),
        ]
    sources = tuple(Reference(number, f"k{number}", (Words(f"Daily {number}."),)) for number in range(1, entries + 1))
    return Manuscript(
        "The lake",
        "en",
        "ltr",
        body=tuple(body),
        sources_heading="Sources",
        sources=sources,
        address="https://example.org/",
    )


def mailed(manuscript):
    html = write_mail(manuscript, lambda count: f"Not shown here: {count} events")
    return html, parsed(html)


def test_a_short_mail_is_all_there_and_its_quotes_are_whole():
    manuscript = long_one(50)
    html, page = mailed(manuscript)

    assert squeezed(page.text_content()) == said(manuscript)
    assert page.xpath(".//@id") == []
    assert [address for address in page.xpath(".//a/@href") if address.startswith("#")] == []
    assert len(html) < MAIL


def test_quotes_are_shortened_before_an_entry_is_left_out():
    manuscript = long_one(200, times=30)

    html, page = mailed(manuscript)

    assert len(write_fragment(manuscript)) > MAIL > len(html)
    assert [node.text_content() for node in page.iter("h5")] == [f"Entry {number}" for number in range(1, 201)]
    quotes = [node.text_content() for node in page.iter("blockquote")]
    assert all(quote.endswith(" […]") and len(quote) <= 165 for quote in quotes)
    assert quotes[7].startswith("8: Words that were said. Words")
    assert "Not shown" not in page.text_content()


def test_as_many_entries_as_fit_are_there_and_the_mail_says_how_many_are_not():
    manuscript = long_one(1_500, times=30)

    html, page = mailed(manuscript)

    kept = [node.text_content() for node in page.iter("h5")]
    assert MAIL - 1_000 < len(html) < MAIL
    assert kept == [f"Entry {number}" for number in range(1, len(kept) + 1)]
    told = page.xpath(".//p[contains(., 'Not shown here')]")[0]
    assert told.text_content() == f"Not shown here: {1_500 - len(kept)} events"
    assert told.xpath("./a/@href") == ["https://example.org/"]
    months = [node.text_content() for node in page.iter("h4")]
    assert months == [f"Month {number}" for number in range(1, len(kept) + 1, 3)]
    assert [node.get("value") for node in page.iter("li") if node.get("value")] == [
        str(number) for number in range(1, len(kept) + 1)
    ]


def test_a_mail_without_an_address_still_says_what_is_missing():
    _, page = mailed(replace(long_one(1_500), address=""))

    assert page.xpath(".//p[contains(., 'Not shown here')]")[0].xpath("./a") == []


def test_bytes_are_counted_and_not_signs():
    html, page = mailed(long_one(1_500, quote="会议为期两天"))

    assert len(html) < MAIL
    assert len(html.decode()) < MAIL - 20_000
    assert list(page.iter("h5"))


def test_a_head_that_no_mail_can_hold_is_said_to_be_too_long():
    manuscript = replace(long_one(3), opening=(Paragraph((Words("x" * MAIL),), "notice"),))

    with pytest.raises(TooLong, match="more than a mail may hold, 100 kB"):
        mailed(manuscript)
