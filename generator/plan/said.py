"""Where somebody said something, in a few words that lead there."""

from dataclasses import dataclass

from generator.model.event import Event
from generator.model.source import Citation
from generator.model.text import Localised, Text
from generator.plan.newest import since
from generator.plan.telling import Telling
from generator.plan.views import DateView


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Who said it, and when that became known."""

    name: Localised  # of the publisher, or of the source where that is not known
    address: str  # of the quoted words, the article, or where the source is published; '' where it is nowhere
    leads_out: bool
    date: DateView | None


def tell_said(event: Event, citation: Citation, telling: Telling) -> SaidBy:
    """A source of an event, by its publisher."""
    source = citation.source
    name = source.publisher or source.author or source.title or Text.of(source.symbol or source.url, telling.language)
    address = telling.addresses.page("article", citation.article) if citation.article else source.url
    index = next(index for index, other in enumerate(event.citations) if other is citation)
    number = telling.numbers.get((event.id, index))
    return SaidBy(
        name=telling.text(name),
        address=f"{address}#quote-{number}" if number else address,
        leads_out=bool(address and not citation.article),
        date=telling.maybe_date(since(source)),
    )
