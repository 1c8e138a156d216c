"""site.yaml, read and checked."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.check.records.kinds import WrongValue, read_flag, read_words
from generator.check.records.settings import SiteRecord, ThemeRecord, TypeRecord
from generator.check.report import Report
from generator.check.rules.codes import CODES, LEVELS
from generator.check.texts import read_date, text_of
from generator.check.validation import validate
from generator.dates import DateError, in_zone, parse_date
from generator.model.identity import as_slug, fault_of_id
from generator.model.settings import CustomField, Period, Settings, Theme
from generator.model.text import Text
from generator.model.vocabulary import TYPES, EventType
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

SHIPPED_LANGUAGES = ("en", "fr")
OUTPUTS = ("json",)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def read_settings(document: Document, report: Report) -> Settings | None:
    """The settings, or None with the mistakes reported."""
    record = validate(SiteRecord, document, report)
    if record is None:
        return None
    before = len(report.problems)
    report.levels = _read_levels(record, document, report)
    languages = _read_languages(record, document, report)
    language = languages[0]
    check_zone(record.time_zone, document, ("time_zone",), report)
    for index, output in enumerate(record.outputs):
        if output not in OUTPUTS:
            report.error(document, ("outputs", index), f"there is no output '{output}'", did_you_mean(output, OUTPUTS))
    if record.search:
        report.warn(
            "no-search", document, ("search",), "full-text search is not made by this version", "leave 'search' out"
        )
    settings = Settings(
        title=text_of(record.title, language),
        languages=languages,
        id=record.id or "",
        description=text_of(record.description, language),
        base_url=with_slash(record.base_url),
        time_zone=record.time_zone,
        licence=text_of(record.licence, language),
        cite_as=text_of(record.cite, language),
        types=_read_types(record.types, language, document, report),
        topics={as_slug(name): text_of(words, language) for name, words in record.topics.items()},
        periods=_read_periods(record, language, document, report),
        fields=_read_fields(record, language, document, report),
        theme=_read_theme(record.theme, document, report),
        outputs=record.outputs if "outputs" in document.fields else OUTPUTS,
    )
    wrong = any(problem.severity == "error" for problem in report.problems[before:])
    return None if wrong else settings


def with_slash(url: str | None) -> str:
    """An address that ends in a slash, so that others can be joined to it; '' for none."""
    return f"{url.rstrip('/')}/" if url else ""


def _read_levels(record: SiteRecord, document: Document, report: Report) -> dict[str, str]:
    levels = {}
    for code, level in record.checks.items():
        word = {"false": "off", "no": "off"}.get(level.lower(), level.lower())
        if code not in CODES:
            report.error(
                document, ("checks", code), f"there is no rule '{code}'", did_you_mean(code, CODES), of_key=True
            )
        elif word not in LEVELS:
            report.error(document, ("checks", code), f"'{level}' is not a level", "one of: off, warning, error")
        else:
            levels[code] = word
    return levels


def _read_languages(record: SiteRecord, document: Document, report: Report) -> tuple[str, ...]:
    known = []
    for index, language in enumerate(record.languages):
        if language not in SHIPPED_LANGUAGES:
            hint = f"the interface speaks: {', '.join(SHIPPED_LANGUAGES)}"
            report.error(document, ("languages", index), f"there is no interface in the language '{language}'", hint)
        elif language in known:
            report.error(document, ("languages", index), f"'{language}' stands here twice")
        else:
            known.append(language)
    return tuple(known) or ("en",)


def check_zone(zone: str, document: Document, keys: Keys, report: Report) -> None:
    """Report a time zone that is none."""
    try:
        in_zone(parse_date("2000-01-01T12:00"), zone)
    except DateError as error:
        report.error(document, keys, str(error), error.hint)


def _read_types(given: object, language: str, document: Document, report: Report) -> tuple[EventType, ...]:
    types = {kind.id: kind for kind in TYPES}
    if given is None:
        return TYPES
    if isinstance(given, list):
        chosen = []
        for index, name in enumerate(given):
            if name in types:
                chosen.append(types[name])
            else:
                hint = did_you_mean(str(name), types) or "a mapping adds types: {name: {label: …}}"
                report.error(document, ("types", index), f"'{name}' is not a type that ships with Dateline", hint)
        return tuple(chosen)
    if not isinstance(given, Mapping):
        report.error(
            document, ("types",), "a list of types is expected here, or a mapping", "as in [summit, ministerial]"
        )
        return TYPES
    for name, value in given.items():
        changed = _read_type(name, value, types.get(name), language, document, report)
        if changed:
            types[name] = changed
        else:
            types.pop(name, None)
    return tuple(types.values())


def _read_type(
    name: str, value: object, shipped: EventType | None, language: str, document: Document, report: Report
) -> EventType | None:
    """A type added or relabelled; None where it is taken away."""
    if fault := fault_of_id(name):
        report.error(document, ("types", name), fault, of_key=True)
        return None
    if isinstance(value, str):
        try:
            if not read_flag(value):
                return None
            return shipped or EventType(name, name)
        except WrongValue:
            value = {"label": value}
    elif isinstance(value, dict) and value and not set(value) & {"label", "meeting"}:
        try:
            value = {"label": dict(read_words(value))}
        except WrongValue:
            pass  # the schema says what is wrong
    record = validate(TypeRecord, document, report, fields=value, keys=("types", name))
    if record is None:
        return shipped
    kind = shipped or EventType(name, name)
    return replace(
        kind,
        label=text_of(record.label, language) or kind.label,
        is_meeting=kind.is_meeting if record.meeting is None else record.meeting,
    )


def _read_periods(record: SiteRecord, language: str, document: Document, report: Report) -> tuple[Period, ...]:
    periods = []
    for index, period in enumerate(record.periods):
        date = read_date(period.date, document, ("periods", index, "date"), report)
        if date:
            name = text_of(period.name, language)
            summary = text_of(period.summary, language)
            periods.append(Period(period.id or as_slug(name.first), name, date, summary))
    return tuple(periods)


def _read_fields(record: SiteRecord, language: str, document: Document, report: Report) -> tuple[CustomField, ...]:
    fields = []
    for name, field in record.fields.items():
        if fault := fault_of_id(name):
            report.error(document, ("fields", name), fault, of_key=True)
        elif name in _taken_names(field.on):
            report.error(
                document,
                ("fields", name),
                f"'{name}' is a field that every {field.on} has",
                "choose another name",
                of_key=True,
            )
        else:
            fields.append(
                CustomField(
                    name, field.on, field.type, text_of(field.label, language) or Text.of(name, language), field.show
                )
            )
    return tuple(fields)


def _taken_names(holder: str) -> frozenset[str]:
    from generator.check.records.events import EventRecord, EventSourceRecord
    from generator.check.records.sources import ArticleRecord

    kinds = (EventRecord,) if holder == "event" else (EventSourceRecord, ArticleRecord)
    return frozenset(name for kind in kinds for name in kind.field_names())


def _read_theme(record: ThemeRecord | None, document: Document, report: Report) -> Theme:
    if record is None:
        return Theme()
    if record.accent and not COLOUR.fullmatch(record.accent):
        report.error(
            document,
            ("theme", "accent"),
            f"'{record.accent}' is not a colour",
            "six hexadecimal digits in quotes, as in '#0b5fa5'",
        )
    for name in ("text_face", "label_face"):
        face = getattr(record, name)
        if face and not re.fullmatch(r"[\w\s,'\"-]+", face):
            report.error(
                document, ("theme", name), f"'{face}' is not a list of font names", "as in Charter, Georgia, serif"
            )
    return Theme(
        accent=record.accent or "",
        text_face=record.text_face or "",
        label_face=record.label_face or "",
        density=record.density or "comfortable",
        logo=record.logo or "",
        css=record.css or "",
    )
