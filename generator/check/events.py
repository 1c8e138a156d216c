"""Events, from what their authors wrote to what the site tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.check.actors import Actors
from generator.check.citations import Shelf
from generator.check.ids import Ids
from generator.check.own_fields import OwnFields
from generator.check.places import Places
from generator.check.records.events import EventRecord
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.dates import Date, iso_day, parse_date
from generator.model.claims import are_contradictory, history, latest_status
from generator.model.event import Correction, Event, EventDocument, Media, Vote
from generator.model.identity import as_slug, folded
from generator.model.settings import Settings
from generator.model.source import Citation
from generator.model.text import Text
from generator.parse.document import Document
from generator.problems import did_you_mean

LONGEST_MADE_ID = 90  # characters of an id that is made from a title
UNDATED = parse_date("2000")  # stands until the parts of an event have given it their span


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event whose fields are of the right kind, and its id."""

    id: str
    record: EventRecord
    document: Document


def name_event(record: EventRecord, document: Document, ids: Ids) -> EventDraft | None:
    """Give an event its id: its own, else the file's stem, else, among others, its earliest day and its title."""
    if record.id:
        given = ids.give(record.id, document, ("id",))
    elif document.is_alone:
        given = ids.give(document.path.rpartition("/")[2].rpartition(".")[0], document, ())
    else:
        given = ids.give(_made_id(record), document, ("title",))
    return EventDraft(given, record, document) if given else None


