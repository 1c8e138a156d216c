"""Markdown as sanitised HTML whose links are still symbolic, so that every page can share it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from threading import Lock
from typing import TYPE_CHECKING

from generator.parse.plain_markdown import plain_html
from generator.parse.sanitise import alt_text, removed_from, sanitise, scheme_of
from generator.parse.targets import TARGET, targets_of
from generator.quotes import TAG

if TYPE_CHECKING:
    from markdown import Markdown

EXTERNAL = ("http", "https", "//")
EXTERNAL_IMAGE = "external image"
EXTERNAL_LINK = re.compile(r'<a (?=[^>]*href="(?:https?:|[/\\]{2}))', re.IGNORECASE)

_one_at_a_time = Lock()  # the converter keeps its state in itself


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML that is safe to show."""

    html: str
    removed: tuple[
        str, ...
    ] = ()  # what was taken out: '<script>', 'onclick', 'javascript:', 'external image'; each once
    targets: tuple[str, ...] = ()  # of links and images, as written, in order
    text: str | None = None  # its text for quotes, `quotes.visible_text(html)`, where that was worked out ahead


@lru_cache(maxsize=1)
def _converter() -> "Markdown":
    from generator.parse.converter import make_converter

    return make_converter()


def convert_markdown(text: str) -> Prose:
    """The HTML of Markdown with tables, footnotes, definition lists, fenced code and smart punctuation.

    Nothing in it is loaded from elsewhere: an image of another host becomes a link.
    """
    return convert_plainly(text) or convert_fully(text)


def convert_plainly(text: str) -> Prose | None:
    """The same for a text that is plain, in a fraction of the time; None for any other."""
    html = plain_html(text)
    return None if html is None else _with_links(html)


def convert_fully(text: str) -> Prose:
    """The same for any text, by the converter and the sanitiser."""
    with _one_at_a_time:
        raw = _converter().reset().convert(text)
    html = sanitise(raw)
    removed = removed_from(raw) if "<" in text or _count_targets(raw) != _count_targets(html) else ()
    if "<img " in html:
        linked = _link_external_images(html)
        removed = (*removed, EXTERNAL_IMAGE) if linked != html else removed
        html = linked
    return _with_links(html, removed)


def _with_links(html: str, removed: tuple[str, ...] = ()) -> Prose:
    if "//" in html:
        html = EXTERNAL_LINK.sub('<a rel="noopener noreferrer" ', html)
    return Prose(html, removed, targets_of(html))


def _count_targets(html: str) -> int:
    return html.count(' href="') + html.count(' src="')


def _link_external_images(html: str) -> str:
    parts = []
    in_link = False
    for part in TAG.split(html):
        shown = part
        if part.startswith("<a "):
            in_link = True
        elif part == "</a>":
            in_link = False
        elif part.startswith("<img ") and (found := TARGET.search(part)):
            target = unescape(found[1])
            if scheme_of(target) in EXTERNAL:
                words = alt_text(part) or escape(target, quote=False)
                shown = words if in_link else f'<a href="{escape(target)}">{words}</a>'
        parts.append(shown)
    return "".join(parts)
