"""What was worked out before, for as long as it is asked for again."""

from collections.abc import Callable, Hashable, Sequence
from operator import is_
from typing import TypeVar, cast

S = TypeVar("S")
T = TypeVar("T")
Row = tuple[Sequence[object], object]
_Each = tuple[list[Hashable] | None, tuple[tuple[object, ...], dict[Hashable, tuple[object, object]]]]
NONE: _Each = (None, ((), {}))


class Memory:
    """What pure functions gave, by all that they were given. Builds that follow one another share one."""

    is_kept = True  # for a later build

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

    def each(
        self,
        task: Hashable,
        things: Sequence[S],
        make: Callable[[S], T],
        *,
        key: Callable[[S], Hashable] = id,
        is_sound: Callable[[S], Callable[[], bool]] | None = None,
        alike: Callable[[T, T], bool] | None = None,
    ) -> tuple[T, ...]:
        """What is made of each of some things, anew only of those that were not among them the last time.

        It costs a tenth of recalling each by itself. The tuple is the very same one if all that was made is. `key`
        tells the things apart, by default as objects; `is_sound` is asked before and its answer after, whether the
        result may be kept; of two results that are `alike`, at one place, the one that was there stays.
        """
        name = (Memory.each, task)
        last = cast("_Each | None", self._now.get(name) or self._before.get(name)) or NONE
        self._now[name] = cast("Row", last)
        order, (before, known) = last
        marks = list(map(key, things))
        if marks == order:
            return cast("tuple[T, ...]", before)
        rows = list(map(known.get, marks))
        unsound = set()
        for place in [place for place, row in enumerate(rows) if row is None]:
            thing = things[place]
            sound = is_sound(thing) if is_sound else None
            made = make(thing)
            if alike and len(before) == len(things) and alike(old := cast("T", before[place]), made):
                made = old
            rows[place] = (thing, made)  # held beside what was made of it, so that no other takes its id
            if sound and not sound():
                unsound.add(marks[place])
        told = tuple([row[1] for row in rows if row])
        if len(told) == len(before) and all(map(is_, told, before)):
            told = before
        kept = {mark: row for mark, row in zip(marks, rows, strict=True) if row and mark not in unsound}
        self._now[name] = cast("Row", (None if unsound else marks, (told, kept)))
        return cast("tuple[T, ...]", told)

    def whole(self, name: Hashable, things: Sequence[T]) -> tuple[T, ...]:
        """The tuple that had this name in the last build, if it is of these very things."""
        return self.each((Memory.whole, name), things, _itself)

    def same(self, name: Hashable, value: T) -> T:
        """The value that had this name in the last build, if it equals this one: then what rests on it can be kept."""
        key = (Memory.same, name)
        row = self._before.get(key)
        self._now[key] = kept = row if row and row[1] == value else ((), value)
        return cast("T", kept[1])

    def turn(self) -> None:
        """Let go of what was not asked for since the last turn."""
        self._before, self._now = self._now, {}


class Nothing(Memory):
    """Remembers nothing: what a single build works out would only fill its memory."""

    is_kept = False

    def recall(
        self,
        task: Hashable,  # noqa: ARG002  # as of any memory
        make: Callable[[], T],
        things: Sequence[object] = (),  # noqa: ARG002  # as above
        *,
        is_sound: Callable[[], bool] | None = None,  # noqa: ARG002  # as above
    ) -> T:
        """What is made now."""
        return make()

    def each(
        self,
        task: Hashable,  # noqa: ARG002  # as above
        things: Sequence[S],
        make: Callable[[S], T],
        *,
        key: Callable[[S], Hashable] = id,  # noqa: ARG002  # as above
        is_sound: Callable[[S], Callable[[], bool]] | None = None,  # noqa: ARG002  # as above
        alike: Callable[[T, T], bool] | None = None,  # noqa: ARG002  # as above
    ) -> tuple[T, ...]:
        """What is made of each now."""
        return tuple(map(make, things))

    def same(self, name: Hashable, value: T) -> T:  # noqa: ARG002  # as above
        """The value itself."""
        return value


def ids(things: Sequence[object]) -> tuple[int, ...]:
    """What tells apart groups of things, each by the very things in it."""
    return tuple(map(id, things))


def _itself(thing: T) -> T:
    return thing
