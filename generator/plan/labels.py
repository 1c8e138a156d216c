"""The names of main events above their marks, in rows, so that none covers another or a line that leads to one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

WIDTH = 1_060  # pixels of the frame on a wide screen, for which labels are placed
MIDDLE, NARROW = 910, 320  # … on the narrowest that counts as wide, and on a telephone
LETTER = 6.3  # pixels of a letter, on average …
WIDE_LETTER, WIDE_FROM = 12.5, "\u2e80"  # … and of one of Chinese
LONGEST, SHORTEST = 36, 12  # letters
ROWS = 3
GAP = 12  # pixels between two labels of a row
DATE_GAP = 6  # and between two dates of the axis
MARGIN = 16  # pixels beside the frame that a date may stand in


@dataclass(frozen=True, slots=True)
class Label:
    """A name, where its line stands, and its row, counted from the lowest."""

    key: str
    text: str
    place: float  # from 0 to 1
    row: int
    is_before: bool = False  # it ends at its line, since it would leave the frame
    frame: float = WIDTH  # pixels

    @property
    def at(self) -> float:
        """Where its line stands, in pixels."""
        return self.place * self.frame

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where its letters stand, in pixels."""
        width = width_of(self.text)
        return (self.at - width, self.at) if self.is_before else (self.at, self.at + width)


def width_of(text: str) -> float:
    """About how wide a text is, in pixels."""
    return sum(WIDE_LETTER if letter >= WIDE_FROM else LETTER for letter in text)


def place_labels(names: Iterable[tuple[float, str, str]], width: float = WIDTH) -> tuple[Label, ...]:
    """The labels for which there is room in so many pixels, from (place, key, text).

    One that a later line would cross is shortened.
    """
    placed: list[Label] = []
    for place, key, text in sorted(names):
        short = shortened(text, LONGEST)
        is_before = place * width + width_of(short) > width
        for row in range(ROWS):
            label = Label(key, short, place, row, is_before, width)
            fitting = _beside(label, placed)
            if fitting is not None:
                placed = [*fitting, label]
                break
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class AxisDate:
    """A date of the axis, and whether it is read with one before it, as a month with its year."""

    number: int
    text: str
    place: float  # from 0 to 1
    is_part: bool


def fit_dates(dates: Iterable[AxisDate], width: float) -> tuple[AxisDate, ...]:
    """Those for which there is room in so many pixels, whole ones first; no part without what it is read with."""
    fitting: dict[int, tuple[AxisDate, float, float]] = {}
    leads: list[tuple[AxisDate, int]] = []  # each date, and the number of that with which it is read
    for date in dates:
        leads.append((date, leads[-1][1] if date.is_part and leads else date.number))
    for date, lead in sorted(leads, key=lambda pair: pair[0].is_part):
        start = date.place * width
        end = start + width_of(date.text) + DATE_GAP
        has_room = all(end <= begins or ends <= start for _, begins, ends in fitting.values())
        if has_room and end <= width + MARGIN and (lead == date.number or lead in fitting):
            fitting[date.number] = (date, start, end)
    return tuple(date for _, (date, _, _) in sorted(fitting.items()))


def shortened(text: str, most: int) -> str:
    """The text in so many letters, the last an ellipsis where it had more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _fitting(text: str, room: float) -> str:
    """The text in so many pixels."""
    most = len(text) - 1
    while most > 0 and width_of(shortened(text, most)) > room:
        most -= 1
    return shortened(text, most) if most > 0 else ""


def _beside(label: Label, placed: Iterable[Label]) -> list[Label] | None:
    """What is placed, some of it shortened, so that the label can stand beside it; None where it cannot."""
    start, end = label.extent
    if start < 0:
        return None
    fitting = []
    for other in placed:
        other_start, other_end = other.extent
        if other.row == label.row and start < other_end + GAP and other_start < end + GAP:
            return None
        if other.row > label.row and start - GAP / 2 < other.at < end:
            return None  # its line comes down through this label
        kept = other
        if other.row < label.row and other_start < label.at < other_end + GAP / 2:
            text = _fitting(other.text, label.at - other_start - GAP / 2)
            if other.is_before or len(text) < SHORTEST:
                return None
            kept = replace(other, text=text)
        fitting.append(kept)
    return fitting
