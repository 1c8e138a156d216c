"""Scripts as they are published: without comments and needless blanks, which are for those who work on them."""

import re
from collections.abc import Iterator
from functools import lru_cache

TEXT = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/[ ]?|//[^\n]*", re.DOTALL)
PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)", re.DOTALL)  # to its end, or to a value within it
GAP = re.compile(r"[ \t\r]*\n\s*")
PLAIN = re.compile(r"[^\s/\"'`{}]+|.", re.DOTALL)
# After these a `/` begins a regular expression; after all else it divides.
BEFORE_VALUE = re.compile(r"(?:^|[(,=:\[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|void|await|yield))\s*$")
CLOSE = frozenset(
    "{}()[];,:=?&|*%"
)  # no blank is needed beside these; `<`, `!` and `-` may begin what HTML calls a comment
OPEN, SHUT = frozenset("\n;{([,"), frozenset("\n})],")  # after and before these a line need not end
LOOKED_AT = 16  # characters


@lru_cache(maxsize=8)  # a preview publishes the same ones after each change
def squeezed(script: str) -> str:
    """The script with nothing left out that runs. A comment that begins with `/*!` stays: it holds a licence."""
    pieces: list[str] = []
    for piece in _pieces(script):
        if piece == "\n" and pieces and pieces[-1][-1] in OPEN:
            continue
        if pieces and pieces[-1] == "\n" and piece and piece[0] in SHUT:
            pieces.pop()
        if piece:
            pieces.append(piece)
    return "".join(pieces)


def _pieces(script: str) -> Iterator[str]:
    place, before, depths = 0, "", [0]  # of braces, in each template that is open
    while place < len(script):
        character = script[place]
        is_end = character == "}" and not depths[-1] and len(depths) > 1
        if character == "`" or is_end:
            found = TEMPLATE.match(script, place + 1)
            assert found
            if is_end:
                depths.pop()
            if found[0].endswith("${"):
                depths.append(0)
            piece = kept = character + found[0]
        elif character == "/" and (found := COMMENT.match(script, place)):
            piece, kept = found[0], _left_of(found[0], before, script[found.end() : found.end() + 1])
        else:
            depths[-1] += (character == "{") - (character == "}")
            found = TEXT.match(script, place) or GAP.match(script, place)
            if character == "/" and BEFORE_VALUE.search(before):
                found = PATTERN.match(script, place)
            found = found or PLAIN.match(script, place)
            assert found
            piece = found[0]
            kept = "\n" if piece.isspace() and "\n" in piece else piece
            if piece in " \t" and (before[-1:] in CLOSE or script[place + 1 : place + 2] in CLOSE):
                kept = ""
        place += len(piece)
        before = (before + kept)[-LOOKED_AT:]
        yield kept


def _left_of(comment: str, before: str, after: str) -> str:
    """What stands in a comment's place: nothing, unless that would join two words or two lines."""
    if comment.startswith("/*!"):
        return comment
    if comment.startswith("/*") and "\n" in comment:
        return "\n"
    return " " if before[-1:].isalnum() and after.isalnum() else ""
