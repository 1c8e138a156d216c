"""What builds remember: Markdown in the site's cache, our templates where Python keeps compiled code."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from generator.build.conversion import plain_first, remembered, shared_among
from generator.check.prose import Convert
from generator.cli.shipped import templates_folder
from generator.disk.bytecode import Bytecode
from generator.disk.cache import Cache
from generator.render.templates import Compile

CONVERTERS = ("markdown", "nh3")


@contextmanager
def conversion(root: Path, jobs: int | None, *, remembers: bool) -> Iterator[Convert]:
    """What converts Markdown for the site in a folder."""
    convert = shared_among(jobs or cores())
    if not remembers:
        yield plain_first(convert)
        return
    with Cache(root / ".cache", _version_of_prose()) as cache:
        yield plain_first(remembered(convert, cache))


def compiled(version: str) -> Compile:
    """What compiles the shipped templates for a language unless this version of the code has done so before."""
    bytecode = Bytecode(templates_folder(), version)

    def compile_once(language: str, compile_anew: Callable[[], bytes]) -> bytes:
        code = bytecode.load(language)
        if code is None:
            code = compile_anew()
            bytecode.save(language, code)
        return code

    return compile_once


def _version_of_prose() -> str:
    """Changes whenever the code that converts prose does: that alone, so that a cache outlives other work."""
    parse = Path(__file__).parent.parent / "parse"
    seen = blake2b(digest_size=16)
    for path in sorted(parse.glob("*.py")):
        seen.update(path.read_bytes())
    return " ".join([*(f"{name} {version(name)}" for name in CONVERTERS), seen.hexdigest()])


def cores() -> int:
    """How many processes may run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell
        return os.cpu_count() or 1
