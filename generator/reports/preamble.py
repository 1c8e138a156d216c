"""What stands before a text in LaTeX: languages, their fonts, and the shape of a chronology's parts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.reports.scripts import RIGHT_TO_LEFT, script_of
from generator.reports.tex import tex

# By code, as Babel calls them.
LANGUAGES: Mapping[str, str] = {
    "ar": "arabic",
    "be": "belarusian",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hr": "croatian",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "lt": "lithuanian",
    "lv": "latvian",
    "nb": "norsk",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovenian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}
# The language that lends its font and its direction to words whose own is not known, by their script.
OF_SCRIPTS: Mapping[str, str] = {
    "arabic": "ar",
    "cyrillic": "ru",
    "greek": "el",
    "han": "zh",
    "hebrew": "he",
    "latin": "en",
}
EUROPEAN = "Noto Serif,CMU Serif,Libertinus Serif,DejaVu Serif,FreeSerif,Times New Roman"
FIXED = "Noto Sans Mono,CMU Typewriter Text,DejaVu Sans Mono,FreeMono,Courier New"
# The first of these that is installed sets a script that no font of LaTeX's own has.
FONTS: Mapping[str, str] = {
    "arabic": "Amiri,Scheherazade New,Scheherazade,Noto Naskh Arabic,FreeSerif,Times New Roman,Arial",
    "han": "Noto Serif CJK SC,Source Han Serif SC,Songti SC,SimSun,FandolSong-Regular,Noto Sans CJK SC,IPAexMincho",
    "hebrew": "Noto Serif Hebrew,Frank Ruehl CLM,David CLM,FreeSerif,Times New Roman,Arial",
}
# What pdfLaTeX has no sign for in the fonts that come with it.
ODD = re.compile(
    "[^\n -~\xa0-\u0125\u0128-\u0130\u0132-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e"
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122]"
)


def language_of(code: str) -> str:
    """The code of a language that Babel has, for one as in 'pt-BR'; one with the same script where it has none."""
    plain = code.split("-", maxsplit=1)[0].lower()
    return plain if plain in LANGUAGES else OF_SCRIPTS[script_of(code)]


def preamble(title: str, language: str, others: Iterable[str], text: str, numbers: Sequence[tuple[str, int]]) -> str:
    r"""All before \begin{document}.

    `language` and `others` are of LANGUAGES; `text` is what will be set, and `numbers` has the keys that it cites.
    """
    codes = [language, *sorted(set(others) - {language})]
    odd = ODD.search(text)
    parts = [
        CLASS % ("" if odd else ", or with pdfLaTeX"),
        REFUSAL % f"U+{ord(odd[0]):04X}" if odd else "",
        PACKAGES % _encodings(codes),
        *_languages(codes),
        SHAPES,
        NUMBERS_FROM_THE_LEFT if script_of(language) in RIGHT_TO_LEFT else "",
        rf"\hypersetup{{pdftitle={{{tex(title)}}},pdflang={{{language}}},colorlinks,allcolors=links,bookmarksopen}}",
        _numbers(numbers),
    ]
    return "\n".join(part for part in parts if part)


CLASS = r"""
%% Compile this with XeLaTeX or LuaLaTeX%s. Once is enough.
\documentclass[11pt]{article}
\usepackage{iftex}
""".strip()
REFUSAL = r"""
\ifPDFTeX
  \errmessage{pdfLaTeX has no sign for %s of this text: compile it with XeLaTeX or LuaLaTeX}
  \csname @@end\endcsname
\fi
""".strip()
PACKAGES = r"""
\usepackage[a4paper,margin=28mm]{geometry}
\usepackage{array,color,longtable}
\ifPDFTeX
  %s
  \usepackage[utf8]{inputenc}
\else
  \usepackage{fontspec}
