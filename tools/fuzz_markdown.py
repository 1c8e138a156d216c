"""Compare the short way of Markdown with the whole of it on random texts: as many as are named, then a seed.

Prints the first text on which the two differ, cut down to what makes the difference.
"""

import random
import sys
from collections.abc import Sequence

from generator.parse.prose import convert_fully, convert_plainly

DEFAULTS = ("200_000", "0")
ALPHABETS = (
    "a \n",
    "as0 '\"\n",
    "as0 '\"-.,(\n",
    "a9s \u00a0'\"–—.[!",
    "a *_\n",
    "a *_('\"",
    "a [](`)\n",
    "ab #\n->1.*+",
    "a:/.?#@&=h-",
    "\u2009\u202f\u00ad\u200da\n*'#>",
    "\x0b\x0c\x1c\x85\u2028\t\r\x02\x03\ufeffa\n ",
    "a&;#x1 >\n",
)
WORDS = ("a", "is", "said", "s", "the '80s", "80s", "it's", "café", "don't", "2,000", "1945.", "AT&T", "R & D", "…")
MARKS = ("\"'", "'\"", *"\"'()[],.!:;–—>*_\u00a0", "--", "---", "...", "x_y")
SURROUNDING = ("*", "**", "_", "__", "`", '"', "'")
KEPT = ("https://x.org/a", "http://x.org", "event:x", "mailto:a@x.org", "/a/", "#top", "a.md", "?a=1&b=2", "a_b_c")
TARGETS = (
    *KEPT * 5,
    "//x.org",
    "javascript:x",
    "https://x.org:80/",
    "https://1.2.3.4/",
    "https://xn--a.org",
    "a b",
    "",
)
BLOCKS = ("> ", "- ", "* ", "+ ", "1. ", "23. ", "# ", "## ")
STARTS = (*[""] * 16, *BLOCKS, *BLOCKS, ">", ": ", "-", "*", "#", "    ", " ")
ENDS = (*["\n\n"] * 24, "\n", "\n\n\n", "\n> ", "\n- ", "\n1. ", "\n>\n> ", " \n", "  \n", "\n---\n", "\n# ")


def random_text(dice: random.Random) -> str:
    """A text that is often plain, and often nearly so."""
    if dice.random() < 0.5:
        return "".join(dice.choices(dice.choice(ALPHABETS), k=dice.randrange(1, 14)))
    text = "".join(_block(dice) + dice.choice(ENDS) for _ in range(dice.randrange(1, 5)))
    for _ in range(dice.choice((0, 0, 0, 1, 2))):
        place = dice.randrange(len(text) + 1)
        text = text[:place] + dice.choice(dice.choice(ALPHABETS)) + text[place + dice.randrange(2) :]
    return text


def _block(dice: random.Random) -> str:
    marks = dice.sample(MARKS, dice.choice((0, 0, 1, 2, 3)))
    pieces = [dice.choice(STARTS)]
    for _ in range(dice.randrange(1, 6)):
        pieces += (_piece(dice, marks), dice.choice((" ", " ", " ", " ", "", "\n")))
    return "".join(pieces).rstrip() if dice.random() < 0.95 else "".join(pieces)


def _piece(dice: random.Random, marks: Sequence[str]) -> str:
    chance = dice.random()
    inner = " ".join(dice.choices((*WORDS, *marks), k=dice.choice((1, 1, 2, 3))))
    if chance < 0.1:
        return f"[{inner}]({dice.choice(TARGETS)})"
    if chance < 0.3:
        mark = dice.choice(SURROUNDING)
        return f"{mark}{inner}{mark}"
    return dice.choice(marks) if marks and chance < 0.5 else inner


def differs(text: str) -> bool:
    """Whether the short way is taken and leads elsewhere."""
    return (prose := convert_plainly(text)) is not None and prose != convert_fully(text)


def cut_down(text: str) -> str:
    """The text without any piece that the difference does not need."""
    for length in range(len(text) // 2, 0, -1):
        start = 0
        while start < len(text):
            shorter = text[:start] + text[start + length :]
            if differs(shorter):
                text = shorter
            else:
                start += 1
    return text


def main() -> int:
    """Compare, and say what differs."""
    count, seed = map(int, (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]))
    dice = random.Random(seed)  # noqa: S311  # the same seed gives the same texts
    plain = 0
    for _ in range(count):
        text = random_text(dice)
        if differs(text):
            short = cut_down(text)
            print(f"{short!r}\nthe short way: {convert_plainly(short)}\nthe whole:     {convert_fully(short)}")
            return 1
        plain += convert_plainly(text) is not None
    print(f"No difference in {count:,} texts of seed {seed}, of which {plain:,} took the short way")
    return 0


if __name__ == "__main__":
    sys.exit(main())
