"""Where a link in an author's prose leads, within the site."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from generator.model.identity import folded

KINDS = {
    "event": "events",
    "article": "articles",
    "actor": "actors",
    "place": "places",
    "topic": "topics",
    "page": "",
    "media": "assets",
}
SYMBOLIC = re.compile(r"(event|article|actor|place|topic|page|media):([^#?]+)(#[^?]*)?")
PATH = re.compile(r"/(events|articles|actors|places|topics)/([^/#?]+)/?(?:index\.html)?(#[^?]*)?")
FILE = re.compile(r"(?:\./)?(?:media/)?((?![/.])[^:#?]+)(#[^?]*)?")  # of content/media/
KIND_OF_FOLDER = {folder: kind for kind, folder in KINDS.items() if folder}


@dataclass(frozen=True, slots=True)
class Target:
    """An entry of the site, as a link names it: `event:2023-04-nato-fm` or `/events/2023-04-nato-fm/`."""

    kind: str
    id: str
    fragment: str = ""  # with its #

    @property
    def key(self) -> str:
        """The id as it is looked up."""
        return self.id if self.kind == "media" else folded(self.id)


def parse_target(link: str) -> Target | None:
    """The entry or file that a link names; None where it leads out of the site, stays on the page, or names none."""
    if match := SYMBOLIC.fullmatch(link):
        kind, name = match[1], unquote(match[2])
        return Target(kind, name.removeprefix("media/") if kind == "media" else name, match[3] or "")
    if match := PATH.fullmatch(link):
        return Target(KIND_OF_FOLDER[match[1]], unquote(match[2]), match[3] or "")
    if match := FILE.fullmatch(link):
        return Target("media", unquote(match[1]), match[2] or "")
    return None


def leads_out(link: str) -> bool:
    """Whether a link needs no entry of the site: another site's address, or a place on the same page."""
    return link.startswith("#") or re.match(r"(https?|mailto|tel):", link, re.IGNORECASE) is not None
