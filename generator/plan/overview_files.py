"""The overview as files that stand beside the site's pages, for those who show it elsewhere."""

from generator.model.settings import OVERVIEW
from generator.model.site import Site

SVG, PNG = "overview.svg", "overview.png"
WIDTH, DPI = 1_092, 192  # of a picture, in pixels of which an inch has 96; and of one as PNG


def has_overview_files(site: Site) -> bool:
    """Whether these are asked for, and there is an event."""
    return OVERVIEW in site.settings.outputs and bool(site.events)
