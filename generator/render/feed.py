"""feed.xml: the feed in Atom (RFC 4287)."""

import re
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model.text import Localised
from generator.plan import ROOT, Page
from generator.plan.feed import Feed, FeedEntry
from generator.quotes import TAG

ATOM = "http://www.w3.org/2005/Atom"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def render_feed(feed: Feed, told: Callable[[Page], str]) -> bytes:
    """The feed as XML; `told` renders the content of an entry."""
    # Names are written as they stand: ElementTree refuses to mix a default namespace with attributes that have none.
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _words(root, "title", feed.title, feed)
    if feed.subtitle:
        _words(root, "subtitle", feed.subtitle, feed)
    _text(root, "updated", _moment(feed.updated))
    _text(SubElement(root, "author"), "name", feed.title.text)
    if feed.rights:
        _words(root, "rights", feed.rights, feed)
    _link(root, "self", "application/atom+xml", _absolute(feed.address, feed))
    _link(root, "alternate", "text/html", _absolute(feed.home, feed), feed.language)
    _text(root, "generator", "Dateline")
    for entry in feed.entries:
        _entry(root, entry, feed, told)
    indent(root, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode").encode() + b"\n"


def _entry(root: Element, entry: FeedEntry, feed: Feed, told: Callable[[Page], str]) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.id)
    _words(element, "title", entry.title, feed)
    address = _absolute(entry.address, feed)
    _link(element, "alternate", "text/html", address, feed.language)
    if entry.published is not None:
        _text(element, "published", _moment(entry.published))
    _text(element, "updated", _moment(entry.updated))
    for term, label in entry.categories:
        SubElement(element, "category", {"term": term, "label": _clean(label)})
    html = TAG.sub(lambda tag: tag[0].replace(' href="#', f' href="{address}#'), told(entry.content))
    _text(element, "content", _absolute(html, feed), type="html")


def _words(parent: Element, name: str, words: Localised, feed: Feed) -> None:
    """A text for people, which names its language where that is not the feed's."""
    other = {} if words.language == feed.language else {"xml:lang": words.language}
    _text(parent, name, words.text, **other)


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _clean(text)


def _link(parent: Element, rel: str, kind: str, address: str, language: str = "") -> None:
    SubElement(
        parent, "link", {"rel": rel, "type": kind, **({"hreflang": language} if language else {}), "href": address}
    )


def _absolute(text: str, feed: Feed) -> str:
    return text.replace(ROOT, feed.base_url)


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)


def _moment(day: int) -> str:
    """A day as RFC 3339 has a moment: its first, since no more is known."""
    return f"{date.fromordinal(day).isoformat()}T00:00:00Z"
