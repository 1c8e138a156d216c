"""What `theme` takes, as it reaches a style sheet."""

import pytest

from generator.check.site import check

THEME = "title: The lake talks\ntheme:\n  {}: {}\n"


def _theme(field, written):
    found = check({"site.yaml": THEME.format(field, written).encode()})
    return found.site.settings.theme if found.site else None


@pytest.mark.parametrize(
    ("written", "accent"),
    [("'#0b5fa5'", "#0b5fa5"), ("'#0B5FA5'", "#0b5fa5"), ("'#a12'", "#aa1122"), ("'#A12'", "#aa1122")],
)
def test_a_colour_has_three_digits_or_six(written, accent):
    assert _theme("accent", written).accent == accent


@pytest.mark.parametrize("written", ["teal", "'#12345'", "'#0b5fa5;'", "'#0b5fa5 url(x)'", "'#ggg'", "rgb(1 2 3)"])
def test_what_is_no_colour_is_a_mistake(written):
    assert _theme("accent", written) is None


@pytest.mark.parametrize(
    ("written", "faces"),
    [
        ("Charter, Georgia, serif", "Charter, Georgia, serif"),
        ("'\"Source Serif 4\",serif'", '"Source Serif 4", serif'),
        ("\"'Segoe UI', -apple-system\"", '"Segoe UI", -apple-system'),
        ("Source Serif 4, serif", '"Source Serif 4", serif'),  # CSS takes no name that begins with a digit
        ("Noto Sans Arabic", "Noto Sans Arabic"),
        ("ヒラギノ明朝, serif", "ヒラギノ明朝, serif"),
    ],
)
def test_names_of_fonts_are_written_as_css_takes_them(written, faces):
    assert _theme("text_face", written).text_face == faces


@pytest.mark.parametrize(
    "written",
    [
        "'Georgia; color: red'",
        "'Georgia} body {display: none'",
        "'url(https://elsewhere.example/f.woff)'",
        "'\"Georgia'",
        "'Georgia, '",
        "'Georgia \\\\66'",
        "'Georgia /* '",
        '\'"a" "b"\'',
        "'</style>'",
        "'@import'",
    ],
)
def test_what_could_be_more_than_a_name_is_a_mistake(written):
    assert _theme("text_face", written) is None
