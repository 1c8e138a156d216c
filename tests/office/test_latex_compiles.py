"""LaTeX as TeX itself takes it: in one run, with every sign drawn, every source known and every link alive."""

import subprocess

import pytest

from generator.reports.latex import write_latex
from tests.reports.every_block import SPECIALS, every_block
from tests.reports.exporting import exported
from tests.reports.said import squeezed
from tests.reports.six_languages import LANGUAGES, SITE

LONG_WORD = "Wort" * 60


@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_every_block_with_every_sign_compiles_in_one_run(compiled, engine):
    lacking, text, addresses = compiled(engine, write_latex(every_block()))

    assert lacking == []
    # What runs over the end of a page or of a line in an Arabic quote is drawn in another order.
    assert squeezed(text).count(squeezed(SPECIALS)) >= 14
    assert "[1]" in text
    assert "https://example.org/a_b?c=d&e=%25#f" in addresses
    assert "https://example.org/~a_b%20c" in addresses


@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_fonts_for_each_script_in_it(compiled, engine, language):
    lacking, text, addresses = compiled(engine, exported(SITE, "latex", language))

    assert lacking == []
    # Read back, letters of Arabic may come in another order or form; the others are as they were written.
    assert "Советсоберётсяуозера4апреля." in squeezed(text)
    assert "理事会将于4月4日在湖畔开会" in squeezed(text)
    assert "Jens Stoltenberg" in text
    assert "https://ribao.example/1" in addresses
    assert "%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F" in addresses


def test_pdflatex_sets_what_it_has_signs_for(compiled):
    site = {
        "site.yaml": b"title: {en: 'Talks \xe2\x80\x93 50\xc2\xa0%', ru: '\xd0\xa1\xd0\xbe\xd0\xb2\xd0\xb5\xd1\x82'}\n"
        b"languages: [en, ru]\nchecks: {language-gap: off}\n",
        "content/events/a.yaml": "title: {en: Łódź & Żółć, ru: Совет}\ndate: 1902\ntype: talks\n".encode(),
    }
    lacking, text, _ = compiled("pdflatex", exported(site, "latex", "en"))
    assert lacking == []
    assert "Talks – 50 %" in text.replace("\u00a0", " ")

    lacking, _, _ = compiled("pdflatex", exported(site, "latex", "ru"))
    assert lacking == []


def test_pdflatex_says_which_sign_it_lacks(tmp_path):
    (tmp_path / "report.tex").write_bytes(write_latex(every_block("中")))

    ended = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "report.tex"], cwd=tmp_path, capture_output=True, check=False
    )

    assert ended.returncode != 0
    assert b"compile it with XeLaTeX or LuaLaTeX" in ended.stdout.replace(b"\n", b"")
    assert not (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_what_is_hard_to_set_is_set(compiled, engine):
    words = f"{LONG_WORD} [x] *y* \u00ad\u200b\u2011\u202f -- ,, \\\\[2cm] 😀"
    lacking, text, _ = compiled(engine, write_latex(every_block(words.replace(" 😀", ""))))

    assert lacking == []
    assert "[x] *y*" in text


def test_a_second_run_changes_no_number(compiled, tmp_path):
    file = write_latex(every_block())

    _, first, _ = compiled("xelatex", file)
    lacking, second, _ = compiled("xelatex", file)

    assert lacking == []
    assert "multiply defined" not in (tmp_path / "report.log").read_text()
    assert first == second
