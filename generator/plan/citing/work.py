"""What is cited, as far as any style or format asks, in one language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from generator.dates import Date
from generator.model.bibliography import Reference
from generator.model.source import Source
from generator.model.text import Text
from generator.plan.citing.dates import edtf_beside
from generator.plan.citing.names import Name, names_of
from generator.plan.telling import Telling

# What CSL calls each kind of source, and what to call it in words where that says too little.
CSL_TYPES = {
    "news": ("article-newspaper", ""),
    "official": ("document", ""),
    "treaty": ("treaty", ""),
    "transcript": ("document", "Transcript"),
    "speech": ("speech", "Speech"),
    "post": ("post", ""),
    "archive": ("document", ""),
    "report": ("report", ""),
}
IN_CONTAINERS = ("article-newspaper", "post")  # whose publisher is what they appear in
PLAIN_KEY = re.compile(r"[\w:-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Work:
    """A work to be cited. Texts are in one line."""

    key: str  # of its own among all works of a site, and the same in each build: ASCII, as BibTeX asks for
    type: str  # as CSL calls it
    title: str
    kind: str = ""  # as Dateline calls it
    authors: tuple[Name, ...] = ()
    date: Date | None = None
    container: str = ""  # what it appears in
    publisher: str = ""
    genre: str = ""
    number: str = ""
    archive: str = ""
    url: str = ""
    doi: str = ""
    accessed: Date | None = None
    language: str = ""
    notes: tuple[str, ...] = ()  # what has no field of its own

    @property
    def address(self) -> str:
        """Where it can be found: by its DOI, or else at its address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


def works_of(references: Iterable[Reference], telling: Telling) -> tuple[Work, ...]:
    """The sources of a site as works, in their order."""
    return tuple(work_of(reference, telling) for reference in references)


def work_of(reference: Reference, telling: Telling) -> Work:
    """A source of the site as a work. What became known after the day as of which the site is told is left out."""
    source = reference.source
    kind, genre = _type(source)
    publisher = _words(source.publisher, telling)
    is_contained = kind in IN_CONTAINERS
    title, symbol = _words(source.title, telling), _line(source.symbol)
    return Work(
        key=key_of(reference.id),
        type=kind,
        title=title or symbol or source.url,
        kind=source.kind,
        authors=names_of(_words(source.author, telling)),
        date=source.date,
        container=publisher if is_contained else "",
        publisher="" if is_contained else publisher,
        genre=genre,
        number=symbol if title else "",
        archive=_line(source.archive_reference),
        url=source.url or source.archived,
        doi=source.doi,
        accessed=_unless_later(source.accessed, telling.site.as_of),
        language=source.language,
        notes=tuple(_notes(source, telling)),
    )


def key_of(name: str) -> str:
    """A key in ASCII for a name, and its own where that is ASCII."""
    if PLAIN_KEY.fullmatch(name):
        return name
    kept = "".join(PLAIN_KEY.findall(name)).rstrip("-:") or "source"
    return f"{kept}-{blake2b(name.encode(), digest_size=5).hexdigest()}"


def _type(source: Source) -> tuple[str, str]:
    if source.kind in CSL_TYPES and (source.kind != "news" or source.publisher):
        return CSL_TYPES[source.kind]
    is_on_the_web = (source.url or source.archived) and not source.doi
    return ("webpage" if is_on_the_web else "document", "")


def _notes(source: Source, telling: Telling) -> list[str]:
    rows: list[tuple[str, str]] = [
        ("Date in EDTF", edtf_beside(source.date) if source.date else ""),
        ("Made public", source.released.edtf if source.released else ""),
        ("Relies on", _words(source.relies_on, telling)),
        ("Archived copy", source.archived if source.url else ""),
    ]
    return [f"{label}: {value}" for label, value in rows if value]


def _unless_later(date: Date | None, day: int | None) -> Date | None:
    return None if date and day is not None and (date.latest is None or date.latest > day) else date


def _words(text: Text | None, telling: Telling) -> str:
    return _line(telling.text(text).text) if text else ""


def _line(text: str) -> str:
    return " ".join(text.split())
