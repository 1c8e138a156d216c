"""A document as a piece of HTML for a post, a page of a wiki or a mail.

Editors take out frames, scripts, styles and classes, each in its own way. So what matters stands in tags alone, and
what makes it nicer in a few `style` attributes, each of which may be missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape

from generator.reports.abridged import abridge
from generator.reports.html import Attributes, Manner, Pieces, write_html, write_pieces
from generator.reports.tree import Manuscript, Paragraph

LEVEL = 2  # of the title's heading: a post has the first one itself
MARKS = "dateline-"
MAIL = 100_000  # bytes: Gmail cuts a mail off at 102 kB
MAIL_WIDTH = 600  # pixels of a picture in a mail: what shows mails has no more, and may not know how to shrink it
PICTURE = "picture"
PLACE = f'<p class="{PICTURE}"></p>'  # where the picture is put
SMALL = "font-size:smaller"
BESIDE = "border-{side}:3px solid #bbb;padding-{side}:0.7em;margin:0.4em 0"
STYLES: Mapping[str, str] = {
    "count": SMALL,
    "notice": "font-style:italic",
    "left-out": "font-weight:bold",
    "quotation": BESIDE,
    "translation": SMALL,
    "source": SMALL,
    "claim": SMALL,
    "reference": SMALL,
    "cite-as": SMALL,
    "licence": SMALL,
    "address": SMALL,
    "header-cell": "text-align:{side};padding:0.2em 0.7em",
    "cell": "padding:0.2em 0.7em",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the chronology: where it stands, where it leads, what it shows, and how large it is shown."""

    file: str
    address: str  # '' for nowhere
    words: str
    width: int  # pixels
    height: int

    def within(self, width: int) -> "Picture":
        """The same, no wider than that."""
        if self.width <= width:
            return self
        return replace(self, width=width, height=round(self.height * width / self.width))


class TooLong(ValueError):
    """What stands around the entries is more than a mail may hold."""


def write_fragment(
    manuscript: Manuscript, picture: Picture | None = None, apart: str = "", level: int = LEVEL
) -> bytes:
    """The whole document, with the picture below what stands before the entries, where there is one.

    `apart` stands in its ids, so that links lead to places within it where another fragment is on the same page.
    `level` is that of the title's heading, from 1.
    """
    return _written(manuscript, picture, f"{MARKS}{apart}", level)


def fragment_pieces(manuscript: Manuscript, number: Callable[[int], str]) -> Pieces:
    """The same in pieces, for those who set some of them together. `number` writes the number of a source."""
    return write_pieces(manuscript, Manner(_style(manuscript), LEVEL, MARKS, number))


def write_mail(
    manuscript: Manuscript, left_out: Callable[[int], str], picture: Picture | None = None, level: int = LEVEL
) -> bytes:
    """As much of the document as a mail may hold: less than MAIL bytes. TooLong where that is nothing.

    `left_out` says how many entries are not shown. Nothing leads to a place in the mail itself, which programs for
    mail do not follow.
    """
    shown = picture.within(MAIL_WIDTH) if picture else None

    def fits(part: Manuscript) -> bool:
        return len(_written(part, shown, None, level)) < MAIL

    short = abridge(manuscript, fits, left_out)
    if short is None:
        raise TooLong(f"what stands around the events is more than a mail may hold, {MAIL // 1_000} kB")
    return _written(short, shown, None, level)


def _written(manuscript: Manuscript, picture: Picture | None, marks: str | None, level: int) -> bytes:
    style = _style(manuscript)
    if picture is None:
        return write_html(manuscript, Manner(style, level, marks)).encode()
    opening = (*manuscript.opening, Paragraph((), PICTURE))
    html = write_html(replace(manuscript, opening=opening), Manner(style, level, marks))
    assert html.count(PLACE) == 1  # words are escaped, so that none of them can look like this
    return html.replace(PLACE, _picture(picture)).encode()


def _style(manuscript: Manuscript) -> Attributes:
    side = "right" if manuscript.direction == "rtl" else "left"

    def style(part: str) -> Mapping[str, str]:
        if part == PICTURE:
            return {"class": PICTURE}
        return {"style": STYLES[part].format(side=side)} if part in STYLES else {}

    return style


def _picture(picture: Picture) -> str:
    size = f'width="{picture.width}" height="{picture.height}" style="max-width:100%;height:auto"'
    image = f'<img src="{escape(picture.file)}" alt="{escape(picture.words)}" {size}>'
    if picture.address:
        image = f'<a href="{escape(picture.address)}" rel="noopener">{image}</a>'
    return f"<p>{image}</p>"