\fi
\usepackage[unicode]{hyperref}
\IfFileExists{bookmark.sty}{\usepackage{bookmark}}{}
""".strip()
FIRST_FONT = r"""
% \firstfont{font}{command}: the command for the first of some fonts that is installed.
\makeatletter
\newcommand{\firstfont}[2]{\def\found@font{}%
  \@for\next@font:=#1\do{\ifx\found@font\@empty
    \IfFontExistsTF{\next@font}{\let\found@font\next@font}{}\fi}%
  \ifx\found@font\@empty\else\expandafter\use@font\expandafter{\found@font}{#2}\fi}
\newcommand{\use@font}[2]{#2{#1}}
\makeatother
""".strip()
SHAPES = r"""
% The parts of an entry, for you to change.
\definecolor{links}{rgb}{0,.2,.5}
\setcounter{secnumdepth}{0}
\setlength{\parindent}{0pt}
\setlength{\parskip}{.45\baselineskip plus 2pt}
\setlength{\emergencystretch}{4em}
\renewcommand{\labelitemi}{$\bullet$}
\newenvironment{standfirst}{\par\large}{\par}
\newenvironment{facts}{\par}{\par}
\newenvironment{notice}{\par\itshape}{\par}
\newenvironment{actors}{\par}{\par}
\newenvironment{translation}{\par}{\par}
\newenvironment{source}{\par\small}{\par}
\newenvironment{claim}{\par\small}{\par}
\newenvironment{closing}{\par\small}{\par}
""".strip()
# The same for a text that stands within another document.
PARTS = "\n".join(
    [
        # Without babel, LaTeX has both as one command, which ends the compilation.
        r"\ifx\foreignlanguage\selectlanguage",
        r"\def\foreignlanguage#1#2{#2}\def\otherlanguage#1{\par}\def\endotherlanguage{\par}",
        r"\fi",
        r"\setlength{\parindent}{0pt}",
        *(line for line in SHAPES.splitlines() if line.startswith(r"\newenvironment")),
    ]
)
# LuaLaTeX would turn the brackets around a number that stands alone.
NUMBERS_FROM_THE_LEFT = r"""
\makeatletter
\renewcommand{\@biblabel}[1]{\foreignlanguage{english}{[#1]}}
\makeatother
""".strip()
BOTH_DIRECTIONS = r"\ifLuaTeX\usepackage[bidi=basic]{babel}\else\ifXeTeX\usepackage[bidi=bidi]{babel}\fi\fi"


def _encodings(codes: Sequence[str]) -> str:
    """Of fonts for pdfLaTeX; the last is the document's. Latin Modern is for Latin alone."""
    if "cyrillic" not in map(script_of, codes):
        return r"\usepackage[T1]{fontenc}\usepackage{lmodern}"
    return rf"\usepackage[{'T1,T2A' if script_of(codes[0]) == 'cyrillic' else 'T2A,T1'}]{{fontenc}}"


def _languages(codes: Sequence[str]) -> Iterator[str]:
    scripts = {script_of(code) for code in codes}
    yield BOTH_DIRECTIONS if scripts & RIGHT_TO_LEFT else r"\usepackage{babel}"
    for place, code in enumerate(codes):
        yield rf"\babelprovide[import{'' if place else ',main'}]{{{LANGUAGES[code]}}}"
        if script_of(code) == "han":
            # XeTeX keeps one such rule for all: without it, lines would no more break after words of another language.
            breaking = r'\ifXeTeX\XeTeXlinebreaklocale "zh"\fi'
            yield rf"\expandafter\addto\csname noextras{LANGUAGES[code]}\endcsname{{{breaking}}}"
    if scripts == {"latin"}:
        return
    yield r"\ifPDFTeX"
    for code in codes if "cyrillic" in scripts else ():
        encoding = "T2A" if script_of(code) == "cyrillic" else "T1"
        extras = rf"\csname extras{LANGUAGES[code]}\endcsname"
        yield rf"  \expandafter\addto{extras}{{\fontencoding{{{encoding}}}\selectfont}}"
    yield r"\else"
    yield FIRST_FONT
    if scripts & {"cyrillic", "greek"}:
        yield rf"\firstfont{{{EUROPEAN}}}{{\babelfont{{rm}}}}"
        yield rf"\firstfont{{{FIXED}}}{{\babelfont{{tt}}}}"
    for code in codes:
        fonts = FONTS.get(script_of(code))
        for family in ("rm", "tt") if fonts else ():  # such a script has few fonts, and none for programs
            yield rf"\firstfont{{{fonts}}}{{\babelfont[{LANGUAGES[code]}]{{{family}}}}}"
    yield r"\fi"


def _numbers(numbers: Sequence[tuple[str, int]]) -> str:
    """The numbers of the sources, which LaTeX would know in its second run alone."""
    if not numbers:
        return ""
    rows = "\n".join(rf"  \bibcite{{{key}}}{{{number}}}%" for key, number in numbers)
    return f"\\IfFileExists{{\\jobname.aux}}{{}}{{%\n{rows}\n}}"
