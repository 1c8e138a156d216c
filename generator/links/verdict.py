"""What became of an address."""

import json
from dataclasses import asdict, dataclass
from typing import Literal, Self, get_args

Word = Literal["alive", "moved", "dead", "unknown", "refused"]
WORDS: tuple[Word, ...] = get_args(Word)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about an address, and when."""

    word: Word
    looked_at: float  # seconds since 1970
    status: int | None = None  # of the last answer; None where there was none
    reason: str = ""  # in words, unless the address is alive
    moved_to: str = ""  # where permanent redirects led

    def to_bytes(self) -> bytes:
        """The verdict as it is remembered."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, remembered: bytes) -> Self:
        """The verdict of `to_bytes`."""
        return cls(**json.loads(remembered))
