"""Doubts about languages: texts in one that the site does not have, and what readers of another would get."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter

from generator.check.records.lists import ActorEntry, PlaceEntry
from generator.check.records.record import Record
from generator.check.records.words import words_in
from generator.check.report import Report
from generator.check.rules.subject import Subject
from generator.languages import is_known
from generator.model.identity import as_slug
from generator.model.text import Text
from generator.parse.document import Document, Keys
from generator.problems import nearest

SHOWN = 10  # texts that are missing in a language, by their places


def warn_of_unknown_languages(subject: Subject, report: Report) -> None:
    """A text in a language that the site does not have, where it is missing in one that is spelled all but the same.

    A name may well be given in the language of the one who bears it: what the site lacks is no mistake by itself.
    """
    languages = subject.site.settings.languages
    for document, texts in _found_in_others(subject, languages):
        if report.is_faulty(document):
            continue
        for keys, words in texts:
            missing = [language for language in languages if language not in words]
            for tag in words:
                if tag not in languages and missing and (meant := _meant(tag, missing)) is not None:
                    message = f"this text is in '{tag}', which is not a language of the site"
                    hint = f"did you mean '{meant}'?" if meant else f"its languages are: {', '.join(languages)}"
                    report.warn("unknown-language", document, (*keys, tag), message, hint, of_key=True)


def _found_in_others(
    subject: Subject, languages: Sequence[str]
) -> Iterator[tuple[Document, tuple[tuple[Keys, Mapping[str, object]], ...]]]:
    """The entries that have texts in languages which the site does not have, kind by kind."""
    for kind, rows in groupby(subject.entries(), key=itemgetter(0)):
        documents = [document for _, document in rows]
        found = subject.memory.each(
            ("texts in others", kind, languages), documents, partial(_texts_in_others, kind, languages)
        )
        yield from ((document, texts) for document, texts in zip(documents, found, strict=True) if texts)


def _texts_in_others(
    kind: type[Record], languages: Sequence[str], document: Document
) -> tuple[tuple[Keys, Mapping[str, object]], ...]:
    """The texts of an entry that are given in languages which the site does not have."""
    texts = _texts_by_language(kind, document)
    return tuple((keys, words) for keys, words in texts if any(tag not in languages for tag in words))


def _texts_by_language(kind: type[Record], document: Document) -> tuple[tuple[Keys, Mapping[str, object]], ...]:
    """The texts of an entry that are given by language."""
    texts = (*words_in(kind, document.fields), *_labels_of_types(document))
    return tuple((keys, words) for keys, words in texts if isinstance(words, Mapping))


def _labels_of_types(document: Document) -> Iterator[tuple[Keys, object]]:
    """The labels under `types` of site.yaml, whose forms are too many for its schema."""
    types = document.fields.get("types")
    for name, value in types.items() if isinstance(types, Mapping) else ():
        if isinstance(value, Mapping) and "label" in value:
            yield ("types", name, "label"), value["label"]
        elif isinstance(value, Mapping) and "meeting" not in value:
            yield ("types", name), value


def _meant(tag: str, missing: Sequence[str]) -> str | None:
    """The missing language that a tag was probably meant to be, '' for none; None where the tag is a language's own."""
    primary = tag.partition("-")[0]
    if meant := next((language for language in missing if language.partition("-")[0] == primary), None):
        return meant
    if meant := nearest(tag, missing):
        return meant
    return None if is_known(tag) else next((language for language in missing if language[0] == tag[0]), "")


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the site's own, and where it was written."""

    text: Text
    document: Document
    keys: Keys  # none for the text of a whole file

    @property
    def field(self) -> str:
        """The field that it stands in; '' for the text of a whole file."""
        return ".".join(key for key in self.keys if isinstance(key, str))

    def place(self) -> str:
        """Its file and line, and the field that it stands in."""
        path, place = self.document.place(self.keys)
        line = f":{place.line}" if place.line else ""
        return f"{path}{line} {self.field}".rstrip()


def warn_of_language_gaps(subject: Subject, report: Report) -> None:
    """Count, for each language of the site, the texts that are missing in it, and tell where the first of them are."""
    languages = subject.site.settings.languages
    if len(languages) < 2:
        return
    texts = texts_of(subject)
    for language in languages:
        missing = [told for told in texts if told.text.lacks((language,))]
        if missing:
            count = len(missing)
            more = (f"and {count - SHOWN} more",) if count > SHOWN else ()
            report.warn(
                "language-gap",
                subject.settings,
                ("languages", languages.index(language)),
                f"{count} of {len(texts)} texts {'is' if count == 1 else 'are'} missing in '{language}'",
                "such a text is shown in another language, and marked so",
                detail=(*(told.place() for told in missing[:SHOWN]), *more),
            )


def texts_of(subject: Subject) -> tuple[Told, ...]:
    """What the site itself says; not its sources' words, and names only where they are given by language."""
    return tuple(_texts(subject))


def _texts(subject: Subject) -> Iterator[Told]:
    yield from _texts_of_settings(subject)
    for event in subject.site.events:
        document = subject.events[event.id]
        for field in ("title", "summary", "note", "date_note", "disputed"):
            yield from _given(document, (field,), getattr(event, field))
        for index, named in enumerate(event.actors):
            yield from _given(document, ("actors", index, "as"), named.role)
        for index, media in enumerate(event.media):
            yield from _given(document, ("media", index, "alt"), media.alt)
            yield from _given(document, ("media", index, "caption"), media.caption)
        for correction in event.corrections:  # by their days, which need not be the order of the file
            yield from _given(document, ("corrections",), correction.what, correction.why)
    first_versions = dict(reversed(subject.pages))
    for page in subject.site.pages:
        yield from _given(first_versions[page.id], ("title",), page.title)
        yield from _given(first_versions[page.id], (), page.body)
    for kind, document in subject.entries():
        name_by_language = document.fields.get("name")
        if kind in (ActorEntry, PlaceEntry) and isinstance(name_by_language, Mapping):
            yield Told(Text(tuple((tag, "") for tag in name_by_language)), document, ("name",))


def _texts_of_settings(subject: Subject) -> Iterator[Told]:
    settings, document = subject.site.settings, subject.settings
    yield from _given(document, ("title",), settings.title)
    yield from _given(document, ("description",), settings.description)
    yield from _given(document, ("notice",), settings.notice)
    yield from _given(document, ("licence",), settings.licence)
    yield from _given(document, ("cite",), settings.cite_as)
    topics = document.fields.get("topics")
    written = {as_slug(name): name for name in topics} if isinstance(topics, Mapping) else {}
    for topic, label in settings.topics.items():
        yield from _given(document, ("topics", written.get(topic, topic)), label)
    for kind in settings.types:
        yield from _given(document, ("types", kind.id), kind.label)
    for field in settings.fields:
        yield from _given(document, ("fields", field.id, "label"), field.label)
    for index, period in enumerate(settings.periods):
        yield from _given(document, ("periods", index, "name"), period.name)
        yield from _given(document, ("periods", index, "summary"), period.summary)


def _given(document: Document, keys: Keys, *texts: Text | None) -> Iterator[Told]:
    return (Told(text, document, keys) for text in texts if text)
