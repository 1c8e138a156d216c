"""What was worked out before, for as long as it is asked for again."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

T = TypeVar("T")
Row = tuple[Sequence[object], object]


class Memory:
    """What pure functions gave, by all that they were given. Builds that follow one another share one."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Row] = {}
        self._before: dict[Hashable, Row] = {}

    def recall(
        self,
        task: Hashable,
        make: Callable[[], T],
        things: Sequence[object] = (),
        *,
        is_sound: Callable[[], bool] | None = None,
    ) -> T:
        """What was made for a task, or is made now.

        The task names what is done, with the values that it rests on. Of `things`, only those very ones will do: they
        are held, so that no others take their places. `is_sound` is asked afterwards whether the result may be kept.
        """
        key = (task, *map(id, things))
        row = self._now.get(key) or self._before.get(key)
        if row is None:
            made = make()
            if is_sound and not is_sound():
                return made
            row = (things, made)
        self._now[key] = row
        return cast("T", row[1])

    def same(self, name: Hashable, value: T) -> T:
        """The value that had this name in the last build, if it equals this one: then what rests on it can be kept."""
        key = (Memory.same, name)
        row = self._before.get(key)
        self._now[key] = kept = row if row and row[1] == value else ((), value)
        return cast("T", kept[1])

    def turn(self) -> None:
        """Let go of what was not asked for since the last turn."""
        self._before, self._now = self._now, {}
