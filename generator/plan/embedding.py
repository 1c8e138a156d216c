"""Where the site's pages for frames of other sites stand, and what leads to them.

Their addresses are a contract, described in docs/embedding.md: what is embedded today stays in pages of others for
years. A change that would break one needs another version beside it.
"""

from dataclasses import dataclass
from html import escape
from shlex import quote

from generator.dates import iso_day
from generator.model.settings import EMBED, Settings
from generator.model.text import Localised
from generator.plan.addresses import ROOT, Addresses, escaped
from generator.plan.fragments import FOLDER as FRAGMENTS
from generator.plan.fragments import MOST
from generator.plan.framing import Framing
from generator.plan.telling import Telling

FOLDER = "embed/v1/"
OVERVIEW = "overview"  # the kind of the pages that have the overview above the entries
ELEMENT = "embed.js"  # the script of other sites, at the root of the output
OEMBED = "oembed.json"  # beside each page
HEIGHT = 600  # pixels, of a frame that nobody tells how high it is to be


@dataclass(frozen=True, slots=True)
class EmbedView:
    """Where a page of the site is to be had for a frame. Whole where there is a base URL, else from the root."""

    page: str
    frame: str
    all: str  # the frame of the whole chronology
    element: str  # the script
    oembed: str  # '' where there is no base URL, which it needs
    title: str
    height: int = HEIGHT
    has_overview: bool = False  # whether there is one with the overview, too, in `overview/` below the frame
    kind: str = ""  # of what the page shows, as in 'actor'; '' for the whole site
    name: str = ""  # its id, or its year
    count: int = 0  # events
    pieces: str = ""  # the address of what the fragment is set together from
    as_of: str = ""  # the day as of which the site is told, as ISO 8601; '' where it is none
    most: str = ""  # how many events it may have, in words

    @property
    def code(self) -> str:
        """The frame as HTML, for pages of others."""
        return frame_code(self.frame, self.title, "100%", 'loading="lazy"')

    @property
    def options(self) -> str:
        """What `dateline export` is told, that it tells of what the page shows."""
        name = quote(self.name)
        if self.kind == "year":
            return f" --from {name} --to {name}"
        return f" --{self.kind} {name}" if self.kind else ""


def frame_code(address: str, title: str, width: str, more: str = "") -> str:
    """A frame as HTML. `more` are attributes as they are written."""
    row = f'src="{escape(address)}" width="{width}" height="{HEIGHT}" title="{escape(title)}"'
    return f"<iframe {row}{' ' if more else ''}{more}></iframe>"


def has_embeds(settings: Settings) -> bool:
    """Whether the site has pages for frames: they are asked for."""
    return EMBED in settings.outputs


def embed_address(addresses: Addresses, kind: str = "", name: str = "") -> str:
    """The address of the page for frames of a kind, as in 'embed/v1/actor/nato/'; without one, of the whole site."""
    return f"{addresses.prefix}{FOLDER}{''.join(f'{escaped(part)}/' for part in (kind, name) if part)}"


def tell_embed(framing: Framing, kind: str, name: str, title: Localised, address: str, count: int) -> EmbedView | None:
    """What leads from a page of the site to its like for frames; None where there is none.

    `address` is the page's, and `count` says how many events it is the chronology of.
    """
    has_overview = not kind and bool(framing.site.events)
    if framing.site_view.embeds is None:
        return None
    base_url = framing.site.settings.base_url
    root = base_url or ROOT
    addresses = framing.telling.addresses
    asked = (address, embed_address(addresses, kind, name), embed_address(addresses))
    page, frame, whole = (f"{root}{one.removeprefix(ROOT)}" for one in asked)
    oembed = f"{frame}{OEMBED}" if base_url else ""
    title_in_full = _full_title(title, framing.telling)
    return EmbedView(
        page,
        frame,
        whole,
        f"{root}{ELEMENT}",
        oembed,
        title_in_full,
        has_overview=has_overview,
        kind=kind,
        name=name,
        count=count,
        pieces=f"{ROOT}{FRAGMENTS}{framing.telling.language}.json",
        as_of="" if framing.site.as_of is None else iso_day(framing.site.as_of),
        most=framing.telling.event_count(MOST),
    )


def _full_title(title: Localised, telling: Telling) -> str:
    site = telling.text(telling.site.settings.title).text
    return title.text if title.text == site else f"{title.text} – {site}"
