"""Style sheets as they are published: without comments and needless blanks."""

import re

PIECE = re.compile(
    r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)]*\)|/\*!.*?\*/)"  # stays as it is
    r"|(?:/\*(?!!).*?\*/|\s)+"  # a blank, whatever it is made of
    r"|[{};,]",
    re.DOTALL,
)
ALONE = frozenset("{};,")  # no blank is needed beside these


def tightened(sheet: str) -> str:
    """The style sheet with nothing left out that counts. A comment that begins with `/*!` stays: it is a licence."""
    done: list[str] = []
    place = 0
    is_blank = False
    for found in PIECE.finditer(sheet):
        between, piece = sheet[place : found.start()], found[0]
        place = found.end()
        if between:
            done += [" ", between] if is_blank and _needs_blank(done, between) else [between]
            is_blank = False
        if found[1] or piece in ALONE:
            done += [" ", piece] if is_blank and _needs_blank(done, piece) else [piece]
            is_blank = False
        else:
            is_blank = True
    return "".join([*done, sheet[place:].strip()])


def _needs_blank(done: list[str], piece: str) -> bool:
    return bool(done) and done[-1] not in ALONE and piece not in ALONE
