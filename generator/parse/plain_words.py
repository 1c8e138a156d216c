"""The words of a paragraph in plain Markdown as HTML: emphasis, code, links, and punctuation as printers set it.

What is found here is what Python-Markdown finds, with its `smarty`, in the order in which it looks.
"""

import re
from html import escape

from generator.parse.sanitise import SCHEMES

HOST = r"(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
OTHERS = "|".join(sorted(SCHEMES - {"http", "https"}))
# Only what the sanitiser is known to keep as it is: a sound host, or a scheme of the list, or no scheme at all.
TARGET = (
    rf"https?://{HOST}(?:[/?#][\w./?#=&%+,:@~!$-]*)?"
    rf"|(?:{OTHERS}):[A-Za-z0-9+][\w./#@%+~-]*"
    r"|(?!//)[\w./?#-][\w./?#=&%+,@~!$-]*"
)
STRESSED = r"[^\s*_`\[\]](?:[^*_`\[\]]*[^\s*_`\[\]])?"
CODE = r'[^\s`"&](?:[^`"&]*[^\s`"&])?'
ALONE = r"(?<![\w*_]{0})"  # the mark just passed follows no letter and no other mark
FREE = r"(?![\w*_])"
SPANS = {
    "*": rf"\*{ALONE.format('[*]')}(?:\*(?P<strong>{STRESSED})\*\*|(?P<em>{STRESSED})\*){FREE}",
    "_": rf"_{ALONE.format('_')}(?:_(?P<strong_>{STRESSED})__|(?P<em_>{STRESSED})_){FREE}",
    "`": rf"`(?P<code>{CODE})`",
    "](": rf"\[(?P<words>{STRESSED})\]\((?P<target>(?a:{TARGET}))\)",
}
ANY_SPAN = re.compile("|".join(SPANS.values()))
# To look for one kind alone is faster.
SPAN = {mark: re.compile(pattern) for mark, pattern in SPANS.items()}

# Python-Markdown looks for kind after kind of quote, and what it has set is no neighbour for the next. Each can be
# judged by itself only where no other stands beside it, or beyond a character that goes with the first.
TANGLED = re.compile(r"""(["'])\1|["'][\s–—s]["']|["']{3}""")
DASHES = ("\x02", "\x03")  # what `--` and `---` are until the quotes are set: no letter, no blank, and no dash
CLOSE = r"[^ \n\[{(\x02\x03-]"  # what stands before a closing quote
SIGN = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
CLOSING = (
    (re.compile(rf"""(?<={CLOSE})'"(?!\w)"""), "’”"),
    (re.compile(rf"""(?<={CLOSE})"'(?!\w)"""), "”’"),
)
OPENING = ((re.compile(r""""'(?=\w)"""), "“‘"), (re.compile(r"""'"(?=\w)"""), "‘“"))
NO_OPENING = r"(?!(?<=[\s–—]{0})\w)"
CLOSING_SINGLE = re.compile(
    rf"'(?:(?<=\A')(?={SIGN}\B)|(?<!\w')(?=\d\ds)"
    rf"|{NO_OPENING.format(chr(39))}(?:(?<={CLOSE}')(?!\d)|(?=\s|s\b)))"
)
CLOSING_DOUBLE = re.compile(rf'"(?:(?<=\A")(?={SIGN}\B)|{NO_OPENING.format(chr(34))}(?:(?=\s)|(?<={CLOSE}")))')
LONG_DASH = re.compile(r"(?<!-)---(?!-)")
DASH = re.compile(r"(?<!-)--(?!-)")
ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")


class Doubt(Exception):
    """The text may mean more than is understood here."""


def plain_words(text: str) -> str:
    """The HTML of a text within a paragraph. Raises `Doubt`."""
    marks = [mark for mark in SPANS if mark in text]
    if not marks:
        return _punctuated(text)
    spans = SPAN[marks[0]] if len(marks) == 1 else ANY_SPAN
    parts: list[str] = []
    end = 0
    for span in spans.finditer(text):
        parts += (_unmarked(text[end : span.start()]), _marked(span))
        end = span.end()
    return "".join((*parts, _unmarked(text[end:])))


def _marked(span: re.Match[str]) -> str:
    kind = str(span.lastgroup).removesuffix("_")
    if kind == "target":
        return f'<a href="{escape(span["target"])}">{_punctuated(span["words"])}</a>'
    words = span[span.lastindex or 0]
    return f"<{kind}>{escape(words, quote=False) if kind == 'code' else _punctuated(words)}</{kind}>"


def _unmarked(text: str) -> str:
    for mark in SPANS:
        if mark in text:
            raise Doubt
    return _punctuated(text)


def _punctuated(text: str) -> str:
    dashed = "--" in text
    if dashed:
        text = DASH.sub(DASHES[0], LONG_DASH.sub(DASHES[1], text))
    if "'" in text or '"' in text:
        text = _quoted(text)
    if dashed:
        text = text.replace(DASHES[0], "–").replace(DASHES[1], "—")
    if "..." in text:
        text = ELLIPSIS.sub("…", text)
    return escape(text, quote=False) if "&" in text or ">" in text else text


def _quoted(text: str) -> str:
    if TANGLED.search(text):
        raise Doubt
    if "\"'" in text or "'\"" in text:
        text = _doubly_quoted(text)
    if "'" in text:
        text = CLOSING_SINGLE.sub("’", text).replace("'", "‘")
    return CLOSING_DOUBLE.sub("”", text).replace('"', "“") if '"' in text else text


def _doubly_quoted(text: str) -> str:
    if text.startswith(("\"'", "'\"")) and not text[2:3].isalnum():
        raise Doubt  # the first of the two is taken by itself
    for pattern, quotes in (*OPENING, *CLOSING):
        text = pattern.sub(quotes, text)
    if "\"'" in text or "'\"" in text:
        raise Doubt
    return text
