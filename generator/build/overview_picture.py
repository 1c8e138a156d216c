"""The overview as a picture, for exports and beside the pages: as SVG, and as PNG, with fonts for what it says."""

from generator.plan.addresses import outward
from generator.plan.framing import Framing
from generator.plan.overview import tell_overview
from generator.plan.picture import OverviewView
from generator.render.drawing import Draw, draw
from generator.render.fonts import NoFont, fonts_for
from generator.reports.overview_svg import GROUP_NAME, enlarged, frame_of, render_overview_svg, written_in


def overview_of(framing: Framing, width: int) -> OverviewView:
    """The overview of a site that has events, for a picture so many pixels wide.

    Events lead to their own pages: in a picture there is nothing else to lead to.
    """
    addresses, base_url = framing.telling.addresses, framing.site.settings.base_url
    told = tell_overview(
        framing,
        lambda event: outward(addresses.page("event", event.id), base_url),
        frame_of(width),
        group_name=GROUP_NAME,
    )
    assert told
    return told


def overview_svg(framing: Framing, title: str, width: int) -> bytes:
    """The picture with a title."""
    return render_overview_svg(overview_of(framing, width), title, width, framing.telling.language)


def as_png(svg: bytes, dpi: int, draw: Draw = draw, *, only_packaged: bool = False) -> bytes:
    """The picture as PNG. NoFont where it has a sign that no font has: none at hand, or none that is packaged."""
    text = svg.decode()
    return draw(enlarged(text, dpi / 96), fonts_for(written_in(text), only_packaged=only_packaged))


def can_write(svg: bytes) -> bool:
    """Whether the fonts that are packaged have all that a picture says."""
    try:
        fonts_for(written_in(svg.decode()), only_packaged=True)
    except NoFont:
        return False
    return True
