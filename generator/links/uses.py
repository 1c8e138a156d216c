"""The addresses elsewhere that a site names, and where it does."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.check.records.sources import ArticleRecord, CitedSource
from generator.check.rules.subject import Subject
from generator.links.hosts import asked_of
from generator.parse.document import Document, Keys
from generator.parse.prose import convert_markdown

ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
NO_LINKS = frozenset({"accept", "base_url", "prefix", "quote", "suffix"})  # fields whose words are never links
ROWS_WITH_COPIES = ("sources", "documents")


@dataclass(frozen=True, slots=True)
class Use:
    """A place at which an address is named."""

    address: str
    document: Document
    keys: Keys  # of the field; none for the body
    words: str  # the address as written
    archived: str = ""  # the stored copy that is named beside it
    takes_copy: bool = False  # a stored copy may be named beside it
    original: str = ""  # of what this is a stored copy

    @property
    def asked(self) -> str:
        """What a host is asked for."""
        return asked_of(self.address)

    @property
    def field(self) -> str:
        """The name of the field; 'text' for the body."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "text")


def uses_of(subject: Subject) -> tuple[Use, ...]:
    """Every use of an address elsewhere, entry by entry."""
    return tuple(
        use
        for record, document in subject.entries()
        for use in _uses(document, is_source=record in (ArticleRecord, CitedSource))
    )


def _uses(document: Document, *, is_source: bool) -> Iterator[Use]:
    for keys, value, beside in _leaves(document.fields, (), {}):
        if not NO_LINKS.isdisjoint(keys):
            continue
        archived = beside.get("archived")
        takes_copy = keys[-1] == "url" and (keys[0] in ROWS_WITH_COPIES or (is_source and len(keys) == 1))
        copy = archived.strip() if keys[-1] == "url" and isinstance(archived, str) else ""
        url = beside.get("url")
        original = url.strip() if keys[-1] == "archived" and isinstance(url, str) else ""
        word = value.strip()
        if keys[-1] == "doi":
            doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", word, flags=re.IGNORECASE)
            yield Use(f"https://doi.org/{doi}", document, keys, word)
        elif ADDRESS.fullmatch(word):
            yield Use(word, document, keys, word, copy, takes_copy, original)
        else:
            yield from _linked(value, document, keys)
    if not document.is_plain:
        yield from _linked(document.body, document, ())


def _linked(text: str, document: Document, keys: Keys) -> Iterator[Use]:
    if "//" not in text:
        return
    for target in dict.fromkeys(convert_markdown(text).targets):
        if ADDRESS.match(target):
            yield Use(target, document, keys, target)


def _leaves(
    value: object, keys: Keys, beside: Mapping[str, object]
) -> Iterator[tuple[Keys, str, Mapping[str, object]]]:
    """Each text of some fields, its keys, and the fields beside it."""
    if isinstance(value, str):
        yield keys, value, beside
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*keys, key), value)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*keys, index), beside)
