"""Text in TeX: every sign stands for itself, so that what looks like a command stays words."""

import re
from collections.abc import Mapping
from urllib.parse import quote

SIGNS: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    # Two of these would be drawn as another sign.
    "-": r"-\mbox{}",
    ",": r",\mbox{}",
    # These would be taken for an option of what stands before.
    "[": "{[}",
    "]": "{]}",
    **{sign: f"\\{sign}" for sign in "#$%&_{}"},
    "\u00a0": "~",
    "\u00ad": r"\-",
    "\u200b": r"\hspace{0pt}",
    "\u2011": r"\mbox{-}",
    "\u202f": r"\,",
}
SPECIAL = re.compile(f"-(?=-)|,(?=,)|[{re.escape(''.join(SIGNS.keys() - {'-', ','}))}]")
BLANKS = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Controls, and marks of direction, which no font draws: TeX is told of directions by other means.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
PLAIN_IN_ADDRESSES = "!()*+,/:;=?@&#%~_-.'[]"
AFTER_SIGNS = re.compile(r"(?<=[/.?&=_-])(?=[^/.?&=_-])")


def tex(text: str) -> str:
    """Words of a paragraph. White space of any kind is one blank."""
    return _told(BLANKS.sub(" ", text))


def tex_code(text: str) -> str:
    """Words of a program, with every blank, for a typewriter's font."""
    return _told(BLANKS.sub(lambda found: " " * len(found[0]), text)).replace("  ", "~ ")


def tex_lines(text: str) -> str:
    """Lines of a program."""
    lines = text.expandtabs(4).split("\n")
    return "\\newline{}\n".join(f"\\mbox{{}}{tex_code(line)}" for line in lines)


def tex_address(address: str) -> str:
    r"""An address as \href takes it, also within the words of another command."""
    plain = quote(address, safe=PLAIN_IN_ADDRESSES)
    return re.sub("[#%&_]", r"\\\g<0>", plain).replace("~", r"\string~")


def tex_address_words(address: str) -> str:
    """An address as words, which may go on in the next line after its signs."""
    return AFTER_SIGNS.sub(lambda _: r"\allowbreak{}", tex(address))


def _told(text: str) -> str:
    return SPECIAL.sub(lambda found: SIGNS[found[0]], UNSEEN.sub("", text))