def _made_id(record: EventRecord) -> str:
    try:
        date = parse_date(record.date or "", calendar=record.calendar)
    except ValueError:
        day = None  # the mistake is reported where the date is read
    else:
        day = date.earliest if date.earliest is not None else date.latest
    slug = as_slug(next(iter(record.title.values())))
    made = f"{iso_day(day).removeprefix('+')}-{slug}" if day is not None else slug
    return made if len(made) <= LONGEST_MADE_ID else made[:LONGEST_MADE_ID].rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class EventDesk:
    """What it takes to tell an event: the rest of the site, and the prose as HTML."""

    settings: Settings
    actors: Actors
    places: Places
    shelf: Shelf
    own: OwnFields
    known: Mapping[str, str]  # folded ids, present and former → the event's id
    drafts: frozenset[str]
    html: Callable[[str], str]
    media: frozenset[str]
    report: Report

    def tell(self, draft: EventDraft) -> Event:
        """The event, with each mistake in it reported."""
        record, document = draft.record, draft.document
        language = self.settings.language
        place = self.places.meant(record.place, document)
        zone = (self.places.places[place].time_zone if place else "") or self.settings.time_zone
        date = read_date(record.date, document, ("date",), self.report, calendar=record.calendar, zone=zone)
        citations = self._cite(draft, zone)
        claims = history(citations)
        return Event(
            id=draft.id,
            title=text_of(record.title, language),
            date=date or UNDATED,
            date_written=record.date or "",
            takes_date_from_parts=record.date is None,
            type=self._type(draft),
            status=record.status or latest_status(claims) or "reported",
            aliases=tuple(record.aliases),
            date_note=text_of(record.date_note, language),
            disputed=text_of(record.disputed, language),
            is_contradicted=are_contradictory(claims),
            place=place,
            actors=self.actors.take_part(record.actors, document, ("actors",)),
            topics=self._topics(draft),
            is_key=record.key,
            summary=self._prose(self._summary(draft)),
            note=self._prose(text_of(record.note, language)),
            part_of=self._one_event(record.part_of, "part_of", draft),
            related=self._other_events(record.related, "related", draft),
            after=self._other_events(record.after, "after", draft),
            supersedes=self._one_event(record.supersedes, "supersedes", draft),
            updated=self._day(record.updated, draft, "updated"),
            corrections=self._corrections(draft),
            documents=self._documents(draft),
            media=self._media(draft),
            citations=citations,
            fields=self.own.read(document.fields, "event", document),
        )

    def _summary(self, draft: EventDraft) -> Text | None:
        """The summary from its field, or from the body of a Markdown file."""
        record, document = draft.record, draft.document
        body = document.body.strip()
        if body and record.summary:
            self.report.error(
                document, ("summary",), "the summary stands in the text below as well", "keep one of them", of_key=True
            )
        if body:
            return Text.of(body, self.settings.language)
        return text_of(record.summary, self.settings.language)

    def _prose(self, text: Text | None) -> Text | None:
        return text.map(self.html) if text else None

    def _day(self, written: str | None, draft: EventDraft, *keys: str | int) -> Date | None:
        date = read_date(written, draft.document, keys, self.report)
        if date and date.latest is None:
            self.report.error(draft.document, keys, "a day is expected here", "as in 2023-04-06")
            return None
        return date

    def _type(self, draft: EventDraft) -> str:
        known = [kind.id for kind in self.settings.types]
        word = draft.record.type.strip()
        if word not in known and not (word == "other" and "type" not in draft.document.fields):
            hint = did_you_mean(word, known) or "'types:' in site.yaml adds one"
            self.report.error(draft.document, ("type",), f"there is no type '{word}'", hint, code="wrong-value")
        return word

    def _topics(self, draft: EventDraft) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for index, word in enumerate(draft.record.topics):
            topic = as_slug(word)
            if topic:
                found[topic] = None
            else:
                self.report.error(
                    draft.document, ("topics", index), f"'{word}' has neither a letter nor a digit", "leave it out"
                )
        return tuple(found)

    def _one_event(self, name: str | None, field: str, draft: EventDraft) -> str:
        return next(iter(self._other_events((name,) if name else (), field, draft)), "")

    def _other_events(self, names: tuple[str, ...], field: str, draft: EventDraft) -> tuple[str, ...]:
        found = []
        for index, name in enumerate(names):
            keys = (field,) if field in ("part_of", "supersedes") else (field, index)
            event = self.known.get(folded(name))
            if event is None:
                hint = did_you_mean(name, self.known.values())
                self.report.error(draft.document, keys, f"there is no event '{name}'", hint, code="unknown-id")
            elif event == draft.id:
                self.report.error(
                    draft.document, keys, f"this event stands in its own '{field}'", "name another one", code="circle"
                )
            elif event not in self.drafts:
                found.append(event)
        return tuple(dict.fromkeys(found))

    def _cite(self, draft: EventDraft, zone: str) -> tuple[Citation, ...]:
        rows = draft.document.fields.get("sources", [])
        written = rows if isinstance(rows, list) else [rows]
        cited = (
            self.shelf.cite(record, draft.document, index, _mapping(written[index]), draft.record.calendar, zone)
            for index, record in enumerate(draft.record.sources)
        )
        return tuple(citation for citation in cited if citation)

    def _corrections(self, draft: EventDraft) -> tuple[Correction, ...]:
        language = self.settings.language
        found = []
        for index, row in enumerate(draft.record.corrections):
            date = self._day(row.date, draft, "corrections", index, "date")
            if date:
                found.append(Correction(date, text_of(row.what, language), text_of(row.why, language)))
        return tuple(sorted(found, key=lambda correction: correction.date.latest or 0))

    def _documents(self, draft: EventDraft) -> tuple[EventDocument, ...]:
        language = self.settings.language
        return tuple(
            EventDocument(
                text_of(row.title, language),
                row.kind or "",
                row.symbol or "",
                row.url or "",
                row.archived or "",
                Vote(row.vote.votes_for, row.vote.against, row.vote.abstained, row.vote.absent) if row.vote else None,
            )
            for row in draft.record.documents
        )

    def _media(self, draft: EventDraft) -> tuple[Media, ...]:
        language = self.settings.language
        found = []
        for index, row in enumerate(draft.record.media):
            keys = ("media", index)
            if bool(row.file) == bool(row.url):
                self.report.error(draft.document, keys, "this needs a 'file' of content/media/ or a 'url', one of them")
                continue
            file = (row.file or "").removeprefix("content/").removeprefix("media/")
            if file and file not in self.media:
                hint = did_you_mean(file, self.media) or "it belongs in content/media/"
                self.report.error(
                    draft.document,
                    (*keys, "file"),
                    f"there is no file '{file}' in content/media/",
                    hint,
                    code="unknown-id",
                )
                continue
            if file and is_picture(file) and row.alt is None:
                hint = "alt: what it shows, for those who do not see it"
                self.report.error(
                    draft.document, (*keys, "file"), f"the picture '{file}' has no 'alt'", hint, code="missing-field"
                )
                continue
            found.append(
                Media(
                    file,
                    row.url or "",
                    text_of(row.title, language),
                    text_of(row.alt, language),
                    text_of(row.caption, language),
                    text_of(row.credit, language),
                    text_of(row.licence, language),
                )
            )
        return tuple(found)


PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "svg"})


def is_picture(file: str) -> bool:
    """Whether a file of content/media/ is shown as a picture."""
    return file.rpartition(".")[2].lower() in PICTURES


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
