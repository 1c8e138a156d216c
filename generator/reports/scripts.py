"""The scripts of words: what of a line another script's font, and another direction, is needed for."""

import re
from collections.abc import Iterator, Mapping

# By name of the script: its letters. Digits, blanks and signs belong to none.
LETTERS: Mapping[str, str] = {
    "arabic": "\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "han": (
        "\u1100-\u11ff\u2e80-\u2fdf\u3001-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
        "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\U00020000-\U0003ffff"
    ),
    "cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "greek": "\u0370-\u0373\u0376-\u037d\u0386\u0388-\u03ff\u1f00-\u1fff",
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff",
}
RIGHT_TO_LEFT = frozenset({"arabic", "hebrew"})

_ANY = "".join(LETTERS.values())
_RUN = re.compile("|".join(f"(?P<{name}>[{signs}](?:[^{_ANY}]*[{signs}])*)" for name, signs in LETTERS.items()))

# By language, where its script is not Latin.
OF_LANGUAGES = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug"), "arabic"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
    **dict.fromkeys(("zh", "ja", "ko"), "han"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "cyrillic"),
    "el": "greek",
}


def script_of(language: str) -> str:
    """The script of a language, as in 'pt-BR'."""
    return OF_LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "latin")


def direction_of_script(script: str) -> str:
    """'rtl' or 'ltr'."""
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


def direction_of(language: str) -> str:
    """'rtl' or 'ltr', by the script of a language."""
    return direction_of_script(script_of(language))


def runs_of(text: str) -> Iterator[tuple[str, str]]:
    """The text in parts, each with its script: from the first to the last letter of a script, and '' between them."""
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            yield "", text[end : found.start()]
        yield found.lastgroup or "", found[0]
        end = found.end()
    if end < len(text):
        yield "", text[end:]
