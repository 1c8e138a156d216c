"""The files of content/media/."""

from collections.abc import Iterable, Iterator, Mapping

FOLDER = "content/media/"


class Files(Mapping[str, bytes]):
    """The files by their paths below the folder, read when they are asked for."""

    def __init__(self, sources: Mapping[str, bytes], paths: Iterable[str]) -> None:
        self._sources = sources
        self._paths = {path.removeprefix(FOLDER): path for path in paths}

    def __getitem__(self, file: str) -> bytes:
        return self._sources[self._paths[file]]

    def __contains__(self, file: object) -> bool:
        return file in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
