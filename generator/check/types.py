"""Types of events: those that ship, and what a site makes of them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from generator.check.records.kinds import WrongValue, read_flag, read_words
from generator.check.records.settings import TypeRecord
from generator.check.report import Report
from generator.check.texts import text_of
from generator.check.validation import validate
from generator.model.identity import as_slug, fault_of_id
from generator.model.settings import Settings
from generator.model.vocabulary import TYPES, EventType
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

SHIPPED = {kind.id: kind for kind in TYPES}

# Words of plain speech, and the type that holds what they mean.
MEANT = {
    "appointment": "domestic",
    "attack": "force",
    "battle": "force",
    "call": "contact",
    "ceasefire": "truce",
    "conference": "meeting",
    "coup": "domestic",
    "declaration": "statement",
    "election": "domestic",
    "embargo": "sanctions",
    "exercise": "force",
    "interview": "statement",
    "invasion": "force",
    "judgment": "decision",
    "law": "domestic",
    "letter": "contact",
    "negotiation": "talks",
    "phone call": "contact",
    "ratification": "accession",
    "recognition": "relations",
    "resolution": "decision",
    "ruling": "decision",
    "speech": "statement",
    "treaty": "agreement",
    "vote": "decision",
    "war": "force",
    "withdrawal": "accession",
}


def check_type(word: str, settings: Settings, document: Document, keys: Keys, report: Report) -> None:
    """Report a type that the site does not have."""
    known = [kind.id for kind in settings.types]
    if word not in known:
        meant = MEANT.get(word.lower()) or MEANT.get(word.lower().removesuffix("s"))
        hint = f"did you mean '{meant}'?" if meant in known else did_you_mean(word, known)
        hint = hint or "'types:' in site.yaml adds one"
        report.error(document, keys, f"there is no type '{word}'", hint, code="wrong-value")


def read_types(given: object, language: str, document: Document, report: Report) -> tuple[EventType, ...]:
    """The types of a site: a list chooses among those that ship, a mapping adds, relabels or takes away."""
    if given is None:
        return TYPES
    if isinstance(given, list):
        chosen = [_chosen(name, index, document, report) for index, name in enumerate(given)]
        return tuple(dict.fromkeys(kind for kind in chosen if kind))
    if not isinstance(given, Mapping):
        message = "a list of types is expected here, or a mapping"
        report.error(document, ("types",), message, "as in [summit, ministerial]", code="wrong-value")
        return TYPES
    types = dict(SHIPPED)
    for name, value in given.items():
        changed = _read_type(name, value, types.get(name), language, document, report)
        if changed:
            types[name] = changed
        else:
            types.pop(name, None)
    return tuple(types.values())


def _chosen(name: object, index: int, document: Document, report: Report) -> EventType | None:
    if isinstance(name, str) and name in SHIPPED:
        return SHIPPED[name]
    hint = "a mapping adds types, as in {hearing: {label: Hearing}}"
    if isinstance(name, str):
        hint = did_you_mean(name, SHIPPED) or hint
        message = f"'{name}' is not a type that ships with Dateline"
    else:
        message = "the name of a type is expected here"
    report.error(document, ("types", index), message, hint, code="wrong-value")
    return None


def _read_type(
    name: str, value: object, shipped: EventType | None, language: str, document: Document, report: Report
) -> EventType | None:
    """A type added or relabelled; None where it is taken away."""
    if fault := fault_of_id(name):
        report.error(document, ("types", name), fault, f"'{as_slug(name)}' would do", of_key=True, code="id")
        return None
    if value == "":
        value = {}
    if isinstance(value, str):
        try:
            return shipped or EventType(name, name) if read_flag(value) else None
        except WrongValue:
            value = {"label": value}
    elif isinstance(value, dict) and value and not value.keys() & {"label", "meeting"}:
        with suppress(WrongValue):  # the schema says what is wrong
            value = {"label": dict(read_words(value))}
    record = validate(TypeRecord, document, report, fields=value, keys=("types", name))
    if record is None:
        return shipped or EventType(name, name)
    kind = shipped or EventType(name, name)
    return replace(
        kind,
        label=text_of(record.label, language) or kind.label,
        is_meeting=kind.is_meeting if record.meeting is None else record.meeting,
    )
