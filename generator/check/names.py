"""Names that may stand for one entry: its id, its names in each language, its aliases."""

from collections.abc import Iterable

from generator.model.identity import folded


class Names:
    """Which entry a name means. Case and white space do not matter."""

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
