"""What a scan has seen, by which the next finds out whether anything has changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.disk.errors import SiteError
from generator.disk.read import KEPT, Sources
from generator.disk.stamps import Stamp, digest

GONE = ""  # stands for the digest of a file that went before it could be read


@dataclass(frozen=True, slots=True)
class Seen:
    """The stamps of all sources, and the digests of those that were edited just before.

    A file that is edited twice within a tick of its drive's clock keeps its stamp. FAT's clock ticks every two seconds.
    """

    stamps: Mapping[str, Stamp]
    unreadable: tuple[tuple[str, str], ...]
    just_edited: Mapping[str, str]

    def differs_from(self, sources: Sources) -> bool:
        """Whether anything has changed since."""
        return (
            self.stamps != _stamps(sources)
            or self.unreadable != sources.unreadable
            or any(_digest(path, sources) != known for path, known in self.just_edited.items())
        )


def see(sources: Sources) -> Seen:
    """What there is of sources. Those that were edited just before are read, but for films and the like."""
    stamps = _stamps(sources)
    recent = [path for path in sources.unsettled if stamps[path][0] <= KEPT]
    return Seen(stamps, sources.unreadable, {path: _digest(path, sources) for path in recent})


def _stamps(sources: Sources) -> Mapping[str, Stamp]:
    return {path: seen for path, (_, seen) in sources.found.items()}


def _digest(path: str, sources: Sources) -> str:
    try:
        return digest(sources[path])
    except SiteError:
        return GONE
