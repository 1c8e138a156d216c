"""What was worked out before, for as long as it is asked for again."""

from collections.abc import Callable, Hashable, Sequence
from operator import is_
from typing import TypeVar, cast

S = TypeVar("S")
T = TypeVar("T")
Row = tuple[Sequence[object], object]
_Each = tuple[Sequence[object], tuple[tuple[object, ...], dict[int, tuple[object, object]]]]


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

    def each(self, task: Hashable, things: Sequence[S], make: Callable[[S], T]) -> tuple[T, ...]:
        """What is made of each of some things, anew only of those that were not among them the last time.

        It costs a hundredth of recalling each by itself. The tuple is the very same one if all of the things are.
        """
        key = (Memory.each, task)
        last = cast("_Each | None", self._now.get(key) or self._before.get(key))
        if last is None:
            last = ((), ((), {}))
        before, (made, known) = last
        if len(before) != len(things) or not all(map(is_, before, things)):
            # Each thing is held beside what was made of it, so that no other takes its id.
            rows = [known.get(id(thing)) or (thing, make(thing)) for thing in things]
            made = tuple(row[1] for row in rows)
            last = (tuple(things), (made, {id(row[0]): row for row in rows}))
        self._now[key] = last
        return cast("tuple[T, ...]", made)

    def kept(self, name: Hashable, things: Sequence[T]) -> tuple[T, ...]:
        """The tuple that had this name in the last build, if it is of these very things."""
        key = (Memory.kept, name)
        row = self._before.get(key)
        if row is None or len(row[0]) != len(things) or not all(map(is_, row[0], things)):
            row = (tuple(things), None)
        self._now[key] = row
        return cast("tuple[T, ...]", row[0])

    def same(self, name: Hashable, value: T) -> T:
        """The value that had this name in the last build, if it equals this one: then what rests on it can be kept."""
        key = (Memory.same, name)
        row = self._before.get(key)
        self._now[key] = kept = row if row and row[1] == value else ((), value)
        return cast("T", kept[1])

    def turn(self) -> None:
        """Let go of what was not asked for since the last turn."""
        self._before, self._now = self._now, {}
