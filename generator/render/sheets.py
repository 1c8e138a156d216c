"""Style sheets as they are published: without comments and needless blanks."""

import re
from functools import lru_cache

PIECE = re.compile(
    r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)]*\)|/\*!.*?\*/)"  # stays as it is
    r"|(?:/\*(?!!).*?\*/|\s)+"  # a blank, whatever it is made of
    r"|[{};,]",
    re.DOTALL,
)
ALONE = frozenset("{};,")  # no blank is needed beside these


@lru_cache(maxsize=8)  # a preview publishes the same ones after each change
def tightened(sheet: str) -> str:
    """The style sheet with nothing left out that counts. A comment that begins with `/*!` stays: it is a licence."""
    done: list[str] = []
    place = 0
    is_blank = False
    for found in (*PIECE.finditer(sheet), None):
        between = sheet[place : found.start() if found else len(sheet)]
        kept = (between, found[0] if found and (found[1] or found[0] in ALONE) else "")
        for piece in filter(None, kept):
            done += [" ", piece] if is_blank and _needs_blank(done, piece) else [piece]
            is_blank = False
        if found:
            place = found.end()
            is_blank = is_blank or not kept[1]
    return "".join(done)


def _needs_blank(done: list[str], piece: str) -> bool:
    return bool(done) and done[-1] not in ALONE and piece not in ALONE
