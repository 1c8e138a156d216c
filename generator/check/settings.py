"""site.yaml, read and checked."""

from generator.check.ids import Ids
from generator.check.records.events import EventRecord, EventSourceRecord
from generator.check.records.record import numbered
from generator.check.records.settings import SiteRecord
from generator.check.records.sources import ArticleRecord
from generator.check.report import Report
from generator.check.rules.codes import CODES, LEVELS
from generator.check.texts import read_date, text_of
from generator.check.theme import read_theme
from generator.check.types import read_types
from generator.check.validation import validate
from generator.dates import DateError, in_zone, parse_date
from generator.languages import SHIPPED
from generator.model.identity import as_slug, fault_of_id
from generator.model.settings import ASKED, OUTPUTS, CustomField, Period, Settings
from generator.model.text import Text
from generator.parse.document import Document, Keys
from generator.problems import did_you_mean

OFF = {"false": "off", "no": "off"}  # what YAML 1.1 makes of it
OF_CLAIMS = ("known", "date", "date_written", "status", "according_to")  # which timeline.json says of each
HOLDERS = {"event": (EventRecord,), "source": (EventSourceRecord, ArticleRecord)}


def read_settings(document: Document, report: Report) -> Settings | None:
    """The settings, with the mistakes reported and left out; None where there is nothing to go by."""
    record = validate(SiteRecord, document, report)
    if record is None:
        return None
    report.levels = _read_levels(record, document, report)
    languages = _read_languages(record, document, report)
    language = languages[0]
    zone = record.time_zone if check_zone(record.time_zone, document, ("time_zone",), report) else "UTC"
    return Settings(
        title=text_of(record.title, language),
        languages=languages,
        id=record.id or "",
        description=text_of(record.description, language),
        base_url=with_slash(record.base_url),
        time_zone=zone,
        licence=text_of(record.licence, language),
        cite_as=text_of(record.cite, language),
        notice=text_of(record.notice, language),
        types=read_types(record.types, language, document, report),
        topics=_read_topics(record, language, document, report),
        periods=_read_periods(record, language, zone, document, report),
        fields=_read_fields(record, language, document, report),
        overview=record.overview,
        theme=read_theme(record.theme, document, report),
        search=record.search,
        outputs=_read_outputs(record, document, report),
        share_pictures=record.share_pictures,
    )


def possible_languages(settings: Settings, document: Document | None) -> tuple[str, ...]:
    """The languages of the site, and where not all could be read every one that a site can have."""
    written = document.fields.get("languages") if document else []
    are_read = not isinstance(written, list) or len(written) == len(settings.languages)
    return settings.languages if are_read else tuple(dict.fromkeys((*settings.languages, *SHIPPED)))


def with_slash(url: str | None) -> str:
    """An address that ends in a slash, so that others can be joined to it; '' for none."""
    return f"{url.rstrip('/')}/" if url else ""


def check_zone(zone: str, document: Document, keys: Keys, report: Report) -> bool:
    """Whether there is such a time zone; where there is not, that is reported."""
    try:
        in_zone(parse_date("2000-01-01T12:00"), zone)
    except DateError as error:
        report.error(document, keys, str(error), error.hint)
        return False
    return True


def _read_levels(record: SiteRecord, document: Document, report: Report) -> dict[str, str]:
    levels = {}
    for code, level in record.checks.items():
        word = OFF.get(level.lower(), level.lower())
        if code not in CODES:
            hint = did_you_mean(code, CODES)
            report.error(document, ("checks", code), f"there is no rule '{code}'", hint, of_key=True)
        elif word not in LEVELS:
            hint = f"one of: {', '.join(LEVELS)}"
            report.error(document, ("checks", code), f"'{level}' is not a level", hint, code="wrong-value")
        else:
            levels[code] = word
    return levels


def _read_languages(record: SiteRecord, document: Document, report: Report) -> tuple[str, ...]:
    known: list[str] = []
    for index, language in numbered(record.languages):
        if language in known:
            message = f"'{language}' stands here twice"
            report.error(document, ("languages", index), message, "once is enough")
        elif language not in SHIPPED:
            hint = f"the interface speaks: {', '.join(SHIPPED)}"
            message = f"there is no interface in the language '{language}'"
            report.error(document, ("languages", index), message, hint)
        else:
            known.append(language)
    return tuple(known) or ("en",)


def _read_outputs(record: SiteRecord, document: Document, report: Report) -> tuple[str, ...]:
    for index, output in numbered(record.outputs):
        if output not in (*OUTPUTS, *ASKED):
            hint = did_you_mean(output, (*OUTPUTS, *ASKED))
            report.error(document, ("outputs", index), f"there is no output '{output}'", hint, code="wrong-value")
    return record.outputs if record.was_written("outputs") else OUTPUTS


def _read_topics(record: SiteRecord, language: str, document: Document, report: Report) -> dict[str, Text]:
    """The labels of topics by their ids; an author may write the id or the name."""
    topics: dict[str, Text] = {}
    for name, words in record.topics.items():
        topic = as_slug(name)
        if not topic:
            message = f"'{name}' has neither a letter nor a digit, and cannot name a topic"
            report.error(document, ("topics", name), message, "leave it out", of_key=True, code="id")
        elif topic in topics:
            message = f"the topic '{topic}' has a label already"
            report.error(document, ("topics", name), message, "keep one of them", of_key=True)
        else:
            topics[topic] = text_of(words, language)
    return topics


def _read_periods(
    record: SiteRecord, language: str, zone: str, document: Document, report: Report
) -> tuple[Period, ...]:
    ids = Ids("period", report)
    periods = []
    for index, row in numbered(record.periods):
        name = text_of(row.name, language)
        keys = ("periods", index, "id" if row.id else "name")
        given = ids.give(row.id, document, keys) if row.id else ids.made_of(name.first, document, keys)
        date = read_date(row.date, document, ("periods", index, "date"), report, zone=zone)
        if date and given:
            periods.append(Period(given, name, date, text_of(row.summary, language)))
    return tuple(periods)


def _read_fields(record: SiteRecord, language: str, document: Document, report: Report) -> tuple[CustomField, ...]:
    fields = []
    for name, field in record.fields.items():
        taken = {other for kind in HOLDERS[field.on] for other in kind.field_names()}
        if fault := fault_of_id(name):
            hint = f"'{as_slug(name)}' would do"
            report.error(document, ("fields", name), fault, hint, of_key=True, code="id")
        elif name in taken:
            message = f"'{name}' is a field that every {field.on} has"
            report.error(document, ("fields", name), message, "choose another name", of_key=True)
        elif field.on == "event" and name in OF_CLAIMS:
            message = f"'{name}' is what timeline.json says of every claim"
            report.error(document, ("fields", name), message, "choose another name", of_key=True)
        else:
            label = text_of(field.label, language) or Text.of(name, language)
            fields.append(CustomField(name, field.on, field.type, label, field.show))
    return tuple(fields)
