"""Events in parts, for files of which a reader needs few."""

from collections.abc import Sequence


def shards_of(pages: Sequence[str], least: int) -> tuple[tuple[int, int], ...]:
    """The first event of each shard, and the one after its last. `pages` is the one on which each event stands.

    They are parted at pages of the chronology, so that an edit changes few of them, and hold so many events `least`.
    """
    bounds = [0]
    for place in range(1, len(pages)):
        if place - bounds[-1] >= least and pages[place] != pages[place - 1]:
            bounds.append(place)
    return tuple(zip(bounds, [*bounds[1:], len(pages)], strict=True))
