"""Places: those of places.yaml, and those that events name without more ado."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.check.ids import Ids, id_of
from generator.check.names import Names, Spellings
from generator.check.records.lists import PlaceEntry
from generator.check.records.record import STAND_IN, is_empty, numbered
from generator.check.report import Report
from generator.check.settings import check_zone
from generator.check.texts import text_of
from generator.check.validation import validate
from generator.model.actor import Place
from generator.model.identity import as_slug, folded
from generator.model.text import Text
from generator.parse.document import Document, Keys

FARTHEST = {"latitude": 90, "longitude": 180}  # degrees


class Places:
    """All places of a site. An unknown name makes a place of that name."""

    def __init__(self, entries: Sequence[Document], language: str, report: Report) -> None:
        self.language = language
        self.report = report
        self.names = Names()
        self.places: dict[str, Place] = {}
        self.documents = tuple(entries)
        self._ids = Ids("place", report)
        self._spellings: Spellings[Text] = Spellings()
        for document in entries:
            entry = validate(PlaceEntry, document, report)
            if entry:
                self._declare(entry, document)
        self.declared = frozenset(self.places)

    def _declare(self, entry: PlaceEntry, document: Document) -> None:
        name = text_of(entry.name, self.language)
        given = self._give_id(entry, name, document)
        self._check_coordinates(entry, document)
        if entry.time_zone:
            check_zone(entry.time_zone, document, ("time_zone",), self.report)
        if given is None:
            return
        self.places[given] = Place(
            given, name, entry.country or "", entry.latitude, entry.longitude, entry.time_zone or "", entry.aliases
        )
        for other in {folded(text): text for text in (given, *(text for _, text in name.versions))}.values():
            self._name(other, given, document, ("name",))
        for index, alias in numbered(entry.aliases):
            self._name(alias, given, document, ("aliases", index))

    def _give_id(self, entry: PlaceEntry, name: Text, document: Document) -> str | None:
        if entry.id:
            return self._ids.give(entry.id, document, ("id",))
        if key := id_of(document):
            return self._ids.give(key, document, (), of_key=True)
        return self._ids.made_of(name.first, document, ("name",))

    def _name(self, name: str, place: str, document: Document, keys: Keys) -> None:
        if name != STAND_IN and (taken := self.names.give(name, place)):
            message = f"'{name}' already means the place '{taken}'"
            self.report.error(document, keys, message, "a name can stand for one place only")

    def _check_coordinates(self, entry: PlaceEntry, document: Document) -> None:
        given = {name: value for name in FARTHEST if (value := getattr(entry, name)) is not None}
        for name, value in given.items():
            if abs(value) > FARTHEST[name]:
                message = f"a {name} of {value:g} degrees is not on the globe"
                hint = f"it lies between -{FARTHEST[name]} and {FARTHEST[name]}"
                self.report.error(document, (name,), message, hint, code="wrong-value")
        if len(given) == 1:
            (name,), (missing,) = given, FARTHEST.keys() - given.keys()
            if is_empty(document.fields.get(missing, "")):  # else it is wrong, and was reported
                message = f"a {name} needs a {missing}"
                self.report.error(document, (name,), message, "give both or neither", code="missing-field")

    def meant(self, words: Mapping[str, str] | None, document: Document) -> tuple[str, Text | None]:
        """The id of the place that an event's name for it means, '' for no place; and that name, unless it is declared.

        This rests on what is declared and on nothing that other events say.
        """
        name = text_of(words, self.language)
        if name is None:
            return "", None
        slug = as_slug(name.first)
        known = (self.names.find(version) for version in (*(text for _, text in name.versions), slug))
        place = next((found for found in known if found), slug)
        if not place:
            message = f"'{name.first}' has neither a letter nor a digit, and cannot name a place"
            self.report.error(document, ("place",), message, "leave it out", code="id")
            return "", None
        return place, None if place in self.declared else name

    def take_in(self, spellings: Spellings[Text]) -> None:
        """Take in how events name the places that are not declared: each is a new one."""
        self._spellings = spellings
        for place, name in spellings.first().items():
            self.places.setdefault(place, Place(place, name))

    def of(self, events: Collection[str]) -> tuple[Place, ...]:
        """The places by id: those that are declared, and those that these events name."""
        named = self._spellings.among(events)
        declared = [self.places[place] for place in self.declared]
        spelled = {place: name.map(lambda version: " ".join(version.split())) for place, name in named.items()}
        others = [replace(self.places[place], name=name) for place, name in spelled.items()]
        return tuple(sorted((*declared, *others), key=lambda place: place.id))
