"""What a source says of an event, in words."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from generator.dates import word_date
from generator.model.actor import Actor, Place
from generator.model.event import Topic
from generator.model.identity import folded
from generator.model.source import Claim, Said
from generator.model.text import Localised
from generator.model.vocabulary import DENIED, PARTS
from generator.plan.views import ClaimView

if TYPE_CHECKING:
    from generator.plan.telling import Telling


class Claims:
    """Tells the claims of a site in one language."""

    def __init__(self, telling: "Telling") -> None:
        self._telling = telling

    def tell(self, claim: Claim, kind: str) -> ClaimView:
        """What a source says of an event of a kind."""
        telling = self._telling
        status = (
            telling.say("Denied")
            if claim.status == DENIED
            else telling.status(claim.status, kind).label
            if claim.status
            else ""
        )
        return ClaimView(
            date=word_date(claim.date, telling.language) if claim.date else "",
            status=status,
            others=tuple((self._labels.get(one.name, one.name), self._words(one)) for one in claim.said),
        )

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        telling, say = self._telling, self._telling.say
        return {
            "title": say("Title"),
            "date_note": say("Why this date"),
            "type": say("Type"),
            "disputed": say("Disputed"),
            "place": say("Place"),
            "actors": say("Actors"),
            "topics": say("Topics"),
            "summary": say("Summary"),
            "documents": say("Documents"),
        } | {field.id: telling.text(field.label).text for field in telling.site.settings.fields if field.on == "event"}

    @cached_property
    def _meant(self) -> Mapping[str, Mapping[str, Localised]]:
        """The names of what a field may name, by all that it may be called."""
        telling, site = self._telling, self._telling.site
        types = {folded(name): Localised(label, telling.language) for name, label in telling.types.items()}
        return {
            "actors": _by_any_name(site.actors, telling),
            "place": _by_any_name(site.places, telling),
            "topics": _by_any_name(site.topics, telling),
            "type": types,
        }

    def _words(self, said: Said) -> Localised:
        telling = self._telling
        if said.value is not None:
            return Localised(tell_value(said.value, telling), telling.language)
        found = tuple(self._names(said))
        languages = {name.language for name in found}
        return Localised(
            telling.say(", ").join(name.text for name in found) or said.written,
            languages.pop() if len(languages) == 1 else telling.language,
        )

    def _names(self, said: Said) -> Iterator[Localised]:
        """What is named, by the names that the site has for it; what it does not know as it is written."""
        telling, meant = self._telling, self._meant.get(said.name, {})
        for name, part in said.named:
            found = meant.get(folded(name)) or Localised(name, telling.site.settings.language)
            yield Localised(f"{found.text} ({telling.say(PARTS[part])})", found.language) if part else found
        for text in said.texts:
            yield meant.get(folded(text.first)) or telling.text(text)


def _by_any_name(entries: Iterable[Actor | Place | Topic], telling: "Telling") -> Mapping[str, Localised]:
    """The name of each entry, by its id, its names and its aliases, folded."""
    found: dict[str, Localised] = {}
    for entry in entries:
        former = entry.names if isinstance(entry, Actor) else ()
        names = (entry.name, *(row.name for row in former))
        aliases = () if isinstance(entry, Topic) else entry.aliases
        told = telling.text(entry.name)
        for called in (entry.id, *(words for name in names for _, words in name.versions), *aliases):
            found.setdefault(folded(called), told)
    return found


def tell_value(value: object, telling: "Telling") -> str:
    """The value of one of the site's own fields."""
    if isinstance(value, bool):
        return telling.say("Yes") if value else telling.say("No")
    return str(value)
