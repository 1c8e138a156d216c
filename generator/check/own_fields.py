"""The fields that a site adds of its own: typed and checked like any other."""

import re
from collections.abc import Callable, Mapping

from generator.check.records.kinds import WrongValue, read_flag, read_word
from generator.check.report import Report
from generator.dates import DateError, parse_date
from generator.model.settings import CustomField
from generator.model.source import Value
from generator.parse.document import Document, Keys


def _read_integer(value: object) -> int:
    word = read_word(value).strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", word):
        raise WrongValue(f"'{word}' is not a whole number", "digits only, as in 3")
    return int(word)


def _read_decimal(value: object) -> float:
    word = read_word(value).strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", word):
        raise WrongValue(f"'{word}' is not a number", "with a point, as in 0.5")
    return float(word)


def _read_day(value: object) -> str:
    try:
        return parse_date(read_word(value)).edtf
    except DateError as error:
        raise WrongValue(str(error), error.hint) from None


READERS: dict[str, Callable[[object], Value]] = {
    "text": read_word,
    "integer": _read_integer,
    "number": _read_decimal,
    "boolean": read_flag,
    "date": _read_day,
}


class OwnFields:
    """The site's own fields, on events and on sources."""

    def __init__(self, fields: tuple[CustomField, ...], report: Report) -> None:
        self.report = report
        self._of = {
            holder: {field.id: field for field in fields if field.on == holder} for holder in ("event", "source")
        }

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names of all of them, by holder."""
        return tuple(map(tuple, self._of.values()))

    def of(self, holder: str) -> Mapping[str, CustomField]:
        """The fields of one kind of holder, by name."""
        return self._of[holder]

    def read(
        self, fields: Mapping[str, object], holder: str, document: Document, keys: Keys = ()
    ) -> Mapping[str, Value]:
        """The values of the site's own fields among those of an entry; an empty one is not given."""
        found: dict[str, Value] = {}
        for name, field in self._of[holder].items():
            value = fields.get(name, "")
            if value == "":
                continue
            try:
                found[name] = READERS[field.type](value)
            except WrongValue as error:
                self.report.error(document, (*keys, name), str(error), error.hint, code="wrong-value")
        return found

    def left_aside(self, event: Mapping[str, object]) -> Mapping[str, object]:
        """An event's fields without the site's own, in its sources and in what these say, too."""
        own, on_source = self._of["event"], self._of["source"]
        kept = {name: value for name, value in event.items() if name not in own} if own else event
        sources = kept.get("sources")
        if not (own or on_source) or not isinstance(sources, list | dict):
            return kept
        listed = sources if isinstance(sources, list) else [sources]
        return {**kept, "sources": [_without(_without_in_says(row, own), on_source) for row in listed]}


def _without(row: object, own: Mapping[str, CustomField]) -> object:
    return {name: value for name, value in row.items() if name not in own} if isinstance(row, dict) else row


def _without_in_says(row: object, own: Mapping[str, CustomField]) -> object:
    if isinstance(row, dict) and isinstance(row.get("says"), dict):
        return {**row, "says": _without(row["says"], own)}
    return row
