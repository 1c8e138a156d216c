"""What a page says to programs in words of schema.org, as JSON-LD."""

import re
from collections.abc import Iterable, Mapping
from json import JSONEncoder
from json.encoder import encode_basestring

from generator.dates import Date, iso_ends
from generator.plan.addresses import ROOT
from generator.plan.telling import Telling
from generator.plan.views import Link

NUL = "\\u0000"  # as JSON writes ROOT
ESCAPE = re.compile(r"\\(?:u0000|.)")  # an escaped sign of JSON: one whole, so that '\\u0000' is not taken for a NUL
_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Json(str):
    """A value as JSON. Things that many pages name are written once, and put in place as they are."""

    __slots__ = ()


def thing(kind: str, said: Mapping[str, object]) -> Json:
    """A thing of schema.org. Nothing is said of what is empty; without a kind it is only somebody or something."""
    rows = [f'"@type":"{kind}"'] if kind else []
    for name, value in said.items():
        if value:
            if isinstance(value, Json):
                json: str = value
            else:  # most are texts, which need no more than their quotes
                json = encode_basestring(value) if isinstance(value, str) else _encode(value)
            rows.append(f'"{name}":{json}')
    return Json("{" + ",".join(rows) + "}")


def together(things: Iterable[Json]) -> Json:
    """Several things as JSON-LD has them: one stands alone. Nothing for none."""
    several = list(things)
    return several[0] if len(several) == 1 else Json("[" + ",".join(several) + "]" if several else "")


def linked(kind: str, link: Link) -> Json:
    """A thing that has a page of its own, from which the rest can be learned."""
    return thing(kind, {"name": link.name.text, "url": link.address})


def structured(*things: Json) -> str:
    """The things as they may stand in a `<script>` of HTML, which nothing but a `<` could end."""
    whole = f'{{"@context":"https://schema.org","@graph":{together(things)}}}'.replace("<", "\\u003c")
    if whole.count("\\") == whole.count(NUL):
        return whole.replace(NUL, ROOT)
    return ESCAPE.sub(lambda found: ROOT if found[0] == NUL else found[0], whole)


class Trails:
    """The ways by which pages are reached, in one language."""

    def __init__(self, telling: Telling) -> None:
        self._base_url = telling.site.settings.base_url

    def absolute(self, address: str) -> str:
        """An address with the site's base URL where there is one."""
        return self._base_url + address.removeprefix(ROOT) if self._base_url else address

    def step(self, link: Link) -> Json:
        """The page that leads to others."""
        return thing("ListItem", {"position": 1, "name": link.name.text, "item": self.absolute(link.address)})

    def trail(self, above: Json, title: str) -> Json:
        """The way to a page of this title. Where that stands is known to who reads it there."""
        steps = together((above, thing("ListItem", {"position": 2, "name": title})))
        return thing("BreadcrumbList", {"itemListElement": steps})


def published_on(date: Date | None) -> str:
    """The day on which something was published, as well as it is known; '' where that cannot be said."""
    return iso_ends(date)[0] if date and date.kind == "single" else ""
