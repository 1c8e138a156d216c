"""docs/export.md shows what each format looks like, in pictures that weigh little."""

import re

import pytest

from generator.build.formats import FORMATS
from tests.conftest import ROOT

DOCS = ROOT / "docs"
SHOWN = sorted(set(FORMATS) - {"latex-part"})  # which looks as latex does


@pytest.mark.parametrize("form", SHOWN)
def test_each_format_is_shown_with_words_for_those_who_do_not_see_it(form):
    page = (DOCS / "export.md").read_text(encoding="utf-8")

    assert re.search(rf"!\[[^\]]{{10,}}\]\(pictures/exports/{form}\.png\)", page)
    assert (DOCS / f"pictures/exports/{form}.png").read_bytes().startswith(b"\x89PNG")


def test_the_pictures_are_small():
    sizes = {file.stem: file.stat().st_size for file in (DOCS / "pictures/exports").iterdir()}

    assert sorted(sizes) == SHOWN
    assert max(sizes.values()) < 60_000
    assert sum(sizes.values()) < 500_000
