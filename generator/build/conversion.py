"""Markdown converted by several processes, and remembered from one build to the next.

Run as a module this is a worker: texts as JSON on standard input, their prose as JSON on standard output.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Protocol

from generator.build.ahead import Ahead
from generator.check.prose import Convert, convert_here
from generator.parse.known import digest_of
from generator.parse.prose import Prose, convert_plainly

FEW = 600_000  # characters that one process converts before another has started
BATCH = 1_000  # texts that are remembered as one step
ROOM = "prose"


class Memory(Protocol):
    """What remembers bytes by room and key."""

    def get_many(self, room: str, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The values of those keys that have one."""

    def put_many(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Remember all of them."""


def plain_first(convert: Convert, ahead: Ahead | None = None) -> Convert:
    """A conversion that does what is plain at once: that is as quick as to look it up, and quicker than to send it.

    `ahead` has what was converted before.
    """

    def convert_all(texts: Sequence[str]) -> Sequence[Prose]:
        known = ahead.prose if ahead else {}
        done = [(known.get(digest_of(text)) if known else None) or convert_plainly(text) for text in texts]
        left = iter(convert([text for text, prose in zip(texts, done, strict=True) if prose is None]))
        return [prose or next(left) for prose in done]

    return convert_all


def shared_among(jobs: int) -> Convert:
    """A conversion by as many processes. The results do not depend on how many there are."""

    def convert(texts: Sequence[str]) -> Sequence[Prose]:
        shares = _shares(texts, jobs)
        if len(shares) < 2:
            return convert_here(texts)
        with ThreadPoolExecutor(len(shares) - 1) as threads:
            awaited = [threads.submit(_convert_elsewhere, share) for share in shares[1:]]
            done = [*convert_here(shares[0])]
            for result in awaited:
                done += result.result()
        return done

    return convert


def remembered(convert: Convert, memory: Memory) -> Convert:
    """A conversion that looks each text up before it converts it."""

    def convert_new(texts: Sequence[str]) -> Sequence[Prose]:
        keys = [digest_of(text) for text in texts]
        known = {key: _from_json(json.loads(value)) for key, value in memory.get_many(ROOM, keys).items()}
        new = [(key, text) for key, text in zip(keys, texts, strict=True) if key not in known]
        made = dict(zip((key for key, _ in new), convert([text for _, text in new]), strict=True))
        for start in range(0, len(new), BATCH):
            batch = {key: made[key] for key, _ in new[start : start + BATCH]}
            memory.put_many(ROOM, {key: json.dumps(_to_json(prose)).encode() for key, prose in batch.items()})
        return [known.get(key) or made[key] for key in keys]

    return convert_new


def _shares(texts: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """The texts in contiguous shares, one where there is too little to share. The first is ours, and the longest."""
    total = sum(map(len, texts))
    count = min(jobs, 1 + total // FEW)
    each = (total - FEW) / count
    shares: list[Sequence[str]] = []
    start = length = 0
    for index, text in enumerate(texts):
        length += len(text)
        if len(shares) < count - 1 and length >= FEW + each * (len(shares) + 1):
            shares.append(texts[start : index + 1])
            start = index + 1
    return [share for share in (*shares, texts[start:]) if share]


def _convert_elsewhere(texts: Sequence[str]) -> Sequence[Prose]:
    """Convert by another process; here, if that one fails, so that what is wrong with a text shows."""
    # Not by communicate(), which writes 4 KiB at a time and waits for the busy thread beside it before each.
    with subprocess.Popen(
        [sys.executable, "-m", "generator.build.conversion"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as worker:
        assert worker.stdin
        assert worker.stdout
        with suppress(BrokenPipeError), worker.stdin as given:
            given.write(json.dumps(texts).encode())
        converted = worker.stdout.read()
    return [_from_json(row) for row in json.loads(converted)] if not worker.returncode else convert_here(texts)


def _to_json(prose: Prose) -> list[object]:
    return [prose.html, prose.removed, prose.targets]


def _from_json(row: tuple[str, list[str], list[str]]) -> Prose:
    html, removed, targets = row
    return Prose(html, tuple(removed), tuple(targets))


def main() -> None:
    """Convert what stands on standard input."""
    texts = json.loads(sys.stdin.buffer.read())
    rows = [_to_json(prose) for prose in convert_here(texts)]
    sys.stdout.buffer.write(json.dumps(rows).encode())


if __name__ == "__main__":
    main()
