"""Notebooks as nbconvert writes them for TeX, which takes them as its own documents."""

import re

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from generator.reports.latex import write_latex_part
from tests.notebooks.conversion import as_latex
from tests.notebooks.kernels import run_example
from tests.reports.every_block import every_block
from tests.reports.exporting import exported
from tests.reports.six_languages import SITE

# A notebook has Latin Modern alone, where its author names no other: other scripts are left out, and no more.
WITHOUT_FONT = re.compile(r"Missing character: There is no [\u0370-\u06ff\u3000-\u9fff\uff00-\uffef]")


def shown(latex):
    """A notebook whose one cell shows this."""
    output = new_output("display_data", {"text/latex": latex.decode()})
    return new_notebook(cells=[new_code_cell("shown", outputs=[output])])


@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_the_example_compiles_with_its_pictures(compiled, engine, tmp_path):
    body, pictures = as_latex(run_example(tmp_path / "jupyter"))

    lacking, text, addresses = compiled(engine, body.encode(), pictures, runs=2)

    assert lacking == []
    assert "multiply defined" not in (tmp_path / "report.log").read_text(encoding="utf-8", errors="replace")
    assert text.count("NATO and India, spring 2023") >= 2
    assert "[1]" in text
    assert "<output_4_0.png" in (tmp_path / "report.log").read_text(encoding="utf-8", errors="replace")
    assert "https://" in addresses


def test_every_block_compiles_in_a_notebook(compiled):
    body, _ = as_latex(shown(write_latex_part(every_block())))

    lacking, text, _ = compiled("xelatex", body.encode(), runs=2)

    assert [complaint for complaint in lacking if not WITHOUT_FONT.match(complaint)] == []
    assert "[1]" in text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_in_other_languages_end_no_compilation(compiled, language):
    body, _ = as_latex(shown(exported(SITE, "latex-part", language)))

    lacking, text, _ = compiled("xelatex", body.encode(), runs=2)

    assert [complaint for complaint in lacking if not WITHOUT_FONT.match(complaint)] == []
    assert "Jens Stoltenberg" in text
