"""An event's sources as its entry shows them."""

from collections.abc import Mapping

from generator.dates import Date, word_date
from generator.model.event import Event
from generator.model.source import Citation, Source, Value
from generator.model.text import Localised, Text
from generator.model.vocabulary import SOURCE_KINDS
from generator.plan.claims import tell_value
from generator.plan.elsewhere import address_of_quote, day_of_copy
from generator.plan.telling import Telling
from generator.plan.views import CitationView, ClaimView


def tell_citations(event: Event, telling: Telling) -> tuple[CitationView, ...]:
    """The event's sources, in the order of its file."""
    return tuple(_tell(event, index, citation, telling) for index, citation in enumerate(event.citations))


def _tell(event: Event, index: int, citation: Citation, telling: Telling) -> CitationView:
    original = citation.source.url
    if original and citation.quote:
        original = address_of_quote(original, citation.quote, citation.prefix, citation.suffix)
    address = telling.addresses.page("article", citation.article) if citation.article else original
    number = telling.numbers.get((event.id, index))
    return tell_source(
        citation.source,
        telling,
        address=address,
        is_article=bool(citation.article),
        original=original,
        passage=f"{address}#quote-{number}" if number else "",
        quote=citation.quote,
        translation=_tell_translation(citation, telling),
        according_to=telling.maybe(citation.according_to),
        lead=tell_lead(citation.source.date, event.date, telling),
        locator=citation.locator,
        claim=telling.claims.tell(citation.claim, event.type) if citation.claim else None,
    )


def _tell_translation(citation: Citation, telling: Telling) -> Localised | None:
    """The quote's translation; None where it would lead a reader away from their own language."""
    told = telling.maybe(citation.translation)
    return None if told and told.language != telling.language == telling.language_of(citation.source) else told


def tell_source(
    source: Source,
    telling: Telling,
    *,
    address: str,
    is_article: bool,
    original: str = "",
    passage: str = "",
    quote: str = "",
    translation: Localised | None = None,
    according_to: Localised | None = None,
    lead: str = "",
    locator: str = "",
    claim: ClaimView | None = None,
) -> CitationView:
    """A source: who, when, where it can be found; with what an event has of it."""
    title = source.title or Text.of(source.symbol or source.url, telling.language)
    language = telling.language
    return CitationView(
        title=telling.text(title),
        address=address,
        is_article=is_article,
        passage=passage,
        quote=quote,
        quote_language=telling.language_of(source),
        translation=translation,
        publisher=telling.maybe(source.publisher),
        author=telling.maybe(source.author),
        relies_on=telling.maybe(source.relies_on),
        according_to=according_to,
        kind=telling.say(SOURCE_KINDS[source.kind]) if source.kind else "",
        date=telling.maybe_date(source.date),
        lead=lead,
        locator=locator,
        url=source.url,
        original=original or source.url,
        archived=source.archived,
        archived_on=day_of_copy(source, telling.site.as_of) if source.archived else "",
        accessed=word_date(source.accessed, language) if source.accessed else "",
        doi=source.doi,
        symbol=source.symbol,
        archive_reference=source.archive_reference,
        claim=claim,
        fields=tell_fields(source.fields, "source", telling),
    )


def tell_fields(values: Mapping[str, Value], holder: str, telling: Telling) -> tuple[tuple[str, str], ...]:
    """The site's own fields that are to be shown: (label, value)."""
    shown = [
        field for field in telling.site.settings.fields if field.on == holder and field.is_shown and field.id in values
    ]
    return tuple((telling.text(field.label).text, tell_value(values[field.id], telling)) for field in shown)


def tell_lead(said: Date | None, happens: Date, telling: Telling) -> str:
    """How long before or after an event its source is dated, in days; '' where either is not known to the day."""
    if said is None or said.precision not in ("day", "time") or happens.precision not in ("day", "time"):
        return ""
    if said.latest is None or happens.earliest is None or happens.kind == "set":
        return ""
    days = happens.earliest - said.latest
    if days > 0:
        return telling.speech.count("%(days)d day before", "%(days)d days before", days) % {"days": days}
    last = happens.latest if happens.latest is not None else said.latest
    late = said.latest - last
    if late > 0:
        return telling.speech.count("%(days)d day after", "%(days)d days after", late) % {"days": late}
    return telling.say("the same day") if happens.earliest == happens.latest else telling.say("while it lasted")
