"""A manuscript as documents have it: with a picture, a table of all entries, and words in several directions."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from generator.reports.tree import Link, Manuscript, Picture, SourceNumber, Table, Words, Year
from tests.reports.every_block import SPECIALS, every_block

ARABIC, CHINESE = "محادثات على البحيرة", "湖上的谈判"
CONTROLS = "a\x00b\x08c\x1fd￾e"
WORDS = {"contents": "Contents", "overview": "Overview", "continued": "continued", "date": "Date", "events": "Events"}


def picture() -> Picture:
    """A picture of nothing."""
    file = BytesIO()
    Image.new("RGB", (40, 20), "white").save(file, "PNG")
    return Picture(file.getvalue(), 'Two events & "more"', 40, 20)


def dossier(words: str = SPECIALS, language: str = "en", direction: str = "ltr") -> Manuscript:
    """A manuscript of every block, as an export composes it."""
    header = tuple((Words(text),) for text in ("Date", "Event", "Status", "Sources"))
    rows = (
        ((Words("5 May"),), (Link((Words(words),), "#talks"),), (Words("Held"),), (SourceNumber(1),)),
        ((Words("6 May"),), (Link((Words(CHINESE, "zh"),), "#lake"),), (Words("Held"),), (SourceNumber(2),)),
    )
    made = every_block(words, language, direction)
    years = (Year("1902", (words, CHINESE)),)
    return replace(made, overview=Table(header, rows), picture=picture(), years=years, words=WORDS)
