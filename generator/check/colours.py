"""How well a colour stands out from the paper, as WCAG 2.2 measures it, and the nearest one that does.

Oklab and its mixing are as CSS Color 4 defines them, so that a colour is what a browser makes of `color-mix`.
"""

from collections.abc import Iterator
from itertools import count
from math import cbrt
from typing import TypeAlias

Triple: TypeAlias = tuple[float, float, float]

# As in templates/assets/style/1-look.css; a test compares them.
PAPER, DARK_PAPER = "#fbf9f3", "#161412"
LIGHTENED_BY, KEPT = "#fff2e8", 0.4  # a link on dark paper: color-mix(in oklab, var(--accent) 40%, #fff2e8)
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text of this size
STEP = 0.002  # of lightness, of which there is 1
DULLER = 0.95  # what is left of a colour's strength at each try to bring it within what screens show


def contrast(one: str, other: str) -> float:
    """The ratio of the luminances of two colours, from 1 to 21. Colours are `#rrggbb`."""
    darker, lighter = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (lighter + 0.05) / (darker + 0.05)


def on_dark(accent: str) -> str:
    """The colour that links have on dark paper, where this is the accent."""
    own, light = _oklab(_linear(accent)), _oklab(_linear(LIGHTENED_BY))
    lightness, a, b = (KEPT * mine + (1 - KEPT) * lights for mine, lights in zip(own, light, strict=True))
    return _written(_from_oklab((lightness, a, b)))


def stands_out(accent: str) -> bool:
    """Whether links in this accent can be read on light paper and on dark paper."""
    return contrast(accent, PAPER) >= ENOUGH and contrast(on_dark(accent), DARK_PAPER) >= ENOUGH


def nearest_that_stands_out(accent: str) -> str:
    """The accent of the same hue that can be read in both, and of those the one nearest in lightness."""
    lightness, a, b = _oklab(_linear(accent))
    return next(colour for tried in _outward(lightness) if stands_out(colour := _within(tried, a, b)))


def _outward(lightness: float) -> Iterator[float]:
    """Degrees of lightness, nearest first; the middle of the scale, which ends them, always stands out."""
    for step in count():
        tried = [lightness - step * STEP, lightness + step * STEP]
        yield from (value for value in tried if 0 <= value <= 1)


def _within(lightness: float, a: float, b: float) -> str:
    """The colour of that lightness, as strong as a screen can show it."""
    while not all(-0.0005 <= channel <= 1.0005 for channel in _from_oklab((lightness, a, b))):
        a, b = a * DULLER, b * DULLER
    return _written(_from_oklab((lightness, a, b)))


def _linear(colour: str) -> Triple:
    red, green, blue = (_to_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


def _written(linear: Triple) -> str:
    shown = (round(255 * _to_srgb(min(1.0, max(0.0, channel)))) for channel in linear)
    return "#" + "".join(f"{channel:02x}" for channel in shown)


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _to_srgb(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(linear: Triple) -> float:
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(linear: Triple) -> Triple:
    red, green, blue = linear
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lab: Triple) -> Triple:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
