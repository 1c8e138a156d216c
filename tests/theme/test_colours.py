"""How well colours stand out, and which one would do."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.colours import (
    DARK_PAPER,
    ENOUGH,
    KEPT,
    LIGHTENED_BY,
    PAPER,
    contrast,
    nearest_that_stands_out,
    on_dark,
    stands_out,
)

LOOK = (Path(__file__).parents[2] / "templates" / "assets" / "style" / "1-look.css").read_text()
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the grey that just fails
    assert contrast("#ffffff", "#ff0000") == pytest.approx(4.0, abs=0.005)


def test_the_papers_and_the_mixing_are_those_of_the_style_sheet():
    papers = re.findall(r"--paper: (#\w+)", LOOK)
    mixed = re.findall(r"color-mix\(in oklab, var\(--accent\) (\d+)%, (#\w+)\)", LOOK)

    assert papers == [PAPER, DARK_PAPER]
    assert mixed == [(f"{KEPT * 100:.0f}", LIGHTENED_BY)]


def test_the_accent_that_ships_stands_out():
    (accent,) = re.findall(r"--accent: (#\w+)", LOOK)

    assert stands_out(accent)


def test_black_stands_out_on_light_paper_only():
    assert contrast("#000000", PAPER) > ENOUGH
    assert contrast(on_dark("#000000"), DARK_PAPER) < ENOUGH


@given(COLOURS)
def test_what_is_suggested_stands_out(accent):
    assert stands_out(nearest_that_stands_out(accent))


@given(COLOURS.filter(stands_out))
def test_what_stands_out_is_its_own_suggestion(accent):
    assert nearest_that_stands_out(accent) == accent


@pytest.mark.parametrize(
    ("accent", "better"),
    [("#ffcc00", "#8c6f07"), ("#ff0000", "#e4120b"), ("#56b4e9", "#047aac"), ("#888888", "#737373")],
)
def test_what_is_suggested_is_of_the_same_hue(accent, better):
    assert nearest_that_stands_out(accent) == better
