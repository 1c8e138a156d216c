"""Names that may stand for one entry, and how events write those that nothing declares."""

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from generator.model.identity import folded

Spelled = TypeVar("Spelled")


class Names:
    """Which entry a name means: its id, its names in each language, its aliases. Case and white space do not matter."""

    def __init__(self) -> None:
        self._meant: dict[str, str] = {}
        self._written: dict[str, str] = {}  # folded → as first written, for suggestions

    def give(self, name: str, entry: str) -> str | None:
        """Let a name mean an entry. The entry that has it already, where that is another one."""
        key = folded(name)
        taken = self._meant.setdefault(key, entry)
        self._written.setdefault(key, name)
        return None if taken == entry else taken

    def find(self, name: str) -> str | None:
        """The id of the entry that the name means."""
        return self._meant.get(folded(name))

    def all(self) -> Iterable[str]:
        """Every name, as written."""
        return self._written.values()


class Spellings(Generic[Spelled]):
    """How each event writes the name of an entry that nothing declares.

    The entry is called as in the first, by path, of the events that are told: what is left out leaves no trace.
    """

    def __init__(self) -> None:
        self._written: dict[str, list[tuple[str, Spelled]]] = {}

    def note(self, entry: str, event: str, name: Spelled) -> None:
        """Keep how an event writes the name."""
        self._written.setdefault(entry, []).append((event, name))

    def first(self) -> dict[str, Spelled]:
        """The names of all entries, each as it was written first."""
        return {entry: rows[0][1] for entry, rows in self._written.items()}

    def among(self, events: Collection[str]) -> dict[str, Spelled]:
        """The names of the entries that any of these events names."""
        return {
            entry: name
            for entry, rows in self._written.items()
            if (name := next((text for event, text in rows if event in events), None))
        }
