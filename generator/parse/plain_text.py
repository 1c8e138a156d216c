"""Plain text as newsrooms and corpora hand it over: a date, perhaps, and prose that is never Markdown."""

import re
from dataclasses import dataclass
from html import escape

from generator.parse.places import place_at
from generator.problems import Place

HEAD = re.compile(r"[\s\ufeff]*date[ \t]+([-+]?\d{4,}\S*)")  # a whole year at the least: prose may begin with 'date 25'
PARAGRAPH_END = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class PlainText:
    """The date as written in the head ` date 2023-04-01 …` where there is one, and the prose after it."""

    date: str | None
    date_place: Place
    body: str
    body_line: int


def parse_plain(text: str) -> PlainText:
    """The date in the first line and the prose; blanks, blank lines and a byte order mark may stand before both."""
    head = HEAD.match(text)
    date, place, end = (head[1], place_at(text, head.start(1), head.end(1)), head.end()) if head else (None, Place(), 0)
    body = text[end:].lstrip("\ufeff \t\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return PlainText(date, place, body.rstrip(), body_line)


def paragraphs_html(body: str) -> str:
    """The prose as HTML: blank lines part paragraphs, and nothing else is markup."""
    paragraphs = (paragraph.strip() for paragraph in PARAGRAPH_END.split(body))
    return "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs if paragraph)
