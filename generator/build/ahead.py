"""What can be known of each file by itself, read ahead while the rest of the program is still being loaded.

Nothing here imports more than it takes to read YAML and Markdown.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from generator.parse.decode import decode
from generator.parse.entries import PARSERS
from generator.parse.front_matter import split_front_matter
from generator.parse.known import KnownYaml, digest_of
from generator.parse.prose import Prose, convert_plainly
from generator.parse.yaml_text import Value, parse_yaml
from generator.quotes import visible_text

FOLDERS = ("content/events/", "content/articles/")
YAML = (".yaml", ".yml")
MARKDOWN = (".md", ".markdown")


def pieces_ahead(sources: Mapping[str, bytes]) -> Iterator[bytes]:
    """The values of the YAML and the prose of the plain articles, for another process of ours to read by `Ahead`."""
    articles = {path: _text(path, sources) for path in sources if path.startswith(FOLDERS[1])}
    events = ((path, _text(path, sources)) for path in sources if path.startswith(FOLDERS[0]))
    known = dict(_values(articles.items()))
    yield marshal.dumps({**dict(_values(events)), **known})
    prose = ((digest_of(text), prose) for text, prose in _plain_articles(articles, known))
    yield marshal.dumps([(key, prose.html, prose.targets, visible_text(prose.html)) for key, prose in prose])


class Ahead:
    """What was read ahead, in two pieces that are asked for when they are needed. Nothing, where a piece is empty."""

    def __init__(self, next_piece: Callable[[], bytes]) -> None:
        self._next_piece = next_piece

    @cached_property
    def yaml(self) -> KnownYaml:
        """The values of texts in YAML with nothing wrong."""
        piece = self._next_piece()
        return marshal.loads(piece) if piece else {}  # noqa: S302  # by a copy of us

    @cached_property
    def prose(self) -> Mapping[bytes, Prose]:
        """The prose of articles, by the digests of their Markdown."""
        assert self.yaml is not None  # it comes first
        piece = self._next_piece()
        self._next_piece()  # there is none: it lets the other process go
        rows = marshal.loads(piece) if piece else []  # noqa: S302  # by a copy of us
        return {key: Prose(html, targets=targets, text=text) for key, html, targets, text in rows}

    def forget(self) -> None:
        """Let go of both: once a site is checked, it holds what it needs of them."""
        for piece in ("yaml", "prose"):
            self.__dict__.pop(piece, None)


def yaml_values(path: str, sources: Mapping[str, bytes]) -> dict[bytes, tuple[Value, ...]]:
    """The values of the YAML of one file, by the digest of its text; empty where it has none, or something is wrong."""
    is_read = path.startswith("content/") and path.endswith((*YAML, *MARKDOWN))
    return dict(_values([(path, _text(path, sources))])) if is_read else {}


def _text(path: str, sources: Mapping[str, bytes]) -> str:
    """A file's text; '' where there is anything wrong with it."""
    text, problems = decode(path, sources[path])
    return "" if problems else text


def _values(files: Iterable[tuple[str, str]]) -> Iterator[tuple[bytes, tuple[Value, ...]]]:
    for path, text in files:
        yaml = text if path.endswith(YAML) else ""
        if path.endswith(MARKDOWN) and (parts := split_front_matter(path, text)[0]):
            yaml = parts.yaml
        if yaml and "*" not in yaml:  # what an alias repeats is one object, which it would not be elsewhere
            values, problems = parse_yaml(path, yaml)
            if not problems:
                yield digest_of(yaml), values


def _plain_articles(files: Mapping[str, str], known: KnownYaml) -> Iterator[tuple[str, Prose]]:
    for path, text in files.items():
        if path.endswith(MARKDOWN) and text:
            for document in PARSERS[".md"](path, text, known=known)[0]:
                body = document.body.strip()
                if prose := convert_plainly(body):
                    yield body, prose
