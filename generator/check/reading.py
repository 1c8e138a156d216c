"""The files of a site as entries whose fields are of the right kind."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias, TypeVar

from generator.check.contents import YAML, Contents, sort_contents
from generator.check.drafts import ArticleDraft, EventDraft, id_as_written, name_event, propose
from generator.check.ids import Ids
from generator.check.own_fields import OwnFields
from generator.check.records.events import EventRecord
from generator.check.records.record import Record
from generator.check.records.sources import ArticleRecord
from generator.check.report import Report
from generator.check.validation import AnyRecord, validate
from generator.memory import Memory
from generator.model.identity import folded, normal_id
from generator.parse import decode
from generator.parse.document import Document
from generator.parse.entries import PARSERS, Entries, parse_mapping, parse_plain_entry
from generator.parse.known import KnownYaml

ANY = "*"  # no id: where a file of several entries cannot be read, any of them may have been in it
HOLDERS: Mapping[type[Record], str] = {EventRecord: "event", ArticleRecord: "source"}
SEVERAL = re.compile(rb"^-", re.MULTILINE)  # a list, or documents one after the other
T = TypeVar("T")
_Entry: TypeAlias = tuple[Document, EventRecord | None, EventDraft | None]


def is_unread(kind: str, name: str, unread: Collection[str]) -> bool:
    """Whether an entry that is not found may be one that could not be read."""
    return f"{kind}:{folded(name)}" in unread or f"{kind}:{ANY}" in unread


@dataclass(slots=True)
class Reader:
    """Reads the files of a site, one kind after the other."""

    sources: Mapping[str, bytes]
    report: Report
    known: KnownYaml
    memory: Memory = field(default_factory=Memory)
    contents: Contents = field(init=False)
    unread: set[str] = field(default_factory=set)  # folded ids of entries too broken to be read, as 'event:…'

    def __post_init__(self) -> None:
        paths = tuple(self.sources)
        is_sound = self.report.is_silent()
        self.contents = self.memory.recall(
            ("contents", paths), lambda: sort_contents(paths, self.report), is_sound=is_sound
        )

    def entries(self, path: str) -> tuple[Document, ...]:
        """The entries of a file of one of the kinds that may hold several."""
        documents, _ = self._parsed(path, lambda text: PARSERS[_ending(path)](path, text, known=self.known))
        return documents

    def listed(self, name: str) -> tuple[Document, ...]:
        """The entries of actors.yaml, places.yaml or sources.yaml."""
        path = self.contents.lists.get(name)
        if path is None:
            return ()
        documents, is_whole = self._parsed(path, lambda text: parse_mapping(path, text))
        if not is_whole:
            self.unread.add(f"{name.removesuffix('s')}:{ANY}")
        return documents

    def _parsed(self, path: str, parse: Callable[[str], Entries]) -> tuple[tuple[Document, ...], bool]:
        """The entries of a file, the same ones while it stays as it is, and whether nothing is wrong with it."""
        content = self.sources[path]
        documents, problems = self.memory.recall(("parsed", path, content), lambda: _entries(path, content, parse))
        self.report.add(*problems)
        return documents, not problems

    def articles(self, own: OwnFields) -> list[ArticleDraft]:
        """The articles, Markdown and plain text alike."""
        found = self.memory.each(
            ("articles", own.names),
            [self._contents_of(path) for path in self.contents.articles],
            lambda file: self._articles_of(file[0], own),
            key=_itself,
            is_sound=lambda _: self.report.is_silent(),
        )
        for path, drafts in zip(self.contents.articles, found, strict=True):
            if drafts is None:
                self.unread.add(f"article:{folded(_stem(path))}")
        return [draft for drafts in found if drafts for draft in drafts]

    def _contents_of(self, path: str) -> tuple[str, bytes, str, bytes | None]:
        """All that an article is read from."""
        side = self.contents.side_files.get(path, "")
        return path, self.sources[path], side, self.sources[side] if side else None

    def _articles_of(self, path: str, own: OwnFields) -> tuple[ArticleDraft, ...] | None:
        """The articles of a file; None where it holds no entry."""
        documents = self._plain(path) if _ending(path) == ".txt" else self.entries(path)
        found = []
        for document in documents:
            hints = {"date": f"begin the text with 'date 2023-04-01', or give 'date:' in {_stem(path)}.yaml"}
            record = self._record(ArticleRecord, document, own, missing=hints if document.is_plain else {})
            if record:
                found.append(ArticleDraft(_stem(path), record, document, folded(normal_id(_stem(path)))))
        return tuple(found) if documents else None

    def _plain(self, path: str) -> tuple[Document, ...]:
        side = self.contents.side_files.get(path, "")
        content, beside = self.sources[path], self.sources[side] if side else None

        def parse() -> Entries:
            text, problems = decode(path, content)
            side_text, others = decode(side, beside) if beside is not None else (None, ())
            if problems or others:
                return (), (*problems, *others)
            return parse_plain_entry(path, text, side, side_text, known=self.known)

        documents, problems = self.memory.recall(("plain", path, content, side, beside), parse)
        self.report.add(*problems)
        return documents

    def _record(
        self,
        kind: type[AnyRecord],
        document: Document,
        own: OwnFields,
        *,
        missing: Mapping[str, str] | None = None,
        fields: object = None,
    ) -> AnyRecord | None:
        """The entry's fields as a record, as `validate` gives it; the same one while the entry stays the same."""
        return self.memory.recall(
            ("record", kind, own.names),
            lambda: validate(kind, document, self.report, own=own.of(HOLDERS[kind]), missing=missing, fields=fields),
            (document,),
            is_sound=self.report.is_silent_about(document),
        )

    def events(self, own: OwnFields, ids: Ids) -> list[EventDraft]:
        """The events, each with its id."""
        files = self.memory.each(
            ("events", own.names),
            [(path, self.sources[path]) for path in self.contents.events],
            lambda file: self._events_of(file[0], own),
            key=_itself,
            is_sound=lambda _: self.report.is_silent(),
        )
        found = []
        for path, entries in zip(self.contents.events, files, strict=True):
            for document, record, proposed in entries:
                draft = proposed if proposed and ids.take(proposed.key, document) else None
                if draft is None and record:
                    named = name_event(record, document, ids, self.report)
                    draft = self.memory.recall(
                        ("draft", named.id, named.has_own_id), partial(_itself, named), (named.record, document)
                    )
                if draft:
                    found.append(draft)
                if draft is None or not draft.has_own_id:
                    self.unread.add(f"event:{folded(id_as_written(document))}")
            if not entries:
                self.unread.add(f"event:{folded(_stem(path))}")
                if SEVERAL.search(self.sources[path]) and _ending(path) in YAML:
                    self.unread.add(f"event:{ANY}")
        return found

    def _events_of(self, path: str, own: OwnFields) -> tuple[_Entry, ...]:
        """The entries of a file, each with its record, if all is right with it, and under the id that it asks for."""
        found: list[_Entry] = []
        for document in self.entries(path):
            if _is_article(document, own.of("event")):
                message = "this looks like an article"
                self.report.error(document, (), message, "move it to content/articles/", code="unknown-field")
                found.append((document, None, None))
                continue
            record = self._record(EventRecord, document, own, fields=own.left_aside(document.fields))
            found.append((document, record, propose(record, document) if record else None))
        return tuple(found)


def _entries(path: str, content: bytes, parse: Callable[[str], Entries]) -> Entries:
    text, problems = decode(path, content)
    return ((), problems) if problems else parse(text)


def _itself(file: T) -> T:
    return file


def _is_article(document: Document, own: Collection[str]) -> bool:
    """Whether a text among the events says who published or wrote it, and nothing that only events have."""
    given = document.fields.keys() - set(own)
    names = EventRecord.field_names().keys() - ArticleRecord.field_names().keys()
    return bool(document.body.strip() and given & {"publisher", "author"} and not given & names)


def _ending(path: str) -> str:
    return path[path.rindex(".") :].lower()


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
