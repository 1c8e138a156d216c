"""How much room words take on a slide, where nobody knows which font will be there: rather too much than too little."""

LEADING = 1.22  # a line's height, of the size of its letters
LEFT_OUT = "…"
NARROW = frozenset(" iljtfrI.,;:'’‘!|()[]/-")
WIDE = frozenset("mwMW@%—…&")
ZERO = ("\u0300", "\u036f")  # marks that stand above or below a letter


def width(text: str, size: float) -> float:
    """Points, in a font as wide as any that is common, such as DejaVu Serif."""
    return size * sum(map(_of, text))


def _of(sign: str) -> float:
    if sign in NARROW:
        return 0.42
    if sign in WIDE or sign > "\u2e7f":
        return 1.05
    if ZERO[0] <= sign <= ZERO[1]:
        return 0.0
    return 0.8 if sign.isupper() else 0.66


def broken(text: str, size: float, room: float) -> list[str]:
    """The words in lines of a width. A word that is wider is cut, as is a text without blanks."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if width(tried, size) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
        line = ""
        for sign in word:
            if line and width(line + sign, size) > room:
                lines.append(line)
                line = ""
            line += sign
    return [*lines, line] if line else lines


def height(text: str, size: float, room: float) -> float:
    """Points, of the lines that a text takes; of one at the least."""
    return max(1, len(broken(text, size, room))) * size * LEADING


def shortened(text: str, size: float, room: float, most: int) -> str:
    """As much of a text as fits into some lines."""
    lines = broken(text, size, room)
    if len(lines) <= most:
        return text
    kept = lines[:most]
    last = kept[-1]
    while last and width(last + LEFT_OUT, size) > room:
        before, blank, _ = last.rpartition(" ")
        last = before if blank else last[:-1]
    return " ".join([*kept[:-1], last.rstrip(".,;:–—- ")]) + LEFT_OUT
