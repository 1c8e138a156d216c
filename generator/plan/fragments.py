"""The pieces of which a page sets a fragment together: where they stand, and the words for it that need a rule.

What they hold is told by `generator/build/fragments.py`, from what `dateline export fragment` writes.
"""

from generator.plan.telling import Telling

FOLDER = "data/fragments/"  # in the output
SHARD = 200  # events in a file of them, at the least
MOST = 300  # events of one fragment: a browser takes more, but no editor likes them
HOLE = "{}"  # gives way to a value


def count_words(telling: Telling) -> tuple[tuple[str, ...], str]:
    """The words for so many events, and for each number up to MOST, from 0 on, which of them are meant."""
    said = [telling.event_count(number).replace(str(number), HOLE) for number in range(MOST + 1)]
    words = tuple(dict.fromkeys(said))
    return words, "".join(str(words.index(one)) for one in said)
