"""What a source says of an event, in words."""

from collections.abc import Iterator, Mapping

from generator.dates import word_date
from generator.model.source import Claim, Said
from generator.model.text import Localised
from generator.model.vocabulary import DENIED, PARTS
from generator.plan.telling import Telling
from generator.plan.views import ClaimView, Link


def tell_claim(claim: Claim, kind: str, telling: Telling) -> ClaimView:
    """What a source says of an event of a kind."""
    status = (
        telling.say("Denied")
        if claim.status == DENIED
        else telling.status(claim.status, kind).label
        if claim.status
        else ""
    )
    labels = _labels(telling)
    return ClaimView(
        date=word_date(claim.date, telling.language) if claim.date else "",
        status=status,
        others=tuple((labels.get(one.name, one.name), _words(one, telling)) for one in claim.said),
    )


def tell_value(value: object, telling: Telling) -> str:
    """The value of one of the site's own fields."""
    if isinstance(value, bool):
        return telling.say("Yes") if value else telling.say("No")
    return str(value)


def _labels(telling: Telling) -> Mapping[str, str]:
    say = telling.say
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


def _words(said: Said, telling: Telling) -> Localised:
    if said.value is not None:
        return Localised(tell_value(said.value, telling), telling.language)
    found = tuple(_names(said, telling))
    languages = {name.language for name in found}
    return Localised(
        telling.say(", ").join(name.text for name in found) or said.written,
        languages.pop() if len(languages) == 1 else telling.language,
    )


def _names(said: Said, telling: Telling) -> Iterator[Localised]:
    """What is named, by the names that the site has for it."""
    links: Mapping[str, Mapping[str, Link]] = {"actors": telling.actors, "topics": telling.topics}
    for name, part in said.named:
        link = links.get(said.name, {}).get(name)
        label = Localised(telling.types.get(name, name), telling.language) if said.name == "type" else None
        found = label or (link.name if link else Localised(name, telling.site.settings.language))
        yield Localised(f"{found.text} ({telling.say(PARTS[part])})", found.language) if part else found
    for text in said.texts:
        place = telling.places.get(text.first) if said.name == "place" else None
        yield place.name if place else telling.text(text)
