"""Where somebody said something, in a few words that lead there."""

from generator.model.event import Event
from generator.model.source import Citation
from generator.model.text import Text
from generator.plan.newest import since
from generator.plan.telling import Telling
from generator.plan.views import SaidBy


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
