"""What a page changes in shared HTML: where links lead, how deep headings are, which footnote is whose."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from generator.parse.sanitise import OWN_SCHEMES, alt_text, scheme_of
from generator.quotes import TAG

TARGET = re.compile(r' (?:href|src)="([^"]*)"')
HEADING = re.compile(r"(</?h)([1-6])\b")
FOOTNOTE_ID = re.compile(r' (id="|href="#)(?=fn(?:ref\d*)?:)')
WITHIN = OWN_SCHEMES | {""}
Rewrite = Callable[[str], str | None]


def targets_of(html: str) -> tuple[str, ...]:
    """The targets of links and images as written, in order; those within the page are left out."""
    if ' href="' not in html and ' src="' not in html:
        return ()
    found = (unescape(target) for tag in TAG.findall(html) for target in TARGET.findall(tag))
    return tuple(target for target in found if not target.startswith("#"))


def shift_headings(html: str, base: int) -> str:
    """The HTML with its headings moved so that the first is an `h{base}` and no level is left out below it.

    An author may begin with `#` or with `##`, and go on with `####`: what counts is which heading stands under which.
    None goes below `h6`.
    """
    if "<h" not in html:
        return html
    under: list[str] = []  # the levels, as written, of the headings that the next may stand under

    def moved(heading: re.Match[str]) -> str:
        if heading[1] == "<h":
            while under and under[-1] >= heading[2]:
                under.pop()
            under.append(heading[2])
        return f"{heading[1]}{min(6, base + len(under) - 1)}"

    return HEADING.sub(moved, html)


def prefix_ids(html: str, prefix: str) -> str:
    """The HTML with its footnotes' ids, and the links to them, made unique on a page by a prefix."""
    if "fn" not in html:
        return html
    return FOOTNOTE_ID.sub(lambda found: f" {found[1]}{escape(prefix)}", html)


def resolve_targets(html: str, resolve: Callable[[str], str | None]) -> str:
    """The HTML with each target that leads within the site replaced by what `resolve` makes of it.

    Asked are `event:x` and its like and every relative target; not `#…` and what names a host or an address. For None
    a link gives way to its text, and an image to its `alt`.
    """
    if not any(map(_is_ours, targets_of(html))):
        return html
    return "".join(_rewritten(html, lambda target: resolve(target) if _is_ours(target) else target))


def _is_ours(target: str) -> bool:
    return not target.startswith("#") and scheme_of(target) in WITHIN


def _rewritten(html: str, rewrite: Rewrite) -> Iterator[str]:
    dropped = False  # the link that is open lost its target; links never stand inside each other
    for part in TAG.split(html):
        if dropped and part == "</a>":
            dropped = False
            continue
        if not part.startswith("<") or not (found := TARGET.search(part)):
            yield part
            continue
        target = rewrite(unescape(found[1]))
        if target is not None:
            yield f"{part[: found.start(1)]}{escape(target)}{part[found.end(1) :]}"
        elif part.startswith("<img "):
            yield alt_text(part)
        else:
            dropped = True
