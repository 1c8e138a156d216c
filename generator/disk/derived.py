"""Files that are made from the other files of a site, such as an index of their words."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.disk.stamps import digest


@dataclass(frozen=True, slots=True)
class Derived:
    """What is made once the rest is staged, and stays as it is while what it is made from does."""

    name: str  # what `about` in build.json calls it
    folder: str  # where its files stand: 'pagefind/'
    inputs: Sequence[str]  # the paths of the files that it is made from
    version: str  # of what makes it
    make: Callable[[Callable[[str], bytes]], Mapping[str, bytes]]  # given what reads an input, its files by path

    def key(self, digests: Mapping[str, str]) -> str:
        """What it depends on, as a digest."""
        return digest(json.dumps([self.version, [[path, digests[path]] for path in sorted(self.inputs)]]).encode())
