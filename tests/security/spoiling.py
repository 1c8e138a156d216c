"""A site in which what somebody writes is put into every place that would take it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from generator.check.options import Options
from generator.check.site import check
from tests.check.every_field import SITE

# A picture of one grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6368000000820081"
    "77cd72b60000000049454e44ae426082"
)
HOST = "http://site.test"
ADDRESS = "https://example.org/?"
FRONT = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
OPTIONS = Options(drafts=True)


def whole_site() -> dict[str, bytes]:
    """The site of every field, with everything that can be written of it."""
    files = {path: text.encode() for path, text in SITE.items()}
    files["content/media/lake.png"] = PIXEL
    files["site.yaml"] = files["site.yaml"].replace(b"outputs: [json]", b"outputs: [json, citations, feed, embed]")
    files["site.yaml"] = files["site.yaml"].replace(b"base_url: https://example.org", b"base_url: " + HOST.encode())
    return files


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where somebody writes: a value or a key of YAML, or the text below it."""

    path: str
    start: int  # characters
    end: int
    name: str  # what leads there
    kind: str  # 'text': it is replaced; 'prose': so, by Markdown; 'address': its end is; 'body': something is added
    ending: str = ""

    def filled(self, words: "Words") -> str:
        """What is written there."""
        if self.kind == "body":
            return "\n\n" + "\n\n".join(words.prose) + "\n"
        if self.kind == "prose":
            return json.dumps("\n\n".join(words.prose)) + self.ending
        if self.kind == "address":
            return json.dumps(ADDRESS + re.sub(r"\s", "", "".join(words.texts))) + self.ending
        return json.dumps(" ".join(words.texts)) + self.ending


@dataclass(frozen=True, slots=True)
class Words:
    """What is written, as a text of one line and as Markdown."""

    texts: Sequence[str]
    prose: Sequence[str]


def in_prose(word: str) -> str:
    """The same with a picture that is there: Markdown must not show any other."""
    return word.replace("src=x", "src=lake.png alt=x onload=alert(1)").replace("(x.png)", "(lake.png)")


def is_taken_in_prose(word: str) -> bool:
    """Whether Markdown may hold this at all."""
    files = whole_site()
    files["content/pages/about.md"] += f"\n\n{word}\n".encode()
    return check(files, OPTIONS).site is not None


def spots_of(files: Mapping[str, bytes]) -> Iterator[Spot]:
    """Every spot: texts below front matter first, since quotes must stand in them."""
    heads = {}
    for path, content in files.items():
        text = content.decode(errors="replace")
        head = FRONT.match(text)
        if path.endswith((".md", ".txt")):
            yield Spot(path, len(text), len(text), "body", "body")
        if path.endswith(".yaml") or head:
            heads[path] = (head[1], head.start(1)) if head else (text, 0)
    for path, (text, offset) in heads.items():
        for name, node in _scalars(yaml.compose(text), ""):
            block = "\n" if node.style in {"|", ">"} else ""
            yield Spot(path, node.start_mark.index + offset, node.end_mark.index + offset, name, "text", block)


def _scalars(node: yaml.Node | None, name: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield f"{name}.{key.value}:", key
            yield from _scalars(value, f"{name}.{key.value}")
    elif isinstance(node, yaml.SequenceNode):
        for place, one in enumerate(node.value):
            yield from _scalars(one, f"{name}[{place}]")
    elif isinstance(node, yaml.ScalarNode):
        yield name, node


def spoilt(files: Mapping[str, bytes], spots: Sequence[Spot], words: Words) -> dict[str, bytes]:
    """The site with the words at these spots."""
    made = {path: content.decode(errors="surrogateescape") for path, content in files.items()}
    for spot in sorted(spots, key=lambda spot: spot.start, reverse=True):
        text = made[spot.path]
        made[spot.path] = text[: spot.start] + spot.filled(words) + text[spot.end :]
    return {path: text.encode(errors="surrogateescape") for path, text in made.items()}


def open_spots(files: Mapping[str, bytes], spots: Iterable[Spot], words: Words) -> list[Spot]:
    """The spots that take the words, all at once, each in the first form that is taken: its own, or another."""
    return _opened(files, [], list(spots), words)


def _opened(files: Mapping[str, bytes], taken: list[Spot], spots: list[Spot], words: Words) -> list[Spot]:
    """Those that are taken, and of these spots what is taken with them. All are tried together, then each half."""
    if check(spoilt(files, taken + spots, words), OPTIONS).site is not None:
        return taken + spots
    if len(spots) > 1:
        half = len(spots) // 2
        return _opened(files, _opened(files, taken, spots[:half], words), spots[half:], words)
    (spot,) = spots
    kinds = () if spot.kind == "body" else ("text", "prose", "address")
    for form in (replace(spot, kind=kind) for kind in kinds if kind != spot.kind):
        if check(spoilt(files, [*taken, form], words), OPTIONS).site is not None:
            return [*taken, form]
    return taken
