"""References as in the list of the Publication Manual of the American Psychological Association, 7th edition."""

from generator.plan.citing.dates import APA_ERAS, apa_date, plain_date, treaty_date
from generator.plan.citing.names import apa_names
from generator.plan.citing.prose import italic, listed, plain, reference_to_a_treaty, sentences
from generator.plan.citing.work import Work

DESCRIPTIONS = {"post": "Online post"}  # of what nothing else describes


def apa(work: Work) -> str:
    """The work in APA style, as HTML with nothing but `<i>` in it."""
    if work.type == "treaty":
        return _found(sentences(reference_to_a_treaty(work, treaty_date(work.date) if work.date else "")), work)
    date = f"({apa_date(work.date, year_only=work.type == 'report')})"
    title = plain(work.title) if work.type == "article-newspaper" else italic(work.title)
    # A number stands in parentheses, with its kind, and a description in brackets.
    number = "" if work.type == "article-newspaper" or not work.number else f"{work.genre} {work.number}".strip()
    described = DESCRIPTIONS.get(work.type, "") or ("" if number else work.genre)
    if number:
        title += f" ({plain(number)})"
    about = f"[{plain(described)}]" if described else ""
    author = plain(apa_names(work.authors)) or (plain(work.publisher) if work.type == "webpage" else "")
    publisher = plain(work.publisher) if work.authors or work.type != "webpage" else ""
    if author:
        opening = sentences(author, date, f"{title} {about}" if about else title)
    else:
        opening = sentences(title, date, about)
    places = _container(work), plain(work.archive)
    return _found(sentences(opening, publisher, *(reversed(places) if work.type == "post" else places)), work)


def _container(work: Work) -> str:
    if work.type != "article-newspaper":
        return plain(work.container)
    return listed(italic(work.container), f"Article {plain(work.number)}" if work.number else "")


def _found(said: str, work: Work) -> str:
    """The reference with the address, which ends it without a full stop, and with the day if it bears none itself."""
    address = plain(work.address)
    if address and work.accessed and not work.date and not work.doi:
        return f"{said} Retrieved {plain_date(work.accessed, APA_ERAS)}, from {address}"
    return f"{said} {address}" if address else said
