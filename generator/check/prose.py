"""The Markdown of a whole site, converted in one go, and what is wrong with it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import compress

from generator.check.pictures import fault_of_picture
from generator.check.reading import is_unread
from generator.check.report import Report
from generator.memory import Memory
from generator.model.target import KINDS, Target, leads_out, parse_target
from generator.parse.document import Document, Keys
from generator.parse.prose import EXTERNAL_IMAGE, Prose, convert_markdown
from generator.parse.sanitise import alt_text
from generator.parse.targets import TARGET
from generator.problems import nearest
from generator.quotes import visible_text

IMAGE = re.compile(r"<img [^>]*>")
Convert = Callable[[Sequence[str]], Sequence[Prose]]


def convert_here(texts: Sequence[str]) -> Sequence[Prose]:
    """Convert one text after the other, with nothing remembered."""
    return [convert_markdown(text) for text in texts]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of Markdown and where it stands: in a field, or in the entry's body."""

    text: str
    document: Document
    keys: Keys = ()  # of the field; none for the body


def passages_of(document: Document, words: Mapping[str, str] | None, *keys: str | int) -> Iterator[Passage]:
    """A field, in each language that it is given in."""
    for tag, text in (words or {}).items():
        yield Passage(text.strip(), document, (*keys, tag) if tag else keys)


def passage_of_body(document: Document) -> Passage:
    """An entry's body."""
    return Passage(document.body.strip(), document)


class ProseDesk:
    """Collects every piece of prose first, so that the slow conversion can be shared out and remembered."""

    def __init__(self, report: Report, memory: Memory) -> None:
        self.report = report
        self._memory = memory
        self.passages: list[Passage] = []
        self._converted: dict[str, Prose] = {}

    def ask_all(self, passages: Iterable[Passage]) -> None:
        """Ask for passages to be converted."""
        self.passages += passages

    def ask_body(self, document: Document) -> None:
        """Ask for an entry's body to be converted."""
        self.passages.append(passage_of_body(document))

    def convert(self, convert: Convert) -> None:
        """Convert all that was asked for, each text once."""
        texts = list(dict.fromkeys(passage.text for passage in self.passages))
        self._converted = dict(zip(texts, convert(texts), strict=True))

    def html(self, text: str) -> str:
        """The HTML of a text that was asked for."""
        return self._converted[text.strip()].html

    def converted(self, text: str) -> Prose:
        """All that is known of a text that was asked for."""
        return self._converted[text.strip()]

    def check(
        self, known: Mapping[str, Mapping[str, str]], unread: Collection[str], media: Mapping[str, bytes]
    ) -> None:
        """Report what was removed from prose, links that lead nowhere, and pictures that may not be published.

        `known` has the ids of each kind of entry by their folded forms, `unread` those that could not be read, as
        'event:…'.
        """
        remarkable = self._remarkable
        for passage in self.passages:
            prose = remarkable.get(passage.text)
            if prose is None:
                continue
            for what in prose.removed:
                self._report_removed(passage, what)
            for picture in _pictures_without_alt(prose.html):
                message, hint = f"the picture '{picture}' has no alt", "write what it shows between the brackets: "
                hint += f"![…]({picture})"
                self.report.error(passage.document, passage.keys, message, hint, words=picture, code="missing-field")
            for link in prose.targets:
                if not leads_out(link):
                    self._check_link(passage, link, known, unread)
                    self._check_picture(passage, link, media)

    @cached_property
    def _remarkable(self) -> Mapping[str, Prose]:
        """The prose in which there is anything that could be wrong."""
        proses = tuple(self._converted.values())
        found = self._memory.each("remarkable", proses, _is_remarkable)
        return dict(compress(self._converted.items(), found))

    def media(self) -> frozenset[str]:
        """The files of content/media/ that prose shows or links to."""
        links = (parse_target(link) for prose in self._remarkable.values() for link in prose.targets)
        return frozenset(target.id for target in links if target and target.kind == "media")

    def _report_removed(self, passage: Passage, what: str) -> None:
        document, keys = passage.document, passage.keys
        if what == EXTERNAL_IMAGE:
            message, hint = "a picture on another site became a link", "to show it, keep it in content/media/"
            self.report.warn("external-image", document, keys, message, hint, words="![")
            return
        meant = nearest(what, [f"{scheme}:" for scheme in KINDS]) if what.endswith(":") else None
        hint = f"did you mean '{meant}'?" if meant else "take it out"
        words = what.removesuffix(">")  # a tag may have attributes
        self.report.warn("unsafe-html", document, keys, f"'{what}' was removed for safety", hint, words=words)

    def _check_link(
        self,
        passage: Passage,
        link: str,
        known: Mapping[str, Mapping[str, str]],
        unread: Collection[str],
    ) -> None:
        target = parse_target(link)
        if target is not None and (target.key in known[target.kind] or is_unread(target.kind, target.key, unread)):
            return
        message = f"the link '{link}' leads nowhere"
        hint = _hint(target, known)
        self.report.error(passage.document, passage.keys, message, hint, words=link, code="link")

    def _check_picture(self, passage: Passage, link: str, media: Mapping[str, bytes]) -> None:
        target = parse_target(link)
        if target and target.kind == "media" and (fault := fault_of_picture(target.id, media)):
            self.report.error(passage.document, passage.keys, *fault, words=link, code="wrong-value")


def _is_remarkable(prose: Prose) -> bool:
    return bool(prose.removed or "<img " in prose.html or not all(map(leads_out, prose.targets)))


def text_of_prose(prose: Prose) -> str:
    """The text that a reader of the HTML sees, which quotes are held against."""
    return visible_text(prose.html) if prose.text is None else prose.text


def _pictures_without_alt(html: str) -> Iterator[str]:
    for tag in IMAGE.findall(html):
        if not alt_text(tag).strip() and (target := TARGET.search(tag)):
            yield unescape(target[1])


def _hint(target: Target | None, known: Mapping[str, Mapping[str, str]]) -> str:
    if target is None:
        return (
            "within the site: event:ID, article:ID, actor:ID, place:ID, topic:ID, page:ID, or a file of content/media/"
        )
    if match := nearest(target.id, known[target.kind].values()):
        return f"did you mean '{match}'?"
    return f"there is no {'file' if target.kind == 'media' else target.kind} of this name"
