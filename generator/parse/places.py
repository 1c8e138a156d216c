"""From an offset in a text to the place that an author can find."""

from bisect import bisect_right
from functools import lru_cache

from generator.problems import Place


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    end = text.find("\n")
    while end >= 0:
        starts.append(end + 1)
        end = text.find("\n", end + 1)
    return tuple(starts)


def place_at(text: str, index: int, end: int | None = None, *, line_offset: int = 0) -> Place:
    """The place of the character at `index`, as wide as the part up to `end` that stands on its line.

    Lines end at a line feed only. `line_offset` is added to the line: how many lines of the file stand before the text.
    """
    starts = _line_starts(text)
    line = bisect_right(starts, index) - 1
    stop = starts[line + 1] - 1 if line + 1 < len(starts) else len(text)
    marked = text[index : min(stop, index + 1 if end is None else end)].rstrip()
    return Place(line + 1 + line_offset, index - starts[line] + 1, max(1, len(marked)), text[starts[line] : stop])
