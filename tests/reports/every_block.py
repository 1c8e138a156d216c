"""A manuscript with every kind of block and inline, and with signs that mean something to some format in each place."""

from generator.reports.tree import (
    Break,
    Code,
    Emphasis,
    Heading,
    Link,
    Listing,
    Manuscript,
    Paragraph,
    Preformatted,
    Quotation,
    Reference,
    Rule,
    SourceNumber,
    Strong,
    Table,
    Words,
)

# What TeX, Markdown, XML, a table's formulas and shells take for theirs.
SPECIALS = r"""\input{/etc/passwd} $x_1^2$ % & # ~ {a} <b>*c*</b> `d` [e](f) "g" --- ``h'' &amp; =1+1 @i |j| !k"""


def every_block(words: str = SPECIALS, language: str = "en", direction: str = "ltr") -> Manuscript:
    """The manuscript, with some words in each place where an author's could be."""
    said = Words(words)
    return Manuscript(
        title=words,
        language=language,
        direction=direction,
        subtitle=words,
        facts=(words, "as of"),
        opening=(Paragraph((said,), "standfirst"), Paragraph((said,), "notice")),
        body=(
            Heading(1, (Words("1902"),), "year-1902"),
            Heading(2, (Words("May"),), "month-1902-05"),
            Heading(3, (Link((said,), "https://example.org/a_b?c=d&e=%25#f"),), "talks"),
            Paragraph((Strong((Words("5 May"),)), Words(", "), said), "facts"),
            Paragraph((said, Emphasis((said,)), Break(), Code(words), Link((Words("here"),), "#talks"))),
            Quotation((Paragraph((Words("سلام عليكم"),)), Quotation((Paragraph((said,)),))), "ar"),
            Listing(((Paragraph((said,)), Listing(((Paragraph((Words("inner"),)),),))), (Paragraph((said,)),)), 3),
            Preformatted(f"{words}\n    four blanks\n\n```\nend"),
            Rule(),
            Table(
                ((Words("Date"),), (Words("Event"),)),
                (((Words("5 May"),), (said, SourceNumber(1))), (((Words("6 May"),)), ())),
                caption=words,
            ),
            Heading(3, (Words("湖上的谈判", "zh"),), "lake", "zh"),
            Listing(
                ((Quotation((Paragraph((said,)),), "fr"), Paragraph((said, SourceNumber(2)), "source")),),
                None,
                "evidence",
            ),
            Heading(1, (Words("1903"),), "year-1903"),
            Paragraph((Words("The end."),)),
        ),
        sources_heading="Sources",
        sources=(
            Reference(
                1, "lake-1902", (said, Link((Words("https://example.org/~a_b%20c"),), "https://example.org/~a_b%20c"))
            ),
            Reference(2, "second", (Words("Second."),)),
        ),
        closing=(Paragraph((said,), "cite-as"), Paragraph((Words("Licence: "), said), "licence")),
        address="https://example.org/",
    )
