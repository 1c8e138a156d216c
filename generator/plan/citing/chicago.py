"""References as in the bibliography of The Chicago Manual of Style, 17th edition, where it cites in notes."""

import re

from generator.plan.citing.dates import CHICAGO_ERAS, chicago_date, plain_date
from generator.plan.citing.names import chicago_names
from generator.plan.citing.prose import italic, listed, plain, reference_to_a_treaty, sentences
from generator.plan.citing.work import Work

STRAIGHT = re.compile(r'"([^"]*)"')
INNER_QUOTES = str.maketrans("“”", "‘’")


def chicago(work: Work) -> str:
    """The work in Chicago style, as HTML with nothing but `<i>` in it. Titles keep the capitals that they have."""
    address = plain(work.address)
    accessed = f"Accessed {plain_date(work.accessed, CHICAGO_ERAS)}" if work.accessed and not work.date else ""
    found = (accessed if address and not work.doi else "", address)
    if work.type == "treaty":
        return sentences(reference_to_a_treaty(work, chicago_date(work.date) if work.date else ""), *found)
    is_report = work.type == "report"
    is_news = work.type == "article-newspaper"
    house = italic(work.container) if is_news else plain(work.container or work.publisher)
    author = plain(chicago_names(work.authors))
    if not author and work.type in ("article-newspaper", "webpage"):
        author, house = house, ""
    title = italic(work.title) if is_report else quoted(work.title)
    described = "" if is_news else plain(f"{work.genre} {work.number}".strip())
    date = "" if work.type == "webpage" and not work.date else chicago_date(work.date, year_only=is_report)
    issue = listed(house, date, plain(work.number) if is_news else "")
    return sentences(author, title, described, issue, plain(work.archive), *found)


def quoted(title: str) -> str:
    """A title in quotation marks, with a full stop within them unless it ends in a sign as strong."""
    said = inner(title)
    if said.endswith((".", "?", "!", ",", "?’", "!’", ".’")):
        return f"“{said}”"
    return f"“{said[:-1]}.’”" if said.endswith("’") else f"“{said}.”"


def inner(title: str) -> str:
    """A title as it stands within quotation marks, so that its own become single ones."""
    return plain(STRAIGHT.sub(r"‘\1’", title).translate(INNER_QUOTES))
