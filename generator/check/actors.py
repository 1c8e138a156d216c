"""Actors: those of actors.yaml, and those that events name without more ado."""

from collections.abc import Iterable, Sequence

from generator.check.ids import Ids, id_of
from generator.check.names import Names
from generator.check.records.events import ActorRecord
from generator.check.records.lists import ActorEntry
from generator.check.report import Report
from generator.check.texts import read_date, text_of
from generator.check.validation import validate
from generator.model.actor import Actor, FormerName, Membership
from generator.model.event import Participation
from generator.model.identity import as_slug, normal_id
from generator.model.text import Text
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean


class Actors:
    """All actors of a site. An unknown name makes an actor of that name."""

    def __init__(self, entries: Sequence[Document], language: str, report: Report) -> None:
        self.language = language
        self.report = report
        self.names = Names()
        self.actors: dict[str, Actor] = {}
        self.first_named: dict[str, tuple[Document, Keys]] = {}  # where each was declared, or named first
        self._ids = Ids("actor", report)
        read = [(document, validate(ActorEntry, document, report)) for document in entries]
        for document, entry in read:
            if entry:
                self._declare(entry, document)
        for document, entry in read:
            if entry:
                self._check_memberships(entry, document)
        self.declared = frozenset(self.actors)

    def _declare(self, entry: ActorEntry, document: Document) -> None:
        name = text_of(entry.name, self.language)
        written = entry.id or id_of(document) or as_slug(name.first)
        keys: Keys = ("id",) if entry.id else ("name",)
        given = self._ids.give(written, document, keys)
        if given is None:
            return
        names = tuple(
            former for index, row in enumerate(entry.names) if (former := self._former_name(row, document, index))
        )
        memberships = tuple(
            Membership(
                row.actor,  # as written; resolved once all actors are known
                read_date(row.since, document, ("member_of", index, "from"), self.report),
                read_date(row.until, document, ("member_of", index, "until"), self.report),
            )
            for index, row in enumerate(entry.member_of)
        )
        actor = Actor(
            given,
            name,
            entry.kind or "",
            entry.aliases,
            entry.iso or "",
            entry.url or "",
            tuple(entry.same_as),
            names,
            memberships,
        )
        self.actors[given] = actor
        self.first_named[given] = (document, ("name",))
        for other in (given, *(text for _, text in name.versions)):
            self._name(other, given, document, ("name",))
        for index, alias in enumerate(entry.aliases):
            self._name(alias, given, document, ("aliases", index))
        for index, former in enumerate(names):
            for _, text in former.name.versions:
                self._name(text, given, document, ("names", index, "name"))

    def _name(self, name: str, actor: str, document: Document, keys: Keys) -> None:
        if taken := self.names.give(name, actor):
            self.report.error(
                document, keys, f"'{name}' already means the actor '{taken}'", "a name can stand for one actor only"
            )

    def _former_name(self, row: object, document: Document, index: int) -> FormerName | None:
        since = read_date(getattr(row, "since", None), document, ("names", index, "from"), self.report)
        until = read_date(getattr(row, "until", None), document, ("names", index, "until"), self.report)
        if since is None and until is None:
            self.report.error(
                document,
                ("names", index),
                "a former name needs 'from' or 'until'",
                "another name without dates is an alias",
            )
            return None
        return FormerName(text_of(getattr(row, "name"), self.language), since, until)

    def _check_memberships(self, entry: ActorEntry, document: Document) -> None:
        actor = self.names.find(entry.id or entry.name.get("", "") or next(iter(entry.name.values())))
        if actor not in self.actors:
            return
        resolved = []
        for index, (row, membership) in enumerate(zip(entry.member_of, self.actors[actor].member_of, strict=False)):
            body = self.names.find(row.actor)
            if body is None:
                hint = did_you_mean(row.actor, self.names.all())
                self.report.error(
                    document, ("member_of", index, "actor"), f"there is no actor '{row.actor}' in this file", hint
                )
            else:
                resolved.append(Membership(body, membership.since, membership.until))
        self.actors[actor] = _with_memberships(self.actors[actor], resolved)

    def take_part(self, rows: Iterable[ActorRecord], document: Document, keys: Keys) -> tuple[Participation, ...]:
        """Who takes part in an event, in the order in which they are named."""
        found: list[Participation] = []
        seen: set[tuple[str, str]] = set()
        for index, row in enumerate(rows):
            name, role = self._split(row.actor) if row.role is None else (row.actor, None)
            actor = self._meant(name, document, (*keys, index))
            if actor is None:
                continue
            if (actor, row.part) in seen:
                self.report.error(
                    document, (*keys, index), f"'{name}' stands here twice", "once is enough for each part"
                )
                continue
            seen.add((actor, row.part))
            found.append(
                Participation(
                    actor,
                    row.part,
                    text_of(row.role, self.language) or (Text.of(role, self.language) if role else None),
                )
            )
        return tuple(found)

    def _split(self, written: str) -> tuple[str, str]:
        """The name and the role of `Name: role`. A known name with a colon in it wins."""
        if self.names.find(written) or ": " not in written:
            return written, ""
        name, _, role = written.partition(": ")
        return name.strip(), role.strip()

    def _meant(self, name: str, document: Document, keys: Keys) -> str | None:
        """The actor that a name means; a new one where it means none yet."""
        if known := self.names.find(name):
            return known
        actor = normal_id(as_slug(name))
        if not actor:
            self.report.error(
                document, keys, f"'{name}' has neither a letter nor a digit, and cannot name an actor", "leave it out"
            )
            return None
        if actor not in self.actors:
            self.actors[actor] = Actor(actor, Text.of(" ".join(name.split()), self.language))
            self.first_named[actor] = (document, keys)
        self.names.give(name, actor)
        return actor


def _with_memberships(actor: Actor, memberships: Iterable[Membership]) -> Actor:
    return Actor(
        actor.id,
        actor.name,
        actor.kind,
        actor.aliases,
        actor.iso_code,
        actor.url,
        actor.same_as,
        actor.names,
        tuple(memberships),
    )
