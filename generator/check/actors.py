"""Actors: those of actors.yaml, and those that events name without more ado."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.check.ids import Ids, id_of
from generator.check.names import Names, Spellings
from generator.check.records.events import ActorRecord
from generator.check.records.lists import ActorEntry, MembershipRecord, NameRecord
from generator.check.records.record import STAND_IN, numbered
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.check.validation import validate
from generator.dates import Date
from generator.model.actor import Actor, FormerName, Membership
from generator.model.event import Participation
from generator.model.identity import as_slug, folded
from generator.model.text import Text
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean


class Mention(NamedTuple):
    """How an event names an actor, and where."""

    actor: str
    name: str
    keys: Keys


class Actors:
    """All actors of a site. An unknown name makes an actor of that name."""

    def __init__(self, entries: Sequence[Document], language: str, report: Report) -> None:
        self.language = language
        self.report = report
        self.names = Names()
        self.actors: dict[str, Actor] = {}
        self.written: dict[str, tuple[Document, Keys]] = {}  # where each is declared, or named first
        self.documents = tuple(entries)
        self._ids = Ids("actor", report)
        self._spellings: Spellings[str] = Spellings()
        read = [(document, validate(ActorEntry, document, report)) for document in entries]
        declared = [(self._declare(entry, document), entry, document) for document, entry in read if entry]
        self.declared = frozenset(self.actors)
        for actor, entry, document in declared:
            memberships = self._memberships(entry, actor, document)
            if actor:
                self.actors[actor] = replace(self.actors[actor], member_of=memberships)

    def _declare(self, entry: ActorEntry, document: Document) -> str | None:
        """The id of an actor of actors.yaml; None, with the mistake reported, where it can have none."""
        name = text_of(entry.name, self.language)
        given = self._give_id(entry, name, document)
        former = [(index, self._former_name(row, document, index)) for index, row in numbered(entry.names)]
        if given is None:
            return None
        names = {index: each for index, each in former if each}
        self.actors[given] = Actor(
            id=given,
            name=name,
            kind=entry.kind or "",
            aliases=entry.aliases,
            iso_code=entry.iso or "",
            url=entry.url or "",
            same_as=tuple(entry.same_as),
            names=tuple(names.values()),
        )
        self.written[given] = (document, ("name",))
        for other in {folded(text): text for text in (given, *(text for _, text in name.versions))}.values():
            self._name(other, given, document, ("name",))
        for index, alias in numbered(entry.aliases):
            self._name(alias, given, document, ("aliases", index))
        for index, each in names.items():
            for _, text in each.name.versions:
                self._name(text, given, document, ("names", index, "name"))
        return given

    def _give_id(self, entry: ActorEntry, name: Text, document: Document) -> str | None:
        if entry.id:
            return self._ids.give(entry.id, document, ("id",))
        if key := id_of(document):
            return self._ids.give(key, document, (), of_key=True)
        return self._ids.made_of(name.first, document, ("name",))

    def _name(self, name: str, actor: str, document: Document, keys: Keys) -> None:
        if name != STAND_IN and (taken := self.names.give(name, actor)):
            message = f"'{name}' already means the actor '{taken}'"
            self.report.error(document, keys, message, "a name can stand for one actor only")

    def _former_name(self, row: NameRecord, document: Document, index: int) -> FormerName | None:
        since, until = self._lasting(row, document, ("names", index))
        if row.since is None and row.until is None:
            message = "a former name needs 'from' or 'until'"
            hint = "another name without dates is an alias"
            self.report.error(document, ("names", index), message, hint, code="missing-field")
            return None
        return FormerName(text_of(row.name, self.language), since, until)

    def _lasting(
        self, row: NameRecord | MembershipRecord, document: Document, keys: Keys
    ) -> tuple[Date | None, Date | None]:
        """From when to when a name or a membership lasted."""
        since = read_date(row.since, document, (*keys, "from"), self.report)
        until = read_date(row.until, document, (*keys, "until"), self.report)
        first, last = since.earliest if since else None, until.latest if until else None
        if first is not None and last is not None and first > last:
            message = f"'until: {row.until}' is before 'from: {row.since}'"
            self.report.error(document, (*keys, "until"), message, "exchange them, or mend one", code="date")
        return since, until

    def _memberships(self, entry: ActorEntry, actor: str | None, document: Document) -> tuple[Membership, ...]:
        """What an actor belongs to, now that all are known."""
        found = []
        for index, row in numbered(entry.member_of):
            since, until = self._lasting(row, document, ("member_of", index))
            body = self.names.find(row.actor)
            keys = ("member_of", index, "actor")
            if body is None:
                hint = did_you_mean(row.actor, self.names.all())
                message = f"there is no actor '{row.actor}' in this file"
                self.report.error(document, keys, message, hint, code="unknown-id")
            elif body == actor:
                self.report.error(document, keys, "an actor cannot be its own member", "name another", code="circle")
            else:
                found.append(Membership(body, since, until))
        return tuple(found)

    def take_part(
        self, rows: Iterable[ActorRecord], document: Document
    ) -> tuple[tuple[Participation, ...], tuple[Mention, ...]]:
        """Who takes part in an event, in the order in which they are named, and how each is named.

        This rests on what is declared and on nothing that other events say.
        """
        found: dict[tuple[str, str], Participation] = {}
        mentions = []
        for index, row in numbered(rows):
            keys: Keys = ("actors", index)
            name, role = self._split(row.actor) if row.role is None else (row.actor, "")
            actor = self._meant(name, document, keys)
            if actor is None:
                continue
            mentions.append(Mention(actor, name, keys))
            if (actor, row.part) in found:
                message = f"'{name}' stands here twice"
                self.report.error(document, keys, message, "once is enough for each part")
                continue
            capacity = Text.of(role, self.language) if role else text_of(row.role, self.language)
            found[actor, row.part] = Participation(actor, row.part, capacity)
        return tuple(found.values()), tuple(mentions)

    def _split(self, written: str) -> tuple[str, str]:
        """The name and the role of `Name: role`. A known name with a colon in it wins."""
        if ": " not in written or self.names.find(written) in self.declared:
            return written, ""
        name, _, role = written.partition(": ")
        return name.strip(), role.strip()

    def _meant(self, name: str, document: Document, keys: Keys) -> str | None:
        """The actor that a name means."""
        slug = as_slug(name)
        actor = self.names.find(name) or self.names.find(slug) or slug
        if not actor:
            message = f"'{name}' has neither a letter nor a digit, and cannot name an actor"
            self.report.error(document, keys, message, "leave it out", code="id")
            return None
        return actor

    def take_in(self, spellings: Spellings[str], first: Mapping[str, tuple[Document, Mention]]) -> None:
        """Take in how events name their actors, and where each is named first. Who is not declared is a new one."""
        self._spellings = spellings
        for actor, (document, mention) in first.items():
            if actor not in self.actors:
                self.actors[actor] = Actor(actor, Text.of(mention.name, self.language))
                self.written[actor] = (document, mention.keys)

    def of(self, events: Collection[str]) -> tuple[Actor, ...]:
        """The actors by id: those that are declared, and those that these events name."""
        named = self._spellings.among(events)
        declared = [self.actors[actor] for actor in self.declared]
        spelled = {
            actor: Text.of(" ".join(name.split()), self.language)
            for actor, name in named.items()
            if actor not in self.declared
        }
        others = [replace(self.actors[actor], name=name) for actor, name in spelled.items()]
        return tuple(sorted((*declared, *others), key=lambda actor: actor.id))
