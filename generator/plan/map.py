"""The map on a place's page."""

from dataclasses import dataclass

from generator.layout.locator import HEIGHT, WIDTH, Locator, locate
from generator.model.actor import Place
from generator.model.text import Localised
from generator.plan.telling import Telling

BESIDE = 24  # characters of a name that stands beside its dot; a longer one stands under it
LONGEST = 46  # characters that fit there; the heading of the page has them all


@dataclass(frozen=True, slots=True)
class MapView:
    """A map around a place, which is in its middle. Sizes are in the map's own units."""

    outlines: Locator
    name: Localised
    label: str  # the name, or as much of it as fits
    position: str  # latitude and longitude, in words
    width: int
    height: int
    is_beside: bool  # whether the name fits beside the dot


def tell_map(place: Place, position: str, telling: Telling) -> MapView | None:
    """The map around a place; None where its position is not given."""
    if place.latitude is None or place.longitude is None:
        return None
    name = telling.text(place.name)
    outlines = locate(place.latitude, place.longitude)
    return MapView(outlines, name, _shortened(name.text), position, WIDTH, HEIGHT, len(name.text) <= BESIDE)


def _shortened(name: str) -> str:
    """A name cut between two words, unless that leaves too little."""
    if len(name) <= LONGEST:
        return name
    kept = name[: LONGEST - 1]
    words = kept.rpartition(" ")[0]
    return f"{words if len(words) * 2 > len(kept) else kept}…"
