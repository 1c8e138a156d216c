"""References in words: sentences joined, and titles in italics, as HTML with nothing but `<i>` in it."""

import re
from html import escape

from generator.plan.citing.work import Work

STRONG = re.compile(r"(?:[.?!]|,”)(?:’|”|</i>)*$")


def sentences(*parts: str) -> str:
    """The parts that there are, each with a full stop unless it ends in a sign as strong."""
    return " ".join(part if STRONG.search(part) else f"{part}." for part in parts if part)


def listed(*parts: str) -> str:
    """The parts that there are, after commas."""
    return ", ".join(part for part in parts if part)


def plain(text: str) -> str:
    """Words as HTML."""
    return escape(text, quote=False)


def italic(text: str) -> str:
    """Words in italics, if there are any."""
    return f"<i>{escape(text, quote=False)}</i>" if text else ""


def reference_to_a_treaty(work: Work, date: str) -> str:
    """What both styles make of a treaty, but for its address: title, parties, date, number."""
    parties = "-".join(name.family for name in work.authors)
    return listed(plain(work.title), plain(parties), date, plain(work.number))
