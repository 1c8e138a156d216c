"""What builds remember: Markdown in the site's cache, our templates where Python keeps compiled code."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.build.ahead import Ahead
from generator.build.conversion import plain_first, remembered, shared_among
from generator.check.prose import Convert
from generator.cli.shipped import templates_folder
from generator.disk.bytecode import Bytecode
from generator.disk.cache import Cache
from generator.parse.known import digest_of
from generator.render.drawing import Draw, draw
from generator.render.templates import Compile

CONVERTERS = ("markdown", "nh3")
DRAWERS = ("resvg-py", "fontpkg-source-serif-4", "fontpkg-amiri")
PICTURES = "pictures"


@contextmanager
def conversion(root: Path, jobs: int, *, remembers: bool, ahead: Ahead | None = None) -> Iterator[Convert]:
    """What converts Markdown for the site in a folder, beyond what was converted ahead."""
    convert = shared_among(jobs)
    if not remembers:
        yield plain_first(convert, ahead)
        return
    with Cache(root / ".cache", _version_of_prose()) as cache:
        yield plain_first(remembered(convert, cache), ahead)


def drawing(root: Path, *, remembers: bool) -> Draw:
    """What draws pictures for the site in a folder, each once as long as it stays the same."""
    if not remembers:
        return draw
    opened: dict[int, Cache] = {}

    def draw_once(svg: str, fonts: Sequence[str]) -> bytes:
        process = os.getpid()  # a connection of SQLite is of no use to a process that was forked from its own
        if process not in opened:
            opened[process] = Cache(root / ".cache", _version_of_drawing())
        key = digest_of(svg)
        known = opened[process].get(PICTURES, key)
        if known is None:
            known = draw(svg, fonts)
            opened[process].put_many(PICTURES, {key: known})
        return known

    return draw_once


def compiled(version: str) -> Compile:
    """What compiles the shipped templates for a language unless this version of the code has done so before."""
    bytecode = Bytecode(templates_folder(), version)
    known: dict[str, bytes] = {}  # where nothing can be kept on disk, a preview compiles once nevertheless

    def compile_once(language: str, compile_anew: Callable[[], bytes]) -> bytes:
        code = known.get(language) or bytecode.load(language)
        if code is None:
            code = compile_anew()
            bytecode.save(language, code)
        known[language] = code
        return code

    return compile_once


def _version_of_prose() -> str:
    """Changes whenever the code that converts prose does: that alone, so that a cache outlives other work."""
    parse = Path(__file__).parent.parent / "parse"
    seen = blake2b(digest_size=16)
    for path in sorted(parse.glob("*.py")):
        seen.update(path.read_bytes())
    return " ".join([*(f"{name} {version(name)}" for name in CONVERTERS), seen.hexdigest()])


def _version_of_drawing() -> str:
    """Changes whenever what draws does, or a font."""
    found = []
    for name in DRAWERS:
        with suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return " ".join(found)
