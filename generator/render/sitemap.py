"""sitemap.xml and robots.txt: what there is for search engines to read, and where that stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.plan.sitemap import Listed

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def render_sitemap(listed: Sequence[Listed]) -> bytes:
    """The map of pages, or a part of it."""
    root = Element("urlset", {"xmlns": SITEMAPS})
    if any(page.alternates for page in listed):
        root.set("xmlns:xhtml", XHTML)
    for page in listed:
        row = _row(root, "url", page.address, page.changed)
        for language, address in page.alternates:
            SubElement(row, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": address})
    return _written(root)


def render_sitemap_index(parts: Iterable[tuple[str, Sequence[Listed]]]) -> bytes:
    """The list of a map's parts, each with its whole address."""
    root = Element("sitemapindex", {"xmlns": SITEMAPS})
    for address, listed in parts:
        _row(root, "sitemap", address, max((page.changed for page in listed if page.changed), default=None))
    return _written(root)


def render_robots(sitemap: str) -> bytes:
    """Everything may be read, and here is the map."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _row(root: Element, name: str, address: str, changed: int | None) -> Element:
    row = SubElement(root, name)
    SubElement(row, "loc").text = address
    if changed is not None:
        SubElement(row, "lastmod").text = date.fromordinal(changed).isoformat()
    return row


def _written(root: Element) -> bytes:
    indent(root, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode").encode() + b"\n"
