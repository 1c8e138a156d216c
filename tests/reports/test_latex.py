"""LaTeX: words are words wherever they stand, sources are cited by their keys, and each script has its font."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reports.latex import write_latex
from generator.reports.scripts import LETTERS, runs_of
from generator.reports.tex import SIGNS, tex, tex_address, tex_code
from generator.reports.tree import Blocks, Heading, Listing, Manuscript, Paragraph, Quotation, Words
from tests.reports.every_block import SPECIALS, every_block

NAMED = {sign: written for sign, written in SIGNS.items() if written != sign}
BACK = {written: sign for sign, written in NAMED.items()}
TOKEN = re.compile("|".join(re.escape(written) for written in sorted(BACK, key=len, reverse=True)))
DANGEROUS = re.compile(r"[\\{}$&#^_~%]")


def untex(written):
    """The words again; what is left of signs that TeX takes for its own is none."""
    pieces = TOKEN.split(written)
    assert not any(DANGEROUS.search(piece) for piece in pieces), pieces
    return TOKEN.sub(lambda found: BACK[found[0]], written)


def text_of(manuscript):
    """The file, and what stands between the beginning and the end of its document."""
    file = write_latex(manuscript).decode()
    return file, file.partition(r"\begin{document}")[2].partition(r"\end{document}")[0]


@given(st.text(st.sampled_from(" ab\\{}$&#^_~%<>|\"'`-,[]!?*\u00a0\u00ad\u200b\u2011\u202f\u0645\u4e2d"), max_size=20))
def test_words_come_back_sign_by_sign(words):
    assert untex(tex(words)) == re.sub(" +", " ", words)


@given(st.text(st.sampled_from("a \\{}%-`"), max_size=20))
def test_programs_keep_each_blank(words):
    assert untex(tex_code(words)).replace("\u00a0", " ") == words


def test_no_two_signs_become_another():
    assert tex("--") == r"-\mbox{}-"
    assert tex("`` '' ,, << >>").count("{}") >= 8
    assert "``" not in tex("``")


def test_controls_and_line_ends_are_no_paragraphs():
    assert tex("a\n\n\\par\x00\x07\u2028b\u202e") == r"a \textbackslash{}par b"


def test_addresses_are_told_without_what_would_end_them():
    written = tex_address(r"https://example.org/~a_b%20c?d={e}\f^g&h=#i «ц»$")

    assert written == (
        r"https://example.org/\string~a\_b\%20c?d=\%7Be\%7D\%5Cf\%5Eg\&h=\#i\%20\%C2\%AB\%D1\%86\%C2\%BB\%24"
    )


def test_nothing_that_an_author_wrote_is_a_command():
    file, _ = text_of(every_block(r"\input{/etc/passwd}\write18{ls} \end{document}"))

    assert "\\input" not in file
    assert "\\write" not in file
    assert file.count(r"\end{document}") == 1
    assert file.endswith("\\end{document}\n")


def test_braces_and_environments_are_closed_in_order():
    _, body = text_of(every_block())

    open_ones = []
    for kind, name in re.findall(r"\\(begin|end)\{([\w*]+)\}", body):
        if kind == "begin":
            open_ones.append(name)
        else:
            assert open_ones.pop() == name
    assert open_ones == []
    bare = body.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")


def test_sources_are_cited_by_the_keys_of_bibtex_and_known_before_the_first_run():
    file, body = text_of(every_block())

    keys = [row.key for row in every_block().sources]
    assert re.findall(r"\\bibitem\{([^}]+)\}", body) == keys == ["lake-1902", "second"]
    assert re.findall(r"\\cite\{([^}]+)\}", body) == keys
    assert re.findall(r"\\bibcite\{([^}]+)\}\{(\d)\}", file) == [("lake-1902", "1"), ("second", "2")]


def test_links_within_the_document_lead_to_marks_that_are_there():
    _, body = text_of(every_block())

    targets = re.findall(r"\\hyperlink\{([^}]*)\}", body)
    assert targets == ["talks"]
    assert set(targets) <= set(re.findall(r"\\hypertarget\{([^}]*)\}", body))


def test_words_in_another_script_are_set_as_a_language_of_that_script():
    file, body = text_of(replace(every_block("Совет ▸ 北京, NATO"), language="ru"))

    assert r"Совет ▸ \foreignlanguage{chinese}{北京}, \foreignlanguage{english}{NATO}" in body
    assert r"\babelprovide[import,main]{russian}" in file
    assert re.findall(r"\\babelprovide\[import\]\{(\w+)\}", file) == ["arabic", "english", "french", "chinese"]


@given(st.text(st.sampled_from("ab яю 中文 سل שא αβ 12 -,."), max_size=20))
def test_runs_of_scripts_leave_no_sign_out_and_begin_and_end_with_letters(text):
    runs = list(runs_of(text))

    assert "".join(part for _, part in runs) == text
    for script, part in runs:
        if script:
            letters = re.compile(f"[{LETTERS[script]}]")
            assert letters.match(part[0])
            assert letters.match(part[-1])
            assert not any(re.search(f"[{signs}]", part) for name, signs in LETTERS.items() if name != script)
        else:
            assert not any(re.search(f"[{signs}]", part) for signs in LETTERS.values())


@pytest.mark.parametrize(
    ("words", "refused"),
    [("Plain words, “quoted” – étés", ""), ("Слова", ""), ("2 → 3", "U+2192"), ("中文", "U+4E2D"), ("كلام", "U+0643")],
)
def test_pdflatex_is_told_of_the_first_sign_that_it_has_not(words, refused):
    file, _ = text_of(Manuscript(words, "en", "ltr", body=(Paragraph((Words(words),)),)))

    assert (f"pdfLaTeX has no sign for {refused} " in file) == bool(refused)
    assert ("or with pdfLaTeX" in file) == (not refused)


def test_only_a_document_with_words_from_the_right_asks_for_two_directions():
    assert "bidi=" in text_of(every_block("words"))[0]  # with a quote in Arabic
    assert "bidi=" not in text_of(Manuscript("t", "zh", "ltr"))[0]
    assert "bidi=" in text_of(Manuscript("t", "ar", "rtl"))[0]


def test_lists_deeper_than_latex_can_are_flat_there_and_lose_nothing():
    deep: Blocks = (Paragraph((Words("inmost"),)),)
    for level in range(9):
        deep = (Paragraph((Words(f"level {level}"),)), Listing((deep,), 1 if level % 2 else None), Quotation(deep))
        deep = deep[: 2 + level % 2]

    _, body = text_of(Manuscript("t", "en", "ltr", body=deep))

    depth, deepest = 0, 0
    for kind in re.findall(r"\\(begin|end)\{(?:itemize|quote)\}", body):
        depth += 1 if kind == "begin" else -1
        deepest = max(deepest, depth)
    assert deepest <= 6
    assert all(f"level {level}" in body for level in range(9))
    assert "inmost" in body


def test_headings_tell_bookmarks_their_words_alone():
    _, body = text_of(Manuscript("t", "en", "ltr", body=(Heading(3, (Words("湖 [1]", "zh"),), "a_b", "zh"),)))

    assert "\\hypertarget{a_5f_b}{%\n\\subsubsection[{湖 {[}1{]}}]{\\foreignlanguage{chinese}{湖 {[}1{]}}}}" in body


def test_special_signs_are_told_everywhere():
    _, body = text_of(every_block())

    assert body.count(tex(SPECIALS)) >= 14
