"""Places: those of places.yaml, and those that events name without more ado."""

from collections.abc import Mapping, Sequence

from generator.check.ids import Ids, id_of
from generator.check.names import Names
from generator.check.records.lists import PlaceEntry
from generator.check.report import Report
from generator.check.settings import check_zone
from generator.check.texts import text_of
from generator.check.validation import validate
from generator.model.actor import Place
from generator.model.identity import as_slug
from generator.model.text import Text
from generator.parse.document import Document, Keys


class Places:
    """All places of a site. An unknown name makes a place of that name."""

    def __init__(self, entries: Sequence[Document], language: str, report: Report) -> None:
        self.language = language
        self.report = report
        self.names = Names()
        self.places: dict[str, Place] = {}
        self._ids = Ids("place", report)
        for document in entries:
            entry = validate(PlaceEntry, document, report)
            if entry:
                self._declare(entry, document)
        self.declared = frozenset(self.places)

    def _declare(self, entry: PlaceEntry, document: Document) -> None:
        name = text_of(entry.name, self.language)
        written = entry.id or id_of(document) or as_slug(name.first)
        given = self._ids.give(written, document, ("id",) if entry.id else ("name",))
        self._check_coordinates(entry, document)
        if entry.time_zone:
            check_zone(entry.time_zone, document, ("time_zone",), self.report)
        if given is None:
            return
        self.places[given] = Place(
            given, name, entry.country or "", entry.latitude, entry.longitude, entry.time_zone or "", entry.aliases
        )
        for other in (given, *(text for _, text in name.versions)):
            self._name(other, given, document, ("name",))
        for index, alias in enumerate(entry.aliases):
            self._name(alias, given, document, ("aliases", index))

    def _name(self, name: str, place: str, document: Document, keys: Keys) -> None:
        if taken := self.names.give(name, place):
            self.report.error(
                document, keys, f"'{name}' already means the place '{taken}'", "a name can stand for one place only"
            )

    def _check_coordinates(self, entry: PlaceEntry, document: Document) -> None:
        for name, value, most in (("latitude", entry.latitude, 90), ("longitude", entry.longitude, 180)):
            if value is not None and abs(value) > most:
                self.report.error(
                    document,
                    (name,),
                    f"a {name} of {value:g} degrees is not on the globe",
                    f"it lies between -{most} and {most}",
                )
        if (entry.latitude is None) != (entry.longitude is None):
            given, missing = ("longitude", "latitude") if entry.latitude is None else ("latitude", "longitude")
            self.report.error(document, (given,), f"a {given} needs a {missing}", "give both or neither")

    def meant(self, words: Mapping[str, str] | None, document: Document) -> str:
        """The id of the place that a name means, a new one where it means none yet; '' for no place."""
        name = text_of(words, self.language)
        if name is None:
            return ""
        for _, version in name.versions:
            if known := self.names.find(version):
                return known
        place = as_slug(name.first)
        if not place:
            self.report.error(
                document,
                ("place",),
                f"'{name.first}' has neither a letter nor a digit, and cannot name a place",
                "leave it out",
            )
            return ""
        self.places.setdefault(
            place,
            Place(place, name if len(name.versions) > 1 else Text.of(" ".join(name.first.split()), self.language)),
        )
        for _, version in name.versions:
            self.names.give(version, place)
        return place
